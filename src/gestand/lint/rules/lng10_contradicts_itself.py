"""Two passages cannot both be true: something is denied that another passage tells of.

Wrong nl:
    Met onze cookies worden geen persoonsgegevens verzameld. Wij gebruiken Google Ads om u advertenties te
    tonen.
Wrong en:
    Our cookies do not collect any personal data. We use Google Ads to show you advertisements.
Wrong statement:
    recipients: {carrier: {data: [number]}}
    sold: {nl: nummers, en: numbers, basis: Consent, data: [number]}
    explained: {promise: {nl: Wij verkopen uw gegevens nooit., en: We never sell your data.}}
Right nl:
    Met onze cookies worden uw voorkeuren onthouden. Andere cookies gebruiken wij niet.
Right en:
    Our cookies remember your preferences. We use no other cookies.
"""

import re
from collections.abc import Iterator
from itertools import islice

from gestand.core.fact import Denial, DeviceItem, Doubt, Recipient
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at, undecided
from gestand.lint.law.tables import vendors
from gestand.lint.passages import said_at, seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="LNG10",
    name="contradicts-itself",
    weight=Weight.ERROR,
    article=gdpr("5(1)(a)", "12(1)"),
    title=Text("De tekst spreekt zichzelf tegen", "The text contradicts itself"),
    why=Text(
        "Als twee zinnen niet samen waar kunnen zijn, kan niemand op een van beide rekenen.",
        "When two sentences cannot both be true, nobody can count on either.",
    ),
)
_SAID = Text("deze zinnen kunnen niet allebei waar zijn", "these sentences cannot both be true")
_PERHAPS = Text("kunnen deze zinnen allebei waar zijn?", "can these sentences both be true?")
_NOTHING_PERSONAL = re.compile(
    r"\bcookies?\b.{0,60}\b(geen|niet) (\w+ ){0,3}(persoonsgegevens|persoonlijke gegevens|personal data)"
    r"|\bgeen (persoonsgegevens|persoonlijke gegevens)\b.{0,60}\bcookies?\b|\bcookies\b.{0,40}\b(do not"
    r"|don't)\b.{0,40}\bpersonal (data|information)",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\b(tenzij|behalve|uitgezonderd|anders dan|zonder (uw|je|jouw)|alleen|uitsluitend|slechts|unless"
    r"|except|other than|without your|only)\b",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    r"\b(nooit|in geen geval|onder geen beding|geen enkele|never"
    r"|under no circumstances)\b",
    re.IGNORECASE,
)
_NEVER_SOLD = re.compile(
    r"\b(verkopen|verkoopt)\b.{0,30}\bgegevens\b.{0,20}\b(nooit|niet)\b"
    r"|\bgegevens\b.{0,30}\b(nooit|niet)\b.{0,20}\bverkocht\b"
    r"|\b(never|not) sell\b.{0,30}\b(data|information)\b|\b(data|information)\b.{0,20}\bnever sold\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"\b(als|indien|wanneer|zodra|zolang|tenzij|heeft (u|je)|hebt? (u|je)|do not track|if|when|unless|until)\b",
    re.IGNORECASE,
)
_TAKES_CONSENT = ("analytics", "marketing")


def judge_text(published: Published) -> Iterator[Judgment]:
    """A denial about cookies or sharing without an exception, beside a fact in no doubt that tells otherwise."""
    yield from _on_cookies(published)
    given = [
        fact for one, fact in published.of(Recipient) if fact.doubt is Doubt.NONE and one.role != "authority"
    ]
    for denial, fact in published.of(Denial):
        if denial.of != "sharing" or not given or _EXCEPTION.search(fact.quote.text):
            continue
        judge = fault if _ABSOLUTE.search(fact.quote.text) else undecided
        yield judge(_SAID if judge is fault else _PERHAPS, fact.quote, given[0].quote)


def _on_cookies(published: Published) -> Iterator[Judgment]:
    trackers = [
        quote for one in vendors() if one.kind == "advertising" for quote in published.quotes(one.words)
    ]
    for quote in seen(published, _NOTHING_PERSONAL) if trackers else ():
        yield fault(_SAID, quote, trackers[0])
    items = [fact for one, fact in published.of(DeviceItem) if one.category in _TAKES_CONSENT]
    for denial, fact in published.of(Denial):
        told = (one for one in items if one.doubt is Doubt.NONE)
        if denial.of == "tracking_cookies" and not _CONDITIONAL.search(fact.quote.text):
            yield from (undecided(_PERHAPS, fact.quote, one.quote) for one in islice(told, 1))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """Data are sold, and one of the texts says that they never are."""
    for path in said_at(statement, _NEVER_SOLD) if statement.sold else ():
        yield fault_at(path, _SAID)
