"""Walks the tags of a page and puts headings, paragraphs, items and rows on a sheet, one below the other."""

import re
from html.parser import HTMLParser

from gestand.core.document import Shape, Unread
from gestand.core.text import Text
from gestand.reading.extract import Sheet
from gestand.reading.formats.grid import Grid
from gestand.reading.headings import BOLD_LEVEL, could_be_heading
from gestand.reading.lines import ITEM

_NEVER = frozenset(
    ["script", "style", "noscript", "template", "svg", "math", "title", "object", "canvas", "audio", "video"]
)
_CHROME = frozenset(["nav", "footer", "aside", "button", "select", "dialog", "menu", "datalist"])
_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "tablist"]
)
_AROUND = r"(?:site|main|page|top|global|primary|secondary|mobile|wp)[-_]*"
_MENUS = re.compile(
    rf"(?:^|\s)(?:{_AROUND})?(?:nav(?:bar|igation)?|menu|breadcrumbs?|skip[-_]?link|share[-_]?buttons?|sr-only|"
    r"screen-reader-text)(?:[-_](?:wrapper|container|inner|menu|bar))?(?:\s|$)",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    rf"(?:^|\s)(?:(?:{_AROUND})?(?:footer|sidebar)|cookie[-_]?(?:bar|banner|notice|consent|law|popup|modal))"
    r"(?:[-_](?:wrapper|container|inner|bar))?(?:\s|$)|cky-consent|cybotcookiebotdialog|onetrust-(?:consent|banner)|"
    r"cmplz-cookiebanner|(?:^|\s)cc-(?:window|banner)|iubenda-cs|moove_gdpr|qc-cmp2|didomi-|cookie-law-info-bar",
    re.IGNORECASE,
)
"""Names of what stands around a statement; inside the content of a page such a name may be that of the statement."""
_NAMED = frozenset(["div", "ul", "ol", "section", "header", "span", "a"])
_BLOCK_WORDS = (
    "p div section article main blockquote pre address figure figcaption details dd form fieldset legend label "
    "hr body center caption"
)
_BLOCKS = frozenset(_BLOCK_WORDS.split())
_TERMS = frozenset(["dt", "summary", "button"])
"""What stands in these is the heading of what follows, when it looks like one."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset(["b", "strong"])
_LISTS = frozenset(["ul", "ol"])
_OPENS = re.compile(r"aria-(?:expanded|controls)|accordion|collapse|faq", re.IGNORECASE)
"""A button that opens a part of the text: what stands on it is the heading of that part."""
_FILLED_BY_SCRIPT = re.compile(
    r"cookiedeclaration|/cd\.js|cookie-?script\.com/[^\"']*report|iubenda|termly|complianz", re.I
)
DEEPEST = 30
"""Lists within lists; deeper ones count as one."""
_NO_TEXT = re.compile(
    r"youtube|vimeo|google\.[a-z.]+/(?:maps|recaptcha)|googletagmanager|recaptcha|doubleclick|display:\s*none"
    r"|(?:width|height)=[01](?!\d)",
    re.IGNORECASE,
)
"""Frames with a film, a map or nothing to see."""
_RUNS_ON = re.compile(r"[a-zà-ÿ(,&]")
FRAME = Text("een deel in een frame (iframe)", "a part in a frame (iframe)")
SCRIPT = Text("een lijst die een script van een ander invult", "a list that a script of another fills in")


class Page(HTMLParser):
    """Reads one page: `sheet` fills up, `unread` says what lies elsewhere, `left_out` counts menus and the like."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheet = Sheet()
        self.unread: list[Unread] = []
        self.left_out = 0
        self._grid = Grid(self.sheet)
        self._skipped: list[str] = []
        self._parts: list[str] = []
        self._heading = 0
        self._lists: list[bool] = []
        self._in_content = 0
        self._bold = 0
        self._plain = False
        self._link = ""
        self._linked = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element; one that holds no running text is passed over whole."""
        if self._skipped:
            if tag == self._skipped[-1]:
                self._skipped.append(tag)
            return
        told = {name: value or "" for name, value in attrs}
        if self._is_no_text(tag, told):
            return
        if tag in _HEADINGS:
            self._flush()
            self._heading = _HEADINGS[tag]
            self._grid.abandon()
        elif tag in _LISTS:
            self._flush()
            self._lists += [False] if len(self._lists) < DEEPEST else []
        elif tag in ("li", *_TERMS):
            if not (tag == "button" and self._heading):
                self._flush()
            self._item(tag == "li")
        elif tag in ("main", "article"):
            self._in_content += 1
        elif tag == "br":
            self._parts.append("\n")
        elif tag in _BOLD:
            self._bold += 1
        elif tag == "a":
            self._link = told.get("href", "")
        elif tag in ("table", "tr", "td", "th", "thead"):
            self._flush()
            self._grid.enter(tag, told)
        if tag in _BLOCKS:
            self._flush()

    def _item(self, begins: bool) -> None:
        """An item begins, and with that the one before it ends; it may stand outside any list."""
        if begins and not self._lists:
            self._lists.append(True)
        elif begins:
            self._lists[-1] = True

    def _is_no_text(self, tag: str, told: dict[str, str]) -> bool:
        if tag == "iframe" and not _NO_TEXT.search(
            " ".join(f"{name}={value}" for name, value in told.items())
        ):
            self.unread.append(Unread(FRAME))
        if tag == "script" and _FILLED_BY_SCRIPT.search(f"{told.get('src', '')} {told.get('id', '')}"):
            self.unread.append(Unread(SCRIPT))
        if tag == "button" and (self._heading or _OPENS.search(" ".join((*told, *told.values())))):
            return False
        names = f"{told.get('class', '')} {told.get('id', '')}" if tag in _NAMED else ""
        named = _MENUS.search(names) or (not self._in_content and _OUTSIDE.search(names))
        header = tag == "header" and not self._in_content
        chrome = tag in _CHROME or header or told.get("role", "").lower() in _ROLES or bool(named)
        if chrome or tag in _NEVER or tag == "iframe":
            self._skipped.append(tag)
            self.left_out += chrome
            return True
        return False

    def handle_endtag(self, tag: str) -> None:
        """Leave an element: what was collected in it becomes a block."""
        if self._skipped:
            if tag == self._skipped[-1]:
                self._skipped.pop()
            return
        if tag == "button" and self._heading:
            return
        if tag in _HEADINGS or tag in _BLOCKS or tag in ("li", *_TERMS):
            self._flush(term=tag in _TERMS)
            if tag == "li" and self._lists:
                self._lists[-1] = False
        elif tag in _LISTS:
            self._flush()
            self._lists[-1:] = []
        elif tag in _BOLD:
            self._bold = max(0, self._bold - 1)
        elif tag == "a":
            self._link = ""
        elif tag in ("table", "tr", "td", "th", "thead"):
            self._flush()
            self._grid.leave(tag)
        if tag in ("main", "article"):
            self._in_content = max(0, self._in_content - 1)

    def handle_data(self, data: str) -> None:
        """Collect text, and remember whether all of it is bold, or a link to a place on the page."""
        if self._skipped:
            return
        self._parts.append(data.replace("\n", " "))
        if data.strip():
            self._plain = self._plain or not self._bold
            self._linked += len(data) if self._link.startswith("#") else 0

    def close(self) -> None:
        """The end of the page; what was still open is put down too."""
        super().close()
        self._flush()
        self._grid.leave("table")

    def _flush(self, term: bool = False) -> None:
        text = "".join(self._parts)
        heading, bold, linked = self._heading, not self._plain, self._linked
        self._parts, self._heading, self._plain, self._linked = [], 0, False, 0
        bare = text.strip()
        if not bare:
            self._heading = heading
        elif self._grid.takes(text):
            return
        elif heading:
            self.sheet.add(Shape.HEADING, text, heading)
        elif any(self._lists) and linked >= len(bare) > 0:
            return  # a table of contents
        elif (bold or term) and not any(self._lists) and could_be_heading(bare):
            self.sheet.add(Shape.HEADING, text, BOLD_LEVEL + 1)
        else:
            self._put_lines(text)

    def _put_lines(self, text: str) -> None:
        """A line break ends a block, unless the sentence runs on below it."""
        held = ""
        for line in (" ".join(line.split()) for line in text.split("\n")):
            if held and line and not ITEM.match(line) and (_RUNS_ON.match(line) or held[-1] == ","):
                held = f"{held} {line}"
            elif line:
                self._put_line(held)
                held = line
        self._put_line(held)

    def _put_line(self, line: str) -> None:
        """A line with a mark of its own is an item, though it stands in no list."""
        if any(self._lists) or ITEM.match(line):
            self.sheet.add(Shape.ITEM, line, max(1, len(self._lists)))
        else:
            self.sheet.add(Shape.PARAGRAPH, line)
