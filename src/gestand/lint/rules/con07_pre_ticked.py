"""A box ticked beforehand, or silence, counts as consent.

Wrong nl:
    Het vakje voor de nieuwsbrief is standaard aangevinkt.
Wrong nl:
    Tenzij u bezwaar maakt, gaan wij ervan uit dat u toestemming geeft.
Wrong en:
    The box for the newsletter is ticked by default.
Wrong statement:
    explained: {personal-data: {nl: Het vakje is vooraf aangevinkt., en: The box is pre-ticked.}}
Right nl:
    Het vakje voor de nieuwsbrief is leeg totdat u het aanvinkt.
Right en:
    The box for the newsletter is empty until you tick it.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.passages import said_at, seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="CON07",
    name="pre-ticked",
    weight=Weight.ERROR,
    article=gdpr("4(11)", also=Text("HvJ C-673/17", "CJEU C-673/17")),
    title=Text("Een vinkje dat al gezet is", "A box that is ticked already"),
    why=Text("Wie niets doet, heeft niet ja gezegd.", "Who does nothing has not said yes."),
)
_SAID = Text("stilzwijgen of een gezet vinkje is geen toestemming", "silence or a ticked box is no consent")
_TICKED = re.compile(
    r"\b(standaard|vooraf|al|reeds) (aangevinkt|ingevuld vakje|aangekruist)\b|\bpre-?\s?(ticked"
    r"|checked)\b|\b(ticked|checked) by default\b"
    r"|\btenzij (u|je) (\w+ ){0,4}(bezwaar|afmeldt|afmeld)\b.{0,80}\b(toestemming|akkoord|instemt)\b"
    r"|\b(gaan (wij|we) ervan uit|wordt (u|je) geacht|beschouwen (wij|we))\b.{0,60}\b(toestemming"
    r"|akkoord|instemt|instemmen)\b"
    r"|\b(deemed|assumed|considered) to (have )?(consent|agree|accept)\w*\b|\bunless you object\b.{0,60}\bconsent",
    re.IGNORECASE | re.DOTALL,
)
_DENIED = re.compile(
    r"\b(niet|geen|nooit|not|never|no)\b.{0,25}\b(aangevinkt|pre-?ticked|pre-?checked"
    r"|aangekruist|checked|ticked)",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that says so."""
    for quote in seen(published, _TICKED, but_not=_DENIED):
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same in any of its texts."""
    for path in said_at(statement, _TICKED, but_not=_DENIED):
        yield fault_at(path, _SAID)
