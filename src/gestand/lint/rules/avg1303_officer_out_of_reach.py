"""A data protection officer is mentioned, but cannot be reached.

Wrong nl:
    Wij hebben een functionaris voor gegevensbescherming aangesteld.
Wrong en:
    We have appointed a data protection officer.
Wrong statement:
    controller: {protection officer: {name: A. Officer}}
Right nl:
    Onze functionaris voor gegevensbescherming bereikt u via fg@korenmaat.example.
Right en:
    You reach our data protection officer at dpo@cornmill.example.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Contact
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at, undecided
from gestand.lint.missing import unless_unread
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
        "Met de functionaris mag iedereen praten over wat er met zijn gegevens gebeurt; wie hem niet kan "
        "vinden, kan dat niet.",
        "Everybody may talk to the officer about what happens to their data; who cannot find one cannot do so.",
    ),
)
_SAID = Text(
    "hier staat niet hoe de functionaris te bereiken is", "how to reach the officer is not said here"
)
_PERHAPS = Text(
    "de functionaris heeft hier geen eigen adres; is hij bereikbaar via het adres dat elders staat?",
    "the officer has no address here; does the one that stands elsewhere reach them?",
)
_OFFICER = re.compile(
    r"functionaris (voor )?(de )?gegevensbescherming|data protection officer|\bFG\b|\bDPO\b"
)
_DENIED = re.compile(r"\b(geen|niet|no|not|without|zonder)\b", re.IGNORECASE)
_REACHED = re.compile(r"@|\+?\d[\d ()-]{7,}|formulier|\bform\b|postbus", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(hierboven|hieronder|bovenstaande?|onderstaande?|bovenaan|onderaan|above|below)\b", re.IGNORECASE
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """An officer is mentioned, none is denied, and no address stands in any part that mentions one."""
    named = [segment for segment, _ in published.matching(_OFFICER)]
    if not named or any(contact.kind == "dpo" for contact, _ in published.of(Contact)):
        return
    near = [one for segment in named for one in published.section(segment)]
    if any(_DENIED.search(one.text) for one in named) or any(_REACHED.search(one.text) for one in near):
        return
    general = any(contact.kind in ("email", "post") for contact, _ in published.of(Contact))
    if general or any(_ELSEWHERE.search(one.text) for one in named):
        yield undecided(_PERHAPS, quote_of(named[0]))
    else:
        yield unless_unread(published, _SAID, quote_of(named[0]), where_contact_is=True)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """An officer without an address."""
    officer = statement.controller.protection_officer
    if officer and not (officer.email or officer.post):
        yield fault_at("controller/protection officer", _SAID)
