"""Whether somebody has to give their data is not said, nor what follows when they do not.

Wrong nl:
    Wij verwerken uw adres voor de uitvoering van de overeenkomst.
Wrong en:
    We process your address for the performance of the contract.
Wrong statement:
    data: {number: {required: unstated}}
Right nl:
    Wij verwerken uw adres voor de uitvoering van de overeenkomst. Zonder adres kunnen wij niet bezorgen.
Right en:
    We process your address for the performance of the contract. Without an address we cannot deliver.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Doubt, LegalBasis
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.missing import missing
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1311",
    name="not-said-whether-required",
    weight=Weight.WARNING,
    article=gdpr("13(2)(e)"),
    title=Text("Er staat niet of men gegevens moet geven", "Whether giving data is required is not said"),
    why=Text(
        "Wie denkt dat alles verplicht is, geeft meer dan hij wil.",
        "Who thinks that all of it is required gives more than they want to.",
    ),
)
_SAID = Text(
    "er staat niet of men deze gegevens moet geven, en wat er anders gebeurt",
    "it is not said whether these data have to be given, and what happens otherwise",
)
_CANDIDATE = re.compile(
    r"\b(verplicht|vrijwillig|optioneel|mandatory|voluntar\w+|optional|required|you (\w+ ){0,2}obliged)\b|\b(zonder"
    r"|without)\b.{0,80}\b(niets?|geen|cannot|not|nothing|unable)\b|\b(u|je) hoeft\b|\bhoeft (u|je)\b|\byou need not\b"
    r"|\b(als|indien|wanneer|if)\b.{0,60}\b(niet|geen|not)\b.{0,40}\b(verstrek\w*|geeft|geef|invult|provide|give)\b"
    r"|noodzakelijk dat (u|je)|hebben (we|wij)\b.{0,80}\bnodig",
    re.IGNORECASE | re.DOTALL,
)
_REQUIRING = ("contract", "legal_obligation")


def judge_text(published: Published) -> Iterator[Judgment]:
    """A contract or a law is a basis, and no passage says what is required."""
    bases = [
        fact
        for basis, fact in published.of(LegalBasis)
        if basis.basis in _REQUIRING and fact.doubt is not Doubt.MUCH
    ]
    if bases and not published.is_about_cookies_only:
        told = published.quotes(_CANDIDATE)
        yield from () if told else missing(published, _SAID, ())


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """Data that come from the person, for which it is left unstated."""
    for word, datum in statement.data.items():
        if datum.from_ == "the person" and datum.required is UNSTATED:
            yield fault_at(f"data/{word}", _SAID)
