"""What must be known of a person before anything is planned: where she is found, and how much there is."""

from gestand.core.action import Erase, rows_of
from gestand.core.question import Answers, Count, Question, Tallies
from gestand.core.step import Trail
from gestand.duties.requests.amounts import counts
from gestand.duties.requests.deeds import deeds
from gestand.duties.requests.trail import newcomers, searches, trail
from gestand.duties.rows.along import rows_along
from gestand.duties.world import World


def ask(world: World, answers: Answers) -> tuple[Question, ...]:
    """First the rounds that follow her; once none is open, the counts; then what would leave along."""
    if open_ones := searches(world, answers):
        return open_ones
    found = trail(world, answers)
    planned = deeds(world, found)
    below = (
        rows_along(deed, along)
        for deed in planned
        if isinstance(deed, Erase) and _has_rows(deed, answers)
        for along in deed.along
    )
    return tuple(dict.fromkeys((*counts(world, found), *map(rows_of, planned), *below)))


def left(world: World, found: Trail) -> tuple[Count, ...]:
    """Whether anything is left of all that was to be done, also where nothing was found at first; or came meanwhile."""
    return tuple(dict.fromkeys((*map(rows_of, deeds(world, found)), *newcomers(world, found))))


def _has_rows(deed: Erase, answers: Answers) -> bool:
    told = answers.given.get(rows_of(deed))
    return isinstance(told, Tallies) and bool(told["rows"].rows)
