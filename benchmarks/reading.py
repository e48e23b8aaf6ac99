"""How well statements are read and judged, and how fast: on thirteen written for this, with labels by hand."""

import json
import time
from collections.abc import Iterator
from functools import reduce
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.agreement import FIRM, SOFT, Agreement, agreement, folded, issues_agree
from benchmarks.figure import Figure, Section, Size, below
from gestand.core.document import Document, Segment
from gestand.core.fact import Fact
from gestand.lint.issues import issues
from gestand.lint.judge import Choice, judge_text
from gestand.reading.exchange import exchanged
from gestand.reading.facts import facts_of, sure
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of, read_source

STATEMENTS = Path(__file__).parent / "statements"
LONG = 30_000
HOW = """\
The statements are invented: each in the style of another kind of author, ten in Dutch and three in English, with the
faults that published ones have. Most patterns were written before anyone saw them; since then some
were learned from, so that a statement that is not here reads less well. By hand is what the labels hold."""
Read = tuple[Document, tuple[Segment, ...], tuple[Fact, ...]]


def run(size: Size) -> Section:  # noqa: ARG001
    """Needs nothing but the project."""
    names = sorted(path.stem for path in (STATEMENTS / "texts").glob("*.txt"))
    read = {name: _read(read_source(STATEMENTS / "texts" / f"{name}.txt")) for name in names}
    return Section("Reading and judging statements", HOW, (*_facts(read), _faults(read), _speed(read)))


def _read(document: Document) -> Read:
    segments = segments_of(document)
    return document, segments, facts_of(segments, document)


def _facts(read: dict[str, Read]) -> Iterator[Figure]:
    told = {name: exchanged(document.language, sure(facts)) for name, (document, _, facts) in read.items()}
    labels = {name: _labels("labels", name) for name in read}
    groups = {
        "firm facts: bases, rights, terms, contacts": [*FIRM, "controller"],
        "soft facts: data, purposes, recipients, cookies": [*SOFT, "recipients"],
    }
    for what, fields in groups.items():
        counts = (agreement(field, labels[name], told[name]) for field in fields for name in read)
        yield _figure(what, reduce(Agreement.__add__, counts))
    strange = sum(folded(fact.quote.text) not in folded(document.text)
                  for document, _, facts in read.values() for fact in facts)  # fmt: skip
    yield Figure("quotes that are not in their text", "", str(strange), str(strange), "none", strange == 0)


def _faults(read: dict[str, Read]) -> Figure:
    counts = (
        issues_agree(_labels("lint", name), issues(judge_text(*one, Choice(preview=True))))
        for name, one in read.items()
    )
    return _figure("faults that lint names", reduce(Agreement.__add__, counts))


def _figure(what: str, found: Agreement) -> Figure:
    return Figure(what, f"{found.labelled:,}", str(found), f"F1 {found.f1:.2f}")


def _labels(kind: str, name: str) -> Any:
    return json.loads((STATEMENTS / kind / f"{name}.json").read_text("utf-8"))


def _speed(read: dict[str, Read]) -> Figure:
    together = "\n\n".join(document.text for document, _, _ in read.values())[:LONG]
    return below(f"{LONG:,} characters, CPU", median(_seconds(together) for _ in range(5)), 1, "s")


def _seconds(text: str) -> float:
    began = time.process_time()
    _read(document_of(text.encode(), "together.txt"))
    return time.process_time() - began
