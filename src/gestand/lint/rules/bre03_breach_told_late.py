"""The authority hears of a breach later than 72 hours after it is known.

Wrong nl:
    Een datalek melden wij binnen 96 uur bij de Autoriteit Persoonsgegevens.
Wrong en:
    We report a data breach to the supervisory authority within 96 hours.
Wrong statement:
    breach: {authority: 5 days after aware}
Right nl:
    Een datalek melden wij binnen 72 uur bij de Autoriteit Persoonsgegevens.
Right en:
    We report a data breach to the supervisory authority within 72 hours.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import BreachNotice, Doubt
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.limit import Limit, period_read
from gestand.lint.passages import seen
from gestand.lint.published import Published
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
_LATE = re.compile(
    r"\A(?=.*\b(datalek\w*|kwijt|inbreuk\w*|lek|data leak|(data )?breach\w*)\b)(?=.*\b(autoriteit"
    r"|toezichthouder|authority|DPA)\b)"
    r".*\b(binnen|within) (([4-9]|\d\d|vier|vijf|zes|zeven|four|five|six|seven)"
    r" ((werk)?dagen|(working |business )?days)"
    r"|(\d+|een|één|twee|drie|vier|a|one|two|three|four) (week|weken|weeks|maand(en)?|months?))\b",
    re.IGNORECASE,
)
_IN_TIME = re.compile(r"\b(72|48|36|24) (uur|hours)\b|\b(drie|3|three) (dagen|days)\b", re.IGNORECASE)
_AUTHORITY = re.compile(r"authorit|autoriteit|toezichthouder|\bAP\b|\bDPA\b|supervis", re.IGNORECASE)
_LONGEST = Limit(months=0, days=3, working_days=3, hours=72)
"""GDPR 33(1): 72 hours. A working day takes a day at the least."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """A term for the authority past 72 hours, read as such or standing in a passage on breaches."""
    late = [
        fact.quote
        for notice, fact in published.of(BreachNotice)
        if fact.doubt is not Doubt.MUCH
        and _AUTHORITY.search(notice.to_whom)
        and _LONGEST.is_passed_by(period_read(notice.term, notice.working_days))
    ]
    for quote in (*late, *seen(published, _LATE, but_not=_IN_TIME, besides=tuple(late))):
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The term that the statement sets itself towards the authority."""
    term = statement.breach.authority if statement.breach else UNSTATED
    if term and _LONGEST.is_passed_by(term.term.period):
        yield fault_at("breach/authority", _SAID)
