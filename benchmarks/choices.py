"""The ledger of choices: does recording, looking up or proving one take longer when millions are on record?"""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure, Section, Size, ratio
from gestand.book.database import open_book
from gestand.core.choice import VISITOR, Choice, ChoiceWay, Offer, Subject
from gestand.evidence.keys import make_keys
from gestand.wiring.choices import BookChoices, digest_of

FEW = 10_000
GROUP = 2_000
TURNS = 50
AT_MOST = 1.5
BEGAN = datetime(2026, 7, 1, tzinfo=UTC)
PURPOSE = "statistics"
OFFER = Offer("nl", "banner", ("Mogen wij meten?",), ("Ja", "Nee"), ((PURPOSE, "Meten"),))
HOW = """\
Two books in SQLite files, durable at every commit (`synchronous = FULL`), each with choices of as many visitors, a line
of the log for each; every choice is on one purpose. "By hand" is the book with few choices, gestand the one with many:
the same code, in turn, so the ratio is what a longer ledger costs. Record: one choice in a commit of its own. Look up:
the last word of a visitor drawn at random. Prove: a bundle of such a visitor's choice with its inclusion proof and a
signed checkpoint, held to the public key before it is handed out. A round is the median of {turns} of each."""


def run(size: Size) -> Section:
    """Needs about 1 GB of room for each million choices."""
    few, many = min(FEW, size.rows // 10), size.rows
    with TemporaryDirectory(prefix="gestand-bench-") as folder:
        ledgers = _filled(Path(folder) / "few", few), _filled(Path(folder) / "many", many)
        figures = _figures(ledgers, (few, many), size.rounds)
        for ledger in ledgers:
            ledger.book.close()
    title = f"Choices: {many:,} on record beside {few:,}"
    return Section(title, HOW.format(turns=TURNS), figures)


def _figures(
    ledgers: tuple[BookChoices, BookChoices], sizes: tuple[int, int], rounds: int
) -> tuple[Figure, ...]:
    acts: dict[str, Callable[[BookChoices, int, random.Random], object]] = {
        "record one choice": _record,
        "look up the last word": lambda ledger, size, drawn: ledger.standing(_drawn(size, drawn), PURPOSE),
        "prove one subject's choice": lambda ledger, size, drawn: ledger.proof(_drawn(size, drawn)),
    }
    found = []
    for what, act in acts.items():
        sides: tuple[list[float], list[float]] = ([], [])
        drawn = random.Random(7)
        for _ in range(rounds):
            spent: tuple[list[float], list[float]] = ([], [])
            for _ in range(TURNS):
                for ledger, size, seconds in zip(ledgers, sizes, spent, strict=True):
                    began = time.perf_counter()
                    act(ledger, size, drawn)
                    seconds.append(time.perf_counter() - began)
            for side, seconds in zip(sides, spent, strict=True):
                side.append(sorted(seconds)[TURNS // 2])
        found.append(ratio(what, *sides, at_most=AT_MOST))
    return tuple(found)


def _filled(folder: Path, many: int) -> BookChoices:
    """A ledger with so many choices, each of another visitor."""
    folder.mkdir()
    book, keys = open_book(folder / "book.db", create=True), make_keys(folder / "keys", "example.org/log")
    ledger = BookChoices(book, keys, lambda: BEGAN + timedelta(days=1))
    shown = ledger.offer(OFFER)
    for begin in range(0, many, GROUP):
        numbers = range(begin, min(begin + GROUP, many))
        ledger.record([(_visitor(number), _choice(shown, number)) for number in numbers])
    return ledger


def _visitor(number: int) -> Subject:
    return Subject(VISITOR, f"{number:032x}")


def _drawn(size: int, drawn: random.Random) -> Subject:
    return _visitor(drawn.randrange(size))


def _choice(shown: str, number: int) -> Choice:
    at = BEGAN + timedelta(milliseconds=number)
    return Choice(at, ((PURPOSE, number % 3 > 0),), shown, "a" * 64, 1, "nl", ChoiceWay.BANNER)


def _record(ledger: BookChoices, size: int, drawn: random.Random) -> object:
    """Of a visitor who was never there before."""
    return ledger.record([(_visitor(size + drawn.randrange(1 << 100)), _choice(digest_of(OFFER), size))])
