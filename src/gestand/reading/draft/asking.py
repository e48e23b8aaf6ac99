"""What people may ask and how soon they are answered, how they stop messages, and children."""

import re

from gestand.core.fact import Contact, Doubt, Fact, MinorsAge, OptOut, Purpose, ResponseTerm, Right
from gestand.core.text import Text
from gestand.reading.draft.lengths import length
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.note import quoted, remark
from gestand.reading.draft.tree import UNSTATED, Entry, both, slug, unstated
from gestand.statement.right import READ_AS

_TERMS = {
    "eras": "erasure",
    "verwijder": "erasure",
    "delet": "erasure",
    "access": "access",
    "inzage": "access",
}
_STOPS = (
    ("link in every message", r"link|koppeling"),
    ("settings", r"setting|instelling|account|profile|profiel"),
    ("preference page", r"preference|voorkeur"),
    ("message to an address", r"e-?mail|address|adres"),
    ("reply", r"reply|antwoord|\bstop\b"),
    ("link in every message", r"unsubscribe|afmeld|uitschrij"),
)
_STOPPING = re.compile(
    r"voorkeur|preference|afmeld|uitschrij|unsubscri|opt-?out|nieuwsbrief|newsletter", re.IGNORECASE
)
"""A term with one of these is how soon messages stop, and no answer to a request."""
_GUESSED = remark(Text("de tekst zegt het niet", "the text does not say"), Doubt.SOME)
_NOT_HOW = remark(Text("de tekst zegt niet hoe", "the text does not say how"))
_CONTACTS = remark(Text("de contactgegevens van de tekst", "the contacts of the text"), Doubt.SOME)
_NO_STREAM = Text(
    "een manier om berichten te stoppen waar geen doel van spreekt",
    "a way to stop messages that no purpose speaks of",
)
_NO_AGE = Text("een leeftijd buiten 12 tot 18 jaar", "an age outside 12 to 18")
_STREAMS = ("newsletter", "marketing-email", "marketing", "advertising", "communication")


def rights(material: Material) -> Entry | None:
    """The rights that the text names, each with its quote above; and the terms of an answer."""
    named = [(fact, READ_AS[said.right]) for fact, said in material.of(Right) if said.right in READ_AS]
    terms = _answers(material)
    if not named and not terms:
        return None
    told = tuple(dict.fromkeys(right for _, right in named))
    notes = tuple(quoted(fact).saying(Text(right, right)) for fact, right in named)
    below = [_ways(material)]
    if told:
        below.append(Entry("named", told, more=notes))
    if terms:
        below.append(Entry("answered within", tuple(terms.values())))
    return Entry("rights", tuple(below))


def _ways(material: Material) -> Entry:
    kinds = {said.kind for _, said in material.of(Contact)}
    ways = tuple(way for way in ("email", "post", "phone", "form") if way in kinds)
    return Entry("ways", ways, _CONTACTS) if ways else unstated("ways", needed=True)


def _answers(material: Material) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for fact, said in material.of(ResponseTerm):
        if _STOPPING.search(fact.quote.text):
            continue
        right = next((right for part, right in _TERMS.items() if part in said.what.lower()), "any right")
        value = length(said.duration, said.working_days)
        if value:
            found.setdefault(right, Entry(right, value, quoted(fact)))
    return found


def marketing(
    material: Material, group: str, purposes: Entry | None
) -> tuple[Entry | None, tuple[Left, ...]]:
    """How advertising messages stop, where the text names such a purpose."""
    outs = material.of(OptOut)
    stream = _stream(material, outs, [entry.key for entry in purposes.below] if purposes else [])
    if not outs or not stream:
        return None, tuple(Left(fact, _NO_STREAM) for fact, _ in outs)
    stops = tuple(dict.fromkeys(stop for _, said in outs if (stop := _stop(said))))
    notes = tuple(quoted(fact) for fact, _ in outs)
    below = (
        Entry("to", group, _GUESSED),
        Entry("channel", "email", _GUESSED),
        Entry("opt-out", stops or UNSTATED, None if stops else _NOT_HOW, notes, not stops),
        *_effective(material),
    )
    return Entry("marketing", (Entry(stream, below),)), ()


def _stream(material: Material, outs: list[tuple[Fact, OptOut]], declared: list[str]) -> str:
    """The purpose that the messages are for: the last one named before the way to stop them, else the likeliest."""
    streams = [stream for stream in _STREAMS if stream in declared]
    named = [(fact.quote.begin, slug(said.purpose)) for fact, said in material.of(Purpose)]
    end = min((fact.quote.end for fact, _ in outs), default=0)
    before = [(begin, key) for begin, key in named if begin < end and key in streams]
    return max(before)[1] if before else next(iter(streams), "")


def _effective(material: Material) -> tuple[Entry, ...]:
    for fact, said in material.of(ResponseTerm):
        if _STOPPING.search(fact.quote.text) and (told := length(said.duration, said.working_days)):
            return (Entry("opt-out effective within", told, quoted(fact)),)
    return ()


def _stop(said: OptOut) -> str:
    return next((stop for stop, told in _STOPS if re.search(told, said.how, re.IGNORECASE)), "")


def minors(material: Material) -> tuple[Entry | None, tuple[Left, ...]]:
    """The age below which a parent consents; the law knows 12 to 18."""
    for fact, said in material.of(MinorsAge):
        if not 12 <= said.age <= 18:
            return None, (Left(fact, _NO_AGE),)
        twins = both(f"kinderen jonger dan {said.age} jaar", f"children younger than {said.age}")
        return Entry("minors", (*twins, Entry("under", said.age, quoted(fact)))), ()
    return None, ()
