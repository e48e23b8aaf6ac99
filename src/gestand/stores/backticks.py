"""Names of MariaDB as they are: SQLAlchemy leaves their backticks doubled, as `SHOW CREATE TABLE` writes them."""

from dataclasses import replace

from gestand.core.schema import TableFacts


def single(name: str) -> str:
    """A name without the doubling."""
    return name.replace("``", "`")


def singled(facts: TableFacts) -> TableFacts:
    """A table with the names of its columns and its key so."""
    columns = tuple(replace(column, name=single(column.name)) for column in facts.columns)
    return replace(facts, columns=columns, key=tuple(map(single, facts.key)))
