"""What a format is said to have no place for changes nothing in it: the loss is told exactly, not guessed."""

from collections.abc import Callable

import pytest
from docs.coverage import changed
from tests.exchange.statements import statement

from gestand.exchange import dpv, gpc, tilt
from gestand.exchange.carried import fits, lost
from gestand.statement.leaves import leaves
from gestand.statement.model import Statement

FORMATS: dict[str, tuple[Callable[[Statement], str], tuple[str, ...]]] = {
    "tilt": (lambda one: tilt.tilt(one, "en").text, tilt.CARRIED),
    "dpv": (lambda one: dpv.dpv(one).text, dpv.CARRIED),
    "gpc": (lambda one: gpc.gpc(one).text, gpc.CARRIED),
}
PARTLY: dict[str, tuple[str, ...]] = {"tilt": ("recipients/*/where", "people"), "dpv": (), "gpc": ()}
"""What is told as lost although a part of it comes over: one country, people who are a source."""


@pytest.mark.parametrize("name", ["cookie-site", "uptime-monitor"])
@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_lost_changes_nothing(format_: str, name: str) -> None:
    say, carried = FORMATS[format_]
    parsed = statement(name)
    before = say(parsed)
    loud = [
        path
        for path in leaves(parsed)
        if not fits(path, (*carried, *PARTLY[format_])) and path != ("gestand",)
        if say(changed(parsed, path[:-1] if path[-1] == "text" else path)) != before
    ]
    assert loud == []


def test_a_denial_is_lost_where_the_format_knows_none() -> None:
    parsed = statement("cookie-site")
    assert dict(lost(parsed, ("recipients",)))["recipients/also elsewhere"] == 2
    assert "recipients/also elsewhere" not in dict(lost(parsed, ("recipients",), denials=("recipients",)))


def test_a_section_that_a_format_is_not_about_is_not_told() -> None:
    told = {part.partition("/")[0] for part, _ in lost(statement("shop"), (), about=("cookies",))}
    assert told == {"cookies"}
