"""A small company: its statement, its data map, and the schema that its database would show."""

from pathlib import Path

import pytest

from gestand.core.schema import ColumnFacts, ColumnKind, Link, Schema, TableFacts, TableName
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

SHARED = Path("/work/shared/example")
