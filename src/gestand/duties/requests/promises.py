"""What the statement promises about requests: each right with its term, the law's month behind it."""

from gestand.clock.period import parse_period, words
from gestand.clock.term import Period
from gestand.core.promise import RightPromise
from gestand.core.request import Right
from gestand.core.text import Text
from gestand.statement.model import Statement
from gestand.statement.rights import AnsweredWithin, Rights


def promises(statement: Statement) -> tuple[RightPromise, ...]:
    """One for every right that the law gives (GDPR 7(3), 15 to 22), whether or not the statement names it."""
    return tuple(_promise(statement, right) for right in Right)


def _promise(statement: Statement, right: Right) -> RightPromise:
    within = _within(statement, right)
    return RightPromise(right.promise, _sentence(right, within), statement.place_of("rights"), right, within)


def _within(statement: Statement, right: Right) -> Period | None:
    """The term of the right itself, or that of any right; a right without a word of its own takes the latter."""
    rights = statement.rights
    terms = rights.answered_within if isinstance(rights, Rights) else None
    if not isinstance(terms, AnsweredWithin):
        return None
    own = getattr(terms, _FIELDS.get(right, right.value).replace(" ", "_"), None)
    return next((term for term in (own, terms.any_right) if isinstance(term, Period)), None)


_FIELDS = {Right.MARKETING: Right.OBJECTION.value}


def _sentence(right: Right, within: Period | None) -> Text:
    name, period = right.called, within or LAWS_MONTH
    return Text(
        f"Op een verzoek om {name.nl} antwoorden wij binnen {words(period, 'nl')}.",
        f"We answer a request for {name.en} within {words(period, 'en')}.",
    )


LAWS_MONTH = parse_period("1 month")
"""Within which a request is answered where the statement names no term (GDPR 12(3))."""
