"""The only place that may call something missing, and when it may not."""

import re
from collections.abc import Iterator

from gestand.core.fact import Doubt, Fact, Quote
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, undecided
from gestand.lint.published import Published

_NOT_ALL_READ = Text("niet alles is gelezen ({what})", "not all of it was read ({what})")
_BELOW_CONTACT = re.compile(r"below “\W*(\d+\W*)?contact\b[^”]*”\s*$", re.IGNORECASE)
_PERHAPS = Text("misschien staat het hier", "perhaps it stands here")


def missing(
    published: Published,
    what: Text,
    stated: tuple[Fact, ...],
    candidates: re.Pattern[str] | tuple[Quote, ...] = (),
    about: str = "",
    where_contact_is: bool = False,
) -> Iterator[Judgment]:
    """Say that something is missing, or that this cannot be told; nothing when a fact in no doubt states it.

    `where_contact_is` says that it may stand below a heading on contact, should that be a part that was not read.
    Missing takes three things: all was read, no fact in doubt stands, and no passage fits
    `candidates`, or is among them.
    """
    if any(fact.doubt is Doubt.NONE for fact in stated):
        return
    doubtful = tuple(fact.quote for fact in stated) or _quotes(published, candidates)
    if doubtful:
        yield undecided(_joined(what, _PERHAPS), *doubtful[:3], about=about)
    else:
        yield unless_unread(published, what, about=about, where_contact_is=where_contact_is)


def unless_unread(
    published: Published, what: Text, *shown: Quote, about: str = "", where_contact_is: bool = False
) -> Judgment:
    """That nothing says what the passages `shown` call for: a fault, or undecided while a part was not read."""
    parts = _unread(published, where_contact_is)
    if not parts:
        return fault(what, *shown, about=about)
    unread = Text(
        _NOT_ALL_READ.nl.format(what="; ".join(part.nl for part in parts)),
        _NOT_ALL_READ.en.format(what="; ".join(part.en for part in parts)),
    )
    return undecided(_joined(what, unread), *shown, about=about)


def _unread(published: Published, where_contact_is: bool) -> list[Text]:
    """What was not read and may hold it. Below a heading on contact stands who it is and how to reach them."""
    parts = [part.what for part in published.document.unread]
    return parts if where_contact_is else [part for part in parts if not _BELOW_CONTACT.search(part.en)]


def _quotes(published: Published, candidates: re.Pattern[str] | tuple[Quote, ...]) -> tuple[Quote, ...]:
    return published.quotes(candidates) if isinstance(candidates, re.Pattern) else candidates


def _joined(what: Text, why: Text) -> Text:
    return Text(f"{what.nl}: {why.nl}", f"{what.en}: {why.en}")
