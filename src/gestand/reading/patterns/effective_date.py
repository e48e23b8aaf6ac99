"""The day, or the month, from which a text holds or on which it was last changed.

A date next to a word that says what it is of: "Laatst gewijzigd op 3 mei 2024", "Effective date: 1 January 2025",
"Versie 25-05-2018". A law's date is not the text's.

Found:
    Onze verklaring over privacy werd het laatst aangepast op 3 mei 2024. -> 2024-05-03
    Versie: 25-05-2018 -> 2018-05-25
    Last updated: January 15, 2023 -> 2023-01-15
    Dit beleid geldt vanaf maart 2022. -> 2022-03
    Utrecht, 4 april 2021 -> 2021-04-04
Not:
    Op 25 mei 2018 is de Algemene verordening gegevensbescherming in werking getreden.
    Sinds 1 januari 2016 geldt de meldplicht datalekken.
    Ons bedrijf bestaat sinds 12 maart 1998.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, EffectiveDate, Fact
from gestand.reading.patterns.words.dates import Day, days
from gestand.reading.patterns.words.passage import Passage, clause, fact, passage

_OF_THE_TEXT = re.compile(
    r"\b(?:d\.d|dd|geldig|geldt|geldend|gelden|van kracht|in werking|ingangsdatum|ingaand|inwerkingtreding|"
    r"gewijzigd|wijziging|aangepast|aanpassing|bijgewerkt|herzien|opgesteld|vastgesteld|gepubliceerd|"
    r"versie\w*|revisie|voor het laatst"
    r"|laatste? (?:update|wijziging|aanpassing|herziening|versie)|datum|update[d]?|effective|valid|in "
    r"force|last (?:modified|changed|revised|reviewed|amended)|revised|version|modified|date[d]?|"
    r"touched up|rewritten|herschreven|nagekeken|geactualiseerd|actualisatie|drawn up|adopted|published|as of|"
    r"applies|with effect|van toepassing|reviewed|stand|status|rev|dateert|v\d\S*)\b"
)
_LAW = re.compile(
    r"\b(?:avg|gdpr|verordening|regulation|wet|wbp|uavg|meldplicht|telecommunicatiewet|bestaat|"
    r"opgericht|founded|act|directive|richtlijn|copyright|kvk|since|sinds)\b"
)
_TEXT = re.compile(
    r"\b(?:privacy\w*|cookie\w*|verklaring|statement|beleid|policy|notice|document|reglement|"
    r"disclaimer|laatst\w*|last|versie|version|ingangsdatum|update|effective|datum|date|geldig|tekst|text|"
    r"pagina|page|v\d\S*)\b"
)
_TITLE = re.compile(r"(?:privacy|cookie)")
_SIGNED = re.compile(r"^(?:[a-z' -]{3,30}, )?(?:d\.?d\.? )?$")


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The dates of the text itself; of several that are said plainly, the last one is that of the text at hand."""
    found = list(_dates(segments, document))
    sure = [one.said.date for one in found if isinstance(one.said, EffectiveDate) and one.doubt is Doubt.NONE]
    for one in found:
        older = isinstance(one.said, EffectiveDate) and one.said.date < max(sure, default="")
        yield replace(one, doubt=Doubt.MUCH) if older else one


def _dates(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    places = [passage(one) for one in segments]
    for number, one in enumerate(places):
        previous = places[number - 1].text if number else ""
        for day in days(one.text):
            doubt = _doubt(one, day, previous, last=number >= len(places) - 3)
            if doubt is not None:
                span = clause(one.text, (day.begin, day.end))
                yield fact("effective_date", one, span, EffectiveDate(day.iso), document, doubt)


def _doubt(one: Passage, day: Day, previous: str, last: bool) -> Doubt | None:
    around = one.text[max(0, day.begin - 90) : day.end + 60]
    near = _OF_THE_TEXT.search(around)
    if _LAW.search(one.text) and not re.search(
        r"\b(?:privacy\w*|cookie\w*|deze|dit|versie|version)\b", around
    ):
        return None
    if near and (_TEXT.search(around) or len(one.text) < 60):
        return Doubt.NONE
    alone = len(one.text) < 60 and _SIGNED.search(one.text[: day.begin])
    if alone and _OF_THE_TEXT.search(f"{one.heading} {previous[-40:]}"):
        return Doubt.NONE
    last_word = len(one.text) - day.end < 3
    if last_word and len(one.text) < 60 and _TITLE.match(one.text):
        return Doubt.NONE
    if alone and last_word and (day.has_day or last or "," in one.text[: day.begin]):
        return Doubt.SOME
    return Doubt.MUCH if last else None
