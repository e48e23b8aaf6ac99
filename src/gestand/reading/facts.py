"""Runs every pattern over the segments, holds each quote to the text, and says a thing that stands twice once."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact
from gestand.reading import patterns
from gestand.reading.merge import merged
from gestand.reading.plain import plain_of
from gestand.reading.segments import segments_of

Find = Callable[[tuple[Segment, ...], Document], Iterator[Fact]]


class NotInTheText(AssertionError):
    """A pattern quoted what is not in the text: a fault of that pattern."""


def facts_of(segments: tuple[Segment, ...], document: Document) -> tuple[Fact, ...]:
    """All facts of the document in the order of their quotes, each once. Raises NotInTheText."""
    return merged(mentions_of(segments, document), segments)


def mentions_of(segments: tuple[Segment, ...], document: Document) -> tuple[Fact, ...]:
    """The same facts, as often as the text says them. Raises NotInTheText.

    Patterns see the letters that a reader sees; quotes are in the letters of the source.
    """
    plain = plain_of(document)
    searched = segments if plain.document is document else segments_of(plain.document)
    found = [fact for find in finders().values() for fact in find(searched, plain.document)]
    for fact in found:
        _hold(fact, plain.document)
    return tuple(plain.at_home(fact) for fact in found)


@cache
def finders() -> dict[str, Find]:
    """The `find` of every file in `reading/patterns/`, by the name of the file."""
    modules = (
        (one.name, import_module(f"{patterns.__name__}.{one.name}"))
        for one in iter_modules(patterns.__path__)
    )
    return {name: module.find for name, module in modules if hasattr(module, "find")}


def _hold(fact: Fact, document: Document) -> None:
    quote = fact.quote
    if not quote.text.strip() or document.text[quote.begin : quote.end] != quote.text:
        raise NotInTheText(
            f"pattern {fact.pattern} quotes characters {quote.begin} to {quote.end}, and they are not what it quotes"
        )


def sure(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts that may be told; those in much doubt are only candidates."""
    return tuple(fact for fact in facts if fact.doubt is not Doubt.MUCH)
