"""Walks a case by the command line, as a program of its own that kills itself at the step it is told.

`python -m tests.requests.crashing` reads lines of JSON: a folder, its environment, its book, the names of its stores by
dialect, the walk, the step to die at (0 for none), and how many commands to go. Each walk is a new process, forked
before anything was opened; it goes on where the last one in that folder died. The answer is a line of JSON: how the
process ended, and the steps it went through.
"""

import contextlib
import json
import os
import re
import signal
import smtplib
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine.default import DefaultDialect

import gestand
from gestand.book.keyring import KeyRing
from gestand.cli import main
from gestand.datamap.parse import parse_data_map
from gestand.documents.letters.said import environment
from gestand.statement.parse import parse_statement
from gestand.wiring import company
from gestand.wiring.office import Office

HER = "ann.smit@example.org"
ADD = ["request", "add", "--name", "Ann Smit", "--email", HER, "--correct", "invoice.payer=Ann de Wit"]
ADD += ["--right", "access", "--right", "erasure", "--right", "rectification"]
WALK = (
    ADD,
    ["request", "identify", "CASE", "--proof", "mailed link", "--by", "An officer"],
    ["request", "decide", "CASE", "--grant", "--by", "An officer"],
    ["request", "plan", "CASE", "--json"],
    ["request", "keep", "CASE", "--plan", "DIGEST"],
    ["request", "found", "CASE", "paper", "2", "2", "--by", "An officer"],
    ["request", "keep", "CASE", "--plan", "DIGEST"],
    ["mail", "send"],
)
"""From receipt to answer; what an officer types. A command that died is typed again."""
LIFT = ["request", "lift", "CASE", "--reason", "the claim was settled", "--by", "An officer"]
RESTRICTED = (
    [*ADD[:6], "--right", "restriction"],
    *WALK[1:6],
    *(
        ["request", "found", "CASE", store, "2", "2", "--by", "An officer"]
        for store in ("first", "second", "third")
    ),
    *WALK[6:],
    LIFT,
    ["mail", "send"],
    LIFT,
)
"""A restriction, and its end: the letter goes out first, and then the same command is typed again (GDPR 18(3))."""
WALKS = {"erasure": WALK, "restriction": RESTRICTED}
_NOT_LOADED = (
    "gestand.web",
    "gestand.examples",
    "gestand.reading",
    "gestand.book.migrations",
    "gestand.__main__",
)
_OVER = "Nothing is left to do"
_BESIDES = {
    "links": "a link",
    "case_payloads": "her copy",
    "suppressions": "whom to leave alone",
    "tombstones": "whom to erase again",
    "holds": "a hold",
    "case_views": "who looked",
}
"""What the book keeps besides the steps of a case, its letters and the log."""


statement_in, data_map_in = cache(parse_statement), cache(parse_data_map)


class Steps:
    """Counts the steps of one process, and ends it with SIGKILL at one of them."""

    def __init__(self, die_at: int, file: Path) -> None:
        self.die_at, self.file, self.number = die_at, file, 0
        self.command = ""
        self.wrote: list[str] = []

    def step(self, name: str) -> None:
        self.number += 1
        with self.file.open("a") as opened:
            opened.write(f"{self.command}: {name}\n")
        if self.number == self.die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, name: str, what: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*given: Any, **named: Any) -> Any:
            self.step(f"before {name}")
            answer = what(*given, **named)
            self.step(f"after {name}")
            return answer

        return stepped


def watch(steps: Steps, book: str, stores: dict[str, str]) -> None:
    """A step before and after every commit that writes, everything written outside a transaction, and all that is said
    to the mail server; and after each statement of a transaction in a store. `stores` are names by dialect.
    """
    commit, close = DefaultDialect.do_commit, os.close

    def wrote(
        connection: sa.Connection, _cursor: object, statement: str, given: Any, _context: object, _many: bool
    ) -> None:
        found = re.match(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM) [\"`]?(\w+)", statement)
        if found is None:
            return
        if str(connection.engine.url.database) == book:
            steps.wrote.extend(_told(found[1], given))
            return
        steps.wrote.append(f"store {stores[connection.dialect.name]}")
        steps.step(f"within {steps.wrote[-1]}, after statement {len(steps.wrote)} ({found[1]})")

    def committed(dialect: DefaultDialect, connection: Any) -> None:
        places, steps.wrote = list(dict.fromkeys(steps.wrote)), []
        kind = "" if places and places[0].startswith("store") else "the book: "
        act = steps.around(f"commit of {kind}{', '.join(places)}", commit) if places else commit
        act(dialect, connection)

    def after_the_file_is_made(handle: int) -> None:
        close(handle)
        steps.step("a file is made, still empty")

    sa.event.listen(sa.Engine, "after_cursor_execute", wrote)
    DefaultDialect.do_commit = committed  # type: ignore[method-assign]
    os.close = after_the_file_is_made  # type: ignore[assignment]
    for place, name, told in (
        (KeyRing, "make", "keys are made"),
        (KeyRing, "for_found", "a key is made"),
        (Office, "written", "a letter is written"),
        (Office, "package", "her copy is made"),
        (smtplib.SMTP, "connect", "the server is greeted"),
        (smtplib.SMTP, "mail", "the sender is named"),
        (smtplib.SMTP, "rcpt", "the addressee is named"),
        (smtplib.SMTP, "data", "the letter is given over and taken"),
        (smtplib.SMTP, "quit", "taking leave"),
    ):
        setattr(place, name, steps.around(told, getattr(place, name)))
    smtplib.SMTP.send = _in_two_halves(steps, smtplib.SMTP.send)  # type: ignore[method-assign]


