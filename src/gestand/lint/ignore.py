"""Passing over a fault on purpose: `# gestand: ignore RET02 -- reason`, with the reason in every case."""

import re
from dataclasses import dataclass, replace

from gestand.core.place import Place
from gestand.core.text import Language, Text
from gestand.lint.discovery import all_rules
from gestand.lint.remark import Remark

_WRITTEN = re.compile(
    r"(?:#|<!--|//)\s*gestand:\s*(?:ignore|negeer)\b(?P<codes>[ \t]+[A-Z]{3}[A-Z0-9, ]*?)?"
    r"(?:[ \t]*--[ \t]*(?P<reason>[^\n]*?))?[ \t]*(?:-->|$)",
    re.MULTILINE,
)
_NO_CODE = Text(
    "overslaan zonder code doet niets; schrijf `# gestand: negeer CODE -- waarom`",
    "an ignore without a code does nothing; write `# gestand: ignore CODE -- why`",
)
_NO_RULE = Text(
    "geen regel heet {codes}; `gestand lint` noemt de code naast elke fout",
    "no rule is called {codes}; `gestand lint` names the code beside each fault",
)
_NO_REASON = Text(
    "overslaan zonder reden doet niets; schrijf `# gestand: negeer {codes} -- waarom`",
    "an ignore without a reason does nothing; write `# gestand: ignore {codes} -- why`",
)


@dataclass(frozen=True)
class Ignored:
    """Codes that are passed over from `line` to `until`, and why; `until` is 0 for the whole file."""

    line: int
    until: int
    codes: tuple[str, ...]
    reason: str

    def covers(self, remark: Remark) -> bool:
        here = not self.until or self.line <= remark.place.line <= self.until
        return here and remark.rule.code in self.codes


@dataclass(frozen=True)
class Incomplete:
    """An ignore that does nothing, for want of a code, a rule or a reason: where it stands, and how to write it."""

    place: Place
    what: Text

    def said_in(self, language: Language) -> str:
        return f"{self.place}: {self.what.said_in(language)}"


def ignores(
    source: str, file: str, whole_file: bool = False
) -> tuple[tuple[Ignored, ...], tuple[Incomplete, ...]]:
    """What a file asks to pass over, and what asks it without a code that a rule has or without a reason.

    A comment beside a value holds for its line; on a line of its own for the next line, and above the first
    key of the file, or in a text (`whole_file`), for all of it.
    """
    found: list[Ignored] = []
    incomplete: list[Incomplete] = []
    for match in _WRITTEN.finditer(source):
        line = source.count("\n", 0, match.start()) + 1
        codes = tuple(re.findall(r"[A-Z]{3}[0-9]+", match["codes"] or ""))
        reason = (match["reason"] or "").strip()
        if unknown := [code for code in codes if code not in all_rules()]:
            incomplete.append(Incomplete(Place(file, line), _NO_RULE.filled(codes=" ".join(unknown))))
        elif not codes or not reason:
            what = _NO_REASON.filled(codes=" ".join(codes)) if codes else _NO_CODE
            incomplete.append(Incomplete(Place(file, line), what))
        else:
            found.append(_ignored(source, line, match.start(), codes, reason, whole_file))
    return tuple(found), tuple(incomplete)


def _ignored(
    source: str, line: int, begin: int, codes: tuple[str, ...], reason: str, whole_file: bool
) -> Ignored:
    head = source[:begin].splitlines()
    above_all = all(not one.strip() or one.lstrip().startswith("#") for one in head)
    beside = bool(head) and not source[:begin].endswith("\n") and bool(head[-1].strip())
    if whole_file or above_all:
        return Ignored(line, 0, codes, reason)
    return Ignored(line, line if beside else line + 1, codes, reason)


def passed_over(remarks: tuple[Remark, ...], asked: tuple[Ignored, ...]) -> tuple[Remark, ...]:
    """The remarks, each with the reason for which it is passed over, where somebody gave one."""
    return tuple(
        replace(remark, ignored=next((one.reason for one in asked if one.covers(remark)), ""))
        for remark in remarks
    )
