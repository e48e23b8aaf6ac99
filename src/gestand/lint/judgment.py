"""What a rule answers: a fault that was found, or one that it can neither find nor exclude."""

from dataclasses import dataclass

from gestand.core.fact import Quote
from gestand.core.text import Text


@dataclass(frozen=True)
class Judgment:
    """A fault that was found, or is `found=False`: undecided, with the candidates in `quotes`.

    `path` is where a statement says it ("retention/invoices"), `quotes` where a text does; `about` is what
    the fault is about where one rule can find several, such as a right.
    """

    what: Text
    found: bool = True
    quotes: tuple[Quote, ...] = ()
    path: str = ""
    about: str = ""


def fault(what: Text, *quotes: Quote, about: str = "") -> Judgment:
    """A fault in a text, with the passages that show it; none where something is missing."""
    return Judgment(what, quotes=quotes, about=about)


def fault_at(path: str, what: Text) -> Judgment:
    """A fault in a statement, at `path`."""
    return Judgment(what, path=path)


def undecided(what: Text, *candidates: Quote, about: str = "") -> Judgment:
    """Neither found nor excluded: a person reads the candidates."""
    return Judgment(what, found=False, quotes=candidates, about=about)
