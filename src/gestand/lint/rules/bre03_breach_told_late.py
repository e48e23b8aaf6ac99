"""The authority hears of a breach later than 72 hours after it is known.

Wrong:
    Een datalek melden wij binnen 96 uur bij de Autoriteit Persoonsgegevens.
Wrong statement:
    breach: {authority: 5 days after aware}
Right:
    Een datalek melden wij binnen 72 uur bij de Autoriteit Persoonsgegevens.
"""

import re
from collections.abc import Iterator

from gestand.clock.period import period_or_none
from gestand.core.fact import BreachNotice, Doubt
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.published import Published, quote_of, touch
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement

RULE = Rule(
    code="BRE03",
    name="breach-told-late",
    weight=Weight.ERROR,
    article=gdpr("33(1)"),
    title=Text(
        "Een datalek wordt later gemeld dan de wet toestaat",
        "A breach is told later than the law allows",
    ),
    why=Text(
        "Hoe later de toezichthouder het weet, hoe later iemand ingrijpt.",
        "The later the authority knows, the later somebody steps in.",
    ),
    preview=True,
)
_SAID = Text("dit is langer dan 72 uur", "this is longer than 72 hours")
_IN_DAYS = re.compile(
    r"\A(?=.*\b(datalek\w*|kwijt|inbreuk\w*|lek|(data )?breach\w*)\b)(?=.*\b(autoriteit|toezichthouder|authority)\b)"
    r".*\b(binnen|within) ([4-9]|\d\d|vier|vijf|zes|zeven|four|five|six|seven) (werk)?(dagen|days)\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"authorit|autoriteit|toezichthouder|\bAP\b|supervis", re.IGNORECASE)
_HOURS = 72
"""GDPR 33(1)."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """A term for the authority past 72 hours, read as such or standing in a passage on breaches."""
    late = [
        fact.quote
        for notice, fact in published.of(BreachNotice)
        if fact.doubt is not Doubt.MUCH and _AUTHORITY.search(notice.to_whom) and _hours(notice) > _HOURS
    ]
    for segment, _ in published.matching(_IN_DAYS):
        quote = quote_of(segment)
        late += [] if any(touch(one, quote) for one in late) else [quote]
    for quote in late:
        yield fault(_SAID, quote)


def _hours(notice: BreachNotice) -> int:
    """A working day takes a day at the least."""
    if notice.working_days:
        return notice.working_days * 24
    period = period_or_none(notice.term)
    return period.days * 24 + period.hours if period else 0


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The term that the statement sets itself towards the authority."""
    term = statement.breach.authority if statement.breach else UNSTATED
    if term:
        period = term.term.period
        if (
            period.hours > _HOURS
            or period.days > _HOURS // 24
            or period.months
            or period.working_days > _HOURS // 24
        ):
            yield fault_at("breach/authority", _SAID)
