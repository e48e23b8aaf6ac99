"""Whether a case may go on: what it waits for, and what stops it, said with the way out."""

from collections.abc import Iterable

from gestand.core.case import Case
from gestand.core.caseplan import CasePlan
from gestand.core.errors import CaseNotReady, CaseStops, PlanChanged
from gestand.core.plan import SHOWN
from gestand.core.step import Amount
from gestand.duties.requests.answer import undecided
from gestand.duties.world import World


def refuse_unready(case: Case) -> None:
    """A case waits for a person: to be identified, to be decided on; or it has been answered."""
    if case.closed:
        raise CaseNotReady(f"Case {case.id} was answered: {case.closed.result}. Nothing is left to do.")
    if not case.identified:
        raise CaseNotReady(
            f"Case {case.id}: it is not known yet who asks. `gestand request identify {case.id}` says how that was "
            "shown. Nothing was done."
        )
    waiting = [
        right for right in case.request.rights if not any(one.right is right for one in case.decisions)
    ]
    if waiting:
        raise CaseNotReady(
            f"Case {case.id}: nobody has decided on {', '.join(waiting)}. "
            f"`gestand request decide {case.id}` grants or refuses. Nothing was done."
        )


def refuse_undecided(world: World, amounts: tuple[Amount, ...]) -> None:
    """A decision on some data leaves others open: what was found of these has to be decided on too."""
    case, left = world.case, undecided(world, amounts)
    if case and left:
        named = "; ".join(f"{right} of {data}" for right, data in left)
        raise CaseNotReady(
            f"Case {case.id}: nobody has decided on {named}. `gestand request decide {case.id}` grants or refuses. "
            "Nothing was done."
        )


def refuse_stopped(case: Case, plan: CasePlan, digest: str) -> None:
    """Half an answer would be no answer: nothing is begun while anything cannot be done or told."""
    if digest and not plan.digest.startswith(digest):
        raise PlanChanged(
            f"Plan {digest[:SHOWN]} of case {plan.case} is not today's, which is {plan.digest[:SHOWN]}: rows, data map "
            f"or decision have changed. Nothing was touched. Look at `gestand request plan {plan.case}` again."
        )
    why = [*(step.why for step in plan.impossible), *(silence.reason for silence in plan.silences)]
    if why:
        raise CaseStops(
            f"Case {plan.case} cannot be done. Nothing was touched. " + "; ".join(dict.fromkeys(why))
        )
    if plan.trail.doubtful and not plan.trail.judged and case.needs_identity:
        raise CaseStops(
            f"Case {plan.case}: {', '.join(plan.trail.doubtful)} holds a row that bears her identifier beside somebody "
            f"else's. A person must look: `gestand request show {plan.case}`. Nothing was touched."
        )


def unfinished(case: Case, left: Iterable[int | None]) -> CaseStops | None:
    """What was done is asked again: a row that came, or a store that fell silent, and no answer goes out."""
    found = tuple(left)
    rows, silent = sum(rows for rows in found if rows), None in found
    if not rows and not silent:
        return None
    came = f"{rows} row{'s' * (rows != 1)} of hers came while this ran, or stayed" if rows else ""
    fell = "a store fell silent before it could say whether anything is left" if silent else ""
    return CaseStops(
        f"Case {case.id}: {'; '.join(filter(None, (came, fell)))}. What was done is "
        f"remembered; run `gestand request keep {case.id}` again. No answer went out."
    )
