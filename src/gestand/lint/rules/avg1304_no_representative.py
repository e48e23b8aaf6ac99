"""The controller is outside the Union and names nobody who represents it there.

Wrong:
    The controller is Example Inc., 1 Market Street, San Francisco, United States.
Wrong statement:
    controller: {address: "1 Market Street, San Francisco, United States"}
Right statement:
    controller:
      address: "1 Market Street, San Francisco, United States"
      representative: Voorbeeld Europe B.V., Voorbeeldweg 1, 3500 AA Utrecht
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Controller
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.law.tables import third_countries
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1304",
    name="no-representative",
    weight=Weight.ERROR,
    article=gdpr("13(1)(a)", "27"),
    title=Text(
        "Een bedrijf buiten de EU noemt geen vertegenwoordiger",
        "A company outside the EU names no representative",
    ),
    why=Text(
        "Wie een bedrijf aan de andere kant van de wereld wil aanspreken, heeft hier iemand nodig"
        " die antwoordt.",
        "Who wants to hold a company on the other side of the world to its word needs somebody "
        "here who answers.",
    ),
)
_SAID = Text(
    "dit adres ligt buiten de EU, en er staat geen vertegenwoordiger in de Unie",
    "this address is outside the EU, and no representative in the Union is named",
)
_NAMED = re.compile(r"vertegenwoordiger|representative", re.IGNORECASE)
_ABROAD = re.compile(r"\b(USA|U\.S\.A\.|United Kingdom|UK)\b")


def judge_text(published: Published) -> Iterator[Judgment]:
    """The controller is named with a country outside the EEA, and no representative is mentioned."""
    if published.quotes(_NAMED):
        return
    for controller, fact in published.of(Controller):
        seats = published.quotes(_seat_abroad(controller.name))
        if seats or (controller.address and _is_abroad(controller.address)):
            yield fault(_SAID, *(seats or (fact.quote,)))


def _seat_abroad(name: str) -> re.Pattern[str]:
    """The name, or its first word, with a country behind its address or behind where it is seated."""
    names = "|".join(re.escape(one) for text in third_countries().values() for one in (text.nl, text.en))
    country = rf"(?:{names}|USA|U\.S\.A\.|UK)\b"
    short = re.escape(name.split(",")[0].split()[0])
    return re.compile(
        rf"\b{re.escape(name)}[^.;]{{0,160}}?, ?{country}"
        rf"|\b{short}[^.;]{{0,40}}"
        rf"\b(?:gevestigd|based|located|established|headquartered) (?:te|in) (?:de |the )?{country}"
    )


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same, in the statement's own fields."""
    if _is_abroad(statement.controller.address or "") and not statement.controller.representative:
        yield fault_at("controller/address", _SAID)


def _is_abroad(address: str) -> bool:
    last = address.rpartition(",")[2].casefold()
    names = (name.casefold() for text in third_countries().values() for name in (text.nl, text.en))
    return any(name in last for name in names) or bool(_ABROAD.search(address))
