"""Data go outside the EEA, and the country is not named.

Wrong:
    Uw gegevens kunnen ook buiten de EU worden verwerkt.
Wrong statement:
    recipients: {carrier: {also elsewhere: {safeguard: GDPR 46(2)(c)}}}
Right:
    Uw gegevens worden ook buiten de EU verwerkt, in Canada.
Right:
    Uw gegevens worden niet buiten de EU verwerkt.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.law.tables import third_countries
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
    r"\b(niet|geen|nooit|not|cannot|never|no)\b|\b(alleen|uitsluitend|only|exclusively) (binnen|in|within)\b"
    r"|\b(als|indien|mocht\w*|wanneer|if|should)\b",
    re.IGNORECASE,
)
_UNION = re.compile(
    r"Verenigde Staten|United States|\bVS\b|\bV\.S\.|\bUS\b|\bUSA\b|\bAmerika"
    r"|Verenigd Koninkrijk|\bVK\b|\bUK\b|Zwitserland|Switzerland|\bIndia\b"
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Outside the EEA, not denied, and no country stands in that part of the text."""
    for segment, _ in published.matching(_OUTSIDE):
        if _DENIED.search(segment.text) or any(
            _names_a_country(one.text) for one in published.section(segment)
        ):
            continue
        yield fault(_SAID, quote_of(segment))


def _names_a_country(text: str) -> bool:
    names = (
        name for country in third_countries().values() for name in (country.nl, country.en) if len(name) > 3
    )
    return bool(_UNION.search(text)) or any(name in text for name in names)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A transfer without countries, unless a condition decides them each time."""
    for word, recipient in (statement.recipients or {}).items():
        elsewhere = recipient.also_elsewhere
        if elsewhere and not elsewhere.where and not elsewhere.when:
            yield fault_at(f"recipients/{word}/also elsewhere", _SAID)
