"""Walks the body of a Word file and puts headings, paragraphs, items and rows on a sheet."""

from xml.parsers import expat

from gestand.core.document import Shape, Unread
from gestand.core.text import Text
from gestand.reading.extract import Sheet
from gestand.reading.formats.grid import Grid
from gestand.reading.formats.styles import Styles
from gestand.reading.headings import BOLD_LEVEL, could_be_heading
from gestand.reading.lines import ITEM

_SKIPPED = frozenset(["mc:Fallback", "w:instrText", "w:delText", "w:moveFrom"])
_OFF = frozenset(["0", "false", "off"])
EMBEDDED = Text("een ingesloten bestand", "an embedded file")


class Word:
    """Reads one body: `sheet` fills up, `unread` says what lies elsewhere."""

    def __init__(self, styles: Styles) -> None:
        self.sheet = Sheet()
        self.unread: list[Unread] = []
        self._styles = styles
        self._grid = Grid(self.sheet)
        self._skipping = 0
        self._begin()
        self._in_text = False
        self._run_bold = False

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._style, self._list_level, self._plain, self._outline = "", 0, False, 0

    def parser(self) -> expat.XMLParserType:
        """A parser that puts what it reads on the sheet."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._enter
        parser.EndElementHandler = self._leave
        parser.CharacterDataHandler = self._text
        return parser

    def _enter(self, tag: str, told: dict[str, str]) -> None:
        if self._skipping or tag in _SKIPPED:
            self._skipping += 1
            return
        value = told.get("w:val", "")
        match tag:
            case "w:p":
                self._begin()
            case "w:pStyle":
                self._style = value
            case "w:outlineLvl" if value.isdigit() and int(value) < 6:
                self._outline = int(value) + 1
            case "w:ilvl" if value.isdigit():
                self._list_level = int(value[:1]) + 1
            case "w:numId":
                self._list_level = 0 if value == "0" else max(1, self._list_level)
            case "w:r":
                self._run_bold = False
            case "w:b":
                self._run_bold = value not in _OFF
            case "w:t":
                self._in_text = True
            case "w:tab" | "w:br" | "w:cr":
                self._parts.append(" ")
            case "w:noBreakHyphen":
                self._parts.append("-")
            case "w:tbl" | "w:tr" | "w:tc":
                self._grid.enter({"w:tbl": "table", "w:tr": "tr", "w:tc": "td"}[tag], {})
            case "w:tblHeader":
                self._grid.titled()
            case "w:object" | "w:altChunk":
                self.unread.append(Unread(EMBEDDED))
            case _:
                pass

    def _leave(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        match tag:
            case "w:t":
                self._in_text = False
            case "w:p":
                self._put("".join(self._parts))
                self._begin()
            case "w:tbl" | "w:tr" | "w:tc":
                self._grid.leave({"w:tbl": "table", "w:tr": "tr", "w:tc": "td"}[tag])
            case _:
                pass

    def _text(self, data: str) -> None:
        if self._in_text and not self._skipping:
            self._parts.append(data)
            self._plain = self._plain or (bool(data.strip()) and not self._run_bold)

    def _put(self, text: str) -> None:
        bare = text.strip()
        level = self._styles.heading(self._style) or self._outline
        listed = self._list_level or int(self._styles.is_listed(self._style))
        if not bare or self._styles.is_contents(self._style) or self._grid.takes(f"{text} "):
            return
        if level:
            self.sheet.add(Shape.HEADING, bare, level)
        elif listed or ITEM.match(bare):
            self.sheet.add(Shape.ITEM, bare, max(1, listed))
        elif not self._plain and could_be_heading(bare):
            self.sheet.add(Shape.HEADING, bare, BOLD_LEVEL + 1)
        else:
            self.sheet.add(Shape.PARAGRAPH, bare)