def _in_two_halves(steps: Steps, send: Callable[..., Any]) -> Callable[..., Any]:
    """The bytes of a letter, half by half; what is said about it goes whole."""

    def sent(server: smtplib.SMTP, given: bytes | str) -> None:
        if isinstance(given, str) or not given.endswith(b"\r\n.\r\n"):
            send(server, given)
            return
        half = len(given) // 2
        send(server, given[:half])
        steps.step("half of the letter is given over")
        send(server, given[half:])
        steps.step("all of the letter is given over, and no answer read")

    return sent


def _told(table: str, given: Any) -> Iterator[str]:
    """What a statement on the book is about, in a word or two."""
    if table == "log_entries":
        for row in given if isinstance(given, list) else [given]:
            entry = json.loads(bytes(list(row.values() if isinstance(row, dict) else row)[1]))
            yield entry.get("word", "") if entry["kind"] == "case" else entry["kind"]
    elif table == "letters":
        values = list(given.values() if isinstance(given, dict) else given)
        yield next(
            (f"letter {one}" for one in ("queued", "sending", "sent") if one in values), "letter sealed"
        )
    elif table in _BESIDES:
        yield _BESIDES[table]


def walk(folder: Path, steps: Steps, commands: Sequence[list[str]]) -> None:
    """The commands from the one that died last time, up to the last of these."""
    at, digest = folder / "walk.at", folder / "walk.digest"
    begin = int(at.read_text()) if at.exists() else 0
    case = folder / "walk.case"
    for number, command in list(enumerate(commands))[begin:]:
        at.write_text(str(number))
        told = {"CASE": case.read_text() if case.exists() else ""}
        told["DIGEST"] = digest.read_text() if digest.exists() else ""
        steps.command = " ".join(command[:2])
        said = _called(folder, [told.get(one, one) for one in command])
        if number == 0:
            case.write_text(said.split()[0])
        if "--json" in command:
            digest.write_text(json.loads(said)["digest"][:12])
    at.write_text(str(len(commands)))


def _called(folder: Path, arguments: list[str]) -> str:
    out, code = folder / "walk.out", 0
    with out.open("w") as opened, contextlib.redirect_stdout(opened), contextlib.redirect_stderr(opened):
        try:
            main(["-C", str(folder), *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
    said = out.read_text()
    if code and _OVER not in said:
        raise AssertionError(f"{arguments[:2]} ended with {code}: {said}")
    return said


def _in_a_child(told: dict[str, Any]) -> dict[str, Any]:
    folder = Path(told["folder"])
    trace = folder / "walk.steps"
    trace.write_text("")
    statement_in(folder / "statement.yaml")
    data_map_in(folder / "datamap.yaml")
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.environ.update(told["environment"])
            steps = Steps(told["die at"], trace)
            watch(steps, told["book"], told["stores"])
            walk(folder, steps, WALKS[told["walk"]][: told["until"]])
            code = 0
        except BaseException as error:  # noqa: BLE001
            (folder / "walk.trouble").write_text(f"{type(error).__name__}: {error}")
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    trouble = folder / "walk.trouble"
    return {
        "killed": os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL,
        "code": os.waitstatus_to_exitcode(status),
        "steps": trace.read_text().splitlines(),
        "trouble": trouble.read_text() if trouble.exists() else "",
    }


def serve() -> None:
    """A line in, a walk, a line out. What a command needs is loaded and read beforehand: a walk begins at once."""
    for module in walk_packages(gestand.__path__, "gestand."):
        if not module.name.startswith(_NOT_LOADED):
            import_module(module.name)
    for name in ("receipt.en.md", "answer.en.md"):
        environment("en").get_template(name)
    company.parse_statement = statement_in  # type: ignore[attr-defined]
    company.parse_data_map = data_map_in  # type: ignore[attr-defined]
    for line in sys.stdin:
        print(json.dumps(_in_a_child(json.loads(line))), flush=True)


if __name__ == "__main__":
    serve()
