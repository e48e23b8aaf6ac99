"""Sample companies that do not exist: a statement, a data map, settings and a database full of invented rows."""

from gestand.examples.folder import SAMPLES, database_url, write_sample

__all__ = ["SAMPLES", "database_url", "write_sample"]
