"""Where each thing stands in the archive: names made of the statement's words, which can lead nowhere else."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from gestand.core.package import Category, Enclosed, Listing, Package
from gestand.core.request import Right

_LONGEST = 60
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True)
class Filed:
    """A category with the names of its files; `listings` are its tables, each with a CSV file."""

    category: Category
    json: str
    listings: tuple[tuple[str, Listing], ...]

    @property
    def rows(self) -> int:
        """The rows in all its tables."""
        return sum(len(listing.rows.rows) for _, listing in self.listings)


def filed(packed: Package) -> tuple[Filed, ...]:
    """The categories that go into this package: all of them, or those that are portable (GDPR 20(1))."""
    kept = [one for one in packed.categories if one.portable or packed.kind is not Right.PORTABILITY]
    return tuple(_filed(number, category) for number, category in enumerate(kept, 1))


def enclosed_names(packed: Package) -> Iterator[tuple[str, Enclosed]]:
    """What a person enclosed, by a name of its own: numbered, so that no two are the same."""
    for number, one in enumerate(packed.enclosed, 1):
        suffix = PurePosixPath(one.name).suffix.lower()
        kept = suffix if _SUFFIX.fullmatch(suffix) else ""
        yield f"enclosed/{number:02}-{slug(one.name.removesuffix(suffix))}{kept}", one


def slug(text: str) -> str:
    """Small letters, digits and hyphens of a text, with no sign left that a path could be made of."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or "x"


def _filed(number: int, category: Category) -> Filed:
    """Its number goes before its name: then no name is one that Windows keeps for itself, such as `con`."""
    stem = f"data/{number:02}-{slug(category.word)}"
    one = len(category.listings) == 1
    names = (
        f"{stem}.csv" if one else f"{stem}-{at:02}-{slug(listing.table)}.csv"
        for at, listing in enumerate(category.listings, 1)
    )
    return Filed(category, f"{stem}.json", tuple(zip(names, category.listings, strict=True)))
