"""People are not told of their right to have data erased.

Wrong nl:
    Wij gebruiken uw gegevens om u reclame te sturen, met uw toestemming.
    U heeft recht op inzage, rectificatie, beperking van de verwerking, overdraagbaarheid van uw gegevens
    en bezwaar.
Wrong en:
    We use your data to send you advertising, with your consent.
    You have the right to access, rectification, restriction of processing, portability of your data and
    the right to object.
Wrong statement:
    rights: {named: [access, rectification, restriction, portability, objection, withdrawal of consent]}
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
    code="RGT03",
    name="no-right-of-erasure",
    weight=Weight.ERROR,
    article=gdpr("13(2)(b)", "17"),
    title=Text("Het recht op wissing staat er niet", "The right of erasure is not named"),
    why=Text(
        "Wie niet weet dat wissen kan, vraagt er niet om.",
        "Who does not know that data can be erased does not ask for it.",
    ),
)
_SAID = Text("het recht op wissing ontbreekt", "the right of erasure is missing")
_CANDIDATE = re.compile(
    r"\b(clos\w+|opheffen|sluiten|opzeggen)\b.{0,20}\baccount\b"
    r"|\b(weg|eraf|eruit) ?(te )?halen\b|\b(haal|halen|gooi\w*)\b.{0,40}\b(weg|eraf|eruit)\b"
    r"|\biets (eruit|uit|weg)\b"
    r"|\bwiped?\b|\bleeg ?(te )?maken\b|schrap|uit (ons|onze) (bestand|systeem|systemen)"
    r"|vernietig|\bremove\b|wissing|wissen"
    r"|verwijder|\bte vergeten\b|vergetelheid|vergeten te worden|erasure|\berase\b|\bdelete\b"
    r"|deletion|be forgotten",
    re.IGNORECASE | re.DOTALL,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """The right is not read, although people have it here. A statement about cookies alone is not asked."""
    yield from right_missing("erasure", published, _SAID, _CANDIDATE)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The right is not among those named, although people have it on the bases that are stated."""
    yield from unnamed("erasure", statement, _SAID)
