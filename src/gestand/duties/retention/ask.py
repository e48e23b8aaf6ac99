"""What must be known before planning or checking: counts, asked in rounds."""

from collections.abc import Iterator

from gestand.core.action import Erase, rows_of
from gestand.core.predicate import any_of
from gestand.core.question import Answers, Count, Part, Question, Tallies
from gestand.duties.retention.look import looks
from gestand.duties.retention.plan import drafts
from gestand.duties.rows.along import rows_along
from gestand.duties.rows.holding import held, in_the_dark
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


def rows_held(world: World) -> tuple[tuple[str, Count | None], ...]:
    """For each table with data that the world's holds cover, the question how many of its rows they keep.

    None in place of a question if that cannot be told: then every row of the table stays.
    """
    found: list[tuple[str, Count | None]] = []
    for table in world.bound.tables:
        covered = [(data, hold) for data in table.data for hold in world.holds if hold.covers(data.data)]
        if not covered:
            continue
        dark = any(in_the_dark(table, data, hold) for data, hold in covered)
        kept = any_of(*(held(world, table, data, world.holds) for data in table.data))
        question = None if dark else Count(table.store, table.name, (Part("rows", kept),))
        found.append((f"{table.name} ({table.store})", question))
    return tuple(found)
