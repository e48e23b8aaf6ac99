"""The text says neither from when it holds nor when it was last changed.

Wrong nl:
    Wij bewaren uw adres tot 1 jaar na uw bestelling.
Wrong en:
    We keep your address until 1 year after your order.
Wrong statement:
    effective: unstated
Right nl:
    Wij bewaren uw adres tot 1 jaar na uw bestelling. Deze verklaring is voor het laatst gewijzigd op 3
    maart 2026.
Right en:
    We keep your address until 1 year after your order. This statement was last changed on 3 March 2026.
Right statement:
    effective: 2026-12-01
"""

import re
from collections.abc import Iterator

from gestand.core.fact import EffectiveDate
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.missing import missing
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="LNG04",
    name="no-date",
    weight=Weight.NOTE,
    article=gdpr("5(2)", also=Text("WP260, alinea 29", "WP260, paragraph 29")),
    title=Text("Er staat geen datum of versie", "There is no date or version"),
    why=Text(
        "Zonder datum weet niemand welke tekst gold toen hij zijn gegevens gaf.",
        "Without a date nobody knows which text held when they gave their data.",
    ),
    preview=True,
)
_SAID = Text(
    "er staat geen datum waarop deze tekst ingaat of is gewijzigd",
    "no date is stated on which this text began or changed",
)
_UNDATED = Text(
    "vanaf welke dag deze verklaring geldt, staat er niet; schrijf bijvoorbeeld `effective: 2026-12-01`",
    "from which day this statement holds is not said; write `effective: 2026-12-01`, for example",
)
_CANDIDATE = re.compile(
    r"\b(versie|bijgewerkt|gewijzigd|aangepast|herzien|geldig|geldend|geldt|gelden|met ingang van"
    r"|opgesteld|ingaande|ingangsdatum|datum|version"
    r"|updated|revised|effective|modified)\b.{0,40}\b(\d{1,2}[-/. ]\w+[-/. ]\d{2,4}|20\d\d)\b",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """No date was read."""
    yield from missing(published, _SAID, tuple(fact for _, fact in published.of(EffectiveDate)), _CANDIDATE)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The day is left unstated."""
    if not statement.effective:
        yield fault_at("effective", _UNDATED)
