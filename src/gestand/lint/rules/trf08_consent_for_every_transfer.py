"""Transfers outside the EEA rest on consent as a matter of course.

Wrong nl:
    Door gebruik te maken van onze dienst stemt u in met doorgifte van uw gegevens naar landen buiten de EU.
Wrong en:
    By using our service you consent to the transfer of your data to countries outside the EU.
Wrong statement:
    recipients: {carrier: {also elsewhere: {where: [US], safeguard: GDPR 49(1)(a)}}}
Right nl:
    Wij geven uw gegevens door aan ons kantoor in Canada op basis van een adequaatheidsbesluit.
Right en:
    We transfer data to our office in Canada on the basis of an adequacy decision.
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
    code="TRF08",
    name="consent-for-every-transfer",
    weight=Weight.WARNING,
    article=gdpr("49(1)(a)", also=Text("EDPB-richtsnoeren 2/2018", "EDPB guidelines 2/2018")),
    title=Text("Toestemming als gewone grond voor doorgifte", "Consent as the usual ground for transfers"),
    why=Text(
        "Toestemming voor doorgifte moet uitdrukkelijk zijn, en is bedoeld voor een enkele keer. "
        "Wie alleen een site gebruikt, geeft die niet.",
        "Consent to a transfer has to be explicit, and is meant for single cases. Merely using a "
        "site gives none.",
    ),
)
_SAID = Text(
    "toestemming is voor een enkele keer, en uitdrukkelijk", "consent is for single cases, and explicit"
)
_CONSENTED = re.compile(
    r"\A(?=.*\b(doorgifte|overdracht|overgedragen|doorgegeven|overdragen|transfer\w*)\b)(?=.*\b(buiten"
    r"|andere? land\w*|buitenland|Verenigde Staten|outside|other countr\w+|United States)\b)"
    r".*\b((stem|stemt|gaat|ga|geeft|geef)\b.{0,25}\b(in|akkoord|toestemming)\b|you (consent|agree))",
    re.IGNORECASE | re.DOTALL,
)
_DENIED = re.compile(r"\b(niet|geen|not|never|zonder)\b", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that reads consent into use, or asks it for every transfer."""
    for quote in seen(published, _CONSENTED, but_not=_DENIED):
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A standing transfer whose safeguard is the exception for consent."""
    for word, recipient in (statement.recipients or {}).items():
        if recipient.also_elsewhere and recipient.also_elsewhere.safeguard == "GDPR 49(1)(a)":
            yield fault_at(f"recipients/{word}/also elsewhere", _SAID)
