"""No address, e-mail address, telephone number or form is given for questions about privacy.

Wrong nl:
    Bakkerij De Korenmaat B.V. is verantwoordelijk voor uw gegevens. Neem bij vragen contact met ons op.
Wrong en:
    Cornmill Bakery Ltd is the controller of your data. If you have questions, do get in touch.
Wrong statement:
    controller: {contact: {email: unstated}}
Right nl:
    Mail uw vragen naar privacy@korenmaat.example.
Right en:
    Mail your questions to privacy@cornmill.example.
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
        "Wie nergens kan schrijven of bellen, kan niets vragen en geen enkel recht gebruiken.",
        "Who has nowhere to write or call can ask nothing, and use none of their rights.",
    ),
)
_SAID = Text(
    "er staat geen adres, e-mailadres, telefoonnummer of formulier",
    "no address, e-mail address, telephone number or form is given",
)
_CANDIDATE = re.compile(
    r"[\w.+-]+\s?(@|\[at\]|\(at\))\s?[\w-]+(\.|\[dot\]|\(dot\)| punt )\w+|[Cc]ontactformulier|[Cc]ontact form"
    r"|(?i:\b(postadres|bezoekadres|postbus|postal address|p\.?o\.? box)\b)"
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
