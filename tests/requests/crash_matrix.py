"""Every step of a case at which a process can be killed, in every order of three stores, and what comes of it.

An erasure with a copy and a correction, and a restriction with its end; the book in SQLite, and in PostgreSQL.
`python -m tests.requests.crash_matrix` walks them all and prints a matrix for each; `restriction PostgreSQL` only that
one. The tests walk a sample.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from itertools import permutations
from pathlib import Path
from typing import Any

from tests.requests.books import BOOKS, InTheFolder, Kept, book
from tests.requests.company import HER, Club, club
from tests.requests.crashing import WALKS
from tests.requests.mailbox import Mailbox, mailbox
from tests.servers import MARIADB, POSTGRESQL, database

from gestand.core.case import Case
from gestand.core.letter import Sending
from gestand.core.step import Closed, Did, Found, Lifted, Wrote
from gestand.wiring import Company

ROOT = Path(__file__).parents[2]
ENGINES = {"shop": "SQLite", "help": "PostgreSQL", "post": "MariaDB"}
"""The engine of each store."""
ORDERS = tuple(permutations(ENGINES))
TURNS = (("shop", "help", "post"), ("help", "post", "shop"), ("post", "shop", "help"))
"""In these three orders each store is once the first, once in between and once the last."""


@dataclass
class Walker:
    """The program that walks a case, waiting for work."""

    process: "subprocess.Popen[str]"

    def walk(self, company: Club, what: str, die_at: int, until: int | None = None) -> Any:
        names = {engine.dialect.name: name for name, engine in company.by_name.items()}
        asked = {"folder": str(company.folder), "environment": company.environment, "stores": names}
        asked |= {"walk": what, "book": company.book}
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({**asked, "die at": die_at, "until": until}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@contextmanager
def walking() -> Iterator[Walker]:
    command = [sys.executable, "-m", "tests.requests.crashing"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        yield Walker(process)


@dataclass(frozen=True)
class End:
    """How a case ended: all rows, the steps that gestand takes by itself, the letters word for word, her copy, and what
    outlasts the case.
    """

    rows: dict[str, list[tuple[object, ...]]]
    steps: list[object]
    letters: list[str]
    copy: bool
    buried: list[object]
    holds: list[object]


def ended(company: Club, mail: Mailbox) -> End:
    opened = company.opened()
    (line,) = opened.cases.closed_cases()
    case = opened.cases.case(line.id)
    letters = sorted(f"{one['Subject']}\n{_told(str(one.get_content()))}" for one in mail.letters)
    buried = sorted({(one.digest, one.data) for one in opened.tombstones.tombstones()})
    has_copy = opened.cases.unseal(case.id, "found") is not None
    holds = [(one.id, one.data, bool(one.ends)) for one in opened.records.holds()]
    return End(company.rows(), list(_by_itself(case)), letters, has_copy, list(buried), list(holds))


def _by_itself(case: Case) -> Iterator[object]:
    """A person may say the same twice after a crash; gestand does nothing twice."""
    for step in case.steps:
        match step:
            case Found(trail=trail, amounts=amounts):
                yield "found", trail, amounts
            case Did(store=store, remaining=remaining):
                yield "did", store, remaining
            case Wrote(letter=letter, to=to):
                yield "wrote", letter, to
            case Closed(result=result):
                yield "closed", result
            case Lifted(by=by, reason=reason):
                yield "lifted", by, reason


def _told(letter: str) -> str:
    """The letter without its link and its checkpoint, which differ each time."""
    link = re.sub(r"/case/\S+", "/case/LINK", letter)
    return link.partition("Keep this message")[0]


@dataclass(frozen=True)
class Died:
    """What came of one death: how many letters she has in the end, of how many a person was asked whether they had
    arrived, and how many of these had.
    """

    step: str
    letters: int
    asked: int = 0
    arrived: int = 0

    @property
    def cell(self) -> str:
        return f"same, {self.letters}" + (f", asked of {self.arrived}" if self.asked else "")


@dataclass(frozen=True)
class Before:
    """How everything stood before a command, and the steps that the command then takes."""

    command: int
    folder: Path
    rows: dict[str, list[tuple[object, ...]]]
    letters: list[EmailMessage]
    steps: list[str]


@dataclass
class Walked:
    """A case that nobody disturbed, in one order of the stores, and how everything stood on the way."""

    walker: Walker
    company: Club
    mail: Mailbox
    what: str = "erasure"
    book: Kept = field(default_factory=InTheFolder)
    path: list[Before] = field(default_factory=list)

    def __post_init__(self) -> None:
        for command in range(len(WALKS[self.what])):
            folder = self.company.folder.with_suffix(f".{command}")
            shutil.copytree(self.company.folder, folder)
            self.book.keep(command)
            rows, letters = self.company.rows(), list(self.mail.letters)
            went = self.walker.walk(self.company, self.what, 0, command + 1)
            assert went["code"] == 0, went
            self.path.append(Before(command, folder, rows, letters, went["steps"]))
        self.end = ended(self.company, self.mail)

    @property
    def steps(self) -> Iterator[tuple[Before, int, str]]:
        """Each step with the number that it has within its command, and a name that no other step has."""
        seen: Counter[str] = Counter()
        for before in self.path:
            for number, step in enumerate(before.steps, 1):
                seen[step] += 1
                yield before, number, step if seen[step] == 1 else f"{step} [{seen[step]}]"

    def die(self, before: Before, number: int, name: str) -> Died:
        """Kill the command at a step and type it again; a person answers what is asked. The end must be the same."""
        self._go_back_to(before)
        first = self.walker.walk(self.company, self.what, number)
        assert first["killed"], first
        self.mail.settle()
        self._hold_to_the_letter_first(name)
        second = self._type_again(name)
        in_doubt = questions(self.company.opened())
        assert second["code"] in ((0, 1) if in_doubt else (0,)), (name, second)
        arrived = sum(self._answer(letter) for letter in in_doubt)
        if in_doubt:
            self.company.call("mail", "send")
            self._hold_to_the_letter_first(name)
            (self.company.folder / "walk.at").write_text(str(len(WALKS[self.what]) - 1))
            assert self._type_again(name)["code"] == 0, name
        died = Died(name, len(self.mail.letters), len(in_doubt), arrived)
        self._hold_to(died)
        return died

    def _type_again(self, name: str) -> Any:
        ended = self.walker.walk(self.company, self.what, 0)
        self._hold_to_the_letter_first(name)
        return ended

    def _hold_to_the_letter_first(self, step: str) -> None:
        """What was kept out of use since she had her answer stays so until she has the letter (GDPR 18(3))."""
        told = any("use your data again" in str(one["Subject"]) for one in self.mail.to(HER))
        if self.what == "restriction" and self.company.opened().cases.closed_cases() and not told:
            assert set(self._in_use()) == {1}, step

    def _in_use(self) -> Iterator[object]:
        """Of each row that bears her address: 1 where it is kept out of use."""
        rows = self.company.rows()
        for table, email in (("customers", 2), ("tickets", 1), ("parcels", 1)):
            yield from (row[-1] for row in rows[table] if str(row[email]).lower() == HER)

    def _go_back_to(self, before: Before) -> None:
        self.mail.letters[:] = before.letters
        self.company.fill(before.rows)
        shutil.rmtree(self.company.folder)
        shutil.copytree(before.folder, self.company.folder)
        self.book.go_back_to(before.command)

    def _answer(self, letter: int) -> bool:
        """A person looks whether a letter arrived, and says so."""
        assert f"mail sent {letter}" in " ".join(self.company.call("mail", "list").split())
        came = any(f"letter-{letter}@" in str(one["Message-ID"]) for one in self.mail.letters)
        self.company.call("mail", "sent" if came else "again", str(letter))
        return came

    def _hold_to(self, died: Died) -> None:
        end = ended(self.company, self.mail)
        for name in ("rows", "steps", "letters", "copy", "buried"):
            assert getattr(end, name) == getattr(self.end, name), (died.step, name)
        assert not self.company.opened().records.unfinished(), died.step
        arrived = Counter(str(one["Message-ID"]) for one in self.mail.letters)
        assert set(arrived.values()) == {1}, (died.step, arrived)
        assert bool(died.asked) == is_within_the_window(died.step), died
        self._verify(died.step)

    def _verify(self, step: str) -> None:
        """The log as it is handed to an auditor, and nothing in it was begun and not ended."""
        export = self.company.folder / "export"
        self.company.call("log", "--export", str(export))
        told = json.loads(self.company.call("verify", str(export), "--json"))
        assert told["sound"], step
        assert not told["open"], step


def questions(opened: Company) -> list[int]:
    """The letters of which a person is asked whether they arrived."""
    return [one.number for one in opened.outbox.postings() if one.state is Sending.SENDING]


_OUTSIDE = ("before commit of the book: letter sending", "after commit of the book: letter sent")


def is_within_the_window(step: str) -> bool:
    """From when the book says that a letter is being sent, until it says that it was."""
    command, _, what = step.partition(": ")
    return command == "mail send" and not what.startswith(_OUTSIDE)


@contextmanager
def walked(
    folder: Path,
    walker: Walker,
    mail: Mailbox,
    urls: dict[str, str],
    order: Sequence[str],
    what: str = "erasure",
    kind: str = "SQLite",
) -> Iterator[Walked]:
    """The company with its stores in this order and its book of this kind, and a case in it that nobody disturbed."""
    where = folder / "-".join((what, kind, *order))
    where.mkdir()
    shop = f"sqlite:///{where / 'shop.db'}"
    post = f"{urls['post']}?ssl_disabled=true"  # it reads all certificates of the machine for each connection
    with (
        book(kind, urls["help"]) as kept,
        club(where / "club", shop, urls["help"], mail.port, post, order, kept.url) as company,
    ):
        mail.letters.clear()
        yield Walked(walker, company, mail, what, kept)


@dataclass
class Matrix:
    """What came of each step in each order that was walked, of one case in one kind of book."""

    what: str = "erasure"
    kind: str = "SQLite"
    cells: dict[str, dict[Sequence[str], Died]] = field(default_factory=dict)

    def add(self, order: Sequence[str], died: Died) -> None:
        self.cells.setdefault(died.step, {})[order] = died

    @property
    def deaths(self) -> int:
        return sum(map(len, self.cells.values()))

    def lines(self) -> Iterator[str]:
        """A line for each step, a column for each order; an empty cell was not walked."""
        orders = list(dict.fromkeys(order for row in self.cells.values() for order in row))
        width = max(map(len, self.cells)) + 2
        letters = {"erasure": 2, "restriction": 3}[self.what]
        yield f"{self.what}, the book in {self.kind}: {self.deaths} deaths by SIGKILL, and the command typed again."
        yield "`same`: rows, steps, letters, copy, tombstones, holds and log end as in a case that nobody disturbed;"
        yield f"beside it how many letters arrived, of {letters}."
        yield "`asked of N`: a person was asked whether the letter had arrived, and N copies had. Orders of the stores:"
        for number, order in enumerate(orders, 1):
            yield f"  {number}  " + ", ".join(f"{store} ({ENGINES[store]})" for store in order)
        yield f"{'killed at':{width}}" + "".join(f"{number:<20}" for number in range(1, len(orders) + 1))
        for step, row in self.cells.items():
            cells = (row[order].cell if order in row else "" for order in orders)
            yield f"{step:{width}}" + "".join(f"{cell:20}" for cell in cells).rstrip()


def main() -> int:
    """Walk every step in every order, of both cases in both kinds of book or of those that are named."""
    named = set(sys.argv[1:])
    if unknown := named - {*WALKS, *BOOKS}:
        sys.stderr.write(
            f"no case or book is called {', '.join(unknown)}: name {', '.join((*WALKS, *BOOKS))}\n"
        )
        return 2
    with ExitStack() as stack:
        urls = {
            "help": stack.enter_context(database(POSTGRESQL)),
            "post": stack.enter_context(database(MARIADB)),
        }
        mail, walker = stack.enter_context(mailbox()), stack.enter_context(walking())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for what in (one for one in WALKS if not named & set(WALKS) or one in named):
            for kind in (one for one in BOOKS if not named & set(BOOKS) or one in named):
                matrix = Matrix(what, kind)
                for order in ORDERS:
                    with walked(folder, walker, mail, urls, order, what, kind) as undisturbed:
                        _die_at_every_step(undisturbed, order, matrix)
                sys.stdout.writelines(f"{line}\n" for line in matrix.lines())
                sys.stdout.flush()
    return 0


def _die_at_every_step(undisturbed: Walked, order: Sequence[str], matrix: Matrix) -> None:
    for before, number, name in list(undisturbed.steps):
        matrix.add(order, undisturbed.die(before, number, name))
        sys.stderr.write(".")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
