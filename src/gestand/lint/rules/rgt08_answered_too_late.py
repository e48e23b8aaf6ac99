"""A request is answered later than within a month, or at no time that anyone could hold them to.

Wrong nl:
    Wij reageren binnen zes weken op uw verzoek.
Wrong nl:
    Wij beantwoorden uw verzoek om inzage binnen een redelijke termijn.
Wrong en:
    We respond to your request within six weeks.
Wrong statement:
    rights: {answered within: {any right: 6 weeks}}
Right nl:
    Wij reageren binnen een maand op uw verzoek.
Right en:
    We respond to your request within one month.
"""

import re
from collections.abc import Iterator

from gestand.clock.term import Period
from gestand.core.fact import Doubt, Fact, ResponseTerm
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.limit import Limit, period_read
from gestand.lint.passages import seen
from gestand.lint.periods import PERIOD
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement

RULE = Rule(
    code="RGT08",
    name="answered-too-late",
    weight=Weight.ERROR,
    article=gdpr("12(3)"),
    title=Text(
        "Een verzoek wordt later beantwoord dan de wet toestaat",
        "A request is answered later than the law allows",
    ),
    why=Text(
        "Iemand moet niet maanden hoeven wachten om te weten wat er met zijn gegevens gebeurt: de"
        " wet geeft een maand.",
        "Nobody should wait for months to know what happens to their data: the law gives one month.",
    ),
)
_LONG = Text("dit is langer dan een maand", "this is longer than a month")
_OPEN = Text(
    "hier staat geen termijn waaraan men iemand kan houden", "this is no term that one could hold anybody to"
)
_LONGEST = Limit(months=1, days=31, working_days=22, hours=31 * 24)
"""GDPR 12(3): one month, of the longest, and without holidays."""
_EXTENDED = re.compile(r"verleng|uitstel|extend|extension|complex", re.IGNORECASE)
_ANSWERS = re.compile(
    r"reage\w+|antwoord|beslis|behandel|afhandel|verne(em|men)|\bhoort?\b|verzoek|aanvra|inzage|overzicht|rechten"
    r"|respon[ds]|repl(y|ies)|answer|hear from|request|rights",
    re.IGNORECASE,
)
_BACK_UP = re.compile(r"back-?\s?ups?|reservekopie", re.IGNORECASE)
_VAGUE = re.compile(
    r"\A(?=.*\b(verzoek\w*|aanvra\w*|requests?)\b).*\b(binnen een redelijke termijn"
    r"|within a reasonable (time|period))\b",
    re.IGNORECASE | re.DOTALL,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A term past a month, unless it tells how an answer may be put off; or only a reasonable term."""
    for term, fact in published.of(ResponseTerm):
        sure = fact.doubt is not Doubt.MUCH and not _EXTENDED.search(fact.quote.text)
        is_long = _LONGEST.is_passed_by(period_read(term.duration, term.working_days))
        if sure and is_long and _is_about_an_answer(published, fact):
            yield fault(_LONG, fact.quote)
    for quote in seen(published, _VAGUE, but_not=PERIOD):
        yield fault(_OPEN, quote)


def _is_about_an_answer(published: Published, fact: Fact) -> bool:
    """Not how long something is kept, nor when it has gone from the back-ups."""
    return bool(_ANSWERS.search(published.words_about(fact))) and not _BACK_UP.search(fact.quote.text)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A term past a month for any of the rights."""
    within = statement.rights.answered_within if statement.rights else UNSTATED
    for field in type(within).model_fields if within else ():
        period = getattr(within, field)
        if isinstance(period, Period) and _LONGEST.is_passed_by(period):
            yield fault_at(f"rights/answered within/{field.replace('_', ' ')}", _LONG)
