"""Values that a walk reads from the database and gives back to it, unharmed.

SQLite keeps any bytes as text. What is no UTF-8 cannot be a Python text; as bytes it would sort after all texts.
"""

import sqlalchemy as sa


class RawText(bytes):
    """A text of SQLite that is no UTF-8."""


def text_of(stored: bytes) -> "str | RawText":
    """What SQLite's driver makes of a text."""
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return RawText(stored)


def again(value: object) -> object:
    """The value as it goes into a condition: what was read as text is compared as text."""
    if isinstance(value, RawText):
        return sa.cast(sa.literal(bytes(value), sa.LargeBinary()), sa.Text())
    return value
