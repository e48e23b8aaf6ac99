"""A database as the data map is drafted from it: its shape, and what a few of its values look like, not the values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gestand.core.errors import StoreAway, StoreError
from gestand.core.schema import Schema, TableFacts, TableName
from gestand.datamap.suggest.handful import TableLook
from gestand.datamap.suggest.values import look_at
from gestand.stores.sampling import Sampler


@dataclass(frozen=True)
class Survey:
    """What was seen of a database. `hidden` are tables that this login may not read, where the engine tells.

    `dialect` is postgresql, mariadb or sqlite. A look without columns says why its values were not read.
    """

    dialect: str
    schema: Schema
    looks: Mapping[TableName, TableLook]
    hidden: tuple[str, ...] = ()


def survey(name: str, url: str, today: date, with_values: bool = True) -> Survey:
    """Look at a database, at a few values of each table as well unless told not to. Changes nothing.

    Raises SettingsError, StoreAway, StoreRefuses; a table that refuses is told of in its look.
    """
    sampler = Sampler(name, url)
    try:
        schema, hidden = sampler.look(), sampler.hidden()
        tables = [table for table in schema.tables if with_values and _holds_rows(table)]
        looks = {table.name: _look(sampler, table, today) for table in tables}
        return Survey("mariadb" if sampler.dialect == "mysql" else sampler.dialect, schema, looks, hidden)
    finally:
        sampler.close()


def _holds_rows(table: TableFacts) -> bool:
    return table.readable and not table.view and table.partition_of is None


def _look(sampler: Sampler, table: TableFacts, today: date) -> TableLook:
    """The values live only inside this call."""
    try:
        return look_at(sampler.handful(table), today)
    except StoreAway:
        raise
    except StoreError as trouble:
        return TableLook(table.name, unread=str(trouble))
    except (ValueError, ArithmeticError, LookupError) as trouble:  # its words may hold a value: they end here
        return TableLook(table.name, unread=f"a value could not be judged ({type(trouble).__name__})")
