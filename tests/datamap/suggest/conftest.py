"""The old Dutch company in each engine, and what is drafted of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.datamap.suggest.legacy import STATEMENT, fill
from tests.servers import database

from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def statement() -> Statement:
    return parse_statement(STATEMENT)


@pytest.fixture(scope="session", params=["sqlite", "postgresql", "mariadb"])
def old_company(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the old company's database; each test only reads it."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('old') / 'old.db'}"
        _fill(url)
        yield url
        return
    with database(request.getfixturevalue(request.param)) as url:
        _fill(url)
        yield url


@pytest.fixture(scope="session")
def old_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The old company's database as an SQLite file."""
    file = tmp_path_factory.mktemp("file") / "old.db"
    _fill(f"sqlite:///{file}")
    return file


def _fill(url: str) -> None:
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    fill(engine)
    engine.dispose()
