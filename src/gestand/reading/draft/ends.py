"""What stands above and below the values of a draft: what to do first, and what is not in it."""

from collections.abc import Iterator
from dataclasses import fields

from gestand.core.document import Document, Segment, Shape
from gestand.core.fact import Doubt, Fact, Said
from gestand.core.text import Text
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.note import quoted, shown
from gestand.reading.draft.writing import Writer, ours

FIRST_LINE = Text("Een concept dat gestand uit een tekst las.", "A draft that gestand read from a text.")
"""How a draft is known: only such a file is written over."""
_TO_DO = (
    Text(
        "Beslis eerst wat hieronder `nog te beslissen` heet: {open}. De tekst zegt het niet, of niet duidelijk.",
        "First decide what is called `to be decided` below: {open}. The text does not say it, or not clearly.",
    ),
    Text(
        "Kijk dan elke `veel twijfel` en `enige twijfel` na: {doubted}. Boven een waarde staat waar zij vandaan komt.",
        "Then look at every `doubt much` and `doubt some`: {doubted}. Above a value stands where it came from.",
    ),
    Text(
        "Zet `# decided` achter een waarde die zo klopt: wie de tekst opnieuw leest, houdt haar.",
        "Put `# decided` behind a value that is right: reading the text again keeps it.",
    ),
    Text(
        "Lees het einde: wat er nog niet in staat, en wat niet begrepen is.",
        "Read the end: what has no place here yet, and what was not understood.",
    ),
)
_WHOSE = Text(
    "Regels met `#:` zijn van gestand en worden telkens opnieuw geschreven; die met `#` zijn van u en blijven.",
    "Lines with `#:` are gestand's, and written anew each time; those with `#` are yours, and stay.",
)
_SOURCE = Text("bron: sha256 {digest}", "source: sha256 {digest}")
_OF_THE_TEXT = Text("over de tekst: {told}", "of the text: {told}")
_NOT_READ = Text("niet gelezen: {told}", "not read: {told}")
_NO_PART = Text("Gelezen, en nog geen deel van deze verklaring:", "Read, and no part of this statement yet:")
_PERHAPS = Text("Misschien gezegd, met veel twijfel:", "Perhaps said, in much doubt:")
_NOT_UNDERSTOOD = Text(
    "Niet begrepen: zinnen waarin niets is herkend.",
    "Not understood: sentences in which nothing was recognised.",
)
_HOMELESS = Text(
    "Met de hand geschreven, bij een sleutel die er niet meer is:",
    "Written by hand, at no key that stands here:",
)
SHORTEST_SENTENCE = 4
"""Words; what is shorter is a label or a link."""


def top(document: Document, writer: Writer, is_open: int, doubted: int) -> Iterator[str]:
    """What the file is, what to do first, and what to know of the text."""
    yield from writer.say(FIRST_LINE)
    for number, sentence in enumerate(_TO_DO, 1):
        yield from writer.say(sentence, f"{number}. ", open=is_open, doubted=doubted)
    yield from writer.say(_WHOSE)
    yield from writer.say(_SOURCE, digest=document.digest)
    for sentence in document.remarks:
        yield from writer.say(_OF_THE_TEXT, told=sentence.said_in(writer.language))
    for part in document.unread:
        yield from writer.say(_NOT_READ, told=part.what.said_in(writer.language))


def bottom(
    material: Material, left: tuple[Left, ...], homeless: tuple[str, ...], writer: Writer
) -> Iterator[str]:
    """The facts that are no promise, the candidates, what was not understood, and comments without a key."""
    yield from _left(left, writer)
    yield from _candidates(material, writer)
    yield from _unread(material, writer)
    yield from _homeless(homeless, writer)


def _left(left: tuple[Left, ...], writer: Writer) -> Iterator[str]:
    if left:
        yield from ("", *writer.say(_NO_PART))
    for one in left:
        yield from writer.note(one.note, bullet="- ")


def _candidates(material: Material, writer: Writer) -> Iterator[str]:
    found = [fact for fact in material.facts if fact.doubt is Doubt.MUCH]
    if found:
        yield from ("", *writer.say(_PERHAPS))
    for fact in found:
        yield from writer.note(quoted(fact).saying(*_value(fact.said)), bullet="- ")


def _value(said: Said) -> Iterator[Text]:
    """What a fact is of, in the words of the exchange form: `payment_data`, `access`."""
    first = getattr(said, fields(said)[0].name)
    if isinstance(first, str):
        yield Text(first, first)


def _unread(material: Material, writer: Writer) -> Iterator[str]:
    found = unread_sentences(material.segments, material.everywhere)
    if found:
        yield from ("", *writer.say(_NOT_UNDERSTOOD))
    for segment in found:
        yield from ours(f"{segment.begin}-{segment.end}: {shown(segment.text)}", bullet="- ")


def _homeless(comments: tuple[str, ...], writer: Writer) -> Iterator[str]:
    if comments:
        yield from ("", *writer.say(_HOMELESS))
    yield from (f"# {comment}" for comment in comments)


def unread_sentences(segments: tuple[Segment, ...], facts: tuple[Fact, ...]) -> tuple[Segment, ...]:
    """The sentences, items and rows that no fact was read from."""
    taken = sorted((fact.quote.begin, fact.quote.end) for fact in facts)
    return tuple(
        segment
        for segment in segments
        if segment.shape is not Shape.HEADING
        and len(segment.text.split()) >= SHORTEST_SENTENCE
        and not any(begin < segment.end and segment.begin < end for begin, end in taken)
    )
