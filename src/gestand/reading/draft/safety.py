"""How data are protected, and who is told when that fails."""

import re

from gestand.core.fact import BreachNotice, Doubt, Fact, SecurityMeasure
from gestand.reading.draft.lengths import length
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.tree import Entry, quoted
from gestand.reading.draft.vocabulary import pattern, terms

_AUTHORITY = re.compile(r"author|autorit|toezicht|\bap\b", re.IGNORECASE)
_MOMENTS = (
    ("detected", re.compile(r"ontdek|detect|discover", re.IGNORECASE)),
    ("established", re.compile(r"constat|vastgesteld|vaststell|establish|confirm", re.IGNORECASE)),
)
"""Moments of a breach that a statement knows; `aware` is that of the law."""
_LINK = re.compile(r"\S+://\S+|www\.\S+")


def security(material: Material) -> tuple[Entry | None, tuple[Left, ...]]:
    """The measures in terms of W3C DPV, each with its quote above."""
    told: dict[str, str] = {}
    left: list[Left] = []
    for fact, said in material.of(SecurityMeasure):
        found = _measures(said.measure) or _measures(_LINK.sub("", fact.quote.text))
        for measure in found[:2]:
            told.setdefault(measure, f"{measure} · {quoted(fact)}")
        if not found:
            left.append(Left(fact, "a measure in words of its own: `security explained`"))
    entry = Entry("security", tuple(told), remarks=tuple(told.values())) if told else None
    return entry, tuple(left)


def _measures(text: str) -> list[str]:
    return [one.term for one in terms("measure").values() if pattern(one.nl).search(text)]


def breach(material: Material, group: str) -> tuple[Entry | None, tuple[Left, ...]]:
    """Who is told of a breach, and within what time; without a time it is left."""
    below: dict[str, Entry] = {}
    left: list[Left] = []
    for fact, said in material.of(BreachNotice):
        term = length(said.term, said.working_days)
        if not term:
            left.append(Left(fact, "a breach is told, and no time is named"))
            continue
        key, doubt = _whom(said)
        within = f"{term} after {_moment(fact)}"
        people = (Entry("to", (group,), f"{said.to_whom} · doubt some"), Entry("within", within))
        value = within if key == "authority" else people
        below.setdefault(key, Entry(key, value, quoted(fact, doubt)))
    return (Entry("breach", tuple(below.values())) if below else None), tuple(left)


def _whom(said: BreachNotice) -> tuple[str, Doubt]:
    """The authority or the people; where the text does not say, the law's own 72 hours are the authority's (33(1))."""
    if _AUTHORITY.search(said.to_whom):
        return "authority", Doubt.NONE
    untold = said.to_whom in ("", "unknown")
    return (
        "authority" if untold and said.term in ("PT72H", "P3D") else "people"
    ), Doubt.SOME if untold else Doubt.NONE


def _moment(fact: Fact) -> str:
    return next((moment for moment, words_of in _MOMENTS if words_of.search(fact.quote.text)), "aware")
