"""What drafting says beside the draft: what was read and what not, what found no place, and what the law guards."""

from collections.abc import Iterator, Mapping, Sequence

from gestand.core.schema import Schema, TableName
from gestand.core.text import Text
from gestand.datamap.suggest.drafted import Draft
from gestand.datamap.suggest.handful import TableLook
from gestand.datamap.suggest.lexicon import Kind
from gestand.statement.absent import Absent
from gestand.statement.model import Statement

_NAMED = 12


def read(schema: Schema, looks: Mapping[TableName, TableLook]) -> Text:
    """How many tables there are, and of how many some values were looked at."""
    tables = [
        table for table in schema.tables if not table.view and table.partition_of is None and table.readable
    ]
    looked = sum(any(column.seen for column in look.columns) for look in looks.values())
    return Text(
        f"{len(tables)} tabellen gelezen, van {looked} ook enkele waarden; bewaard is er daarvan geen.",
        f"{len(tables)} tables read, of {looked} some values as well; none of these was kept.",
    )


def unread(schema: Schema, looks: Mapping[TableName, TableLook], hidden: Sequence[str]) -> Iterator[Text]:
    """What this login may not see, as far as the engine tells. Nothing when all was read."""
    refused = {*hidden, *(str(table.name) for table in schema.tables if not table.readable)}
    if refused:
        names = listed(sorted(refused))
        yield Text(
            f"Niet gelezen, want deze login mag het niet: {names}. Of daar iets persoonlijks in staat, is niet te "
            "zeggen. Laat een beheerder hem leesrecht geven, en draai dit opnieuw.",
            f"Not read, for this login may not: {names}. Whether anything personal is in them cannot be told. Let an "
            "administrator grant it the right to read, and run this again.",
        )
    filtered = [str(table.name) for table in schema.tables if table.row_security]
    if filtered:
        yield Text(
            f"Deels gelezen, want een policy kan rijen verbergen: {listed(filtered)}.",
            f"Read in part, for a policy may hide rows: {listed(filtered)}.",
        )
    for look in looks.values():
        if look.unread:
            yield Text(
                f"Waarden van {look.table} niet bekeken, alleen namen: {look.unread}",
                f"Values of {look.table} not looked at, names alone: {look.unread}",
            )


def bytes_unread(looks: Mapping[TableName, TableLook]) -> Iterator[Text]:
    """The columns in which bytes lie: pictures, scans and files are for a person to open."""
    columns = [f"{look.table}.{column}" for look in looks.values() for column in look.bytes]
    if columns:
        yield Text(
            f"Niet in gekeken, want het zijn bytes: {listed(columns)}. Kijk zelf of er foto's, scans of bestanden van "
            "mensen in staan.",
            f"Not looked into, for they are bytes: {listed(columns)}. See for yourself whether they hold pictures, "
            "scans or files of people.",
        )


def only_in_sight(dialect: str, schema: Schema) -> Iterator[Text]:
    """What no engine of this kind can tell, and an empty result."""
    if not schema.tables:
        yield Text(
            "Er is geen enkele tabel te zien. Dat zegt niets over wat er is: de database is leeg, of deze login mag "
            "niets lezen.",
            "Not one table can be seen. That says nothing of what is there: the database is empty, or this login may "
            "read nothing.",
        )
    elif dialect == "mariadb":
        yield Text(
            "MariaDB toont een login alleen tabellen waar hij bij mag: of er meer zijn, is van hieruit niet te zeggen.",
            "MariaDB shows a login only the tables it has a right to: whether there are more cannot be told from here.",
        )


def unplaced(draft: Draft, statement: Statement | None) -> Iterator[Text]:
    """Personal columns without a word in the statement, data that wait, and data of the statement not found here."""
    left = [f"{table.facts.name}.{one.column}" for table in draft.tables for one in table.unplaced]
    if left:
        yield Text(
            f"Persoonlijk, maar geen woord van de verklaring past: {listed(left)}.",
            f"Personal, but no word of the statement fits: {listed(left)}.",
        )
    waiting = {datum.word: None for table in draft.tables for datum in table.data if datum.waits}
    if waiting:
        yield Text(
            f"Staan als commentaar klaar, want er ontbreekt nog iets: {listed(list(waiting))}.",
            f"Stand ready as comments, for something is missing yet: {listed(list(waiting))}.",
        )
    found = {datum.word for table in draft.tables for datum in table.data}
    absent = [word for word in (statement.data if statement else ()) if word not in found]
    if absent:
        yield Text(
            f"Noemt de verklaring wel, maar hier niet gevonden: {listed(absent)}.",
            f"In the statement, but not found here: {listed(absent)}.",
        )


def guarded(draft: Draft, statement: Statement | None = None) -> Iterator[Text]:
    """The columns that GDPR 9, 10 or 87 guards, by table and kind, for which the statement names no law."""
    allowed = set(_allowed(draft, statement))
    alike: dict[tuple[TableName, Kind, Text], list[str]] = {}
    for name, columns in draft.personal.items():
        for one in columns:
            if one.kind.special and (name, one.column) not in allowed:
                alike.setdefault((name, one.kind, one.why), []).append(one.column)
    for (name, kind, why), several in alike.items():
        yield Text(
            f"LET OP: {listed(several)} van `{name}` lijkt {kind.text.nl} te houden, dat mag alleen als een wet het "
            f"toestaat, en de verklaring noemt er geen ({kind.guard.nl}): {why.nl}.",
            f"MIND: {listed(several)} of `{name}` seems to hold {kind.text.en}, which only a law can allow, and the "
            f"statement names none ({kind.guard.en}): {why.en}.",
        )


def _allowed(draft: Draft, statement: Statement | None) -> Iterator[tuple[TableName, str]]:
    """Columns of data that the statement says a law allows."""
    for table in draft.tables:
        for datum in table.data:
            if statement and not isinstance(statement.data[datum.word].in_use_because, Absent):
                yield from ((table.facts.name, match.personal.column) for match in datum.matches)


def listed(names: Sequence[str]) -> str:
    """The first of the names, and how many more there are."""
    more = f" (+ {len(names) - _NAMED})" if len(names) > _NAMED else ""
    return ", ".join(f"`{name}`" for name in names[:_NAMED]) + more
