"""What tying a data map needs of a statement: its words, and what its retention promises turn on."""

from collections.abc import Mapping
from dataclasses import dataclass

from gestand.statement.minimum import legal_minimum
from gestand.statement.model import Statement


@dataclass(frozen=True)
class Needs:
    """What a promise about data asks of every table that holds them: its moments and its condition."""

    promise: str
    data: tuple[str, ...]
    moments: tuple[str, ...]
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """The words of a statement that a data map may use; `owners` gives each datum its group of people."""

    people: tuple[str, ...]
    moments: tuple[str, ...]
    conditions: tuple[str, ...]
    owners: Mapping[str, str]
    needs: tuple[Needs, ...] = ()


def words_of(statement: Statement) -> Words:
    """The words of a statement, and what each of its retention promises turns on."""
    return Words(
        people=tuple(statement.people),
        moments=tuple(statement.moments),
        conditions=tuple(statement.conditions),
        owners={word: datum.of for word, datum in statement.data.items()},
        needs=tuple(_needs(statement, key) for key in statement.retention),
    )


def _needs(statement: Statement, key: str) -> Needs:
    promise, minimum = statement.retention[key], legal_minimum(statement, key)
    moments = (promise.kept.moment, *((minimum.limit.moment,) if minimum else ()))
    conditions = (promise.when,) if isinstance(promise.when, str) else ()
    return Needs(f"retention/{key}", promise.data, tuple(dict.fromkeys(moments)), conditions)
