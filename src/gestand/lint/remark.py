"""A remark: what one rule has to say of one statement or text, where, and how grave it is."""

from dataclasses import dataclass

from gestand.core.fact import Quote
from gestand.core.place import Place
from gestand.core.text import Text
from gestand.lint.rule import Rule, Weight


@dataclass(frozen=True)
class Remark:
    """A fault that was found or, with `found=False`, one that a person must decide on.

    `weight` may be lighter than the rule's own: an error in a text takes a measured precision. `ignored` is the
    reason that somebody gave for passing it over.
    """

    rule: Rule
    weight: Weight
    what: Text
    found: bool
    place: Place
    quotes: tuple[Quote, ...] = ()
    path: str = ""
    about: str = ""
    ignored: str = ""


def exit_code(remarks: tuple[Remark, ...]) -> int:
    """0 clean, 1 a fault was found, 2 undecided only. Notes and what was ignored do not count."""
    counted = [remark for remark in remarks if not remark.ignored and remark.weight is not Weight.NOTE]
    if any(remark.found for remark in counted):
        return 1
    return 2 if counted else 0
