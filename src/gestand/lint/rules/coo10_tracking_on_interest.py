"""Cookies for advertising rest on a legitimate interest.

Wrong nl:
    Advertentiecookies plaatsen wij op grond van ons gerechtvaardigd belang.
Wrong en:
    We set advertising cookies on the basis of our legitimate interest.
Right nl:
    Advertentiecookies plaatsen wij met uw toestemming.
Right en:
    We set advertising cookies with your consent.
"""

import re
from collections.abc import Iterator
from datetime import date

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Article, Rule, Weight

RULE = Rule(
    code="COO10",
    name="tracking-on-interest",
    weight=Weight.ERROR,
    article=Article(Text("Tw 11.7a", "Tw 11.7a (the Dutch telecommunications act)"), date(2012, 6, 5)),
    title=Text("Volgen op grond van een gerechtvaardigd belang", "Tracking on a legitimate interest"),
    why=Text(
        "Voor volgen op iemands apparaat is toestemming nodig; een belang van het bedrijf is niet genoeg.",
        "Tracking on somebody's device takes consent; an interest of the company is not enough.",
    ),
    preview=True,
)
_SAID = Text("hiervoor is toestemming nodig", "this takes consent")
_ON_INTEREST = re.compile(
    r"\A(?=.*\b(advertentie\w*|marketing\w*|tracking|reclame\w*"
    r"|advertising)\b)(?=.*cookies?\b).*(gerechtvaardigde?\w* belang|legitimate interest)",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"toestemming|consent|\b(geen|niet|not|no)\b", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """The three in one passage, and no consent."""
    for quote in seen(published, _ON_INTEREST, but_not=_CONSENT):
        yield fault(_SAID, quote)
