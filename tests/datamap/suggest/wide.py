"""A database of two hundred tables, as a company has after twenty years: for the test and the benchmark of drafting."""

import sqlalchemy as sa

TABLES = 200
ROWS = 300
_THINGS = ("klant", "order", "factuur", "bericht", "bezoek", "product", "afdeling", "rit", "meting", "log")


def wide(tables: int = TABLES) -> sa.MetaData:
    """Tables of twelve columns, one in ten a table of people that the nine after it point at."""
    made = sa.MetaData()
    for at in range(tables):
        _table(made, at)
    return made


def _table(made: sa.MetaData, at: int) -> None:
    parent = f"tbl_klant_{at // 10 * 10:03}"
    key = sa.ForeignKey(f"{parent}.id") if at % 10 else None
    sa.Table(
        f"tbl_{_THINGS[at % 10]}_{at:03}",
        made,
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("klant_id", sa.Integer, *([key] if key is not None else [])),
        sa.Column("naam", sa.String(60)),
        sa.Column("email", sa.String(90)),
        sa.Column("tel_nr", sa.String(30)),
        sa.Column("iban", sa.String(40)),
        sa.Column("postcode", sa.String(10)),
        sa.Column("omschrijving", sa.Text),
        sa.Column("ip", sa.String(40)),
        sa.Column("bedrag", sa.Numeric(10, 2)),
        sa.Column("aangemaakt_op", sa.DateTime),
        sa.Column("einddatum", sa.Date),
    )


def fill(engine: sa.Engine, tables: int = TABLES, rows: int = ROWS) -> None:
    """Make and fill it; in SQL of the engine's own, for it is PostgreSQL."""
    made = wide(tables)
    made.create_all(engine)
    with engine.begin() as connection:
        for table in made.sorted_tables:
            connection.execute(sa.text(_FILLED.format(table=table.name, rows=rows)))


_FILLED = """
INSERT INTO {table} SELECT n, n, 'naam ' || n, 'iemand.' || n || '@example.org',
'+316' || (20000000 + n * 104729 % 9999999), 'NL' || lpad((n % 100)::text, 2, '0') || 'ZZZZ' || lpad(n::text, 10, '0'),
(1000 + n * 37 % 8999) || ' AB', repeat('tekst ', 20), '192.0.2.' || (n % 250 + 1), n,
timestamp '2020-01-01' + n * interval '1 day', date '2026-01-01' - n FROM generate_series(1, {rows}) n
"""
