"""What all tests share: real servers, and a keyboard that can interrupt."""

import signal

import pytest
from tests.servers import mariadb, postgresql

__all__ = ["mariadb", "postgresql"]


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_is_heard() -> None:
    """A run in the background ignores Ctrl-C, and so would every keeper that a test starts and interrupts."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
