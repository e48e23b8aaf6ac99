"""How data are protected, and who is told when that fails."""

import re

from gestand.core.fact import BreachNotice, Doubt, Fact, SecurityMeasure
from gestand.core.text import Text
from gestand.reading.draft.lengths import length
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.note import Note, quoted, remark
from gestand.reading.draft.tree import Entry
from gestand.reading.draft.vocabulary import pattern, terms

_OWN_WORDS = Text(
    "een maatregel in eigen woorden: zie `security explained`",
    "a measure in words of its own: see `security explained`",
)
_NO_TIME = Text(
    "een datalek wordt gemeld, zonder dat een tijd is genoemd", "a breach is told, and no time is named"
)
_LARGEST = remark(
    Text("de groep die de tekst het vaakst noemt", "the group that the text names most often"), Doubt.SOME
)
_AUTHORITY = re.compile(r"author|autorit|toezicht|\bap\b", re.IGNORECASE)
_MOMENTS = (
    ("detected", re.compile(r"ontdek|detect|discover", re.IGNORECASE)),
    ("established", re.compile(r"constat|vastgesteld|vaststell|establish|confirm", re.IGNORECASE)),
)
"""Moments of a breach that a statement knows; `aware` is that of the law."""
_LINK = re.compile(r"\S+://\S+|www\.\S+")


def security(material: Material) -> tuple[Entry | None, tuple[Left, ...]]:
    """The measures in terms of W3C DPV, each with its quote above."""
    told: dict[str, Note] = {}
    left: list[Left] = []
    for fact, said in material.of(SecurityMeasure):
        found = _measures(said.measure) or _measures(_LINK.sub("", fact.quote.text))
        for measure in found[:2]:
            told.setdefault(measure, quoted(fact).saying(Text(measure, measure)))
        if not found:
            left.append(Left(fact, _OWN_WORDS))
    entry = Entry("security", tuple(told), more=tuple(told.values())) if told else None
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
            left.append(Left(fact, _NO_TIME))
            continue
        key, doubt = _whom(said)
        within = f"{term} after {_moment(fact)}"
        people = (
            Entry("to", (group,), _LARGEST),
            Entry("within", within),
        )
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
