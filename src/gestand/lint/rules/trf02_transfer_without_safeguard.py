"""Data leave the EEA, and nothing is named that allows it.

Wrong nl:
    Onze maildienst bewaart uw adres op servers in de Verenigde Staten.
Wrong en:
    Our mail service stores your address on servers in the United States.
Wrong statement:
    recipients: {carrier: {where: [US]}}
Wrong statement:
    recipients: {carrier: {also elsewhere: {where: [IN]}}}
Right nl:
    Onze maildienst bewaart uw adres op servers in de Verenigde Staten, op basis van
    standaardcontractbepalingen.
Right en:
    Our mail service stores your address on servers in the United States, on the basis of standard
    contractual clauses.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Segment
from gestand.core.fact import Doubt, Quote, Recipient, Transfer
from gestand.core.text import Text
from gestand.lint.countries import far_country, united_states
from gestand.lint.judgment import Judgment, fault_at, undecided
from gestand.lint.law.tables import adequate, eea
from gestand.lint.missing import unless_unread
from gestand.lint.passages import DENIED
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement
from gestand.statement.recipients import Elsewhere

RULE = Rule(
    code="TRF02",
    name="transfer-without-safeguard",
    weight=Weight.ERROR,
    article=gdpr("13(1)(f)", "44-49"),
    title=Text("Doorgifte buiten de EER zonder waarborg", "A transfer outside the EEA without a safeguard"),
    why=Text(
        "In een ander land gelden andere regels. Een waarborg is wat iemand daar nog beschermt.",
        "In another country other rules hold. A safeguard is what still protects somebody there.",
    ),
)
_SAID = Text("wat deze doorgifte toestaat, staat er niet", "what allows this transfer is not said")
_CLAUSES = re.compile(
    r"standaard(contract)?\s?bepalingen|modelcontract\w*|model ?clauses|standard contractual"
    r"|\bSCC'?s?\b|adequa\w+|passend\w* (beschermingsniveau|waarborg\w*)"
    r"|appropriate safeguards|data privacy framework|\bDPF\b|bindende bedrijfsvoorschriften"
    r"|binding corporate|\bBCR\b|privacy[ -]?(shield|schild)"
    r"|artikel 4[5-9]|article 4[5-9]|2021/914|contractue?\w* afspraken",
    re.IGNORECASE,
)
_SAFEGUARD = re.compile(rf"{_CLAUSES.pattern}|toestemming|consent", re.IGNORECASE)
_GOES = re.compile(
    r"opgeslagen|opsla(an|at)|aangehouden|bewaard|verwerkt|gehost|\b(servers?|computers?)\b|toegang|doorge\w+|back-?ups?"
    r"|\bteams?\b|\b(gaat?|gaan)\b.{0,20}\bnaar\b|\bgo(es)?\b.{0,20}\bto\b"
    r"|(?<!wij )(?<!we )\b(krijg\w*|ontvang\w*|receives?|gets?)\b.{0,40}"
    r"\b(\w*gegevens|naam|namen|data|names?|details)\b"
    r"|\b(stored?|hosted|processed|kept|held|access|transfer\w*)\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(tenzij|behalve|maar|unless|except|but)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"privacy[ -]?shield|adequa\w+|data privacy framework|\bDPF\b", re.IGNORECASE)
"""Safeguards that hold for one country, and say nothing of the next."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """A transfer without a safeguard in its part of the text, or a far country in a passage that has none.

    What was read in doubt, or has a safeguard near it that may be another's, is undecided.
    """
    named = {segment.begin: sure for segment, sure in _far_passages(published)}
    told = set()
    for transfer, fact in published.of(Transfer):
        at = published.at(fact)
        told.add(at.begin if at else fact.quote.begin)
        if transfer.safeguard == "none_stated":
            near = published.section(at) if at else ()
            denied = DENIED.search(fact.quote.text) and not _EXCEPT.search(fact.quote.text)
            plain = (
                not denied
                and fact.doubt is Doubt.NONE
                and not any(_SAFEGUARD.search(one.text) for one in near)
            )
            sure = plain or (at is not None and named.get(at.begin, False))
            yield _judged(published, fact.quote, sure)
    for segment in published.segments:
        if segment.begin in named and segment.begin not in told:
            yield _judged(published, quote_of(segment), named[segment.begin])


def _judged(published: Published, quote: Quote, sure: bool) -> Judgment:
    return unless_unread(published, _SAID, quote) if sure else undecided(_SAID, quote)


def _far_passages(published: Published) -> Iterator[tuple[Segment, bool]]:
    """Passages that have data go to a country without a decision, and name no safeguard.

    With each whether that is sure: a safeguard in the passage before may be meant, and for the United States
    one anywhere.
    """
    for segment in published.segments:
        if DENIED.search(segment.text) or not _goes(published, segment):
            continue
        if far_country().search(segment.text) and not _has(_SAFEGUARD, published.around(segment, 0, 1)):
            before = published.around(segment, 1, 0)[0]
            yield segment, not _SAFEGUARD.search(_OF_OTHERS.sub("", before.text))
        elif united_states().search(segment.text) and not _has(_SAFEGUARD, published.section(segment)):
            yield segment, not _has(_CLAUSES, published.segments)


def _goes(published: Published, segment: Segment) -> bool:
    """Whether data go there: the passage says so, or it is the row of a recipient."""
    row = bool(segment.cells) or " | " in segment.text
    return bool(_GOES.search(segment.text)) or (row and published.tells(Recipient, segment))


def _has(pattern: re.Pattern[str], segments: tuple[Segment, ...]) -> bool:
    return any(pattern.search(one.text) for one in segments)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A recipient in a country outside the EEA without a decision on it, or elsewhere, and no safeguard beside it."""
    for word, recipient in (statement.recipients or {}).items():
        countries = recipient.where if isinstance(recipient.where, tuple) else ()
        far = [
            country for country in countries if country not in eea() and not _is_adequate(country, statement)
        ]
        if far and not recipient.also_elsewhere:
            yield fault_at(f"recipients/{word}/where", _SAID)
        other = recipient.also_elsewhere
        if isinstance(other, Elsewhere) and not other.safeguard:
            yield fault_at(f"recipients/{word}/also elsewhere", _SAID)


def _is_adequate(country: str, statement: Statement) -> bool:
    since = adequate().get(country)
    return since is not None and (not statement.effective or since <= statement.effective)
