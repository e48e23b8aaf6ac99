"""The only place that may call something missing, and when it may not."""

import re
from collections.abc import Iterator

from gestand.core.fact import Doubt, Fact, Quote
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, undecided
from gestand.lint.published import Published

_NOT_ALL_READ = Text("niet alles is gelezen ({what})", "not all of it was read ({what})")
_PERHAPS = Text("misschien staat het hier", "perhaps it stands here")


def missing(
    published: Published,
    what: Text,
    stated: tuple[Fact, ...],
    candidates: re.Pattern[str] | tuple[Quote, ...] = (),
    about: str = "",
) -> Iterator[Judgment]:
    """Say that something is missing, or that this cannot be told; nothing when a fact in no doubt states it.

    Missing takes three things: all was read, no fact in doubt stands, and no passage fits
    `candidates`, or is among them.
    """
    if any(fact.doubt is Doubt.NONE for fact in stated):
        return
    doubtful = tuple(fact.quote for fact in stated) or _quotes(published, candidates)
    if doubtful:
        yield undecided(_joined(what, _PERHAPS), *doubtful[:3], about=about)
    elif not published.is_whole:
        parts = [part.what for part in published.document.unread]
        unread = Text(
            _NOT_ALL_READ.nl.format(what="; ".join(part.nl for part in parts)),
            _NOT_ALL_READ.en.format(what="; ".join(part.en for part in parts)),
        )
        yield undecided(_joined(what, unread), about=about)
    else:
        yield fault(what, about=about)


def _quotes(published: Published, candidates: re.Pattern[str] | tuple[Quote, ...]) -> tuple[Quote, ...]:
    return published.quotes(candidates) if isinstance(candidates, re.Pattern) else candidates


def _joined(what: Text, why: Text) -> Text:
    return Text(f"{what.nl}: {why.nl}", f"{what.en}: {why.en}")
