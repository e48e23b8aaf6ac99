"""A transfer rests on standard clauses of 2001, 2004 or 2010, which ended on 27 December 2022.

Wrong nl:
    Wij gebruiken de modelcontracten van Besluit 2010/87/EU.
Wrong en:
    We use the standard contractual clauses of Decision 2010/87/EU.
Wrong statement:
    recipients: {carrier: {nl: "een bezorger, met Besluit 2010/87/EU", en: "a carrier, under Decision
    2010/87/EU"}}
Right nl:
    Wij gebruiken de modelcontracten van Besluit (EU) 2021/914.
Right en:
    We use the standard contractual clauses of Decision (EU) 2021/914.
"""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.law.tables import old_clauses
from gestand.lint.passages import HISTORY, said_at, seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="TRF03",
    name="repealed-clauses",
    weight=Weight.ERROR,
    article=gdpr(
        "46(2)(c)", also=Text("Besluit (EU) 2021/914, artikel 4", "Decision (EU) 2021/914, article 4")
    ),
    title=Text("Modelcontracten die niet meer gelden", "Standard clauses that no longer hold"),
    why=Text(
        "De oude modelcontracten bieden sinds eind 2022 geen bescherming meer.",
        "Since the end of 2022 the old standard clauses protect nobody any more.",
    ),
)
_SAID = Text(
    "deze modelcontracten zijn vervangen door die van 2021", "these clauses were replaced by those of 2021"
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """The number of an old decision, in a sentence that does not say that it was replaced."""
    for quote in seen(published, old_clauses().words, but_not=HISTORY):
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same in any of its texts."""
    for path in said_at(statement, old_clauses().words, but_not=HISTORY):
        yield fault_at(path, _SAID)
