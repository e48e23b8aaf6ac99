"""Markdown: read as it stands, so that quotes are exact; what the marks mean is told by the blocks."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from gestand.core.document import Block
from gestand.reading.extract import Extract
from gestand.reading.formats import text

_FRONT = re.compile(r"\A---[ \t]*\r?\n.{0,5000}?\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)

Span = tuple[int, int]


def read(raw: bytes, name: str) -> Extract:
    """The text as it stands; a preamble, comments and code are in it, and no part of what is read."""
    extract = text.read(raw, name)
    aside = sorted([*_preamble(extract.text), *_comments(extract.text), *_code(extract.text)])
    return replace(extract, blocks=tuple(block for block in extract.blocks if not _within(block, aside)))


def _preamble(whole: str) -> Iterator[Span]:
    front = _FRONT.match(whole)
    if front:
        yield front.span()


def _comments(whole: str) -> Iterator[Span]:
    end = 0
    while (begin := whole.find("<!--", end)) >= 0 and (last := whole.find("-->", begin)) >= 0:
        end = last + 3
        yield begin, end


def _code(whole: str) -> Iterator[Span]:
    """From every first fence to the next one; a fence without a second is only a line."""
    fences = [match.end() for match in _FENCE.finditer(whole)]
    for first, second in zip(fences[::2], fences[1::2], strict=False):
        yield first - 3, second


def _within(block: Block, aside: list[Span]) -> bool:
    at = bisect_right(aside, (block.begin, len(aside) and aside[-1][1] + 1)) - 1
    return at >= 0 and block.end <= aside[at][1]
