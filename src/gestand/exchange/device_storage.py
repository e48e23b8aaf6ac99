"""The cookies of a statement as a device storage disclosure of the Transparency and Consent Framework (IAB Europe).

`disclosures` are things kept on a device, `domains` addresses that are called, `sdks` software kits. The names of the
fields and the limits of their values are written down from memory, and were held against no text of the framework: so
the file is to be looked over before it is published.
"""

import json
from dataclasses import dataclass

from gestand.core.text import Language, Text
from gestand.exchange.carried import Exported, NothingToExport, lost
from gestand.exchange.seconds import in_seconds
from gestand.exchange.tcf import purposes_of
from gestand.statement.devices import DeviceGroup, Item
from gestand.statement.model import Statement

Fields = dict[str, object]

CARRIED = (
    "controller/sites", "cookies/*/items/*/lifetime", "cookies/*/items/*/technique", "cookies/*/items/*/domain",
    "cookies/*/items/*/party", "cookies/*/items/*/purpose",
)  # fmt: skip
"""The parts of a statement that have a place in a disclosure. Of a group, only the numbers of its purposes have."""

_TYPES = {"cookie": "cookie", "local storage": "web"}
_CALLED = ("pixel", "tracking link")
_REFRESH = Text("of een cookie wordt ververst: nee", "whether a cookie is refreshed: no")
_NUMBERS = Text(
    "de nummers van de doelen: gekozen naar het doel en de soort van elke groep; kijk ze na",
    "the numbers of the purposes: chosen by the purpose and the kind of each group; look them over",
)
_DAYS = Text("seconden: een maand is 30 dagen, een jaar 365", "seconds: a month is 30 days, a year 365")


@dataclass(frozen=True)
class NumberedItem:
    """One thing of one group, with the purposes of its group by number."""

    name: str
    item: Item
    group: DeviceGroup
    purposes: tuple[int, ...]


def device_storage(statement: Statement, language: Language) -> Exported:
    """The disclosure. Months become 30 days and years 365; NothingToExport when no cookies are stated."""
    kept = _kept(statement)
    if not kept:
        raise NothingToExport(
            "The statement names nothing that is stored on a device: `cookies` is not there, or denies it."
        )
    document: Fields = {"disclosures": _disclosures(statement, kept)}
    domains = [_domain(one, statement, language) for one in kept if _is_called(one.item)]
    sdks = [_sdk(one, statement, language) for one in kept if one.item.technique == "software kit"]
    document |= {"domains": domains} if domains else {}
    document |= {"sdks": sdks} if sdks else {}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    missing = (*lost(statement, CARRIED, about=("cookies",)), *_without_place(kept))
    return Exported(f"{text}\n", missing, (_REFRESH, _NUMBERS, _DAYS))


def _kept(statement: Statement) -> list[NumberedItem]:
    return [
        NumberedItem(name, item, group, purposes_of(statement, word, group))
        for word, group in (statement.cookies or {}).items()
        for name, item in group.items.items()
    ]


def _is_called(item: Item) -> bool:
    return item.technique in _CALLED and bool(item.domain)


def _without_place(kept: list[NumberedItem]) -> tuple[tuple[str, int], ...]:
    """Techniques that neither store a thing nor call an address, and the word for one operation."""
    others = [
        one.item.technique
        for one in kept
        if one.item.technique not in (*_TYPES, "software kit") and not _is_called(one.item)
    ]
    unsaid = [one for one in kept if one.item.purpose and one.item.technique in _TYPES]
    ageless = [one for one in kept if not one.item.lifetime and one.item.technique in _TYPES]
    once = [one for one in kept if one.item.lifetime == "one operation" and one.item.technique in _TYPES]
    told = [(f"cookies/{technique}", others.count(technique)) for technique in dict.fromkeys(others)]
    told += [("cookies/items/purpose", len(unsaid)), ("cookies/one operation, told as a session", len(once))]
    told += [("cookies/no lifetime, told as until erased", len(ageless))]
    return tuple((part, count) for part, count in told if count)


def _disclosures(statement: Statement, kept: list[NumberedItem]) -> list[Fields]:
    """One entry for a thing; where the same thing is set by several domains, they stand together."""
    together: dict[str, tuple[Fields, list[str]]] = {}
    for one in kept:
        if one.item.technique in _TYPES:
            entry = _stored(one)
            _, domains = together.setdefault(json.dumps(entry), (entry, []))
            domains += [found for found in _domains(statement, one.item) if found not in domains]
    return [{**entry, **({"domains": domains} if domains else {})} for entry, domains in together.values()]


def _stored(one: NumberedItem) -> Fields:
    kind = _TYPES[one.item.technique]
    refresh = {"cookieRefresh": False} if kind == "cookie" else {}
    age = in_seconds(one.item.lifetime) if one.item.lifetime else None
    return {
        "identifier": one.name,
        "type": kind,
        "maxAgeSeconds": age,
        **refresh,
        "purposes": list(one.purposes),
    }


def _domains(statement: Statement, item: Item) -> list[str]:
    """A third party's own domain; for what is the company's own, its sites."""
    if item.domain:
        return [item.domain]
    return hosts(statement) if item.party == "own" else []


def hosts(statement: Statement) -> list[str]:
    """The company's sites by host: `www.example.org`."""
    return list(dict.fromkeys(site.partition("/")[0] for site in statement.controller.sites))


def _use(one: NumberedItem, statement: Statement, language: Language) -> str:
    said = one.item.purpose or one.group.purpose
    if isinstance(said, str):
        return statement.purposes[said].said_in(language)
    return said.said_in(language) if said else ""


def _domain(one: NumberedItem, statement: Statement, language: Language) -> Fields:
    return {"domain": one.item.domain or "", "use": _use(one, statement, language)}


def _sdk(one: NumberedItem, statement: Statement, language: Language) -> Fields:
    return {"name": one.name, "use": _use(one, statement, language)}
