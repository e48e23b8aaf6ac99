"""After somebody opts out of advertising it goes on for weeks.

Wrong nl:
    Na uw afmelding kan het tot vier weken duren voordat u geen reclame meer ontvangt.
Wrong en:
    After you unsubscribe it can take up to four weeks before you receive no more advertising.
Wrong statement:
    marketing: {news: {opt-out effective within: 4 weeks}}
Right nl:
    Na uw afmelding ontvangt u geen reclame meer.
Right en:
    After you unsubscribe you receive no more advertising.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.limit import Limit
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
    r".*(\b(tot|maximaal|up to) (\d+|een|twee|drie|vier|enkele|one|two|three|four|several)"
    r" (weken|maand\w*|weeks|months?)\b.{0,20}\b(duren|take)\b"
    r"|\b(duren|duurt|binnen|takes?)\b.{0,40}"
    r"\b((\d{2,}|zes|zeven|acht|negen|tien|six|seven|eight|nine|ten) ((werk)?dagen|(business |working )?days)"
    r"|(\d+|een|twee|drie|vier|enkele|one|two|three|four|several) (weken|maand\w*|weeks|months?))\b)",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(na|vanaf|after|of) (de |het |uw |je |the |your )?(aankoop|bestelling|levering|ontvangst|purchase|delivery)\b",
    re.IGNORECASE,
)
_LONGEST = Limit(months=0, days=5, working_days=5, hours=5 * 24)
"""What sending systems take at the most. The law has no number: data are used no longer (GDPR 21(3))."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that grants itself weeks, or ten days and more."""
    for quote in seen(published, _LATER, but_not=_OF_SOMETHING_ELSE):
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A term past five days, working days or not."""
    for word, messages in (statement.marketing or {}).items():
        period = messages.opt_out_effective_within
        if period and _LONGEST.is_passed_by(period):
            yield fault_at(f"marketing/{word}/opt-out effective within", _SAID)
