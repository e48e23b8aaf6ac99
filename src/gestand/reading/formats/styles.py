"""Which styles of a Word file are headings, lists or tables of contents."""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

_HEADING = re.compile(r"(?:heading|kop|titre|überschrift)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel|titre)", re.IGNORECASE)
_SUBTITLE = re.compile(r"(?:subtitle|ondertitel)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|inhopg)\s*\d|toc ?heading|kopvaninhoudsopgave", re.IGNORECASE)
_LISTED = re.compile(r"list (?:bullet|number)|lijst(?:opsom|nummer)", re.IGNORECASE)


@dataclass
class Style:
    """One style: its name, the style it stands on, and its level in the outline, zero when it has none."""

    name: str = ""
    based_on: str = ""
    outline: int = 0


@dataclass
class Styles:
    """All styles of a file, by the name that paragraphs call them."""

    known: dict[str, Style] = field(default_factory=dict)
    _at: Style = field(default_factory=Style)

    def parser(self) -> expat.XMLParserType:
        """A parser that fills these styles."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._enter
        return parser

    def _enter(self, tag: str, told: dict[str, str]) -> None:
        value = told.get("w:val", "")
        match tag:
            case "w:style":
                self._at = self.known.setdefault(told.get("w:styleId", ""), Style())
            case "w:name":
                self._at.name = value
            case "w:basedOn":
                self._at.based_on = value
            case "w:outlineLvl" if value.isdigit():
                self._at.outline = int(value) + 1
            case _:
                pass

    def heading(self, style: str) -> int:
        """The level of the heading that this style makes; zero when it makes none."""
        for name in self._names(style):
            found = _HEADING.fullmatch(name)
            if found:
                return int(found[1])
            if _TITLE.fullmatch(name):
                return 1
            if _SUBTITLE.fullmatch(name):
                return 2
        outline = self.known.get(style, Style()).outline
        return outline if outline <= 6 else 0

    def is_contents(self, style: str) -> bool:
        return any(_CONTENTS.match(name) for name in self._names(style))

    def is_listed(self, style: str) -> bool:
        return any(_LISTED.match(name) for name in self._names(style))

    def _names(self, style: str) -> list[str]:
        """The style's id and name, and those of the styles it stands on, ten at most."""
        names = []
        for _ in range(10):
            told = self.known.get(style, Style())
            names += [style, told.name]
            if not told.based_on or told.based_on == style:
                break
            style = told.based_on
        return names
