"""The two sample companies, written once for a fixed day."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from gestand.examples import SAMPLES, write_sample

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every sample in it; read it, and copy what you change."""
    into = tmp_path_factory.mktemp("samples")
    for name in SAMPLES:
        write_sample(name, into, TODAY)
    return into


@pytest.fixture(scope="session")
def portal(samples: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(samples / "sms-gateway" / "portal.db")) as connection:
        yield connection


@pytest.fixture(scope="session")
def monitor(samples: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(samples / "uptime-monitor" / "monitor.db")) as connection:
        yield connection
