"""What outlasts a case: suppressions and tombstones, which know a person by keyed digests alone.

A tombstone is one row for each key of a row of hers and each identifier by which she was found. `gestand replay`
reads the key columns and the identifiers of the restored database, takes the same digests of them, and where one
lies buried it has found her again: her own rows, and from these all the others, as the case found them at first.
"""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Integer,
    String,
    Table,
    Text,
    bindparam,
    delete,
    select,
    text,
)

from gestand.book.schema import Moment, metadata
from gestand.core.lasting import Suppression, Tombstone
from gestand.core.schema import TableName

suppressions = Table(
    "suppressions",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("scope", String(200), primary_key=True),
    Column("channel", String(50), primary_key=True),
    Column("since", Moment, nullable=False),
    Column("source", String(100), nullable=False),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("case_id", String(20), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("data_json", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("kind", String(100), nullable=False),
    Column("store", String(200), nullable=False),
    Column("schema_name", String(200), nullable=False),
    Column("table_name", String(200), nullable=False),
    Column("columns_json", Text, nullable=False),
)
Index("tombstones_digest", tombstones.c.digest, tombstones.c.case_id, unique=True)

_SUPPRESS = text(
    "INSERT INTO suppressions (digest, scope, channel, since, source) "
    "VALUES (:digest, :scope, :channel, :since, :source) ON CONFLICT (digest, scope, channel) DO NOTHING"
).bindparams(bindparam("since", type_=Moment()))

_BURY = text(
    "INSERT INTO tombstones "
    "(case_id, digest, data_json, at, until, kind, store, schema_name, table_name, columns_json) "
    "VALUES (:case_id, :digest, :data_json, :at, :until, :kind, :store, :schema_name, :table_name, :columns_json) "
    "ON CONFLICT (digest, case_id) DO UPDATE SET data_json = excluded.data_json, at = excluded.at, "
    "until = excluded.until"
).bindparams(bindparam("at", type_=Moment()), bindparam("until", type_=Moment()))


def suppress(connection: Connection, digest: str, new: Suppression) -> bool:
    """Remember a suppression; False where one was there already, which stays as it was."""
    told = {"scope": new.scope, "channel": new.channel, "since": new.since, "source": new.source}
    return connection.execute(_SUPPRESS, {"digest": digest, **told}).rowcount > 0


def suppressed(connection: Connection, digests: Sequence[str]) -> tuple[Suppression, ...]:
    """What was said by whom these digests are of, oldest first; of the same twice, the first."""
    told = (suppressions.c.scope, suppressions.c.channel, suppressions.c.since, suppressions.c.source)
    asked = select(*told).where(suppressions.c.digest.in_(digests)).order_by(*told[2:], *told[:2])
    first: dict[tuple[str, str], Suppression] = {}
    for row in connection.execute(asked):
        first.setdefault((row.scope, row.channel), Suppression(*row))
    return tuple(first.values())


def bury(connection: Connection, new: Sequence[Tombstone]) -> None:
    """Remember tombstones; those of the same case that lie there already are replaced."""
    rows = [
        {
            "case_id": one.case,
            "digest": one.digest,
            "data_json": json.dumps(one.data),
            "at": one.at,
            "until": one.until,
            "kind": one.kind,
            "store": one.store,
            "schema_name": one.table.schema if one.table else "",
            "table_name": one.table.name if one.table else "",
            "columns_json": json.dumps(one.columns),
        }
        for one in new
    ]
    if rows:
        connection.execute(_BURY, rows)


def list_tombstones(connection: Connection) -> tuple[Tombstone, ...]:
    """Every tombstone, oldest first."""
    asked = select(tombstones).order_by(tombstones.c.number)
    return tuple(
        Tombstone(
            case=row.case_id,
            digest=row.digest,
            data=tuple(json.loads(row.data_json)),
            at=row.at,
            until=row.until,
            kind=row.kind,
            store=row.store,
            table=TableName(row.table_name, row.schema_name) if row.table_name else None,
            columns=tuple(json.loads(row.columns_json)),
        )
        for row in connection.execute(asked)
    )


def clear(connection: Connection, now: datetime) -> None:
    """Take out the tombstones whose time has ended: no back-up holds what they told of."""
    connection.execute(delete(tombstones).where(tombstones.c.until <= now))
