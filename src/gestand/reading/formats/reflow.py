"""Puts the lines of printed pages back into paragraphs: no running titles, no page numbers, no hyphens at line ends."""

import re
from collections import Counter

from gestand.reading.headings import ENDS, could_be_heading

_NUMBER_OF_PAGE = re.compile(
    r"(?:(?:pagina|page|blz\.?|p\.)\s*)?-?\s*\d{1,3}\s*-?(?:\s*(?:van|of|/)\s*\d{1,3})?", re.IGNORECASE
)
_HYPHENED = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad]\n(?=[a-zà-ÿ])")
_SUSPENDED = re.compile(r"^(?:en|of|and|or)\b")
_ITEM = re.compile(r"[-*•◦▪●○–\uf0b7]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
EDGE = 2
"""Lines at the top and at the foot of a page that may be a running title."""
SHORT = 0.75
"""A line shorter than this part of the widest is the last one of its paragraph."""


def reflowed(pages: list[str]) -> str:
    """The text of all pages, an empty line between paragraphs."""
    lines = [line for page in _without_titles(pages) for line in page]
    width = max((len(line) for line in lines), default=0)
    parts: list[str] = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        parts.append("\n" if parts and _begins(line, above, lines, number, width) else "")
        parts.append(f"{line}\n")
    return _joined("".join(parts))


def _without_titles(pages: list[str]) -> list[list[str]]:
    """The lines of each page without those that stand at the edge of three pages or more."""
    split = [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in pages]
    edges = Counter(line for page in split for line in {*page[:EDGE], *page[-EDGE:]})
    return [
        [
            line
            for at, line in enumerate(page)
            if not (_at_edge(at, page) and _is_running(line, edges, len(pages)))
        ]
        for page in split
    ]


def _at_edge(at: int, page: list[str]) -> bool:
    return at < EDGE or at >= len(page) - EDGE


def _is_running(line: str, edges: Counter[str], pages: int) -> bool:
    return bool(_NUMBER_OF_PAGE.fullmatch(line)) or edges[line] >= max(3, pages // 2)


def _begins(line: str, above: str, lines: list[str], number: int, width: int) -> bool:
    """Whether a paragraph or a heading begins at this line."""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    ended = bool(ENDS.search(above)) and len(above) < SHORT * width
    if _ITEM.match(line):
        return not _ITEM.match(above)
    if could_be_heading(above) and len(above) < SHORT * width and _stands_alone(number - 1, lines, width):
        return line[0].isupper()
    heading = could_be_heading(line) and len(line) < SHORT * width and below[:1].isupper()
    return ended or (heading and line[0].isalnum() and not line[0].islower() and bool(ENDS.search(above)))


def _stands_alone(number: int, lines: list[str], width: int) -> bool:
    """Whether this line is no end of a sentence that began above it."""
    if not number:
        return True
    above = lines[number - 1]
    return bool(ENDS.search(above)) or len(above) < SHORT * width


def _joined(text: str) -> str:
    """Words that a line's end cut in two are whole again."""
    return _HYPHENED.sub(lambda cut: "-\n" if _SUSPENDED.match(text[cut.end() : cut.end() + 5]) else "", text)
