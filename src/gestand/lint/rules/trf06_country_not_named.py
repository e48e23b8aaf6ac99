"""Data go outside the EEA, and the country is not named.

Wrong nl:
    Uw gegevens kunnen ook buiten de EU worden verwerkt.
Wrong en:
    Your data are also processed outside the EU.
Wrong statement:
    recipients: {carrier: {also elsewhere: {safeguard: GDPR 46(2)(c)}}}
Right nl:
    Uw gegevens worden ook buiten de EU verwerkt, in Canada.
Right nl:
    Uw gegevens worden niet buiten de EU verwerkt.
Right en:
    Your data are also processed outside the EU, in Canada.
Right en:
    Your data are not processed outside the EU.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.countries import third_country
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.missing import unless_unread
from gestand.lint.passages import DENIED
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="TRF06",
    name="country-not-named",
    weight=Weight.WARNING,
    article=gdpr("13(1)(f)", also=Text("WP260, bijlage", "WP260, annex")),
    title=Text("Naar welk land, staat er niet", "To which country is not said"),
    why=Text(
        "‘Buiten de EU’ kan overal zijn. Pas bij een land weet iemand welke regels er gelden.",
        "“Outside the EU” can be anywhere. Only a country tells which rules hold.",
    ),
)
_SAID = Text("welk land dat is, staat er niet", "which country that is, is not said")
_OUTSIDE = re.compile(
    r"\bbuiten (de |het )?(EU|EER|Europese (Unie|Economische Ruimte)|Europa)\b"
    r"|\boutside (of )?(the )?(EU|EEA|European (Union|Economic Area)|Europe)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    rf"{DENIED.pattern}|\b(alleen|uitsluitend|only|exclusively) (binnen|in|within)\b"
    r"|\b(als|indien|mocht\w*|wanneer|if|should)\b",
    re.IGNORECASE,
)
_OF_A_COUNTRY = re.compile(
    r"\b(Amerikaanse?|Britse?|Canadese?|Indiase?|Zwitserse?|American|British|Canadian|Indian|Swiss)\b"
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Outside the EEA, not denied, and no country stands in that part of the text."""
    for segment, _ in published.matching(_OUTSIDE):
        named = any(_names_a_country(one.text) for one in published.section(segment))
        if not (named or _DENIED.search(segment.text)):
            yield unless_unread(published, _SAID, quote_of(segment))


def _names_a_country(text: str) -> bool:
    return bool(third_country().search(text) or _OF_A_COUNTRY.search(text))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A transfer without countries, unless a condition decides them each time."""
    for word, recipient in (statement.recipients or {}).items():
        elsewhere = recipient.also_elsewhere
        if elsewhere and not elsewhere.where and not elsewhere.when:
            yield fault_at(f"recipients/{word}/also elsewhere", _SAID)
