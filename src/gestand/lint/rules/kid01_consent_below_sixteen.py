"""A parent's consent is asked below an age that is lower than 16.

Wrong nl:
    Kinderen jonger dan 13 jaar hebben toestemming van een ouder nodig.
Wrong en:
    Children under 13 need the consent of a parent.
Wrong statement:
    minors: {nl: kinderen, en: children, under: 13}
Right nl:
    Kinderen jonger dan 16 jaar hebben toestemming van een ouder nodig.
Right en:
    Children under 16 need the consent of a parent.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Doubt, MinorsAge
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="KID01",
    name="consent-below-sixteen",
    weight=Weight.ERROR,
    article=gdpr("8(1)", also=Text("UAVG 5", "UAVG 5 (the Dutch act beside the GDPR)")),
    title=Text("Toestemming van een kind onder de 16", "Consent of a child under 16"),
    why=Text(
        "Een kind van 14 overziet niet waar het ja tegen zegt; in Nederland beslist tot 16 jaar een ouder of voogd.",
        "A child of 14 does not see what it says yes to; in the Netherlands a parent or guardian decides until 16.",
    ),
    preview=True,
)
_SAID = Text("in Nederland ligt deze grens bij 16 jaar", "in the Netherlands this limit is 16 years")
_AGE = 16
"""UAVG 5(1): the Netherlands did not lower the age of GDPR 8(1)."""
_SIXTEEN = re.compile(r"\b(16|zestien|sixteen)\b", re.IGNORECASE)
_BELGIAN = re.compile(
    r"Gegevensbeschermingsautoriteit|ondernemingsnummer|maatschappelijke zetel|\bBE ?[01]\d{3}", re.IGNORECASE
)
"""In Belgium the age is 13 (article 7 of its act of 30 July 2018)."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """An age below 16 that was read without much doubt, in a text that is not Belgian."""
    for minors, fact in () if published.quotes(_BELGIAN) else published.of(MinorsAge):
        if minors.age < _AGE and fact.doubt is not Doubt.MUCH and not _SIXTEEN.search(fact.quote.text):
            yield fault(_SAID, fact.quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The age that the statement sets."""
    if statement.minors and statement.minors.under < _AGE:
        yield fault_at("minors/under", _SAID)
