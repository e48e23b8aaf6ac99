"""The registers of Article 30 GDPR, as CSV: 30(1) of what the company decides, 30(2) of what it does for others."""

import csv
import io
from collections.abc import Callable, Iterable

from gestand.core.text import Language, Text
from gestand.documents import cells
from gestand.documents.voice import Voice, plain
from gestand.statement.model import Statement
from gestand.statement.purposes import Purpose

BOM = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

Cell = Callable[[Voice, Purpose, str], str]


def controller_register(statement: Statement, language: Language) -> str:
    """The register of Article 30(1): a row for each purpose that the company decides on itself."""
    return _written(Voice(statement, language), "controller", _CONTROLLER)


def processor_register(statement: Statement, language: Language) -> str:
    """The register of Article 30(2): a row for each kind of processing on behalf of others.

    The statement does not name each customer, which 30(2)(a) asks: that column says with whom terms are agreed.
    """
    return _written(Voice(statement, language), "processor", _PROCESSOR)


def cell(text: str) -> str:
    """A cell on one line; one that a spreadsheet would run as a formula begins with an apostrophe."""
    one_line = plain(text)
    return f"'{one_line}" if one_line.startswith(_FORMULA) else one_line


def _written(voice: Voice, role: str, columns: Iterable[tuple[Text, Cell]]) -> str:
    """The header and the rows as CSV (RFC 4180), every cell quoted."""
    told, columns = io.StringIO(newline=""), tuple(columns)
    lines = csv.writer(told, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    lines.writerow([cell(voice.say(title)) for title, _ in columns])
    for word, purpose in voice.statement.purposes.items():
        if purpose.as_ == role:
            told_of = (fill(voice, purpose, word) or voice.say(cells.NOT_STATED) for _, fill in columns)
            lines.writerow([cell(text) for text in told_of])
    return told.getvalue()


_COMMON: tuple[tuple[Text, Cell], ...] = (
    (Text("Vertegenwoordiger", "Representative"), cells.representative),
    (Text("Functionaris gegevensbescherming", "Data protection officer"), cells.officer),
)
_CONTROLLER: tuple[tuple[Text, Cell], ...] = (
    (Text("Verwerkingsverantwoordelijke", "Controller"), cells.company),
    *_COMMON,
    (Text("Doel", "Purpose"), cells.use),
    (Text("Grondslag", "Legal basis"), cells.basis),
    (Text("Betrokkenen", "Categories of data subjects"), cells.subjects),
    (Text("Gegevens", "Categories of personal data"), cells.data),
    (Text("Ontvangers", "Categories of recipients"), cells.recipients),
    (Text("Doorgifte buiten de EER", "Transfers outside the EEA"), cells.transfers),
    (Text("Bewaartermijnen", "Time limits for erasure"), cells.terms),
    (Text("Beveiliging", "Security measures"), cells.measures),
)
_PROCESSOR: tuple[tuple[Text, Cell], ...] = (
    (Text("Verwerker", "Processor"), cells.company),
    *_COMMON,
    (Text("In opdracht van", "On behalf of"), cells.customers),
    (Text("Verwerking", "Categories of processing"), cells.use),
    (Text("Betrokkenen", "Categories of data subjects"), cells.subjects),
    (Text("Gegevens", "Categories of personal data"), cells.data),
    (Text("Subverwerkers en andere ontvangers", "Sub-processors and other recipients"), cells.recipients),
    (Text("Doorgifte buiten de EER", "Transfers outside the EEA"), cells.transfers),
    (Text("Beveiliging", "Security measures"), cells.measures),
)
