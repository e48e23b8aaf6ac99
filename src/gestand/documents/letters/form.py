"""A letter between its template and its form: a subject and blocks, read from what the template said."""

import re
import textwrap
from dataclasses import dataclass
from typing import Literal

VALUE = "\u2060"
"""Stands before every value that a template fills in, so that no value can begin a heading or a list."""
WIDTH = 72
"""Of a line of mail: one that is quoted once or twice still fits a screen of 80."""

BlockForm = Literal["heading", "paragraph", "bullets", "as it is"]


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph of lines, a list of items, or lines that are shown as they are."""

    form: BlockForm
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """A letter that has been said, and not yet set."""

    subject: str
    blocks: tuple[Block, ...]


def formed(said: str) -> Form:
    """The subject stands on the first line, behind `# `; blank lines part the blocks."""
    first, *rest = re.split(r"\n(?:[ \t]*\n)+", said.strip("\n"))
    return Form(_bare(first.removeprefix("# ")), tuple(_block(part) for part in rest))


def mail_text(form: Form) -> str:
    """The letter as plain text, its lines folded; a word that is too long, such as a link, stays whole."""
    return "\n\n".join(_plain(block) for block in form.blocks) + "\n"


def _block(part: str) -> Block:
    lines = part.split("\n")
    if part.startswith("## "):
        return Block("heading", (_bare(part.removeprefix("## ")),))
    if part.startswith("- "):
        return Block("bullets", tuple(_bare(item) for item in re.split(r"^- ", part, flags=re.MULTILINE)[1:]))
    if part.startswith("    "):
        return Block("as it is", tuple(line.removeprefix("    ").replace(VALUE, "") for line in lines))
    return Block("paragraph", tuple(_bare(line) for line in part.split("\\\n")))


def _bare(text: str) -> str:
    return " ".join(text.replace(VALUE, "").split())


def _plain(block: Block) -> str:
    match block.form:
        case "heading":
            return f"\n{_folded(block.lines[0])}"
        case "bullets":
            return "\n".join(_folded(line, "- ", "  ") for line in block.lines)
        case "as it is":
            return "\n".join(f"    {line}".rstrip() for line in block.lines)
        case _:
            return "\n".join(_folded(line) for line in block.lines)


def _folded(line: str, first: str = "", next_ones: str = "") -> str:
    if len(first) + len(line) <= WIDTH and line.isprintable():
        return first + line
    return textwrap.fill(
        line,
        WIDTH,
        initial_indent=first,
        subsequent_indent=next_ones,
        break_long_words=False,
        break_on_hyphens=False,
    )
