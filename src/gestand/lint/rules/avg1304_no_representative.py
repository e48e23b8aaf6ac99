"""The controller is outside the Union and names nobody who represents it there.

Wrong nl:
    Example Inc., 1 Market Street, San Francisco, Verenigde Staten, is verantwoordelijk voor uw
    gegevens.
Wrong en:
    The controller is Example Inc., 1 Market Street, San Francisco, United States.
Wrong statement:
    controller: {address: "1 Market Street, San Francisco, United States"}
Right nl:
    Example Inc., 1 Market Street, San Francisco, Verenigde Staten, is verantwoordelijk voor uw
    gegevens. Onze vertegenwoordiger in de Unie is Voorbeeld Europe B.V., Voorbeeldweg 1, 3500 AA
    Utrecht.
Right en:
    The controller is Example Inc., 1 Market Street, San Francisco, United States. Our representative in
    the Union is Voorbeeld Europe B.V., Voorbeeldweg 1, 3500 AA Utrecht.
Right statement:
    controller:
      address: "1 Market Street, San Francisco, United States"
      representative: Voorbeeld Europe B.V., Voorbeeldweg 1, 3500 AA Utrecht
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Controller
from gestand.core.text import Text
from gestand.lint.countries import third_country
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.missing import unless_unread
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


def judge_text(published: Published) -> Iterator[Judgment]:
    """The controller is named with a country outside the EEA, and no representative is mentioned."""
    if published.quotes(_NAMED):
        return
    for controller, fact in published.of(Controller):
        seats = published.quotes(_seat_abroad(controller.name))
        if seats or (controller.address and _is_abroad(controller.address)):
            yield unless_unread(published, _SAID, *(seats or (fact.quote,)))


def _seat_abroad(name: str) -> re.Pattern[str]:
    """The name, or its first word, with a country behind its address or behind where it is seated."""
    country = third_country().pattern.removeprefix(r"\b")
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
    return bool(re.search(third_country().pattern, address.rpartition(",")[2], re.IGNORECASE))
