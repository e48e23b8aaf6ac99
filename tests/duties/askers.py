"""Somebody asks a company of a few lines of YAML: her request, what was decided, and the casework that follows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from tests.cases import ListCases, ListLasting, ListOutbox, PlainOffice
from tests.duties.worlds import (
    AMSTERDAM,
    STORE,
    bilingual,
    data_map_text,
    datum,
    hold,
    is_mapped,
    moment_of,
    statement_text,
    store_of,
    written,
)
from tests.records import ListRecords

from gestand.casework import Casework
from gestand.core.case import Case
from gestand.core.ports import Store
from gestand.core.request import Asker, Correction, Known, Request, Right, Way
from gestand.core.step import Answered, Decided, Decision, Identified, Judged, Proof
from gestand.datamap.parse import parse_data_map
from gestand.keeper import Keeper
from gestand.statement.parse import parse_statement
from gestand.stores.memory import MemoryStore

Told = Mapping[str, Any]


@dataclass
class Office:
    """Everything that a request meets: the casework, and what it remembers, in lists."""

    casework: Casework
    cases: ListCases
    outbox: ListOutbox
    lasting: ListLasting
    records: ListRecords
    stores: dict[str, MemoryStore]
    now: datetime
    told: Told = field(repr=False)

    def tick(self) -> datetime:
        """The time, a second later at each look: the log wants order."""
        self.now += timedelta(seconds=1)
        return self.now

    def rows(self) -> dict[str, list[list[Any]]]:
        """Every table with its rows, by name."""
        return {
            table.name: [list(row.values()) for row in rows]
            for store in self.stores.values()
            for table, rows in store.rows.items()
        }


def office(told: Told, stores: Mapping[str, Store] | None = None) -> Office:
    """The company of a case; `stores` stand in for those in memory."""
    inside = {name: store_of(part, name) for name, part in parts_of(told).items()}
    records, cases, lasting, now = ListRecords(), ListCases(), ListLasting(), moment_of(told["today"])
    for one in told.get("holds", ()):
        records.hold(hold(one), now - timedelta(days=1))
    outbox = ListOutbox(cases)
    keeper = Keeper(
        parse_statement(statement_of(told)),
        parse_data_map(map_of(told)),
        stores or inside,
        records,
        AMSTERDAM,
        cases=cases,
    )
    casework = Casework(
        keeper,
        cases,
        outbox,
        PlainOffice(lambda: now),
        lasting,
        plus_addresses=told.get("plus addresses", False),
    )
    return Office(casework, cases, outbox, lasting, records, inside, now, told)


def parts_of(told: Told) -> dict[str, Told]:
    """The tables of each store."""
    return {STORE: told, **{name: {"tables": tables} for name, tables in told.get("elsewhere", {}).items()}}


def statement_of(told: Told) -> str:
    """The statement of retention's cases, with what the data are used for."""
    tables = {name: table for part in parts_of(told).values() for name, table in part["tables"].items()}
    whole = {**told, "tables": tables, "retention": told.get("retention", {})}
    document = json.loads(statement_text(whole))
    words = [*document["data"], *(word for hand in told.get("by hand", {}).values() for word in hand["data"])]
    owners, sources = told.get("owners", {}), told.get("from", {})
    document["data"] = {
        word: {**datum(word, owners.get(word, "people")), "from": sources.get(word, "the person")}
        for word in dict.fromkeys(words)
    }
    if sources:
        document["sources"] = {word: bilingual(word) for word in sources.values() if word != "observation"}
    document["purposes"] = purposes(told, list(document["data"]))
    if within := told.get("answered within"):
        document["rights"] = {"answered within": within}
    return written(document)


