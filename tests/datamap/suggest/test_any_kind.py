"""A datum of which a statement says no more than that it is personal lies where a table is named after it."""

from pathlib import Path

import sqlalchemy as sa
from tests.datamap.suggest.legacy import STATEMENT
from tests.datamap.suggest.test_draft import drafted

from gestand.statement.parse import parse_statement

SIGN_INS = (
    "  sign-ins: {nl: aanmeldingen, en: sign-ins, kind: [PersonalData], of: customers, from: observation}\n"
)


def words(folder: Path, table: str) -> str:
    """What the draft says of one table with an IP address in it."""
    url = f"sqlite:///{folder / 'old.db'}"
    with sa.create_engine(url).begin() as connection:
        connection.execute(sa.text(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, plaats TEXT, ip TEXT)"))
    statement = parse_statement(STATEMENT.replace("\ndata:\n", f"\ndata:\n{SIGN_INS}"))
    return drafted(url, statement, names_only=True)[2]


def test_in_a_table_of_its_own_name_it_goes_before_kinds(tmp_path: Path) -> None:
    assert "sign-ins:" in words(tmp_path, "sign_ins")


def test_elsewhere_it_takes_no_column_that_nothing_else_fits(tmp_path: Path) -> None:
    assert "sign-ins" not in words(tmp_path, "bezoeken").split("stores:")[1]
