"""The rows that would leave along with erased ones, counted before anything goes."""

from collections.abc import Iterator
from dataclasses import replace

from gestand.core.action import Along, Erase
from gestand.core.predicate import Exists
from gestand.core.question import Answers, Count, Part, Silence
from gestand.duties.rows.family import turned


def rows_along(draft: Erase, along: Along) -> Count:
    """The question how many child rows would leave with the rows of a draft."""
    where = Exists(turned(draft.table, along.path), draft.where)
    return Count(draft.store, along.path[-1].table, (Part("rows", where),))


def with_family(erase: Erase, draft: Erase, answers: Answers) -> Iterator[Erase | Silence]:
    """The erasure with the rows that go along; while some of these cannot be counted, nothing is erased."""
    told = {along: answers.tallies(rows_along(draft, along)) for along in draft.along}
    silences = [answer for answer in told.values() if isinstance(answer, Silence)]
    if silences:
        yield from silences
        return
    counted = (
        replace(along, rows=answer["rows"].rows)
        for along, answer in told.items()
        if not isinstance(answer, Silence)
    )
    yield replace(erase, along=tuple(counted))
