"""A third party sets or reads a cookie, and which one is not said.

Wrong nl:
    Onze website plaatst ook cookies van derden.
Wrong en:
    Our website also sets third-party cookies.
Wrong statement:
    cookies: {functional: {items: {session: {party: third}}}}
Right nl:
    Onze website plaatst ook cookies van derden, namelijk van YouTube.
Right en:
    Our website also sets third-party cookies, namely those of YouTube.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import DeviceItem
from gestand.core.text import Text
from gestand.lint.cookies import items_of
from gestand.lint.judgment import Judgment, fault_at, undecided
from gestand.lint.law.tables import vendors
from gestand.lint.missing import unless_unread
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="COO04",
    name="third-party-not-named",
    weight=Weight.ERROR,
    article=gdpr("13(1)(e)", also=Text("HvJ C-673/17", "CJEU C-673/17")),
    title=Text(
        "Een cookie van een derde, zonder wie dat is",
        "A third party's cookie, without who that is",
    ),
    why=Text(
        "Wie een cookie leest, leert iemand kennen. Men moet weten wie dat is.",
        "Who reads a cookie gets to know somebody. One has to know who that is.",
    ),
)
_SAID = Text(
    "welke derde deze cookie plaatst of leest, staat er niet",
    "which third party sets or reads this cookie is not said",
)
_OTHERS = (
    r"((onze |our |externe |andere |external |other )*(derden?( partij\w*)?|third part(y|ies)|partijen"
    r"|bedrijven|organisaties"
    r"|\w*partners|adverteerders|advertisers|\w*netwerken|networks|companies|social media))"
)
_SETS = r"(plaats\w*|gebruik\w*|zet|zetten|lezen|place\w*|use[sd]?|sets?|read)"
_THIRD = re.compile(
    rf"\bcookies? (geplaatst |gebruikt )?(van|door|of|from|by) {_OTHERS}\b|\b{_OTHERS}\b(?!,? (wij"
    rf"|we)\b).{{0,40}}\b{_SETS}\b.{{0,40}}\bcookies?\b"
    rf"|\b{_OTHERS} (\w+ )?(cookies) {_SETS}\b|\b{_SETS} {_OTHERS}\b.{{0,40}}\bcookies?\b|\bthird[ -]party cookies?\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b((ge)?plaats\w*|gebruik\w*|zet\w*|gezet|maken|place\w*|use[sd]?|sets?|read|lezen)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(geen|niet|no|not|kunt|kunnen worden|(ge)?(blokke|weiger|verwijder)\w*|(block|refus|delet)\w*)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(zoals|namelijk|waaronder|bijvoorbeeld|such as|namely|including)\b|:|\(", re.IGNORECASE
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Such cookies are set, and neither a company nor a list stands anywhere near."""
    for segment, _ in published.matching(_THIRD):
        if not _PLACED.search(segment.text) or _OTHER.search(segment.text):
            continue
        near = published.section(segment)
        known = any(one.words.search(near_one.text) for one in vendors() for near_one in near)
        if known or any(_NAMED.search(one.text) for one in published.around(segment)):
            continue
        anywhere = any(one.name and one.party == "third" for one, _ in published.of(DeviceItem))
        quote = quote_of(segment)
        yield undecided(_SAID, quote) if anywhere else unless_unread(published, _SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A third party's item with neither a recipient that reads it nor a domain."""
    for path, _, item in items_of(statement):
        if item.party == "third" and not item.read_by and not item.domain:
            yield fault_at(path, _SAID)
