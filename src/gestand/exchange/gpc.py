"""What the company does with Global Privacy Control, as the file `/.well-known/gpc.json` of that standard.

The two fields are written down from memory, and were held against no text of the standard.
"""

import json

from gestand.exchange.carried import Exported, NothingToExport, lost
from gestand.statement.devices import Signals
from gestand.statement.model import Statement

CARRIED = ("effective", "signals/GPC")
"""The parts of a statement that have a place in gpc.json."""


def gpc(statement: Statement) -> Exported:
    """`{"gpc": true, "lastUpdate": "2026-01-01"}`. Raises NothingToExport when the statement does not say."""
    answer = statement.signals.gpc if isinstance(statement.signals, Signals) else None
    if not answer:
        raise NothingToExport(
            "The statement does not say what the company does with Global Privacy Control. Say it: "
            "`signals: {GPC: refuses all that is asked}`, or `ignored`."
        )
    since = {"lastUpdate": statement.effective.isoformat()} if statement.effective else {}
    document = {"gpc": answer == "refuses all that is asked", **since}
    return Exported(f"{json.dumps(document)}\n", lost(statement, CARRIED, about=("signals",)))
