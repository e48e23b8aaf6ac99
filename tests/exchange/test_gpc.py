"""gpc.json says what the statement says of Global Privacy Control, and nothing when it says nothing."""

import json

import pytest
from tests.exchange.statements import statement

from gestand.exchange.carried import NothingToExport
from gestand.exchange.gpc import gpc
from gestand.statement.absent import UNSTATED
from gestand.statement.devices import Signals


def test_who_honours_the_signal_says_so_with_the_day() -> None:
    exported = gpc(statement("shop"))
    assert json.loads(exported.text) == {"gpc": True, "lastUpdate": "2026-01-01"}
    assert exported.lost == (("signals/DNT", 1),)


def test_who_ignores_the_signal_says_that_too() -> None:
    ignoring = statement("shop").model_copy(update={"signals": Signals(GPC="ignored", DNT=UNSTATED)})
    assert json.loads(gpc(ignoring).text)["gpc"] is False


def test_who_says_nothing_of_it_has_nothing_to_export() -> None:
    with pytest.raises(NothingToExport, match="signals: "):
        gpc(statement("minimal"))
