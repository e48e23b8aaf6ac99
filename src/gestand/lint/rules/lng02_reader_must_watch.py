"""The reader is asked to look now and then whether the statement has changed.

Wrong nl:
    Wij raden u aan deze verklaring regelmatig te raadplegen.
Wrong en:
    Please check this page from time to time for changes.
Wrong statement:
    explained:
      changes: {nl: Controleer deze pagina regelmatig., en: Check this page regularly.}
Right nl:
    Als wij iets wijzigen, krijgt u daarover een e-mail.
Right en:
    When we change something, you receive an e-mail about it.
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
    code="LNG02",
    name="reader-must-watch",
    weight=Weight.WARNING,
    article=gdpr("13(3)", also=Text("WP260, alinea 29", "WP260, paragraph 29")),
    title=Text("De lezer moet zelf op wijzigingen letten", "The reader has to watch for changes"),
    why=Text(
        "Niemand leest elke maand een privacyverklaring. Wie iets verandert, vertelt het.",
        "Nobody reads a privacy statement every month. Who changes something tells.",
    ),
)
_SAID = Text(
    "dit laat het aan de lezer over om wijzigingen te ontdekken",
    "this leaves it to the reader to discover changes",
)
_WATCH = re.compile(
    r"\A(?=.*\b(regelmatig|periodiek|van tijd tot tijd|geregeld|altijd|af en toe)\b)(?=.*\b(\w*verklaring"
    r"|\w*beleid|\w*statement|pagina|policy|wijziging\w*|versies?|document)\b)"
    r".*\b(te raadplegen|te bekijken|te controleren|te lezen|te checken|door te (nemen|lezen)"
    r"|(raadpleeg|controleer|bekijk|check|kijk|lees) (u |dus |daarom |altijd |dan |deze |dit |ook "
    r"|onze |de |het |regelmatig |even )*)"
    r"|\b(check|review|visit|consult|revisit)\b.{0,60}\b(this|our|the)\b.{0,40}\b(regularly"
    r"|periodically|from time to time|frequently|often)\b"
    r"|\b(regularly|periodically|frequently) (check|review|visit|consult)\b",
    re.IGNORECASE | re.DOTALL,
)
_OURS = re.compile(
    r"\b(wij|we) (\w+ )?(controleren|bekijken|actualiseren|werken|review|check)\b", re.IGNORECASE
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that asks it of the reader."""
    for quote in seen(published, _WATCH, but_not=_OURS):
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same in any of its texts."""
    for path in said_at(statement, _WATCH, but_not=_OURS):
        yield fault_at(path, _SAID)
