"""What she is told of each right and each datum: done, done in part until when, refused and why, nothing found."""

from collections.abc import Iterator
from datetime import date, datetime

from gestand.core.case import Case
from gestand.core.letter import Told
from gestand.core.request import Correction, Right
from gestand.core.step import Amount, Decision, Result
from gestand.core.text import Text
from gestand.duties.requests.granted import ERASING, erased_by, reached, shielded
from gestand.duties.requests.searched import is_searched
from gestand.duties.requests.standing import ARTICLES, SHIELD, Standing, Stands, standing
from gestand.duties.rows.laws import laws_on
from gestand.duties.world import World

HOLD = Text("AVG 17, derde lid, onder e", "GDPR 17(3)(e)")
"""What keeps data that no law keeps and that a hold does: a claim in court."""
OTHERS = {Right.ACCESS: "GDPR 15(4)", Right.PORTABILITY: "GDPR 20(4)"}
"""What keeps data about others in her rows out of her copy."""
LEFT = Text(
    "in een systeem dat met de hand wordt bijgehouden, bleef een deel staan",
    "in a system that is kept by hand, a part was left",
)


def told(world: World, amounts: tuple[Amount, ...]) -> tuple[Told, ...]:
    """One line for each right and datum, in the statement's order; what does not arise has no line."""
    case = world.case
    if case is None:
        return ()
    return tuple(line for right in case.request.rights for line in _of_right(world, case, right, amounts))


def undecided(world: World, amounts: tuple[Amount, ...]) -> tuple[tuple[Right, str], ...]:
    """What was found and asked about, and nobody has decided on."""
    case = world.case
    return tuple(
        (right, data)
        for right in (case.request.rights if case else ())
        for data in dict.fromkeys(amount.data for amount in amounts if amount.data and amount.rows)
        if case and case.covers(data) and case.decision(right, data) is None
        and standing(right, world.uses.get(data, ())).stands not in (Stands.NO, Stands.PASSED_ON)
    )  # fmt: skip


def result(lines: tuple[Told, ...]) -> Result:
    """The case as a whole: what is alike for all, else done in part."""
    found = {line.result for line in lines} - {Result.NOTHING_FOUND}
    if not found:
        return Result.NOTHING_FOUND
    return found.pop() if len(found) == 1 else Result.PARTLY


def _of_right(world: World, case: Case, right: Right, amounts: tuple[Amount, ...]) -> Iterator[Told]:
    """Where a right reaches none of her data, she is told so of each; else only where she may have expected it."""
    words = [word for word in world.names if case.covers(word) and is_searched(world, word)]
    found = {word: standing(right, world.uses.get(word, ())) for word in words}
    nowhere = all(one.stands is Stands.NO for one in found.values())
    for word, one in found.items():
        mine = tuple(amount for amount in amounts if amount.data == word)
        if one.stands is not Stands.NO:
            yield from _line(world, case, right, word, one, mine)
        elif _rows(mine) and (nowhere or right is Right.PORTABILITY or case.request.data):
            yield _refused(world, right, word, mine, ARTICLES[right])


def _line(
    world: World, case: Case, right: Right, word: str, found: Standing, mine: tuple[Amount, ...]
) -> Iterator[Told]:
    name, rows, decision = world.called(word), _rows(mine), case.decision(right, word)
    if not rows:
        yield Told(right, name, Result.NOTHING_FOUND)
    elif found.stands is Stands.PASSED_ON:
        yield Told(right, name, Result.PASSED_ON, rows)
    elif decision is None:
        return
    elif not decision.granted:
        yield _refused(world, right, word, mine, decision.ground, decision)
    elif why := _outside(world, right, word, mine):
        yield _refused(world, right, word, mine, why)
    elif right is Right.RECTIFICATION:
        yield from _corrected(case, word, name, rows)
    elif right in ERASING and all(_is_of_others(world, amount) for amount in mine):
        return
    elif right in ERASING and erased_by(world, word):
        yield _erased(world, case, right, word, mine)
    elif reached(world, right, word) or not found.uses:
        yield Told(right, name, Result.DONE, rows, apart=_apart(world, right, mine))


