"""Special categories of data, or data on crimes, are used without the exception that allows it.

Wrong statement:
    data: {number: {kind: [Health]}}
Right statement:
    data: {number: {kind: [Health], in use because: "GDPR 9(2)(a)"}}
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1315",
    name="special-data-without-ground",
    weight=Weight.ERROR,
    article=gdpr("9(2)", "10", also=Text("UAVG 22-33", "UAVG 22-33 (the Dutch act beside the GDPR)")),
    title=Text(
        "Bijzondere gegevens zonder eigen grond",
        "Special categories without a ground of their own",
    ),
    why=Text(
        "Over gezondheid, geloof of een strafblad mag bijna niemand iets vastleggen, omdat het "
        "mensen het hardst kan raken.",
        "On health, belief or a criminal record almost nobody may keep anything, for it can hurt "
        "people most.",
    ),
    preview=True,
)
_SAID = Text("er staat geen uitzondering die dit toestaat", "no exception that allows this is stated")
_SPECIAL = re.compile(
    r"Health|Biometric|Genetic|Ethnic|Racial|Relig|Politic|TradeUnion|Sexual|Criminal|Disability"
)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """Data of such a kind without `in use because`."""
    for word, datum in statement.data.items():
        if not datum.in_use_because and any(_SPECIAL.search(kind) for kind in datum.kind):
            yield fault_at(f"data/{word}", _SAID)
