"""Markdown: read as it stands, so that quotes are exact; what the marks mean is told by the blocks."""

import re
from dataclasses import replace

from gestand.core.document import Block
from gestand.reading.extract import Extract
from gestand.reading.formats import text

_FRONT = re.compile(r"\A---[ \t]*\r?\n.{0,5000}?\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FENCED = re.compile(r"^(```|~~~)[^\n]*\n.*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read(raw: bytes, name: str) -> Extract:
    """The text as it stands; a preamble, comments and code are in it, and no part of what is read."""
    extract = text.read(raw, name)
    aside = [match.span() for mark in (_FRONT, _FENCED, _COMMENT) for match in mark.finditer(extract.text)]
    return replace(extract, blocks=tuple(block for block in extract.blocks if not _within(block, aside)))


def _within(block: Block, spans: list[tuple[int, int]]) -> bool:
    return any(begin <= block.begin and block.end <= end for begin, end in spans)
