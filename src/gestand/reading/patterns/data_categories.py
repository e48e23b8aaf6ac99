"""The kinds of personal data that the controller collects or uses.

Two kinds beside each other are a list of data, wherever they stand. A kind by itself counts in a list or a column of
data, and in a sentence that collects, asks, uses or shares. Nothing counts in a definition ("persoonsgegevens zijn
bijvoorbeeld ..."), in what somebody must send to prove who she is, in a denial, or as the way to reach the controller.

Found:
    Wij verzamelen uw naam en uw telefoonnummer. -> phone
    [Welke gegevens verwerken wij] Geboortedatum -> date_of_birth
    When you order, we ask for your e-mail address and postal address. -> postal_address
    We automatically collect your IP address and the type of browser you use. -> browser
    Op het formulier: je roepnaam, geslacht en rekeningnummer. -> bank_account
Not:
    Persoonsgegevens zijn bijvoorbeeld uw naam, adres en telefoonnummer.
    Wij verwerken geen bijzondere persoonsgegevens zoals gegevens over uw gezondheid.
    Maak in de kopie van uw identiteitsbewijs uw burgerservicenummer onleesbaar.
    Neem contact op via ons e-mailadres.
"""

import re
from collections.abc import Iterator, Mapping

from gestand.core.document import Document, Segment
from gestand.core.fact import DataCategory, Doubt, Fact
from gestand.reading.patterns.words.columns import DATA, cells, titled, within
from gestand.reading.patterns.words.lexicon import Cues, table
from gestand.reading.patterns.words.negation import denied
from gestand.reading.patterns.words.passage import Passage, fact, passages

_CUES = Cues("collecting")
CATEGORIES = table("data")
LISTED = table("data", "listed")
_ITS_OWN = re.compile(r"(?: [\w.]+){0,2} ?: ?(?=[^,;:]{0,60}[\d@])")
_DENIES = re.compile(r"\b(?:geen|niet|nooit|no|not|never|zonder|without|uit)\b")
_WITHOUT = re.compile(r"\b(?:zonder|without)\b(?! (?:uw|je|jouw|deze|dit|your|these|this))[^.;,()]{0,40}$")
_MASKED = re.compile(
    r"[^.;]{0,40}\b(?:afgekapt|ingekort|gemaskeerd|weggehaald|geanonimiseerd|truncated|masked|anonymi[sz]ed)\b"
)
_OWN_TITLE = re.compile(r"(?:\w+ )?(?:gegevens|data|information|wat|what)(?: \w+){0,2} ?: ")
_GOES_ON = re.compile(
    r"(?:bijvoorbeeld|zoals|denk|het gaat|dit zijn|dat kunnen|hierbij|for example|such as|this (?:may "
    r")?include|these (?:may )?)\b"
)
_HEAD = 15
_WAYS = {"email", "phone", "postal_address", "contact_data"}
"""Data that are as well the way to reach the controller."""


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The kinds of data, each at every place that says it is collected or used."""
    before = ""
    for one in passages(segments):
        context, before = f"{before} {one.text}" if _GOES_ON.match(one.text) else one.text, one.text
        columns, listed = titled(one, DATA), _is_listed(one)
        found = _bare(one, bool(columns)) if listed or columns else {}
        found |= dict(CATEGORIES.found(one.text))
        if columns:
            found = {category: match for category, match in found.items() if within(match.span(), columns)}
        doubted = bool(found) and not columns and _is_doubted(one, found, context, listed)
        for category, match in found.items():
            doubt = Doubt.MUCH if doubted or _is_denied(one, match) else Doubt.NONE
            yield fact("data_categories", one, match.span(), DataCategory(category), document, doubt)


def _bare(one: Passage, titled: bool) -> dict[str, re.Match[str]]:
    """The bare words at the head of an item, or anywhere in a column of data."""
    return {category: match for category, match in LISTED.found(one.text) if titled or match.start() <= _HEAD}


def _is_listed(one: Passage) -> bool:
    """Whether an item stands below a sentence or heading about data that is about nothing else."""
    nearest = one.lead or one.heading
    if _OWN_TITLE.match(one.text):
        return True
    return one.is_listed and bool(
        _CUES["these_data"].search(nearest)
        or (_CUES["data_above"].search(one.lead) and not _CUES["not_above"].search(one.lead))
        or (
            _CUES["data_above"].search(one.heading)
            and not _CUES["not_above"].search(f"{one.heading} {nearest}")
        )
    )


def _is_doubted(one: Passage, found: Mapping[str, re.Match[str]], context: str, listed: bool) -> bool:
    """Whether the passage defines, identifies, tells a right or an own address, or names one kind in passing."""
    if _CUES["defines"].search(context) or _CUES["defined_above"].search(one.heading):
        return True
    if not listed and _CUES["proves"].search(one.text):
        return True
    if len(found) > 1 or listed:
        return False
    if one.is_listed and _CUES["not_above"].search(one.lead or one.heading):
        return True
    if (address := found.get("ip_address")) and _MASKED.match(one.text, address.end()):
        return True
    if _CUES["reaches"].search(one.text) and found.keys() <= _WAYS:
        return True
    if _CUES["rights"].search(one.text) or ("photo" not in found and _CUES["secures"].search(one.heading)):
        return True
    return not _CUES["collects"].search(context)


def _is_denied(one: Passage, match: re.Match[str]) -> bool:
    """Whether the words are denied in their own cell and outside brackets, or told by the controller of herself."""
    if _ITS_OWN.match(one.text, match.end()) or _WITHOUT.search(one.text[: match.start()]):
        return True
    begin, end = next(
        (span for _, span in cells(one) if span[0] <= match.start() < span[1]), (0, len(one.text))
    )
    text = (
        one.text[begin:end].split("(")[0]
        if "(" not in one.text[begin : match.start()]
        else one.text[begin:end]
    )
    if _CUES["not_processed"].search(text, match.end() - begin):
        return True
    return bool(_DENIES.search(text)) and denied(text, match.start() - begin, match.end() - begin, 90)
