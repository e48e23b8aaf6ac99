"""What can be told of a promise's conditions without a value: a country, and columns that say of what sort a row is."""

from collections.abc import Iterable, Iterator

from gestand.core.schema import ColumnKind, Schema, TableFacts
from gestand.datamap.suggest.about import is_list
from gestand.datamap.suggest.meeting import name_bag
from gestand.datamap.suggest.names import STATES, words_in
from gestand.statement.model import Statement

_UNION = {"eu", "eer", "eea"}
_OUTSIDE = {"outside", "buiten"}


def by_country(facts: TableFacts, statement: Statement, wanted: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The one condition that names alone tell: in or outside the EU, by a column that holds a country's code."""
    column = next(
        (one.name for one in facts.columns if _is_country(one.name) and one.kind is ColumnKind.TEXT), ""
    )
    found: dict[str, tuple[str, str]] = {}
    for word in wanted:
        text = statement.conditions[word].text
        said = set(f"{word} {text.nl} {text.en}".lower().replace("-", " ").split())
        if column and _UNION & said:
            found[word] = (column, "not in" if _OUTSIDE & said else "in")
    return found


def that_tell_states(facts: TableFacts, schema: Schema) -> Iterator[str]:
    """Columns that say of what sort a row is, here and in the tables that it points at, as a comment names them."""
    above = (schema.table(link.to) for link in facts.links)
    for table in (facts, *(one for one in above if one is not None and not is_list(one))):
        for column in table.columns:
            if STATES & set(words_in(column.name)):
                yield f"`{column.name}`" if table is facts else f"`{column.name}` ({table.name})"


def _is_country(name: str) -> bool:
    return "country" in name_bag(name) and "name" not in name_bag(name)
