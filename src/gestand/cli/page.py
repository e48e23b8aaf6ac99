"""How output is laid out: folded between words for reading, and never inside a command or a path."""

import re
import shlex
import shutil
import textwrap
from datetime import datetime
from pathlib import Path
from unicodedata import category
from zoneinfo import ZoneInfo

import click

from gestand.core.text import Language

WIDEST = 110
NARROWEST = 30
_WHOLE = re.compile(r"`[^`]*`")
_GLUE = "\x1f"
"""Stands, while a text is folded, for a space at which no line may end."""
_SPACES = str.maketrans("\t\n\r", "   ")


def width() -> int:
    """The columns of the terminal, or $COLUMNS; 80 where neither says, and never past what reads well."""
    columns = shutil.get_terminal_size((80, 24)).columns
    return max(NARROWEST, min(columns, WIDEST))


def folded(text: str, indent: int = 0, hanging: int | None = None) -> str:
    """The text in lines of that width, each indented; the lines after the first by `hanging`, where given."""
    whole = _WHOLE.sub(lambda found: glued(legible(found[0])), text)
    first, further = " " * indent, " " * (indent if hanging is None else hanging)
    lines = textwrap.wrap(
        legible(whole.translate(_SPACES)),
        width(),
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace(_GLUE, " ")


def legible(text: str) -> str:
    """The text with what a screen would obey written out: `\\x1b` for an escape, `\\n` for the end of a line.

    A name in a database may hold anything, and must not colour, move, turn or imitate what stands beside it.
    """
    return "".join(
        sign if sign.isprintable() or sign == _GLUE or category(sign) == "Zs" else _written_out(sign)
        for sign in text
    )


def _written_out(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")


def glued(text: str) -> str:
    """The text as one word, for `folded`."""
    return text.replace(" ", _GLUE)


def styled(text: str, part: str, **style: bool | str | None) -> str:
    """The text with one part of it in a style: the last place where it stands."""
    before, found, after = text.rpartition(part)
    return f"{before}{click.style(part, **style)}{after}" if found else text  # type: ignore[arg-type]


def number(rows: int, language: Language) -> str:
    """A count with the separators of the language."""
    return f"{rows:,}".replace(",", ".") if language == "nl" else f"{rows:,}"


def at(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as the company's clocks show it, with how far they are from UTC: no reader has to guess which it is."""
    return moment.astimezone(zone).isoformat(" ", "seconds")


def spoken(chosen: str | None, own: Language) -> Language:
    """The language of `--lang`, or the company's own."""
    return "en" if (chosen or own) == "en" else "nl"


def from_here(file: str) -> str:
    """The file's path as one would type it in the current folder, when it lies below that."""
    path, here = Path(file), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file


def typed(*arguments: str) -> str:
    """A command to go on with, as one can paste it: quoted, and with the company's folder where it was named."""
    context = click.get_current_context(silent=True)
    company = context.obj if context and isinstance(context.obj, Path) else Path()
    where = () if company == Path() else ("-C", str(company))
    return shlex.join(("gestand", *where, *arguments))
