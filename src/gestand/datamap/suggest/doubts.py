"""What was not looked at in the tables in which nothing personal was found."""

from collections.abc import Collection, Iterator, Mapping

from gestand.core.schema import Schema, TableName
from gestand.core.text import Text
from gestand.datamap.suggest.handful import TableLook

_POLICY = Text("een policy kan rijen verbergen", "a policy may hide rows")
_NAMES = Text("alleen namen bekeken", "names alone were looked at")
_EMPTY = Text("nu leeg: alleen namen bekeken", "empty now: names alone were looked at")
_BYTES = Text("niet in gekeken, het zijn bytes: {names}", "not looked into, for they are bytes: {names}")


def doubts(
    schema: Schema, looks: Mapping[TableName, TableLook], without: Collection[TableName]
) -> Iterator[tuple[TableName, Text]]:
    """By table of `without`; nothing of those that were looked at whole."""
    for table in (one for one in schema.tables if one.name in without):
        look = looks.get(table.name)
        if table.row_security:
            yield table.name, _POLICY
        elif look is None or look.unread:
            yield table.name, _NAMES
        elif look.bytes:
            yield table.name, _BYTES.filled(names=", ".join(f"`{name}`" for name in look.bytes))
        elif not any(column.seen for column in look.columns):
            yield table.name, _EMPTY
