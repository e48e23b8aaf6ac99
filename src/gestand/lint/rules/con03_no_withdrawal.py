"""Consent is a basis, and that it can be withdrawn is not said; or only in a way that is harder than giving it.

Wrong nl:
    Wij verwerken uw gegevens met uw toestemming. U heeft recht op inzage, rectificatie en wissing.
Wrong nl:
    Wij verwerken uw gegevens met uw toestemming. Uw toestemming intrekken kan alleen per aangetekende brief.
Wrong en:
    We process your data with your consent. You have the right of access, rectification and erasure.
Wrong statement:
    purposes: {delivery: {basis: Consent}}
    rights: {named: [access, rectification, erasure, restriction, portability, objection]}
Right nl:
    Wij verwerken uw gegevens met uw toestemming. U kunt uw toestemming altijd intrekken met één klik.
Right en:
    We process your data with your consent. You can withdraw your consent at any time with one click.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.missing import missing
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rights import facts_of, holds_in_text, unnamed
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="CON03",
    name="no-withdrawal",
    weight=Weight.ERROR,
    article=gdpr("7(3)", "13(2)(c)"),
    title=Text("Toestemming die niet in te trekken is", "Consent that cannot be withdrawn"),
    why=Text(
        "Ja zeggen is pas vrij als men later ook nee kan zeggen, even makkelijk.",
        "Saying yes is only free when one can say no later on, just as easily.",
    ),
)
_SAID = Text(
    "dat toestemming kan worden ingetrokken, staat er niet", "that consent can be withdrawn is not said"
)
_HARD = Text("intrekken is hier moeilijker dan geven", "withdrawing is harder here than giving")
_CANDIDATE = re.compile(
    r"\bin ?(te )?trek\w*|\btoestemming\b.{0,20}\btrek\w*\b|\btrek\w*\b.{0,40}\btoestemming\b"
    r"|\bwithdraw\w*|\brevoke\b|\bterugtrekken\b|\btaken?\b.{0,30}\bback\b|\bchange your mind\b"
    r"|\bherroep\w*|\b(neem|neemt|draai|draait|draaien)\b.{0,40}\bterug\b|\bterug ?(te ?)?(nemen|draaien|komen)\b"
    r"|\b(weer|altijd|later) (uit ?(te )?zetten|uit)\b"
    r"|\b(je|u) (je|u|zich)? ?bedenk\w*|\bvan gedachten\b|\book al (heb|hebt|gaf|had) (je|u)\b",
    re.IGNORECASE,
)
_ONLY_BY_LETTER = re.compile(
    r"\A(?=.*\b(intrek\w*|in te trekken|withdraw\w*)\b).*\b(alleen|uitsluitend|only"
    r"|enkel)\b.{0,40}\b(brief|aangetekend\w*|schriftelijk|per post|letter|by post|in writing)\b",
    re.IGNORECASE | re.DOTALL,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Consent was read as a basis, and withdrawal was not. A statement about cookies alone has COO06."""
    for quote in seen(published, _ONLY_BY_LETTER):
        yield fault(_HARD, quote)
    if not published.is_about_cookies_only and holds_in_text("withdraw_consent", published):
        stated = facts_of("withdraw_consent", published)
        yield from missing(published, _SAID, stated, _CANDIDATE, about="withdraw_consent")


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A purpose on consent, and the right to withdraw it is not among those named."""
    yield from unnamed("withdraw_consent", statement, _SAID)
