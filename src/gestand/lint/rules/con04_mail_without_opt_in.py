"""Advertising is mailed to people who neither agreed to it nor bought anything.

Wrong nl:
    De nieuwsbrief sturen wij op grond van ons gerechtvaardigd belang aan iedereen die onze website bezoekt.
Wrong en:
    We send the newsletter on the basis of our legitimate interest to everybody who visits our website.
Wrong statement:
    marketing: {news: {confirmed: unstated}}
    purposes:
      delivery: {basis: {LegitimateInterest: {nl: meer verkopen dan vorig jaar, en: selling more than last
      year}}}
Right nl:
    De nieuwsbrief sturen wij alleen met uw toestemming.
Right en:
    We send the newsletter only with your consent.
"""

import re
from collections.abc import Iterator
from datetime import date

from gestand.core.text import Text
from gestand.lint.bases import bases_of
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Article, Rule, Weight
from gestand.statement.absent import NONE, UNSTATED
from gestand.statement.model import Statement

RULE = Rule(
    code="CON04",
    name="mail-without-opt-in",
    weight=Weight.ERROR,
    article=Article(Text("Tw 11.7", "Tw 11.7 (the Dutch telecommunications act)"), date(2009, 10, 1)),
    title=Text(
        "Reclame per e-mail zonder toestemming of klant te zijn",
        "Advertising by e-mail without consent or a sale",
    ),
    why=Text(
        "Niemand hoeft reclame te krijgen waar hij niet om vroeg. Alleen wie iets kocht, mag een "
        "aanbod voor iets soortgelijks krijgen.",
        "Nobody has to receive advertising that they did not ask for. Only who bought something "
        "may get an offer of the like.",
    ),
)
_SAID = Text(
    "reclame langs deze weg vraagt toestemming, of een eerdere verkoop",
    "advertising this way takes consent, or an earlier sale",
)
_ON_INTEREST = re.compile(
    r"\A(?=.*\b(nieuwsbrief\w*|mailings?|reclamemails?|marketing\W?e?-?mails?|promotionele e-mails"
    r"|newsletters?|marketing emails?)\b).*"
    r"(gerechtvaardigde?\w* belang|legitimate interest)",
    re.IGNORECASE | re.DOTALL,
)
_ALLOWED = re.compile(
    r"\b(klant\w*|aankoop|gekocht|bestelling|toestemming|customers?|purchase\w*"
    r"|bought|consent)\b",
    re.IGNORECASE,
)
_ELECTRONIC = ("email", "text message", "push message", "fax")


def judge_text(published: Published) -> Iterator[Judgment]:
    """Mailing on a legitimate interest, with neither customers nor consent in the sentence."""
    for quote in seen(published, _ON_INTEREST, but_not=_ALLOWED):
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """An electronic stream whose purpose rests on no consent, and whose readers are no customers."""
    for word, messages in (statement.marketing or {}).items():
        channels = messages.channel if isinstance(messages.channel, tuple) else (messages.channel,)
        purpose = statement.purposes.get(messages.purpose or word)
        agreed = "consent" in bases_of(purpose) if purpose else False
        if not agreed and messages.confirmed in (UNSTATED, NONE) and set(channels) & set(_ELECTRONIC):
            yield fault_at(f"marketing/{word}", _SAID)
