"""No address, e-mail address, telephone number or form is given for questions about privacy.

Wrong:
    Bakkerij De Korenmaat B.V. is verantwoordelijk voor uw gegevens. Neem bij vragen contact met ons op.
Wrong statement:
    controller: {contact: {email: unstated}}
Right:
    Mail uw vragen naar privacy@korenmaat.example.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Contact
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.missing import missing
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1302",
    name="no-contact",
    weight=Weight.ERROR,
    article=gdpr("13(1)(a)", also=Text("WP260, bijlage", "WP260, annex")),
    title=Text("Er is geen weg om een vraag te stellen", "There is no way to ask a question"),
    why=Text(
        "Een recht dat men nergens kan vragen, is er niet.",
        "A right that one can ask for nowhere is not there.",
    ),
)
_SAID = Text(
    "er staat geen adres, e-mailadres, telefoonnummer of formulier",
    "no address, e-mail address, number or form",
)
_CANDIDATE = re.compile(
    r"[\w.+-]+\s?(@|\[at\]|\(at\))\s?[\w-]+\.\w+|contactformulier|contact form"
    r"|\b[1-9]\d{3}\s?[A-Z]{2}\b|\+31|\b0\d{1,3}[ -]?\d{6,}",
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """No contact of any kind was read."""
    stated = tuple(fact for contact, fact in published.of(Contact) if contact.kind != "dpo")
    yield from missing(published, _SAID, stated, _CANDIDATE, where_contact_is=True)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """Neither an e-mail address nor a page nor a postal address."""
    contact = statement.controller.contact
    if not (contact.email or contact.page or contact.post):
        yield fault_at("controller/contact", _SAID)
