"""What the book's database says when it refuses, in words that name the way out."""

from sqlalchemy.exc import DBAPIError

from gestand.core.errors import BookAway, BookError, BookNotOurs

_SAID: tuple[tuple[str, type[BookError], str], ...] = (
    ("locked", BookAway, "is held by another process. Wait for it to end, and try again."),
    ("full", BookError, "cannot grow: the disk is full. Free some space, and try again."),
    ("no space left", BookError, "cannot grow: the disk is full. Free some space, and try again."),
    ("disk i/o error", BookError, "cannot be written: the disk is full or broken. Mend that, and try again."),
    (
        "readonly",
        BookError,
        "is read-only. Give the user that runs gestand the right to write to it and its folder.",
    ),
    ("read-only", BookError, "is read-only. Give the user that runs gestand the right to write to it."),
    ("not a database", BookNotOurs, "is not a database. Restore it from a back-up, or name another file."),
    ("malformed", BookNotOurs, "is damaged. Restore it from a back-up, and run `gestand verify`."),
    ("unable to open", BookAway, "cannot be opened. Look at the rights of the file and its folder."),
    ("permission denied", BookError, "refuses: the database user lacks a right on gestand's tables."),
    ("authentication", BookAway, "refuses the user name or the password."),
    ("connection", BookAway, "does not answer. See that the server runs and can be reached."),
)


def translated(error: DBAPIError, place: str) -> BookError:
    """The error as gestand says it: never the statement's values, always that nothing was written."""
    said = str(error.orig).lower()
    for words, kind, way_out in _SAID:
        if words in said:
            return kind(f"{place} {way_out} Nothing was written.")
    if error.connection_invalidated:
        return BookAway(f"{place} broke off the connection. Nothing was written.")
    return BookError(f"{place} refuses: {type(error.orig).__name__}. Nothing was written.")