def purposes(told: Told, words: list[str]) -> Told:
    """Those of the case; else each datum is used for a contract of its own, or on the `basis` that is named."""
    bases = told.get("basis", {})
    if isinstance(bases, str):
        bases = dict.fromkeys(words, bases)
    named = {
        word: {
            **bilingual(word),
            "kind": one.get("kind", "ServiceProvision"),
            **({"data": one["data"]} if "data" in one else {}),
            **({"basis": one["basis"]} if "basis" in one else {}),
            **({"as": "processor"} if one.get("as") else {}),
        }
        for word, one in told.get("purposes", {}).items()
    }
    used = {word for one in told.get("purposes", {}).values() for word in one.get("data", words)}
    plain = {
        f"use-of-{word}": {
            **bilingual(f"use of {word}"),
            "kind": "ServiceProvision",
            "data": [word],
            "basis": bases.get(word, "Contract"),
        }
        for word in words
        if word not in used
    }
    return {**named, **plain}


def map_of(told: Told) -> str:
    """The data map of every store of the case."""
    document: Any = {"gestand": "datamap/1", "stores": {}}
    for name, part in parts_of(told).items():
        mapped = {table: facts for table, facts in part["tables"].items() if is_mapped(facts)}
        document["stores"] |= json.loads(data_map_text({"tables": mapped}, name))["stores"]
    for name, hand in told.get("by hand", {}).items():
        document["stores"][name] = {"kept by hand": hand}
    return written(document)


def asked(told: Told) -> Request:
    """What she asks; received a day before today unless the case says when."""
    received = (
        moment_of(told["received"]) if "received" in told else moment_of(told["today"]) - timedelta(days=1)
    )
    known = tuple(Known(kind, value) for kind, value in pairs(told.get("known", {})))
    asker = told.get("asker", {})
    places = ((place.partition("."), value) for place, value in told.get("corrections", {}).items())
    corrections = (Correction(data, column, value) for (data, _, column), value in places)
    return Request(
        rights=tuple(Right(one) for one in listed(told["asks"])),
        way=Way(told.get("way", "form")),
        received=received,
        entered=received,
        language="en",
        asker=Asker(
            asker.get("name", "Ann"),
            asker.get("email", ""),
            "",
            asker.get("for", ""),
            asker.get("authority", ""),
        ),
        known=known,
        data=tuple(told.get("about data", ())),
        purposes=tuple(told.get("about purposes", ())),
        corrections=tuple(corrections),
    )


def pairs(known: Told | list[Told]) -> list[tuple[str, str]]:
    """`{email: a, phone: b}`, or a list of such where one kind comes twice."""
    maps = known if isinstance(known, list) else [known]
    return [(kind, str(value)) for one in maps for kind, value in one.items()]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def walked(here: Office) -> Case:
    """Opened, identified, judged and decided, as the case says; nothing is done yet."""
    told, request = here.told, asked(here.told)
    case = here.casework.open(request)
    if case.needs_identity and told.get("identified", True):
        proven = tuple(replace(known, proven=True) for known in request.known)
        case = here.casework.add(case, Identified(here.tick(), "desk", Proof.LINK, proven))
    if "judged" in told:
        case = here.casework.add(case, Judged(here.tick(), "desk", told["judged"] == "hers"))
    decisions = tuple(map(decision, told.get("decided", default(request))))
    if decisions:
        case = here.casework.add(case, Decided(here.tick(), "decider", decisions))
    for store, answer in told.get("answered", {}).items():
        case = here.casework.add(case, Answered(here.tick(), "desk", store, *answer))
    return case


def default(request: Request) -> list[str]:
    """Everything that has to be decided on is granted."""
    return [right.value for right in request.rights if right.needs_identity]


def decision(words: str) -> Decision:
    """`erasure`, `no erasure`, `erasure of invoice`, `no erasure of invoice by GDPR 17(3)(e): reason`."""
    rest, _, reason = words.partition(": ")
    rest, _, ground = rest.partition(" by ")
    granted = not rest.startswith("no ") or rest.startswith("no automated decision")
    name = rest if granted else rest.removeprefix("no ")
    for right in Right:
        if name == right.value or name.startswith(f"{right.value} of "):
            data = name.removeprefix(right.value).removeprefix(" of ")
            return Decision(right, granted, data, ground, reason)
    raise ValueError(f"no decision: {words}")
