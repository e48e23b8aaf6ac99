"""Judges a statement or a published text by every rule that was chosen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from gestand.core.document import Document, Segment
from gestand.core.fact import Fact, Quote
from gestand.core.place import Place
from gestand.lint.discovery import Loaded, all_rules
from gestand.lint.judgment import Judgment
from gestand.lint.precision import measured
from gestand.lint.published import Published
from gestand.lint.remark import Remark
from gestand.lint.rule import Rule, Weight
from gestand.statement.model import Statement


@dataclass(frozen=True)
class Choice:
    """Which rules to judge by: the start of codes (`RET`, `RET02`); all in force when `select` is empty."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False

    def takes(self, rule: Rule) -> bool:
        if rule.preview and not (self.preview or rule.code in self.select):
            return False
        chosen = not self.select or rule.code.startswith(self.select)
        return chosen and not (self.ignore and rule.code.startswith(self.ignore))


_PLAIN = {0x2018: "'", 0x2019: "'", 0xAD: None}
"""Curly apostrophes become straight; soft hyphens go."""
EVERY_RULE = Choice()
"""All rules that are in force, none in preview."""


def judge_statement(statement: Statement, choice: Choice = EVERY_RULE) -> tuple[Remark, ...]:
    """Every remark on a statement, in the order of its file. What stands there is exact, so weights stay."""
    remarks = [
        _remark(loaded.rule, loaded.rule.weight, judgment, statement.place_of(judgment.path))
        for loaded in chosen(choice)
        if loaded.judge_statement
        for judgment in loaded.judge_statement(statement)
    ]
    return tuple(sorted(remarks, key=_order))


def judge_text(
    document: Document,
    segments: tuple[Segment, ...],
    facts: tuple[Fact, ...],
    choice: Choice = EVERY_RULE,
) -> tuple[Remark, ...]:
    """Every remark on a text, in the order of its passages; what is missing comes first."""
    published = Published(document, tuple(_folded(segment) for segment in segments), facts)
    lines = _Lines(document)
    remarks = [
        _remark(loaded.rule, _weight(loaded.rule), lines.quoted(judgment), lines.place_of(judgment))
        for loaded in chosen(choice)
        if loaded.judge_text
        for judgment in loaded.judge_text(published)
    ]
    return tuple(sorted(remarks, key=_order))


def chosen(choice: Choice) -> Iterator[Loaded]:
    """The rules that are to be judged by, in the order of their codes."""
    return (loaded for loaded in all_rules().values() if choice.takes(loaded.rule))


def _remark(rule: Rule, weight: Weight, judgment: Judgment, place: Place) -> Remark:
    return Remark(
        rule, weight, judgment.what, judgment.found, place, judgment.quotes, judgment.path, judgment.about
    )


def _weight(rule: Rule) -> Weight:
    """An error in a text takes a measured precision; without one it is a warning."""
    unsure = not measured().of(rule.code).allows_errors
    return Weight.WARNING if rule.weight is Weight.ERROR and unsure else rule.weight


def _order(remark: Remark) -> tuple[int, int, str]:
    return remark.place.line, remark.place.column, remark.rule.code


def _folded(segment: Segment) -> Segment:
    """The passage as rules look at it: composed letters, single spaces on one line, straight apostrophes."""
    text = normalize("NFC", segment.text).translate(_PLAIN)
    return replace(segment, text=" ".join(text.split()), lead=" ".join(segment.lead.split()))


class _Lines:
    """Turns characters of a document into lines and columns; without a quote, the first line."""

    def __init__(self, document: Document) -> None:
        self.name, self.text = document.name, document.text

    def quoted(self, judgment: Judgment) -> Judgment:
        """The judgment with its quotes in the letters of the document."""
        quotes = (Quote(one.begin, one.end, self.text[one.begin : one.end]) for one in judgment.quotes)
        return replace(judgment, quotes=tuple(quotes))

    def place_of(self, judgment: Judgment) -> Place:
        if not judgment.quotes:
            return Place(self.name, 1)
        begin = judgment.quotes[0].begin
        line = self.text.count("\n", 0, begin) + 1
        return Place(self.name, line, begin - (self.text.rfind("\n", 0, begin) + 1) + 1)


def unknown_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Those that no rule's code begins with."""
    known = tuple(all_rules())
    return tuple(code for code in codes if not any(one.startswith(code) for one in known))