def _apart(world: World, right: Right, mine: tuple[Amount, ...]) -> int:
    """Rows of a copy that are in no package: whoever keeps them by hand sends them."""
    return _rows(tuple(one for one in mine if one.store in world.bound.by_hand)) if right in OTHERS else 0


def _outside(world: World, right: Right, word: str, mine: tuple[Amount, ...]) -> str:
    """The article by which a right that was granted does not reach this datum; empty where it does."""
    if right is Right.ERASURE and shielded(world, word):
        return SHIELD
    if right is Right.PORTABILITY and word not in world.given:
        return "GDPR 20(1)"
    return OTHERS.get(right, "") if mine and all(_is_of_others(world, amount) for amount in mine) else ""


def _is_of_others(world: World, amount: Amount) -> bool:
    """The datum is about somebody else than the people whose rows these are."""
    table = world.bound.table(amount.store, amount.table)
    owners = [data.owner for data in table.data if data.data == amount.data] if table else []
    return bool(table and owners) and all(table and owner != table.people for owner in owners)


def _refused(
    world: World,
    right: Right,
    word: str,
    mine: tuple[Amount, ...],
    ground: str,
    decision: Decision | None = None,
) -> Told:
    article = Text(ground.replace("GDPR", "AVG"), ground) if ground else None
    reason, rows = decision.reason if decision else "", _rows(mine)
    return Told(right, world.called(word), Result.REFUSED, rows, rows, article, reason=reason)


def _corrected(case: Case, word: str, name: Text, rows: int) -> Iterator[Told]:
    changes: list[Correction] = [one for one in case.request.corrections if one.data == word]
    if changes:
        value = "; ".join(one.value for one in changes)
        yield Told(Right.RECTIFICATION, name, Result.DONE, rows, value=value)


def _erased(world: World, case: Case, right: Right, word: str, mine: tuple[Amount, ...]) -> Told:
    rows, kept = _rows(mine), sum(amount.kept for amount in mine)
    name = world.called(word)
    if not kept:
        return Told(right, name, Result.DONE, rows)
    whole = Result.REFUSED if kept == rows else Result.PARTLY
    left = any(amount.kept for amount in mine if amount.store in world.bound.by_hand)
    reason = LEFT.said_in(case.request.language) if left else ""
    first, until = _days(world, mine)
    return Told(
        right, name, whole, rows, kept, _article(world, word, mine), until, reason=reason, first_until=first
    )


def _article(world: World, word: str, mine: tuple[Amount, ...]) -> Text | None:
    """The law that keeps it; of several the first, for its term is the statement's own. Else the hold."""
    if any(amount.kept > amount.held for amount in mine if amount.store not in world.bound.by_hand):
        for table in world.bound.tables:
            for one in table.data:
                if one.data == word and (laws := laws_on(world, one)):
                    return laws[0].article
    return HOLD if any(amount.held for amount in mine) else None


def _days(world: World, mine: tuple[Amount, ...]) -> tuple[date | None, date | None]:
    """The days from which nothing keeps the oldest, and the newest; None when one of them cannot be told."""
    kept = [amount for amount in mine if amount.kept]
    known = [(amount.first_until or amount.until, amount.until) for amount in kept]
    told = [(_local(world, first), _local(world, last)) for first, last in known if first and last]
    if not told or len(told) < len(kept):
        return None, None
    first, until = min(one for one, _ in told), max(one for _, one in told)
    return first if first < until else None, until


def _local(world: World, moment: datetime) -> date:
    return moment.astimezone(world.zone).date()


def _rows(mine: tuple[Amount, ...]) -> int:
    return sum(amount.rows for amount in mine)
