"""What all tests share: real servers."""

from tests.servers import mariadb, postgresql

__all__ = ["mariadb", "postgresql"]
