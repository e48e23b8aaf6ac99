"""The company with one store in SQLite and one in PostgreSQL, and a mail server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.requests.company import Club, club
from tests.requests.mailbox import Mailbox, mailbox
from tests.servers import database


@pytest.fixture(scope="session")
def of_our_own(postgresql: str) -> Iterator[str]:
    """A PostgreSQL database for these tests alone."""
    with database(postgresql) as url:
        yield url


@pytest.fixture
def mail() -> Iterator[Mailbox]:
    with mailbox() as box:
        yield box


@pytest.fixture
def company(tmp_path: Path, of_our_own: str, mail: Mailbox) -> Iterator[Club]:
    """The shop in SQLite, the help desk in PostgreSQL."""
    with club(tmp_path / "club", f"sqlite:///{tmp_path / 'shop.db'}", of_our_own, mail.port) as made:
        yield made
