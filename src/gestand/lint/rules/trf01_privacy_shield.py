"""A transfer rests on Privacy Shield or Safe Harbor, which the Court struck down.

Wrong nl:
    Onze maildienst in de Verenigde Staten is aangesloten bij het Privacy Shield.
Wrong en:
    Our mail service in the United States is certified under the Privacy Shield.
Wrong statement:
    recipients: {carrier: {nl: een bezorger onder het Privacy Shield, en: a carrier under the Privacy Shield}}
Right nl:
    Het Privacy Shield is ongeldig verklaard; wij gebruiken de modelcontracten van 2021.
Right en:
    The Privacy Shield was declared invalid; we use the standard contractual clauses of 2021.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.passages import HISTORY, said_at, seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="TRF01",
    name="privacy-shield",
    weight=Weight.ERROR,
    article=gdpr("44", "46", also=Text("HvJ C-311/18, C-362/14", "CJEU C-311/18, C-362/14")),
    title=Text("Doorgifte op een vervallen afspraak", "A transfer on an agreement that fell"),
    why=Text(
        "Privacy Shield en Safe Harbor zijn door het Hof vernietigd. Wie zich erop beroept, geeft"
        " gegevens door zonder bescherming.",
        "The Court struck down Privacy Shield and Safe Harbor. Who relies on them transfers data "
        "without protection.",
    ),
)
_SAID = Text("deze afspraak geldt niet meer", "this agreement no longer holds")
_NAMED = re.compile(r"\bprivacy[ -]?(shield|schild)\b|\bsafe[ -]?harbou?r\b", re.IGNORECASE)
_FALLEN = re.compile(
    rf"{HISTORY.pattern}|vernietigd|struck down|Schrems|\bnot (rely|depend)\b"
    r"|\b(vertrouwen|baseren|beroepen|steunen)( ons)? niet\b",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """The names, in a sentence that does not say that they have fallen. One remark, with every passage."""
    quotes = seen(published, _NAMED, but_not=_FALLEN)
    if quotes:
        yield fault(_SAID, *quotes)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same in any of its texts."""
    for path in said_at(statement, _NAMED, but_not=_FALLEN):
        yield fault_at(path, _SAID)
