"""Data are used for advertising, and that one can object to that is not said.

Wrong nl:
    Wij gebruiken uw e-mailadres om u onze nieuwsbrief te sturen.
Wrong en:
    We use your e-mail address to send you our newsletter.
Wrong statement:
    rights: {named: [access, rectification, erasure, restriction, portability, withdrawal of consent]}
    marketing: {news: {opt-out: unstated}}
Right nl:
    Wij gebruiken uw e-mailadres om u onze nieuwsbrief te sturen. U kunt zich afmelden via de link
    onder aan elke nieuwsbrief.
Right en:
    We use your e-mail address to send you our newsletter. You can unsubscribe with the link at the
    bottom of every newsletter.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Doubt, Fact, OptOut, Purpose
from gestand.core.text import Text
from gestand.lint.bases import MARKETING
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.missing import missing
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rights import facts_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="CON06",
    name="no-objection-to-marketing",
    weight=Weight.ERROR,
    article=gdpr("21(2)", "21(3)", "21(4)"),
    title=Text("Er staat niet hoe men reclame stopt", "How to stop advertising is not said"),
    why=Text(
        "Tegen reclame mag iedereen altijd nee zeggen, zonder reden. Dat moet er duidelijk staan,"
        " apart van de rest.",
        "Everybody may always say no to advertising, without a reason. That has to be said "
        "clearly, apart from the rest.",
    ),
)
_SAID = Text("dat men reclame kan stoppen, staat er niet", "that one can stop advertising is not said")
_CANDIDATE = re.compile(
    r"\b(afmelden|afmeldt|uitschrijven|uitschrijf\w*|opt-?\s?out|unsubscribe\w*"
    r"|bezwaar|verzet|object\w*)\b|\b(mee|mede)? ?(te )?(stoppen|ophouden)\b|\b(u|je|you) (er ?mee )?(stopt|stop)\b"
    r"|\b(niet|geen|no) (meer|longer)\b.{0,30}\b(krijg|ontvang|mail|receive|hear|get)\w*"
    r"|\b(krijg|ontvang)\w*\b.{0,40}\b(niet|geen) (meer|langer)\b|\bstop receiving\b",
    re.IGNORECASE,
)
_OF_COOKIES = re.compile(r"cookie|browser", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Marketing was read as a purpose; neither an opt-out nor the right to object was."""
    markets = any(
        said.purpose in MARKETING and fact.doubt is Doubt.NONE for said, fact in published.of(Purpose)
    )
    if markets and not published.is_about_cookies_only:
        stated = _opt_outs(published) + facts_of("objection", published)
        yield from missing(published, _SAID, stated, tuple(seen(published, _CANDIDATE, but_not=_OF_COOKIES)))


def _opt_outs(published: Published) -> tuple[Fact, ...]:
    """Ways out that were read; one in doubt that is about cookies is no way out of advertising."""
    return tuple(
        fact
        for _, fact in published.of(OptOut)
        if fact.doubt is Doubt.NONE or not _OF_COOKIES.search(fact.quote.text)
    )


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """Marketing without a way to stop it, when the right to object is not named either."""
    named = statement.rights.named if statement.rights else ()
    for word, messages in (statement.marketing or {}).items():
        if not messages.opt_out and "objection" not in (named or ()):
            yield fault_at(f"marketing/{word}", _SAID)
