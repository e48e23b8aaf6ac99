"""`gestand keep`: what came of the plan, in words, in JSON, or not at all."""

import os
import pty
import re
import subprocess
import sys

import pytest
from tests.path.firm import DUE, FRESH, WAITING, Call, Firm, many, messages


def test_what_was_done_is_told_with_its_level_once(company: Firm, english: Call) -> None:
    company.approve(english)
    ran = english("keep")
    assert ran.code == 0
    assert f"✓ {DUE}  erased from messages (portal)" in ran.out
    assert "✓  4  made unusable in contacts (portal): name, email" in ran.out
    assert f"{WAITING} rows logically erased. Every action is in the log." in ran.said


def test_what_waits_is_told_with_the_command_that_approves_it(company: Firm, english: Call) -> None:
    ran = english("keep")
    assert ran.code == 1
    assert re.search(
        r"\n  gestand approve [0-9a-f]{12} --by NAME --reason WHY\nNothing was changed\.", ran.out
    )
    assert company.rows(messages) == DUE + FRESH


def test_quiet_says_nothing_when_all_is_done_and_speaks_when_something_waits(
    company: Firm, gestand: Call
) -> None:
    assert "Wacht op goedkeuring" in gestand("keep", "--quiet").out
    company.approve(gestand)
    ran = gestand("keep", "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert company.rows(messages) == FRESH


def test_a_slice_says_what_is_left(company: Firm, english: Call) -> None:
    company.approve(english)
    ran = english("keep", "--slice", "10")
    assert "of 40 planned" in ran.said
    assert "left: 34" in ran.said


def test_json_tells_what_came_of_each_action(company: Firm, gestand: Call) -> None:
    waiting = gestand("keep", "--json")
    assert (waiting.code, waiting.json()["exit"], waiting.json()["outcomes"]) == (1, 1, [])
    company.approve(gestand)
    told = gestand("keep", "--json").json()
    assert (told["exit"], told["rows"], told["waiting"]) == (0, WAITING, [])
    (numbers,) = [one for one in told["outcomes"] if one["promise"] == "retention/recipient-numbers"]
    assert numbers == {
        "promise": "retention/recipient-numbers",
        "act": "erase",
        "store": "portal",
        "table": "messages",
        "planned": DUE,
        "rows": DUE,
        "along": 0,
        "left": 0,
        "level": "logically erased",
        "trouble": None,
    }


def test_a_store_that_is_away_ends_in_2(
    company: Firm, english: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARCHIVE_URL", f"sqlite:///{company.folder}/gone/archive.db")
    ran = english("keep", "--quiet")
    assert ran.code == 2
    assert "archive · no answer:" in ran.said


def test_a_terminal_shows_a_bar_for_each_action_with_its_rows(company: Firm, gestand: Call) -> None:
    due = many(company, 1)
    company.approve(gestand)
    seen = on_a_terminal(company, "keep", "--at-most", str(due + WAITING))
    for table, rows in (("messages", due), ("contacts", 4), ("invoices", 5), ("visits", 3)):
        assert re.search(rf"· {table} .*━.* {rows}/{rows} ", seen), table
    assert "✓" in seen


def on_a_terminal(company: Firm, *arguments: str) -> str:
    """What a command writes to a terminal of 100 columns."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "gestand", *arguments],
        cwd=company.folder,
        env={**os.environ, **company.environment, "COLUMNS": "100", "TERM": "xterm"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        seen = b"".join(iter(lambda: read(ours), b""))
    os.close(ours)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.decode())


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side has closed
        return b""
