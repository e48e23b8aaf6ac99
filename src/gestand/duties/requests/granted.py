"""What was granted of one datum: whether it ends by that, and whether it is kept and not used meanwhile."""

from collections.abc import Mapping

from gestand.core.case import Case
from gestand.core.request import Request, Right
from gestand.core.step import Decided, Found, Lifted
from gestand.core.use import Use
from gestand.duties.requests.standing import CONSENT, SHIELD, Stands, standing
from gestand.duties.world import World, once

ERASING = (Right.ERASURE, Right.OBJECTION, Right.WITHDRAWAL)
"""Rights whose granting ends data: asked, or because nothing is left that they may be used for (17(1)(b), (c))."""


@once
def erased_by(world: World, data: str) -> Right | None:
    """The granted right by which a datum ends: nothing else may need it when consent or an interest falls away."""
    case = world.case
    if case is None or not case.covers(data) or is_a_customers(world, data):
        return None
    return next((right for right in ERASING if case.granted(right, data) and _ends(world, right, data)), None)


def is_a_customers(world: World, data: str) -> bool:
    """Only used for customers, who decide on it: the request is passed on to them (GDPR 28(3)(e))."""
    return standing(Right.ERASURE, world.uses.get(data, ())).stands is Stands.PASSED_ON


def shielded(world: World, data: str) -> bool:
    """A legal duty or public task needs the datum, and no term of a law tells how long (GDPR 17(3)(b)).

    With such a term it is weighed row by row. Without one, somebody has to decide on this very datum.
    """
    case = world.case
    if case is None or standing(Right.ERASURE, world.uses.get(data, ())).article != SHIELD:
        return False
    decided = case.decision(Right.ERASURE, data)
    has_term = any(promise.at_least for promise in world.promises if data in promise.data)
    return not has_term and not (decided and decided.granted and decided.data == data)


def reached(world: World, right: Right, data: str) -> tuple[str, ...]:
    """The purposes of a datum that a right reaches, and that she named, if she named any."""
    named = world.case.request.purposes if world.case else ()
    uses = standing(right, world.uses.get(data, ())).uses
    return tuple(purpose for purpose in uses if not named or purpose in named)


def restricted(world: World, data: str) -> bool:
    """It is to be kept and not used: that was granted, or an objection waits for its decision (18(1)(d))."""
    case = world.case
    if case is None or not case.covers(data) or is_a_customers(world, data):
        return False
    return (case.granted(Right.RESTRICTION, data) and not case.last(Lifted)) or _objection_waits(
        world, case, data
    )


def restriction_ends(world: World, data: str) -> bool:
    """It was kept out of use by this case, and that is over: lifted, or the objection was decided on."""
    case = world.case
    if case is None or not case.covers(data) or restricted(world, data):
        return False
    was_granted = case.granted(Right.RESTRICTION, data)
    return (was_granted or _waited(case)) and (bool(case.last(Lifted)) or not was_granted)


def left_alone(request: Request, uses: Mapping[str, tuple[Use, ...]]) -> tuple[str, ...]:
    """For what she is not to be reached any more: empty text for anything, which an objection to marketing means."""
    if Right.MARKETING in request.rights:
        return request.purposes or ("",)
    if Right.WITHDRAWAL not in request.rights:
        return ()
    on_consent = (use.purpose for several in uses.values() for use in several if CONSENT in use.bases)
    return request.purposes or tuple(dict.fromkeys(on_consent))


def restricted_data(world: World) -> tuple[str, ...]:
    """The data that somebody granted to keep and not to use, where it can be told whose they are (GDPR 18)."""
    case = world.case
    words = dict.fromkeys(one.data for table in world.bound.tables if table.known_by for one in table.data)
    return tuple(
        word for word in words if case and case.granted(Right.RESTRICTION, word) and restricted(world, word)
    )


def in_use_again(world: World) -> tuple[str, ...]:
    """The data of which a restriction ends now: she is told before it does (GDPR 18(3))."""
    words = dict.fromkeys(one.data for table in world.bound.tables if table.known_by for one in table.data)
    return tuple(word for word in words if restriction_ends(world, word))


def _objection_waits(world: World, case: Case, data: str) -> bool:
    asked = Right.OBJECTION in case.request.rights and case.decision(Right.OBJECTION, data) is None
    return asked and bool(reached(world, Right.OBJECTION, data))


def _waited(case: Case) -> bool:
    """Something was searched, and so kept out of use, before the objection was decided on."""
    decided = (
        number
        for number, step in enumerate(case.steps)
        if isinstance(step, Decided) and any(one.right is Right.OBJECTION for one in step.decisions)
    )
    first = next(decided, len(case.steps))
    return Right.OBJECTION in case.request.rights and any(
        isinstance(step, Found) for step in case.steps[:first]
    )


def _ends(world: World, right: Right, data: str) -> bool:
    if right is Right.ERASURE:
        return not shielded(world, data)
    uses = world.uses.get(data, ())
    return bool(uses) and len(reached(world, right, data)) == len(uses)
