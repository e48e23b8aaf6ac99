"""Is every request answered in time? Told before the day comes, and after it has passed."""

from collections.abc import Iterable
from datetime import timedelta
from zoneinfo import ZoneInfo

from gestand.core.caselist import CaseCount, Urgency
from gestand.core.finding import Finding, Verdict
from gestand.core.promise import RightPromise
from gestand.core.text import Text

SOON = timedelta(days=7)
"""How long before its safe date a case is told of."""


def check(
    promises: tuple[RightPromise, ...], counts: Iterable[CaseCount], zone: ZoneInfo
) -> tuple[Finding, ...]:
    """A finding for each right that an open case asks for, the gravest first; a right nobody uses has none."""
    order = list(Urgency)
    found = sorted(counts, key=lambda count: order.index(count.urgency))
    return tuple(
        _finding(promise, count, zone)
        for promise in promises
        for count in found
        if count.right is promise.right
    )


def _finding(promise: RightPromise, count: CaseCount, zone: ZoneInfo) -> Finding:
    verdict, code, said = _SAID[count.urgency]
    day = (count.safe - timedelta(seconds=1)).astimezone(zone).date()
    what = said.filled(cases=count.cases, first=count.first, day=day)
    return Finding(verdict, code, what, promise.id, promise.sentence, promise.place, count.cases)


_SAID = {
    Urgency.BEYOND: (
        Verdict.DEVIATION,
        "request-past-the-law",
        Text(
            "de termijn van de wet (AVG 12, derde lid) is voorbij zonder antwoord: {cases}, waarvan {first} het "
            "langst; antwoord vandaag: `gestand request plan {first}`",
            "the term of the law (GDPR 12(3)) has passed without an answer: {cases}, of which {first} the longest; "
            "answer today: `gestand request plan {first}`",
        ),
    ),
    Urgency.LATE: (
        Verdict.DEVIATION,
        "request-late",
        Text(
            "de beloofde termijn is voorbij zonder antwoord: {cases}, waarvan {first} het langst; "
            "`gestand request plan {first}`",
            "the promised term has passed without an answer: {cases}, of which {first} the longest; "
            "`gestand request plan {first}`",
        ),
    ),
    Urgency.SOON: (
        Verdict.RUNNING,
        "request-due-soon",
        Text(
            "binnen een week te beantwoorden: {cases}, als eerste {first}, uiterlijk {day}",
            "to be answered within a week: {cases}, first of all {first}, by {day}",
        ),
    ),
    Urgency.IN_TIME: (
        Verdict.KEPT,
        "requests-in-time",
        Text(
            "open verzoeken binnen hun termijn: {cases}, als eerste {first}, uiterlijk {day}",
            "open requests within their term: {cases}, first of all {first}, by {day}",
        ),
    ),
}
