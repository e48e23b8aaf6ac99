"""A package: the copy of her data that a person gets, with all that she has to be told beside it (GDPR 15, 20)."""

from dataclasses import dataclass, field
from datetime import date

from gestand.core.question import Rows
from gestand.core.request import Right
from gestand.core.text import Language, Text


@dataclass(frozen=True)
class UsedFor:
    """One purpose of a category, and the bases that it rests on, as people read them (GDPR 15(1)(a))."""

    purpose: Text
    bases: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Receiver:
    """Who got the data, by name; `where` and on which safeguard if outside the EEA (GDPR 15(1)(c), 15(2))."""

    name: Text
    where: Text | None = None


@dataclass(frozen=True)
class Listing:
    """Her rows of one table, with the columns that belong to one category. `system` is the store's name."""

    system: str
    table: str
    rows: Rows


@dataclass(frozen=True)
class Category:
    """One datum of the statement: `word` is its key there, `name` as people call it, `kept` how long.

    `portable`: she gave it or it was observed of her, and it is used by consent or for a contract (GDPR 20(1)).
    """

    word: str
    name: Text
    used_for: tuple[UsedFor, ...]
    source: Text
    receivers: tuple[Receiver, ...]
    kept: Text
    listings: tuple[Listing, ...]
    portable: bool = False


@dataclass(frozen=True)
class Enclosed:
    """A file that a person found in a system kept by hand, as it is."""

    name: str = field(repr=False)
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Package:
    """Everything that goes into one archive; `kind` is access or portability.

    `contact` and `authority` are where she goes with a question and with a complaint. `withheld` are data of
    others in her rows (GDPR 15(4)). `systems`, `by_hand` and `unsearchable` as in LetterFacts. `automated` tells
    of decisions made by machines alone, with their logic (GDPR 15(1)(h)).
    """

    kind: Right
    language: Language
    case: str
    name: str = field(repr=False)
    company: str
    contact: str
    authority: Text
    made_on: date
    rights: tuple[Right, ...]
    categories: tuple[Category, ...]
    withheld: tuple[Text, ...] = ()
    systems: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    unsearchable: tuple[Text, ...] = ()
    automated: tuple[Text, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    checkpoint: str = ""
