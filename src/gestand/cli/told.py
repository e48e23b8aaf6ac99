"""Plans and what came of them, as JSON for programs: every name here is for ever."""

from gestand.core.action import Action, Along, Erase
from gestand.core.plan import Arrears, Kept, Outcome, Plan

Told = dict[str, object]


def plan_told(plan: Plan) -> Told:
    """A plan: its digest, the moment in ISO 8601, its actions, and what stands in their way."""
    return {
        "digest": plan.digest,
        "statement": plan.statement,
        "at": plan.at.isoformat(),
        "rows": plan.rows,
        "actions": [_action(action) for action in plan.actions],
        **_in_the_way(plan),
        "waiting": [_waiting(arrears) for arrears in plan.arrears],
    }


def kept_told(kept: Kept, code: int) -> Told:
    """What came of a plan: rows done and left by action, and the exit code."""
    return {
        "exit": code,
        "digest": kept.plan.digest,
        "rows": kept.rows,
        "outcomes": [_outcome(outcome) for outcome in kept.outcomes],
        **_in_the_way(kept.plan),
        "waiting": [_waiting(arrears) for arrears in kept.waiting],
    }


def _action(action: Action) -> Told:
    """An action: what it changes in its table, and what leaves with it or fires by it."""
    told = _named(action) | {"triggers": action.triggers}
    if isinstance(action, Erase):
        return told | {"also": action.also, "along": [_along(along) for along in action.along]}
    return told | {"columns": [column for column, _ in action.values]}


def _named(action: Action) -> Told:
    return {
        "promise": action.promise,
        "act": type(action).__name__.lower(),
        "store": action.store,
        "table": str(action.table),
        "rows": action.rows,
    }


def _along(along: Along) -> Told:
    return {"table": str(along.path[-1].table), "how": along.how.value, "rows": along.rows}


def _outcome(outcome: Outcome) -> Told:
    return {
        **_named(outcome.action),
        "planned": outcome.action.rows,
        "rows": outcome.rows,
        "along": outcome.along,
        "left": outcome.left,
        "level": None if outcome.trouble else outcome.level.value,
        "trouble": outcome.trouble or None,
    }


def _in_the_way(plan: Plan) -> Told:
    return {
        "impossible": [
            {"promise": step.promise, "why": step.why, "rows": step.rows} for step in plan.impossible
        ],
        "silent": [{"store": silence.store, "reason": silence.reason} for silence in plan.silences],
    }


def _waiting(arrears: Arrears) -> Told:
    return {"promise": arrears.sweep.promise, "rows": arrears.rows, "why": arrears.why}
