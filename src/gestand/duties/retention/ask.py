"""What must be known before planning or checking: counts, asked in rounds."""

from collections.abc import Iterator

from gestand.core.action import Erase
from gestand.core.question import Answers, Count, Question, Tallies
from gestand.duties.retention.look import looks
from gestand.duties.retention.plan import drafts, rows_along, rows_of
from gestand.duties.world import World


def ask(world: World, answers: Answers) -> tuple[Question, ...]:
    """The counts that `plan` needs; children are counted only for parents that have rows to erase."""
    return tuple(dict.fromkeys(_for_plan(world, answers)))


def _for_plan(world: World, answers: Answers) -> Iterator[Count]:
    for draft in drafts(world):
        question = rows_of(draft)
        yield question
        answer = answers.given.get(question)
        if isinstance(draft, Erase) and isinstance(answer, Tallies) and answer["rows"].rows:
            yield from (rows_along(draft, along) for along in draft.along)


def ask_for_check(world: World) -> tuple[Question, ...]:
    """The counts that `check` needs, all in one round."""
    return tuple(look.question for look in looks(world))
