"""Whether publishing a draft helps: faults that lint finds in a text, and in the page that its draft becomes."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figure import Figure, Section, Size, counted
from gestand.documents.markdown import markdown
from gestand.documents.sections.unsaid import questions
from gestand.documents.statement import statement_page
from gestand.documents.voice import Voice
from gestand.lint.judge import judge_text
from gestand.lint.remark import Remark
from gestand.reading.draft.compose import draft
from gestand.reading.draft.material import Material
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import read_source
from gestand.statement.parse import parse_statement

STATEMENTS = Path(__file__).parent / "statements" / "texts"
HOW = """\
Each of the thirteen invented statements is read, and its draft is published as Markdown with no word changed by a
person. By hand is the text as it was written. Every rule that finds a fault counts once a text, and so does every one
that stays undecided. A fault goes for one of three reasons: our words are plainer; the law gives a right that the
text left out; or the draft does not take over what is wrong, and a person has to decide what holds instead. What only
the company can say the page does not make up: it asks it as an open question, at its foot."""


@dataclass(frozen=True)
class Faults:
    """Codes of the rules that found a fault, and of those that could not tell."""

    found: frozenset[str]
    undecided: frozenset[str]


@dataclass(frozen=True)
class Rendered:
    """A text beside the page that its draft becomes, and how many questions that page leaves open."""

    name: str
    before: Faults
    after: Faults
    open_questions: int


def run(size: Size) -> Section:  # noqa: ARG001
    """Needs nothing but the project."""
    rendered = tuple(rendered_from(path) for path in sorted(STATEMENTS.glob("*.txt")))
    return Section("Publishing a draft", HOW, tuple(_figures(rendered)))


def _figures(rendered: tuple[Rendered, ...]) -> Iterator[Figure]:
    for one in rendered:
        before, after = len(one.before.found), len(one.after.found)
        met = after <= before
        left = f"{counted(one.open_questions, 'question')} left open"
        yield Figure(one.name, _told(one.before), _told(one.after), left, "no more faults", met)
    before = sum(len(one.before.found) for one in rendered)
    after = sum(len(one.after.found) for one in rendered)
    share, met = f"{after / before:.0%}", 2 * after <= before
    yield Figure("faults together", str(before), str(after), share, "half", met)


def _told(faults: Faults) -> str:
    return f"{counted(len(faults.found), 'fault')}, {len(faults.undecided)} undecided"


def rendered_from(source: Path) -> Rendered:
    """A text read, drafted, published and judged again, in its own language."""
    document = read_source(source)
    segments = segments_of(document)
    facts = facts_of(segments, document)
    statement = parse_statement(draft(Material(document, segments, facts)))
    left = sum(1 for _ in questions(Voice(statement, statement.language)))
    page = markdown(statement_page(statement, statement.language))
    with tempfile.TemporaryDirectory() as folder:
        published = Path(folder) / "page.md"
        published.write_text(page, encoding="utf-8")
        return Rendered(source.stem, _judged(source), _judged(published), left)


def _judged(source: Path) -> Faults:
    document = read_source(source)
    segments = segments_of(document)
    remarks = judge_text(document, segments, facts_of(segments, document))
    return Faults(_codes(remarks, found=True), _codes(remarks, found=False))


def _codes(remarks: tuple[Remark, ...], *, found: bool) -> frozenset[str]:
    return frozenset(one.rule.code for one in remarks if one.found is found)
