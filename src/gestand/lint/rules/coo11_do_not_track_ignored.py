"""Do Not Track or Global Privacy Control is not honoured.

Wrong nl:
    Onze website reageert niet op Do Not Track.
Wrong en:
    Our website does not respond to Do Not Track.
Wrong statement:
    signals: {DNT: ignored}
Right nl:
    Wij behandelen Do Not Track als een weigering van alle cookies die niet noodzakelijk zijn.
Right en:
    We treat Do Not Track as a refusal of all cookies that are not necessary.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import BrowserSignal, Doubt
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="COO11",
    name="do-not-track-ignored",
    weight=Weight.NOTE,
    article=gdpr("21(5)"),
    title=Text("Het signaal van de browser wordt genegeerd", "The signal of the browser is ignored"),
    why=Text(
        "Wie zijn browser laat vragen om niet gevolgd te worden, heeft al gezegd wat hij wil.",
        "Who lets their browser ask not to be followed has said already what they want.",
    ),
)
_SAID = Text("dit signaal geldt hier niet", "this signal does not count here")
_SIGNAL = r"\b(do[ -]not[ -]track|DNT|global privacy control|GPC)\b"
_NOTHING = r"\b(do(en|et) (\w+ ){0,2}niets|do(es)? nothing)\b"
_IGNORED = re.compile(
    rf"\A(?=.*{_SIGNAL}).*\b(niet|geen|negeren|negeert|not|ignore\w*)\b.{{0,60}}({_SIGNAL}|\bsigna)"
    rf"|{_SIGNAL}.{{0,80}}\b(negeren|genegeerd|niet (ondersteund|opgemerkt|herkend|gezien)"
    r"|not (honou?red|supported|respond\w*)|ignored|do not respond)\b"
    rf"|{_SIGNAL}.{{0,60}}\b(maakt? (\w+ )?(geen|niets) |makes? no )"
    rf"|{_SIGNAL}.{{0,40}}{_NOTHING}|{_NOTHING}.{{0,40}}{_SIGNAL}",
    re.IGNORECASE,
)
_HONOURED = re.compile(
    r"niet hetzelfde|not the same|what is|wat is|uitschakelen van"
    r"|\bdoor\b.{0,20}\b(geen|niets?)\b.{0,40}\bte\b|\bby not \w+ing",
    re.IGNORECASE,
)
"""What is only about the signal, or tells how it is honoured: by not measuring."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """A signal that was read as not honoured, or a passage that says so."""
    quotes = [
        fact.quote
        for one, fact in published.of(BrowserSignal)
        if not (one.honoured or fact.doubt is Doubt.MUCH or _HONOURED.search(fact.quote.text))
    ]
    quotes += seen(published, _IGNORED, but_not=_HONOURED, besides=tuple(quotes))
    for quote in quotes:
        yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A signal that the statement says is ignored."""
    signals = statement.signals
    for name, value in (("GPC", signals.gpc), ("DNT", signals.dnt)) if signals else ():
        if value == "ignored":
            yield fault_at(f"signals/{name}", _SAID)
