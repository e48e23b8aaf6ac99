"""People are not told of their right to take data along.

Wrong nl:
    Wij gebruiken uw gegevens om u reclame te sturen, met uw toestemming.
    U heeft recht op inzage, rectificatie, wissing, beperking van de verwerking en bezwaar.
Wrong en:
    We use your data to send you advertising, with your consent.
    You have the right to access, rectification, erasure, restriction of processing and the right to
    object.
Wrong statement:
    rights: {named: [access, rectification, erasure, restriction, objection, withdrawal of consent]}
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
    code="RGT05",
    name="no-right-of-portability",
    weight=Weight.ERROR,
    article=gdpr("13(2)(b)", "20"),
    title=Text("Het recht op overdraagbaarheid staat er niet", "The right of portability is not named"),
    why=Text(
        "Wie zijn gegevens kan meenemen, kan overstappen zonder opnieuw te beginnen.",
        "Who can take their data along can change to another without starting afresh.",
    ),
)
_SAID = Text("het recht op overdraagbaarheid ontbreekt", "the right of portability is missing")
_CANDIDATE = re.compile(
    r"overdraagba|dataportab|portab|overdracht van (uw|je|jouw|de) (persoons)?gegevens"
    r"|\bover ?te ?(laten ?)?(dragen|zetten)\b|\boverdragen\b|\b(aan|naar) een ander\w*\b.{0,30}\b(geven"
    r"|sturen)\b|\bmee ?(te )?(nemen|krijgen|geven)\b"
    r"|\bdownloade?n?\b|\bexport\b"
    r"|\b(take|move|bring)\b.{0,40}\b(elsewhere|with you|along)\b"
    r"|\banother (system|provider|company|organisation|service)\b|\bwith you\b.{0,20}\bleave\b"
    r"|(computer)?bestand\b.{0,40}\bnaar\b|gangbaar formaat|machine-?leesba|machine-?readable",
    re.IGNORECASE | re.DOTALL,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """The right is not read, although people have it here. A statement about cookies alone is not asked."""
    yield from right_missing("portability", published, _SAID, _CANDIDATE)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The right is not among those named, although people have it on the bases that are stated."""
    yield from unnamed("portability", statement, _SAID)
