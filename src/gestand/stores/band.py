"""Two parts of a question that differ in one moment's end alone: the rows of the narrower need not be counted twice."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from gestand.core.predicate import All, Before, Predicate
from gestand.core.question import Part
from gestand.stores.compile import Compiler, Row
from gestand.stores.element import Condition


@dataclass(frozen=True)
class Band:
    """What a part has more than the part `narrower`: `rest`, and a moment from `begin` up to `end`."""

    narrower: str
    rest: Predicate
    begin: Before
    end: Before

    def condition(self, compiler: Compiler, row: Row) -> Condition | None:
        """One range of the bare column; None where this moment has no such range."""
        clock = compiler.clock(self.end.moment, row)
        inside = clock.between(self.begin.end, self.end.end)
        return None if inside is None else sa.and_(inside, compiler.true(self.rest, row))


def band(part: Part, others: Iterable[Part]) -> Band | None:
    """How `part` follows from one of the others, if it does."""
    return next((found for other in others if (found := _beyond(part, other))), None)


def _beyond(part: Part, other: Part) -> Band | None:
    mine, theirs = _conjuncts(part.where), _conjuncts(other.where)
    more, less = (
        [one for one in here if one not in there] for here, there in ((mine, theirs), (theirs, mine))
    )
    match more, less:
        case [Before() as end], [Before() as begin] if begin.moment == end.moment and begin.end < end.end:
            return Band(other.name, All(tuple(one for one in mine if one != end)), begin, end)
    return None


def _conjuncts(where: Predicate) -> tuple[Predicate, ...]:
    return where.parts if isinstance(where, All) else (where,)
