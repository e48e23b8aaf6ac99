"""What a person sees and corrects of her own data, signed in, where the statement says that she may."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from gestand.casework import BY_HERSELF, CaseKept, Casework
from gestand.core.case import Case
from gestand.core.question import Find, Rows
from gestand.core.request import Asker, Correction, Known, Request, Right, Way
from gestand.core.schema import ColumnKind
from gestand.core.step import Decided, Decision, Identified, Proof
from gestand.core.text import Language
from gestand.datamap.bound import BoundTable
from gestand.duties import requests
from gestand.duties.world import World
from gestand.statement.data import SelfService as Offered

BY_STATEMENT = "the statement's self-service"
"""Who decides on a correction that the statement leaves to the person herself."""
MOST_ROWS = 50
LONGEST = 300
"""The most letters of a value, where the column itself says no less."""


@dataclass(frozen=True)
class OwnValue:
    """What stands in one column of a row of hers; `longest` is how long it may be, 0 if she cannot change it here."""

    data: str
    column: str
    value: str = field(repr=False)
    longest: int = 0


@dataclass(frozen=True)
class Own:
    """Her rows, each the values of one datum; `away`: a store did not answer, so that this may not be all."""

    rows: tuple[tuple[OwnValue, ...], ...] = ()
    away: bool = False


@dataclass(frozen=True)
class SelfService:
    """One company's self-service. An identifier must have been shown to be hers before anything is asked here."""

    casework: Casework

    @property
    def offered(self) -> bool:
        """Whether the statement leaves anything to people themselves."""
        return bool(self._words("view", "correct"))

    def own(self, known: Known, now: datetime) -> Own:
        """Her data as they stand; no case is opened, and nothing is kept of it."""
        case = _looking(known, self._words("view", "correct"), now)
        keeper = self.casework.keeper
        world = replace(keeper.world(now, case), plus_addresses=self.casework.plus_addresses)
        answers = keeper.asking.rounds(lambda so_far: requests.ask(world, so_far))
        found = [
            (find, keeper.asking.one(replace(find, most=MOST_ROWS)))
            for find in requests.copies(world, requests.trail(world, answers))
            if case.request.data
        ]
        told = [(find, answer) for find, answer in found if isinstance(answer, Rows)]
        away = len(told) < len(found) or bool(world.silent)
        return Own(tuple(self._rows(world, told)), away)

    def correct(
        self, email: Known, new: tuple[Correction, ...], language: Language, now: Callable[[], datetime]
    ) -> CaseKept:
        """A rectification that is decided and done at once. Raises what keeping a case raises; the case stays then."""
        at = now()
        asked = Request(
            rights=(Right.RECTIFICATION,),
            way=Way.ACCOUNT,
            received=at,
            entered=at,
            language=language,
            asker=Asker("", email.value),
            known=(replace(email, proven=False),),
            data=tuple(dict.fromkeys(one.data for one in new)),
            corrections=new,
        )
        case = self.casework.open(asked)
        case = self.casework.confirmed(case.id, email.kind, now(), Proof.SIGNED_IN)
        if case.last(Decided) is None:
            granted = (Decision(Right.RECTIFICATION, True),)
            self.casework.add(case, Decided(now(), BY_STATEMENT, granted))
        return self.casework.keep(case.id, now)

    def _words(self, *acts: str) -> tuple[str, ...]:
        """The data that she may do this with herself."""
        told = self.casework.keeper.statement.self_service
        every: tuple[Offered, ...] = tuple(told.values()) if isinstance(told, dict) else ()
        return tuple(dict.fromkeys(word for one in every if set(acts) & set(one.can) for word in one.data))

    def _rows(self, world: World, told: list[tuple[Find, Rows]]) -> Iterator[tuple[OwnValue, ...]]:
        """A row each, with what she may change; never where several rows would be changed by one word."""
        places = Counter(place for find, rows in told for place in _places(world, find) for _ in rows.rows)
        mine = set(self._words("correct"))
        for find, rows in told:
            table = world.bound.table(find.store, find.table)
            if table is None:
                continue
            for row in rows.rows:
                values = dict(zip(rows.columns, row, strict=True))
                for data in requests.shown(world, table):
                    yield tuple(
                        OwnValue(
                            data=data.data,
                            column=column,
                            value=_said(values[column]),
                            longest=_longest(table, column)
                            if data.data in mine and places[data.data, column] == 1
                            else 0,
                        )
                        for column in data.columns
                    )


def _looking(known: Known, words: tuple[str, ...], now: datetime) -> Case:
    """Looking at one's own data is no case; it is asked of the stores as one would be."""
    asked = Request((Right.ACCESS,), Way.ACCOUNT, now, now, "nl", Asker(""), (known,), data=words)
    shown = Identified(now, BY_HERSELF, Proof.SIGNED_IN, (replace(known, proven=True),))
    granted = Decided(now, BY_STATEMENT, (Decision(Right.ACCESS, True),))
    return Case("", asked, (shown, granted))


def _places(world: World, find: Find) -> Iterator[tuple[str, str]]:
    table = world.bound.table(find.store, find.table)
    for data in requests.shown(world, table) if table else ():
        yield from ((data.data, column) for column in data.columns)


def _longest(table: BoundTable, column: str) -> int:
    """How long a new value may be; 0 for what is no text, ties rows together, or is what people are known by.

    Whoever could change by what she is known could make herself known as somebody else.
    """
    facts = table.facts.column(column)
    known_by = {one.column for one in table.known_by.values() if not one.path}
    tied = {*table.facts.key, *(name for link in table.facts.links for name in link.columns)}
    if facts is None or facts.kind is not ColumnKind.TEXT or facts.unique or column in known_by | tied:
        return 0
    return min(facts.length or LONGEST, LONGEST)


def _said(value: object) -> str:
    return "" if value is None else str(value)
