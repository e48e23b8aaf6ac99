"""Conditions on a moment in SQL: a bare column against constants, then guards against what is no time.

A condition may come out as unknown (NULL) where it is not true; the compiler never negates one unguarded.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from gestand.core.predicate import Moment
from gestand.core.schema import ColumnKind
from gestand.stores import shapes
from gestand.stores.cutoff import (
    FIRST_DAY,
    FIRST_EPOCH,
    FIRST_INSTANT,
    FIRST_TIME,
    LAST_EPOCH_SECOND,
    day_end,
    epoch_end,
    iso_time,
    local_end,
)
from gestand.stores.element import Column, Condition
from gestand.stores.faces import EPOCHS, TEXTS, Face

_RANGES_SINCE = datetime(1974, 1, 1, tzinfo=UTC)
"""From here on a moment is readable in every face, so that a lower bound needs no other beside it."""


@dataclass(frozen=True)
class Clock:
    """A column that shows a time: `dialect` of its engine, its declared `kind`, the `face` of the time."""

    dialect: str
    kind: ColumnKind
    face: Face
    column: Column
    moment: Moment

    def before(self, end: datetime) -> Condition:
        """Readable, and before `end`; starts with a range of the bare column."""
        return sa.and_(self.since_1900(), *self.until(end), *self._guards())

    def readable(self) -> Condition:
        return sa.and_(self.since_1900(), *self._is_time(), *self._guards())

    def unreadable(self) -> Condition:
        """Filled and not readable; by ranges of the bare column where they say it all."""
        if self._guards():
            return sa.and_(self.column.is_not(None), _untrue(self.readable()))
        return sa.or_(*(sa.not_(part) for part in (self.since_1900(), *self._is_time())))

    def not_before(self, end: datetime) -> Condition:
        """Empty, unreadable, or not before `end`: always the opposite of `before`, never unknown."""
        if self._guards():
            return _untrue(self.before(end))
        ranges = (self.since_1900(), *self.until(end))
        return sa.or_(self.column.is_(None), *(sa.not_(part) for part in ranges))

    def between(self, begin: datetime, end: datetime) -> Condition | None:
        """What lies before `end` and not before `begin`; None where that is no single range of the bare column."""
        first, last = self.until(begin), self.until(end)
        if len(first) > 1 or len(last) > 1 or begin < _RANGES_SINCE:
            return None
        return sa.and_(sa.not_(first[0]), last[0], *self._guards())

    def since_1900(self) -> Condition:
        """The lower bound, on the bare column."""
        if self.face in EPOCHS:
            return self.column > _number(FIRST_EPOCH[EPOCHS[self.face]])
        if self.face is Face.UNIX_STAMP:
            return sa.func.unix_timestamp(self.column) > _number(0)
        return self.column >= self._constant(FIRST_TIME)

    def until(self, end: datetime) -> tuple[Condition, ...]:
        """The upper bound on the bare column, and what else an end within a day takes for text."""
        if self.face in EPOCHS:
            return (self.column < _number(min(epoch_end(end, EPOCHS[self.face]), self._last_number() + 1)),)
        if self.face is Face.UNIX_STAMP:
            return self._until_stamp(end)
        if self.face in (Face.DAY, Face.TEXT_DAY):
            day = datetime.combine(day_end(end, self.moment.zone), datetime.min.time())
            return (self.column < self._constant(day),)
        if self.face is Face.INSTANT:
            return (self.column < sa.literal(end, sa.DateTime(timezone=True)),)
        local = local_end(end, "UTC" if self.face is Face.TEXT_UTC else self.moment.zone)
        return self._until_text(local) if self.face in TEXTS else (self.column < self._constant(local),)

    def ends_by(self, end: datetime) -> Condition:
        """For the exclusive upper bound of a range: nothing in the range lies at or after `end`."""
        bound = self.until(end)[0]
        assert isinstance(bound, sa.BinaryExpression)  # noqa: S101  a column against a constant
        return self.column <= bound.right

    def edge(self, value: Column) -> Column:
        """The first or last value of the column, in a form that `spans.local_day` reads."""
        if self.face in EPOCHS:
            return value
        if self.face is Face.UNIX_STAMP:
            return sa.func.unix_timestamp(value)
        if self.dialect == "postgresql":
            return sa.cast(sa.func.timezone("UTC", value) if self.face is Face.INSTANT else value, sa.Text)
        return sa.cast(value, sa.CHAR if self.dialect == "mariadb" else sa.Text)

    def _until_text(self, local: datetime) -> tuple[Condition, ...]:
        day, time = _text(local.date().isoformat()), iso_time(local)
        if not time:
            return (self.column < day,)
        after = _text((local.date() + timedelta(days=1)).isoformat())
        text = sa.cast(self.column, sa.Text) if self.dialect == "postgresql" else self.column
        on_day = sa.and_(
            sa.func.substr(text, 1, 10) == day, shapes.exactly(self.dialect, text, 12) < _text(time)
        )
        return self.column < after, sa.or_(self.column < day, on_day)

    def _until_stamp(self, end: datetime) -> tuple[Condition, ...]:
        """Bare against the session's reading of a day later, then exactly: the repeated hour has two readings."""
        second = epoch_end(end, 1)
        return (
            self.column < sa.func.from_unixtime(_number(second + 86_400)),
            sa.func.unix_timestamp(self.column) < _number(second),
        )

    def _is_time(self) -> tuple[Condition, ...]:
        """Upper bounds: no infinity, no number of milliseconds where seconds are declared."""
        if self.face in EPOCHS:
            return (self.column <= _number(self._last_number()),)
        if self.dialect == "postgresql" and self.face in (Face.DAY, Face.LOCAL, Face.INSTANT):
            return (self.column < sa.cast(_text("infinity"), _TYPES[self.face]),)
        return ()

    def _guards(self) -> tuple[Condition, ...]:
        if self.dialect == "sqlite" and self.face in EPOCHS and self.kind not in _NUMBERS:
            return (sa.func.typeof(self.column).in_(("integer", "real")),)
        if self.dialect == "mariadb" and self.face in (Face.DAY, Face.LOCAL):
            days = sa.func.dayofmonth(self.column)
            return (days > _number(0), days <= sa.func.dayofmonth(sa.func.last_day(self.column)))
        return (shapes.is_time(self.dialect, self.face, self.column),) if self.face in TEXTS else ()

    def _last_number(self) -> int:
        return LAST_EPOCH_SECOND * EPOCHS[self.face]

    def _constant(self, local: datetime) -> Column:
        if self.face in TEXTS:
            return _text(FIRST_DAY.isoformat() if local == FIRST_TIME else local.date().isoformat())
        if self.face is Face.DAY:
            return sa.literal(local.date(), sa.Date())
        if self.face is Face.INSTANT:
            return sa.literal(FIRST_INSTANT, sa.DateTime(timezone=True))
        return sa.literal(local, sa.DateTime())


_NUMBERS = (ColumnKind.INTEGER, ColumnKind.NUMBER)
"""SQLite sorts every text in a column of these after every number: bounds alone shut it out."""

_TYPES: dict[Face, sa.Date | sa.DateTime] = {
    Face.DAY: sa.Date(),
    Face.LOCAL: sa.DateTime(),
    Face.INSTANT: sa.DateTime(timezone=True),
}


def _untrue(condition: Condition) -> Condition:
    """False or unknown. By cases: as the argument of a function SQLite would work every part of it out."""
    return sa.case((condition, _number(0)), else_=_number(1)) == _number(1)


def _number(value: int) -> Column:
    return sa.literal(value, sa.BigInteger())


def _text(value: str) -> Column:
    return sa.literal(value, sa.String())
