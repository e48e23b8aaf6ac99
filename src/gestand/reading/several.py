"""Whether a text holds more than one statement, by their titles, or one of more than one company."""

import re
from collections.abc import Iterator

from gestand.core.document import Block, Shape
from gestand.core.text import Text
from gestand.reading.extract import Extract
from gestand.reading.patterns.words.names import CLUES, LEGAL

MOST_TITLES = 20
FEWEST_HEADINGS = 2
"""Below the title of a statement; below one that is no heading, so many words stand in their place."""
FEWEST_WORDS = 20
LONGEST_TITLE = 12
"""Words; a longer line is a sentence."""
TWO_STATEMENTS = Text(
    "Er lijken twee verklaringen in deze tekst te staan ({titles}). Lees ze liever elk apart.",
    "Two statements seem to stand in this text ({titles}). Better read each by itself.",
)
TWO_CONTROLLERS = Text(
    "Twee bedrijven lijken hier verantwoordelijk ({names}); het concept heeft er één. Lees van elk de eigen tekst.",
    "Two companies seem to be responsible here ({names}); the draft has one. Read the text of each by itself.",
)
_KIND = (
    r"(?:privacy|cookie)[- ]?(?:en cookie[- ]?)?(?:verklaring|statement|policy|beleid|notice)\b"
    r"|\b(?:privacy|data protection) (?:and cookie )?(?:policy|notice|statement)\b"
)
_TITLE = re.compile(_KIND, re.IGNORECASE)
_NAMED_TITLE = re.compile(
    rf"\W*(?:{_KIND}) ?(?:van|of|for|voor|by|[-–—|:]) ?\S+.*(?:[^.!?;,]|(?-i:[A-Z]\.))", re.IGNORECASE
)
"""A line that names whose statement follows; a bare "Cookies" may be a part of one."""
_ABOUT = re.compile(
    r"\b(?:pag(?:e|ina)|(?:ge)?wijzig\w*|chang\w*|updates?|aanpass\w*|this|deze|dit|ons|onze|our|wat|what|vragen|questions?)\b",
    re.IGNORECASE,
)
_RESPONSIBLE = CLUES[:2]
_TOGETHER = re.compile(
    r"\b(?:gezamenlijk\w*|samen|joint\w*|zelfstandig\w*|own right|independent\w*)\b", re.IGNORECASE
)


def remarks(extract: Extract) -> Iterator[Text]:
    """What to know of a text that holds more than one statement; nothing, most of the time."""
    titles, names = _titles(extract), _controllers(extract)
    if len(titles) > 1:
        yield TWO_STATEMENTS.filled(titles=" · ".join(titles[:3]))
    if len(names) > 1:
        yield TWO_CONTROLLERS.filled(names=" · ".join(names[:3]))


def _controllers(extract: Extract) -> list[str]:
    """The companies, by their legal form, that answer alone for what the text tells."""
    found: dict[str, str] = {}
    for block in extract.blocks:
        text = extract.text[block.begin : block.end]
        for match in (match for clue in _RESPONSIBLE for match in clue.finditer(text)):
            name = " ".join(match["name"].split())
            if LEGAL.search(name) and not _TOGETHER.search(text):
                found.setdefault(name.casefold().replace(".", ""), name)
    return list(found.values())


def _titles(extract: Extract) -> list[str]:
    """The titles of statements that have text of their own below them."""
    named = [block for block in extract.blocks if _is_title(block, extract)][:MOST_TITLES]
    ends = [*(one.begin for one in named[1:]), len(extract.text)]
    apart = [one for one, end in zip(named, ends, strict=False) if _has_parts(one, end, extract)]
    return [" ".join(extract.text[one.begin : one.end].strip("#*_ ").split()) for one in apart]


def _is_title(block: Block, extract: Extract) -> bool:
    text = extract.text[block.begin : block.end].strip()
    if not _TITLE.search(text) or _ABOUT.search(text) or "?" in text:
        return False
    if block.shape is Shape.HEADING:
        return block.level <= 4
    return (
        block.shape is Shape.PARAGRAPH
        and len(text.split()) <= LONGEST_TITLE
        and bool(_NAMED_TITLE.fullmatch(text))
    )


def _has_parts(title: Block, end: int, extract: Extract) -> bool:
    """Whether enough stands between a title and the next to be a statement."""
    below = [block for block in extract.blocks if title.begin < block.begin < end]
    if title.shape is Shape.HEADING:
        return sum(block.shape is Shape.HEADING for block in below) >= FEWEST_HEADINGS
    return sum(len(extract.text[block.begin : block.end].split()) for block in below) >= FEWEST_WORDS
