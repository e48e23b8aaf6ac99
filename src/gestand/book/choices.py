"""Choices in the book: offers by digest, every choice in order, and the last word of each subject on each purpose."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    Text,
    bindparam,
    func,
    insert,
    select,
    text,
)

from gestand.book.schema import Moment, metadata
from gestand.book.seal import seal, unseal
from gestand.core.caselist import View
from gestand.core.choice import AgeRoute, Choice, ChoiceWay, Offer, Recorded, Signal, Standing

offers = Table(
    "offers",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("told_json", Text, nullable=False),
)

choices = Table(
    "choices",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("subject", LargeBinary(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("entry", Integer, nullable=False),
    Column("salt", LargeBinary(16), nullable=False),
    Column("told_json", Text, nullable=False),
)
Index("choices_subject", choices.c.subject, choices.c.number)

standings = Table(
    "standing",
    metadata,
    Column("subject", LargeBinary(16), primary_key=True),
    Column("purpose", String(200), primary_key=True),
    Column("granted", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    Column("offer", String(64), nullable=False),
    Column("proven", Boolean, nullable=False),
    Column("age", String(30), nullable=False),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)

looks = Table(
    "choice_looks",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("subject", LargeBinary(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)
Index("choice_looks_subject", looks.c.subject, looks.c.number)

_STAND = text(
    "INSERT INTO standing (subject, purpose, granted, at, offer, proven, age, number) "
    "VALUES (:subject, :purpose, :granted, :at, :offer, :proven, :age, :number) "
    "ON CONFLICT (subject, purpose) DO UPDATE SET granted = excluded.granted, at = excluded.at, "
    "offer = excluded.offer, proven = excluded.proven, age = excluded.age, number = excluded.number "
    "WHERE excluded.at >= standing.at"
).bindparams(
    bindparam("at", type_=Moment()),
    bindparam("granted", type_=Boolean()),
    bindparam("proven", type_=Boolean()),
)


@dataclass(frozen=True)
class New:
    """A choice that is about to be added: whose, its line in the log, and the salt of the commitment there."""

    subject: bytes
    choice: Choice
    entry: int
    salt: bytes = field(repr=False)


def keep_offer(connection: Connection, digest: str, offer: Offer) -> None:
    """Keep an offer; one that is there already stays."""
    told = json.dumps([offer.language, offer.layout, offer.texts, offer.buttons, offer.purposes])
    keep = "INSERT INTO offers (digest, told_json) VALUES (:digest, :told) ON CONFLICT (digest) DO NOTHING"
    connection.execute(text(keep), {"digest": digest, "told": told})


def offer_of(connection: Connection, digest: str) -> Offer | None:
    """The offer of a digest."""
    told = connection.execute(select(offers.c.told_json).where(offers.c.digest == digest)).scalar()
    if told is None:
        return None
    language, layout, texts, buttons, purposes = json.loads(told)
    return Offer(
        language, layout, tuple(texts), tuple(buttons), tuple((word, said) for word, said in purposes)
    )


def words_offered(connection: Connection, digests: Iterable[str]) -> dict[str, frozenset[str]]:
    """Of each digest of which the offer is on record, the words that could be chosen in it."""
    asked = select(offers.c.digest, offers.c.told_json).where(offers.c.digest.in_(sorted(set(digests))))
    return {
        digest: frozenset(word for word, _ in json.loads(told)[-1])
        for digest, told in connection.execute(asked)
    }


def add(connection: Connection, new: Sequence[New]) -> tuple[Recorded, ...]:
    """Add choices in order; the caller has appended their lines to the log in the same transaction, and so holds it.

    A yes is proven where its word stood in an offer on record. The last word is the newest one, and of two at
    the same moment that which came in last.
    """
    first = (connection.execute(select(func.max(choices.c.number))).scalar() or 0) + 1
    offered = words_offered(connection, (one.choice.offer for one in new))
    numbered = list(enumerate(new, first))
    connection.execute(insert(choices), [_row(number, one) for number, one in numbered])
    words = [word for number, one in numbered for word in _words(number, one, offered)]
    connection.execute(_STAND, words)
    return tuple(Recorded(number, one.entry, one.choice, one.salt) for number, one in numbered)


def _row(number: int, one: New) -> dict[str, object]:
    return {
        "number": number,
        "subject": one.subject,
        "at": one.choice.at,
        "entry": one.entry,
        "salt": one.salt,
        "told_json": _told(one.choice),
    }


def _words(number: int, one: New, offered: Mapping[str, frozenset[str]]) -> Iterator[dict[str, object]]:
    choice = one.choice
    shown = offered.get(choice.offer, frozenset())
    for purpose, granted in choice.decisions:
        yield {
            "subject": one.subject,
            "purpose": purpose,
            "granted": granted,
            "at": choice.at,
            "offer": choice.offer,
            "proven": purpose in shown,
            "age": choice.age.value,
            "number": number,
        }


def standing(connection: Connection, subject: bytes, purpose: str) -> Standing | None:
    """The last word of a subject on a purpose."""
    asked = select(standings).where(standings.c.subject == subject, standings.c.purpose == purpose)
    row = connection.execute(asked).one_or_none()
    return None if row is None else _standing(row)


def all_standing(connection: Connection, subject: bytes) -> dict[str, Standing]:
    """The last words of a subject, by purpose."""
    asked = select(standings).where(standings.c.subject == subject).order_by(standings.c.purpose)
    return {row.purpose: _standing(row) for row in connection.execute(asked)}


def _standing(row: Row[Any]) -> Standing:
    return Standing(row.granted, row.at, row.offer, row.proven, AgeRoute(row.age), row.number)


def add_look(connection: Connection, subject: bytes, at: datetime, by: str, key: bytes) -> None:
    """Remember who looked at the choices of a subject."""
    sealed = seal(key, by.encode(), _look(subject, at))
    connection.execute(insert(looks).values(subject=subject, at=at, sealed=sealed))


def looks_at(connection: Connection, subject: bytes, key: bytes) -> tuple[View, ...]:
    """Everyone who looked at the choices of a subject, oldest first."""
    asked = select(looks).where(looks.c.subject == subject).order_by(looks.c.number)
    what = "Who looked at choices"
    return tuple(
        View(unseal(key, bytes(row.sealed), _look(subject, row.at), what).decode(), row.at)
        for row in connection.execute(asked)
    )


def _look(subject: bytes, at: datetime) -> tuple[object, ...]:
    return ("choice_looks", subject.hex(), at.astimezone(UTC).isoformat())


def of_subject(connection: Connection, subject: bytes) -> tuple[Recorded, ...]:
    """Every choice of a subject, oldest first."""
    asked = select(choices).where(choices.c.subject == subject).order_by(choices.c.number)
    return tuple(
        Recorded(row.number, row.entry, _choice(row.at, row.told_json), bytes(row.salt))
        for row in connection.execute(asked)
    )


def way_of(told_json: str) -> ChoiceWay:
    """The way of a choice, without reading all of it: what stands before are words and digests, and no free text."""
    return ChoiceWay(told_json.partition('"way":"')[2].partition('"')[0])


def _told(choice: Choice) -> str:
    told = {
        "decisions": choice.decisions,
        "offer": choice.offer,
        "statement": choice.statement,
        "version": choice.version,
        "language": choice.language,
        "way": choice.way,
        "signals": choice.signals,
        "age": choice.age,
        "by": choice.by,
    }
    return json.dumps(told, separators=(",", ":"))


def _choice(at: datetime, told_json: str) -> Choice:
    told = json.loads(told_json)
    return Choice(
        at=at,
        decisions=tuple((purpose, granted) for purpose, granted in told["decisions"]),
        offer=told["offer"],
        statement=told["statement"],
        version=told["version"],
        language=told["language"],
        way=ChoiceWay(told["way"]),
        signals=tuple(map(Signal, told["signals"])),
        age=AgeRoute(told["age"]),
        by=told["by"],
    )
