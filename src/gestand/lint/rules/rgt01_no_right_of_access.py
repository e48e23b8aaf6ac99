"""People are not told of their right to see which data there are about somebody.

Wrong nl:
    Wij gebruiken uw gegevens om u reclame te sturen, met uw toestemming.
    U heeft recht op rectificatie, wissing, beperking van de verwerking, overdraagbaarheid van uw gegevens
    en bezwaar.
Wrong en:
    We use your data to send you advertising, with your consent.
    You have the right to rectification, erasure, restriction of processing, portability of your data
    and the right to object.
Wrong statement:
    rights: {named: [rectification, erasure, restriction, portability, objection, withdrawal of consent]}
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
    code="RGT01",
    name="no-right-of-access",
    weight=Weight.ERROR,
    article=gdpr("13(2)(b)", "15"),
    title=Text("Het recht op inzage staat er niet", "The right of access is not named"),
    why=Text(
        "Wie niet weet wat er over hem vastligt, kan ook niets laten verbeteren of wissen.",
        "Who does not know what is kept about them cannot have it corrected or erased either.",
    ),
)
_SAID = Text("het recht op inzage ontbreekt", "the right of access is missing")
_CANDIDATE = re.compile(
    r"inzage|\bkennis ?(te )?nemen\b|\bziet\b.{0,40}\b(wat|welke)\b|in te zien|inzien|opvragen|\b(be|in)?(zien"
    r"|kijken)\b.{0,20}\b(wat|welke|het meeste|gegevens)\b"
    r"|\bwat er (over|van) (u|je|jou)\b|\b(wat|welke) .{0,20}\b(over|van) (u|je|jou|jullie|uw kind|je kind)\b"
    r"|\bexport\b"
    r"|\bwhat (\w+ )?(we|is) (hold|have|know|keep|held|kept)\b"
    r"|\b(wat|welke gegevens) (wij|we) (precies )?van (u|je)\b"
    r"|kopie van (uw|je|jouw)|\baccess\b|copy of your",
    re.IGNORECASE | re.DOTALL,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """The right is not read, although people have it here. A statement about cookies alone is not asked."""
    yield from right_missing("access", published, _SAID, _CANDIDATE)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The right is not among those named, although people have it on the bases that are stated."""
    yield from unnamed("access", statement, _SAID)
