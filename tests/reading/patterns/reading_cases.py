"""What the tests of patterns share: segments out of a few lines, and facts in one short form."""

from dataclasses import asdict
from importlib import import_module
from pkgutil import iter_modules

import gestand.reading.patterns
from gestand.core.document import Document, Segment, Shape
from gestand.core.fact import Doubt, Fact, Kept, Said

PATTERNS = tuple(one.name for one in iter_modules(gestand.reading.patterns.__path__) if not one.ispkg)


def document(lines: list[str]) -> tuple[Document, tuple[Segment, ...]]:
    """A document and its segments: `# ` begins a heading, `- ` an item; its lead is the last plain line."""
    text = "\n".join(lines)
    segments: list[Segment] = []
    headings: tuple[str, ...] = ()
    lead, begin = "", 0
    for line in lines:
        end = begin + len(line)
        if line.startswith("# "):
            segments.append(Segment(begin, end, line, Shape.HEADING))
            headings, lead = (line[2:],), ""
        elif line.startswith("- "):
            segments.append(Segment(begin, end, line, Shape.ITEM, headings, lead))
        else:
            segments.append(Segment(begin, end, line, Shape.PARAGRAPH, headings))
            lead = line
        begin = end + 1
    dutch = sum(f" {word} " in f" {text.lower()} " for word in ("de", "het", "een", "wij", "van", "uw", "je"))
    return Document("case", "0" * 64, text, (), "nl" if dutch else "en"), tuple(segments)


def found(pattern: str, lines: list[str]) -> list[Fact]:
    """The facts that one pattern finds, without the candidates in much doubt."""
    made, segments = document(lines)
    facts = import_module(f"gestand.reading.patterns.{pattern}").find(segments, made)
    return [one for one in facts if one.doubt is not Doubt.MUCH]


def short(said: Said) -> str:
    """What a fact says, in a few words: `access`, `P1Y`, `vague`, `event`, `email info@example.org`."""
    if isinstance(said, Kept):
        return said.duration or ("unlimited" if said.unlimited else "vague" if said.vague else "event")
    words = [word for value in asdict(said).items() if (word := _word(*value))]
    return " ".join(words)


def _word(name: str, value: object) -> str:
    if name in ("what", "how", "measure", "to_whom", "anchor") or value in (None, False):
        return "no" if value is False and name in ("used", "honoured", "stated") else ""
    return name if value is True else str(value)
