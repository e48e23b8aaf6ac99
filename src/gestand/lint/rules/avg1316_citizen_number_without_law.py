"""The citizen service number, or a copy of an identity document, is asked without a law that says so.

Wrong nl:
    Voor uw aanvraag vragen wij ook uw burgerservicenummer.
Wrong en:
    For your application we also ask your citizen service number.
Wrong statement:
    data: {number: {kind: [Identifying], nl: burgerservicenummer, en: citizen service number}}
Undecided nl:
    Wij noteren uw burgerservicenummer. De Zorgverzekeringswet geldt voor al onze rekeningen.
Undecided en:
    We note your citizen service number. The Zorgverzekeringswet applies to all our bills.
Right nl:
    Wij leggen het burgerservicenummer van werknemers vast omdat de Wet op de loonbelasting dat eist.
Right en:
    We record the citizen service number of our employees because we are required by law to state it in
    the payroll tax return.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Segment
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at, undecided
from gestand.lint.missing import unless_unread
from gestand.lint.passages import DENIED
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1316",
    name="citizen-number-without-law",
    weight=Weight.ERROR,
    article=gdpr("87", also=Text("UAVG 46", "UAVG 46 (the Dutch act beside the GDPR)")),
    title=Text("Het burgerservicenummer zonder wet", "The citizen service number without a law"),
    why=Text(
        "Met dit nummer en een kopie van een paspoort kan iemand zich voor een ander uitgeven. "
        "Erom vragen mag alleen wie dat van een wet moet.",
        "With this number and a copy of a passport somebody can pose as another. Only those may ask for it whom "
        "a law tells to.",
    ),
)
_SAID = Text(
    "er staat geen wet die dit nummer of deze kopie voorschrijft",
    "no law is named that prescribes this number or this copy",
)
_PERHAPS = Text(
    "welke wet dit nummer of deze kopie voorschrijft, staat er niet bij; is het de wet die elders staat?",
    "which law prescribes this number or this copy is not said beside it; is it the one that stands elsewhere?",
)
_NUMBER = re.compile(
    r"\bBSN\b|burger\s?service\s?nummer|sofi-?nummer|citizen service number"
    r"|(national|personal) identification number",
    re.IGNORECASE,
)
_COPY = re.compile(
    r"\b(kopie|copy|scan)\b.{0,40}\b(paspoort|identiteitsbewijs|identiteitskaart|legitimatie(bewijs)?|ID-?bewijs|rijbewijs"
    r"|passport|identity (card|document))",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(wet|wetgeving|wettelijk\w*|verplicht\w*|artikel|fiscale|belasting\w*|(by|the) law|legal(ly)?|(?-i:Act))\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\bWet (op|inzake|langdurige|maatschappelijke|algemene bepalingen|ter voorkoming|kinderopvang)\b"
    r"|\bWabb\b|\bWabvpz\b|\bWmo\b|\bWlz\b|\bWwft\b|\b[A-Z][a-z]+(verzekerings|participatie|gemeente|jeugd)?wet\b|\b[Ll]oon(belasting|heffing|administratie)|[Pp]ayroll"
)
_FOR_A_REQUEST = re.compile(
    r"\b(bij|met|voor)\b.{0,30}\b\w*(verzoek|aanvraag)\b|\bverzoek\w*\b.{0,80}\b(kopie|copy)"
    r"|\bzeker(heid)? (van )?te zijn\b|\bidentiteit\b.{0,30}\b(vast|control\w+|verifi\w+)|\brequests?\b"
    r"|\bzodat (we|wij) weten\b|\baanvraag en\b",
    re.IGNORECASE,
)
_MASKED = re.compile(
    r"(maak|maakt|streep|onleesbaar|zwart|afgeschermd|afschermen|afdekken|bedekt|mask|cover|remove"
    r"|niet zichtbaar|verwijder)",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Mentioned, neither denied nor to be masked there, and no law stands beside it; one remark with its places.

    A law that is named elsewhere may be the one: care, payroll and public tasks have theirs.
    """
    named = (one for one in published.segments if _NUMBER.search(one.text) or _is_a_copy(one.text))
    asked = [quote_of(segment) for segment in named if _is_asked(published, segment)]
    if asked:
        law = published.quotes(_ELSEWHERE)
        yield undecided(_PERHAPS, *asked, law[0]) if law else unless_unread(published, _SAID, *asked)


def _is_a_copy(text: str) -> bool:
    """A copy that proves who sends a request is RGT10."""
    return bool(_COPY.search(text)) and not _FOR_A_REQUEST.search(text)


def _is_asked(published: Published, segment: Segment) -> bool:
    here = published.around(segment, 0, 1)
    if any(DENIED.search(one.text) or _LAW.search(one.text) for one in here):
        return False
    return not any(_MASKED.search(one.text) for one in published.around(segment))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """Data that are named so, without the law in `in use because`."""
    for word, datum in statement.data.items():
        words = f"{datum.nl} {datum.en}"
        if not datum.in_use_because and (_NUMBER.search(words) or _COPY.search(words)):
            yield fault_at(f"data/{word}", _SAID)
