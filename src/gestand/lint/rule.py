"""What a rule says of itself: its code, the law that it rests on, and why it matters to the person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gestand.core.text import Text

GDPR_APPLIES = date(2018, 5, 25)
"""The day from which the GDPR applies (GDPR 99(2))."""


class Weight(StrEnum):
    """How grave a fault is: a legal duty or an unlawful promise, a likely defect, or something to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Article:
    """Where the law says so, in both languages, and since when it holds."""

    text: Text
    in_force_from: date = GDPR_APPLIES


def gdpr(*articles: str, also: Text | None = None) -> Article:
    """Articles of the GDPR, `13(1)(a)`; `also` names further sources: a judgment, a guideline, another act."""
    named = ", ".join(articles)
    dutch, english = (f"; {also.nl}", f"; {also.en}") if also else ("", "")
    return Article(Text(f"AVG {named}{dutch}", f"GDPR {named}{english}"))


@dataclass(frozen=True)
class Rule:
    """One thing that can be wrong with the words of a statement.

    `name` states the fault, and reads well after "allow"; `why` is what it means to the person. A rule in
    `preview` is judged only when that is asked for.
    """

    code: str
    name: str
    weight: Weight
    article: Article
    title: Text
    why: Text
    preview: bool = False
