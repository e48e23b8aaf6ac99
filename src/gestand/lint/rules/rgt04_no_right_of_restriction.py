"""People are not told of their right to have processing restricted.

Wrong nl:
    Wij gebruiken uw gegevens om u reclame te sturen, met uw toestemming.
    U heeft recht op inzage, rectificatie, wissing, overdraagbaarheid van uw gegevens en bezwaar.
Wrong en:
    We use your data to send you advertising, with your consent.
    You have the right to access, rectification, erasure, portability of your data and the right to
    object.
Wrong statement:
    rights: {named: [access, rectification, erasure, portability, objection, withdrawal of consent]}
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
    code="RGT04",
    name="no-right-of-restriction",
    weight=Weight.ERROR,
    article=gdpr("13(2)(b)", "18"),
    title=Text("Het recht op beperking staat er niet", "The right of restriction is not named"),
    why=Text(
        "Bij onenigheid kan iemand zijn gegevens laten stilzetten tot het uitgezocht is; dat moet hij weten.",
        "In a dispute somebody can have their data frozen until it is settled; they have to know that.",
    ),
)
_SAID = Text("het recht op beperking ontbreekt", "the right of restriction is missing")
_CANDIDATE = re.compile(
    r"stil ?(te )?zetten|stilzet|stilgezet|stil ?(te )?leggen|stilgelegd|opschort"
    r"|pas op de plaats|\bbevriez\w*|\b(tijdelijk|voorlopig|even)\b.{0,20}\bniet\b|\bon (ice|hold)\b|\bfreeze\b"
    r"|\bpause\b"
    r"|minder gegevens|suspend|blokker|pauze|\blimit\b|beperking van (de|het"
    r"|uw|je|jouw)? ?\w*|recht op beperking|\bte beperken\b|beperken van"
    r"|verwerking\b.{0,40}\bbeperk|afscherm|\brestrict",
    re.IGNORECASE | re.DOTALL,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """The right is not read, although people have it here. A statement about cookies alone is not asked."""
    yield from right_missing("restriction", published, _SAID, _CANDIDATE)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The right is not among those named, although people have it on the bases that are stated."""
    yield from unnamed("restriction", statement, _SAID)
