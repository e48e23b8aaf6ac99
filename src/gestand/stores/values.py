"""Constants against columns: a value meets a column only in the column's own kind, exactly.

Engines convert on their own: in MariaDB 'abc' = 0 is true, 'NL' = 'nl' is true. A promise must not turn on that.
"""

from collections.abc import Callable, Sequence
from typing import Any as Anything

import sqlalchemy as sa

from gestand.core.predicate import SameFolded, WithKey
from gestand.core.schema import ColumnKind
from gestand.datamap.lookup import BLANKS, digits, exact, small, text_type
from gestand.stores.element import Column, Condition
from gestand.stores.fitting import Plain
from gestand.stores.folding import Mailbox, beginning, folded, mailbox, replacements, spellings


def literal(value: Plain | None) -> Column:
    """A bound constant; text is left untyped, so that the engine reads it as the column's own type."""
    if isinstance(value, str):
        return sa.literal(value, sa.types.NullType())
    if value is None:
        return sa.null()
    return sa.literal(value, sa.BigInteger() if isinstance(value, int) else sa.Double())


Bound = Callable[[Plain, sa.types.TypeEngine[Anything]], Column]
"""Makes a parameter, or a constant, of a value."""


def equals(
    dialect: str, kind: ColumnKind, column: Column, several: Sequence[Plain], bound: Bound
) -> Condition:
    """The column holds one of the values; bare where that is exact, so that an index works."""
    if not several:
        return sa.false()
    if kind in (ColumnKind.INTEGER, ColumnKind.NUMBER):
        whole = kind is ColumnKind.INTEGER
        return among(column, several, sa.BigInteger() if whole else sa.Double(), bound)
    if kind is ColumnKind.UUID and dialect != "sqlite":
        return among(column, several, sa.types.NullType(), bound)
    bare = among(column, several, sa.String(), bound)
    if kind is not ColumnKind.TEXT:
        return among(exact(dialect, column), several, sa.String(), bound)
    return (
        bare
        if dialect == "postgresql"
        else sa.and_(bare, among(exact(dialect, column), several, sa.String(), bound))
    )


def is_text(dialect: str, column: Column, text: Column) -> Condition:
    """The column holds exactly this text."""
    return exact(dialect, column) == text


def is_folded(dialect: str, column: Column, wanted: SameFolded, led: bool, bound: Bound) -> Condition:
    """The column holds this text, but for the case of its letters and the blanks around it.

    `led`: MariaDB's own comparison ignores case, and an index leads by it to the few rows that are then compared.
    """
    several = spellings(wanted.value)
    if not several:
        return _is_folded_slowly(dialect, column, wanted)
    text = small(dialect, column)
    boxes = [mailbox(one) for one in several] if wanted.plus else []
    inside = [_is_in(box, text, bound) for box in boxes]
    same = sa.or_(among(text, several, sa.Text(), bound), *inside)
    if dialect == "sqlite":
        return sa.and_(same, sa.func.typeof(column) == sa.literal_column("'text'"))
    begins = (*several, *(box.first for box in boxes))
    return sa.and_(_begins_alike(column, begins, bound), same) if led else same


def _is_in(box: Mailbox, text: Column, bound: Bound) -> Condition:
    """A range first: an index on the text leads to it, which no engine knows of a pattern in a parameter."""
    first, last = (bound(one, sa.Text()) for one in (box.first, box.last))
    return sa.and_(text >= first, text < last, text.like(bound(box.pattern, sa.Text()), escape="/"))


def _is_folded_slowly(dialect: str, column: Column, wanted: SameFolded) -> Condition:
    first = replacements(wanted.value)
    replaced = exact(dialect, column)
    for letter, little in first:
        replaced = sa.func.replace(replaced, letter, little)
    text, whole = small(dialect, replaced), folded(wanted.value, first)
    inside = [text.like(mailbox(whole).pattern, escape="/")] if wanted.plus else []
    same = sa.or_(text == whole, *inside)
    return (
        sa.and_(same, sa.func.typeof(column) == sa.literal_column("'text'")) if dialect == "sqlite" else same
    )


def _begins_alike(column: Column, several: Sequence[str], bound: Bound) -> Condition:
    """As far as an index of MariaDB leads: the beginning is alike, or a blank."""
    begins = [bound(beginning(one), sa.String()) for one in several]
    blanks = [sa.literal(beginning(one), sa.String()) for one in BLANKS]
    return sa.or_(*(column.like(one, escape="/") for one in (*begins, *blanks)))


def has_digits(
    dialect: str, kind: ColumnKind, column: Column, several: Sequence[str], bound: Bound
) -> Condition:
    """The column is one of these numbers, when the signs between its digits are taken out.

    A number in a column of numbers has lost the zeros before it.
    """
    bare = digits(dialect, column)
    same = among(exact(dialect, bare) if dialect == "mariadb" else bare, several, sa.Text(), bound)
    if kind not in (ColumnKind.INTEGER, ColumnKind.NUMBER):
        return same
    number = equals(dialect, kind, column, [int(one) for one in several], bound)
    return sa.or_(number, sa.and_(sa.func.typeof(column) == "text", same)) if dialect == "sqlite" else number


def with_key(dialect: str, value: WithKey, key: Column) -> Column:
    """The text around the row's own key."""
    text = sa.cast(key, text_type(dialect))
    return sa.literal(value.before, sa.Text()).concat(text).concat(sa.literal(value.after, sa.Text()))


def among(
    column: Column, several: Sequence[Plain], kind: sa.types.TypeEngine[Anything], bound: Bound
) -> Condition:
    """The column is one of the values."""
    constants = [bound(value, kind) for value in several]
    return column == constants[0] if len(constants) == 1 else column.in_(constants)
