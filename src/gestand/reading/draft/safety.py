"""How data are protected, and who is told when that fails."""

import re

from gestand.clock.errors import TermError
from gestand.clock.period import parse_period, words
from gestand.core.fact import BreachNotice, SecurityMeasure
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.tree import Entry, quoted
from gestand.reading.draft.vocabulary import pattern, terms

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
        term = _term(said)
        to_authority = any(word in said.to_whom.lower() for word in ("author", "autorit", "toezicht", "ap"))
        if not term:
            left.append(Left(fact, "a breach is told, and no time is named"))
        elif to_authority:
            below.setdefault("authority", Entry("authority", f"{term} after aware", quoted(fact)))
        else:
            people = (
                Entry("to", (group,), f"{said.to_whom} · doubt some"),
                Entry("within", f"{term} after established"),
            )
            below.setdefault("people", Entry("people", people, quoted(fact)))
    return (Entry("breach", tuple(below.values())) if below else None), tuple(left)


def _term(said: BreachNotice) -> str:
    try:
        return words(parse_period(said.term or ""), "en")
    except TermError:
        return ""
