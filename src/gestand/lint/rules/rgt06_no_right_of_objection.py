"""People are not told of their right to object.

Wrong nl:
    Wij gebruiken uw gegevens om u reclame te sturen, met uw toestemming.
    U heeft recht op inzage, rectificatie, wissing, beperking van de verwerking en overdraagbaarheid van uw
    gegevens.
Wrong en:
    We use your data to send you advertising, with your consent.
    You have the right to access, rectification, erasure, restriction of processing and portability of
    your data.
Wrong statement:
    rights: {named: [access, rectification, erasure, restriction, portability, withdrawal of consent]}
Right nl:
    U heeft recht op inzage, correctie en verwijdering van uw gegevens, op beperking van de verwerking en op
    overdraagbaarheid. U kunt ook bezwaar maken tegen de verwerking.
Right en:
    You have the right to access, rectification and erasure of your data, to restriction of processing
    and to portability.
    You can also object to the processing.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment
from gestand.lint.published import Published
from gestand.lint.rights import right_missing, unnamed
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="RGT06",
    name="no-right-of-objection",
    weight=Weight.ERROR,
    article=gdpr("13(2)(b)", "21"),
    title=Text("Het recht op bezwaar staat er niet", "The right of objection is not named"),
    why=Text(
        "Tegen een gerechtvaardigd belang en tegen reclame is bezwaar het enige dat iemand heeft.",
        "Against a legitimate interest and against advertising, an objection is all that somebody has.",
    ),
)
_SAID = Text("het recht op bezwaar ontbreekt", "the right of objection is missing")
_CANDIDATE = re.compile(
    r"\b(niet|geen)\b.{0,30}\bwil\w*\b.{0,15}\bdat (wij|we)\b|\bwil\w*\b.{0,20}\b(niet|geen)\b.{0,10}\bdat (wij|we)\b"
    r"|\b(stop|(laten|te) stoppen|ophouden)\b.{0,30}\b(met|gebruik\w*|verwerk\w*|using|processing)\b"
    r"|\bdat (u|je) (iets|het|dit|dat) (liever )?niet (meer )?wil"
    r"|protest|opt[ -]?out of (the )?processing|bezwaar|verzet|\bobject\b|objection|objecting",
    re.IGNORECASE | re.DOTALL,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """The right is not read, although people have it here. A statement about cookies alone is not asked."""
    yield from right_missing("objection", published, _SAID, _CANDIDATE)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The right is not among those named, although people have it on the bases that are stated."""
    yield from unnamed("objection", statement, _SAID)
