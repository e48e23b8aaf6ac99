"""How long data are kept: a promise for each term, and the cases that tell several terms apart."""

from dataclasses import dataclass, replace

from gestand.core.fact import Doubt, Fact, Kept
from gestand.core.text import Text
from gestand.reading.draft.cases import case, free
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.moments import term_of
from gestand.reading.draft.note import quoted, remark
from gestand.reading.draft.subjects import DEVICES, About, about
from gestand.reading.draft.tree import Entry

_OF_ALL = remark(
    Text(
        "de tekst noemt hier geen gegevens: alle die geen andere termijn hebben",
        "the text names no data here: all that have no other term",
    ),
    Doubt.SOME,
)
_SHARED = Text("dezelfde gegevens hebben nog een termijn", "the same data have another term too")
_SECOND = Text(
    "nog een termijn voor dezelfde gegevens, en de tekst zegt niet wanneer die geldt: {term}",
    "another term for the same data, and the text does not say when it holds: {term}",
)
_ON_DEVICE = Text(
    "de levensduur van iets op een apparaat: die hoort onder `cookies`, als zij daar nog niet staat",
    "the lifetime of something on a device: it belongs under `cookies`, if it does not stand there yet",
)
_NO_END = Text(
    "zonder einde bewaard: geen belofte die te houden is; noem een termijn",
    "kept without end: no promise that can be kept; name a term",
)
_CRITERION = Text(
    "een criterium, en geen termijn: geen belofte die te houden is; noem een termijn",
    "a criterion, and no term: no promise that can be kept; name a term",
)


@dataclass(frozen=True)
class Promise:
    """A term that was read: `about` are words of the draft's `data`."""

    fact: Fact
    term: str
    subject: About
    about: tuple[str, ...]


@dataclass(frozen=True)
class Keeping:
    """The sections about keeping, and the facts that are no promise."""

    moments: Entry | None
    retention: Entry | None
    left: tuple[Left, ...] = ()


def keeping(material: Material, data: Entry, conditions: dict[str, Entry]) -> Keeping:
    """A promise for each term with a number or an event; a criterion without end is no promise.

    Declares in `conditions` the cases that tell several terms apart.
    """
    moments: dict[str, Entry] = {}
    told: list[Promise] = []
    left: list[Left] = []
    for fact, said, subject in _named_first(material):
        on_device = DEVICES in (said.what, subject.what)
        term = None if on_device else term_of(said, fact, moments)
        if term is None:
            left.append(Left(fact, _why_none(said, on_device)))
        else:
            told.append(Promise(fact, term, subject, _about(subject, data, told)))
    promises, seconds = _promises(told, conditions)
    counted = {str(kept.value).rpartition(" ")[2] for entry in promises.values() for kept in entry.below}
    used = {key: moment for key, moment in moments.items() if key in counted}
    return Keeping(_section("moments", used), _section("retention", promises), (*left, *seconds))


def _promises(told: list[Promise], conditions: dict[str, Entry]) -> tuple[dict[str, Entry], list[Left]]:
    """Each term with its data; of several for the same data one, and those whose case the text names."""
    promises: dict[str, Entry] = {}
    plain: list[Promise] = []
    seconds: list[Left] = []
    for one in told:
        key = free(one.about[0] if one.subject.keys else "personal-data", promises)
        when = case(key, one.fact, _SHARED, conditions) if _shared(one, told) else None
        first = None if when else _shared(one, plain)
        rest = _without(one, plain) if first else one
        if first and first.term != one.term:
            seconds.append(Left(one.fact, _SECOND.filled(term=one.term)))
        if rest.about:
            plain += [] if when else [rest]
            key = free(rest.about[0], promises) if first else key
            promises[key] = _promise(key, rest, when)
    return promises, seconds


def _promise(key: str, one: Promise, when: Entry | None) -> Entry:
    below = (Entry("data", one.about), Entry("kept", one.term, quoted(one.fact)))
    return Entry(key, (*below, when) if when else below, None if one.subject.keys else _OF_ALL)


def _shared(one: Promise, told: list[Promise]) -> Promise | None:
    """The first other term for some of the same data."""
    return next((other for other in told if other is not one and set(one.about) & set(other.about)), None)


def _without(one: Promise, told: list[Promise]) -> Promise:
    """A term for the data that have no other one yet."""
    taken = {word for other in told for word in other.about}
    return replace(one, about=tuple(word for word in one.about if word not in taken))


def _named_first(material: Material) -> list[tuple[Fact, Kept, About]]:
    """The terms with what they are about, those of all data last: they speak of the rest."""
    found = [(fact, said, about(material, fact, said)) for fact, said in material.of(Kept)]
    return sorted(found, key=lambda one: not one[2].keys)


def _section(key: str, found: dict[str, Entry]) -> Entry | None:
    return Entry(key, tuple(found.values())) if found else None


def _why_none(said: Kept, on_device: bool) -> Text:
    if on_device:
        return _ON_DEVICE
    return _NO_END if said.unlimited else _CRITERION


def _about(subject: About, data: Entry, told: list[Promise]) -> tuple[str, ...]:
    """The data of a promise: the named ones, else all that have no term of their own."""
    if subject.keys:
        return subject.keys
    declared = tuple(entry.key for entry in data.below)
    promised = {word for one in told for word in one.about if one.subject.keys}
    return tuple(word for word in declared if word not in promised) or declared
