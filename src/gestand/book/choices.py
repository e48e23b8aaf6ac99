"""Choices in the book: offers by digest, every choice in order, and the last word of each subject on each purpose."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
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
    salt: bytes


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


def offers_among(connection: Connection, digests: Sequence[str]) -> frozenset[str]:
    """Those of the digests of which the offer is on record."""
    return frozenset(
        connection.execute(select(offers.c.digest).where(offers.c.digest.in_(digests))).scalars()
    )


def add(connection: Connection, new: Sequence[New]) -> tuple[Recorded, ...]:
    """Add choices in order; the caller appends their lines to the log in the same transaction."""
    first = (connection.execute(select(func.max(choices.c.number))).scalar() or 0) + 1
    known = offers_among(connection, sorted({one.choice.offer for one in new}))
    rows, words = [], []
    for number, one in enumerate(new, first):
        choice = one.choice
        rows.append(
            {
                "number": number,
                "subject": one.subject,
                "at": choice.at,
                "entry": one.entry,
                "salt": one.salt,
                "told_json": _told(choice),
            }
        )
        words += [
            {
                "subject": one.subject,
                "purpose": purpose,
                "granted": granted,
                "at": choice.at,
                "offer": choice.offer,
                "proven": choice.offer in known,
                "age": choice.age.value,
                "number": number,
            }
            for purpose, granted in choice.decisions
        ]
    if rows:
        connection.execute(insert(choices), rows)
    if words:
        connection.execute(_STAND, words)
    return tuple(Recorded(number, one.entry, one.choice, one.salt) for number, one in enumerate(new, first))


def standing(connection: Connection, subject: bytes, purpose: str) -> Standing | None:
    """The last word of a subject on a purpose."""
    asked = select(standings).where(standings.c.subject == subject, standings.c.purpose == purpose)
    row = connection.execute(asked).one_or_none()
    if row is None:
        return None
    return Standing(row.granted, row.at, row.offer, row.proven, AgeRoute(row.age), row.number)


def of_subject(connection: Connection, subject: bytes) -> tuple[Recorded, ...]:
    """Every choice of a subject, oldest first."""
    asked = select(choices).where(choices.c.subject == subject).order_by(choices.c.number)
    return tuple(
        Recorded(row.number, row.entry, _choice(row.at, row.told_json), bytes(row.salt))
        for row in connection.execute(asked)
    )


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


def _choice(at: object, told_json: str) -> Choice:
    told = json.loads(told_json)
    return Choice(
        at=at,  # type: ignore[arg-type]
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
