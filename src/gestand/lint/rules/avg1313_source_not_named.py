"""Data are received from others, and nothing says from whom.

Wrong nl:
    Wij vullen uw gegevens aan met informatie die wij van derden ontvangen.
Wrong en:
    We supplement your data with information that we receive from third parties.
Wrong statement:
    sources: {others: {nl: derden, en: third parties}}
Right nl:
    Wij vullen uw gegevens aan met informatie van derden, namelijk het Handelsregister en de postcodetabel.
Right en:
    We supplement your data with information from third parties, namely the trade register and the table
    of postcodes.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at, undecided
from gestand.lint.missing import unless_unread
from gestand.lint.passages import DENIED
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1313",
    name="source-not-named",
    weight=Weight.ERROR,
    article=gdpr("14(2)(f)"),
    title=Text(
        "Gegevens komen van anderen, en van wie staat er niet",
        "Data come from others, and from whom is not said",
    ),
    why=Text(
        "Wie niet weet waar gegevens over hem vandaan komen, kan een fout niet bij de bron laten herstellen.",
        "Who does not know where data about them come from cannot have a mistake mended at its source.",
    ),
)
_SAID = Text("van wie deze gegevens komen, staat er niet", "from whom these data come is not said")
_FROM_OTHERS = re.compile(
    r"\b(ontvang\w*|verkr[ij]\w*|krijgen|verzamel\w*|aangevuld|aanvull\w*|verrijk\w*|vullen)\b.{0,100}"
    r"\b(van|via|bij|uit bronnen van) (andere )?(derden|derde partijen|partners|bronnen van derden|anderen)\b"
    r"|\b(van|via) (derden|derde partijen|partners|anderen) (ontvangen|krijgen|verkrijgen|verkregen)\b"
    r"|\b(receive|obtain|collect|enrich|supplement)\w*\b.{0,100}\bfrom (other )?(third part\w+|partners|others)\b",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = re.compile(
    r"\b(zoals|namelijk|waaronder|bijvoorbeeld|such as|namely|including|like)\b|\(|:", re.IGNORECASE
)
_EMPTY = re.compile(r"\W*(derden|derde partijen|partners|anderen|third parties|others)\W*", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that says so without naming them, when no passage in its part of the text does."""
    for segment, _ in published.matching(_FROM_OTHERS):
        if DENIED.search(segment.text) or any(_NAMED.search(one.text) for one in published.around(segment)):
            continue
        named = any(_NAMED.search(one.text) and _FROM_OTHERS.search(one.text) for one in published.segments)
        quote = quote_of(segment)
        yield undecided(_SAID, quote) if named else unless_unread(published, _SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A source that is no more than “third parties”."""
    for word, source in statement.sources.items():
        if _EMPTY.fullmatch(source.nl) or _EMPTY.fullmatch(source.en):
            yield fault_at(f"sources/{word}", _SAID)
