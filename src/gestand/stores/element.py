"""Short names for pieces of a statement."""

from typing import Any

from sqlalchemy import ColumnElement

Column = ColumnElement[Any]
Condition = ColumnElement[bool]
