"""A data protection officer is mentioned, but cannot be reached.

Wrong:
    Wij hebben een functionaris voor gegevensbescherming aangesteld.
Wrong statement:
    controller: {protection officer: {name: A. Officer}}
Right:
    Onze functionaris voor gegevensbescherming bereikt u via fg@korenmaat.example.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Contact
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at, undecided
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1303",
    name="officer-out-of-reach",
    weight=Weight.ERROR,
    article=gdpr("13(1)(b)", "37(7)"),
    title=Text(
        "De functionaris gegevensbescherming is niet te bereiken",
        "The data protection officer cannot be reached",
    ),
    why=Text(
        "De functionaris is er om mensen te helpen die er met het bedrijf niet uitkomen; dan moet"
        " men hem kunnen vinden.",
        "The officer is there to help people who cannot settle it with the company, so they must "
        "be able to find one.",
    ),
)
_SAID = Text(
    "hier staat niet hoe de functionaris te bereiken is", "how to reach the officer is not said here"
)
_PERHAPS = Text(
    "de functionaris heeft geen eigen adres; is hij bereikbaar via het gewone contact?",
    "the officer has no address of its own; does the general contact reach them?",
)
_OFFICER = re.compile(
    r"functionaris (voor )?(de )?gegevensbescherming|data protection officer|\bFG\b|\bDPO\b"
)
_DENIED = re.compile(r"\b(geen|niet|no|not|without|zonder)\b", re.IGNORECASE)
_REACHED = re.compile(r"@|\+?\d[\d ()-]{7,}|formulier|\bform\b|postbus", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """An officer is mentioned, none is denied, and no address stands in any part that mentions one."""
    named = [segment for segment, _ in published.matching(_OFFICER)]
    if not named or any(contact.kind == "dpo" for contact, _ in published.of(Contact)):
        return
    near = [one for segment in named for one in published.section(segment)]
    if any(_DENIED.search(one.text) for one in named) or any(_REACHED.search(one.text) for one in near):
        return
    general = any(contact.kind in ("email", "post") for contact, _ in published.of(Contact))
    yield undecided(_PERHAPS, quote_of(named[0])) if general else fault(_SAID, quote_of(named[0]))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """An officer without an address."""
    officer = statement.controller.protection_officer
    if officer and not (officer.email or officer.post):
        yield fault_at("controller/protection officer", _SAID)
