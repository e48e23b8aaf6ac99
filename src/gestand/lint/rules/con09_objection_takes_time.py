"""After somebody opts out of advertising it goes on for weeks.

Wrong:
    Na uw afmelding kan het tot vier weken duren voordat u geen reclame meer ontvangt.
Wrong statement:
    marketing: {news: {opt-out effective within: 4 weeks}}
Right:
    Na uw afmelding ontvangt u geen reclame meer.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="CON09",
    name="objection-takes-time",
    weight=Weight.ERROR,
    article=gdpr("21(3)"),
    title=Text("Afmelden voor reclame werkt pas later", "Opting out of advertising works only later"),
    why=Text(
        "Wie nee zegt tegen reclame, hoort die daarna niet meer te krijgen.",
        "Who says no to advertising should get none after that.",
    ),
    preview=True,
)
_SAID = Text(
    "een bezwaar tegen reclame werkt meteen; meer dan techniek vraagt, mag het niet duren",
    "an objection to advertising works at once; it may take no longer than the technique does",
)
_LATER = re.compile(
    r"\A(?=.*\b(afmeld\w*|uitschrijv\w*|voorkeuren|opt-?out|unsubscrib\w*)\b)"
    r".*\b(tot|maximaal|up to) (\d+|een|twee|drie|vier|enkele|one|two|three|four|several) (weken"
    r"|maand\w*|weeks|months?)\b.{0,20}\b(duren|take)\b|"
    r"\A(?=.*\b(afmeld\w*|uitschrijv\w*|voorkeuren|opt-?out|unsubscrib\w*)\b).*\b(duren|duurt|binnen"
    r"|take)\b.{0,40}\b((\d{2,}|zes|zeven|acht|negen|tien|six|seven|eight|nine|ten) (werk)?dagen|(\d+"
    r"|een|twee|drie|vier|enkele|one|two|three|four|several) (weken|maand\w*|weeks|months?)"
    r"|\d{2,} (business |working )?days)\b",
    re.IGNORECASE,
)
_LONGEST_DAYS = 5


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that grants itself weeks, or ten days and more."""
    for quote in seen(published, _LATER):
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A term past five days, working days or not."""
    for word, messages in (statement.marketing or {}).items():
        period = messages.opt_out_effective_within
        if period and (
            period.months or max(period.days, period.working_days, period.hours // 24) > _LONGEST_DAYS
        ):
            yield fault_at(f"marketing/{word}/opt-out effective within", _SAID)
