"""Who is told of a personal data breach, and within what time (GDPR 33 gives 72 hours for the authority).

Found:
    Een datalek melden wij binnen 72 uur bij de Autoriteit Persoonsgegevens. -> PT72H
    In case of a data breach we will notify affected customers within 48 hours. -> PT48H
    Bij een inbreuk informeren wij onze klanten zo snel mogelijk.
Not:
    Een datalek is een inbreuk op de beveiliging van persoonsgegevens.
    Heeft u een vermoeden van een datalek, meld dit dan aan ons.
    Wij bewaren logbestanden 72 uur.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import BreachNotice, Doubt, Fact
from gestand.reading.patterns.words.durations import Duration, durations
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages
from gestand.reading.patterns.words.table import Table

_BREACH = re.compile(
    r"\b(?:(?:data|beveiligings)-?lek\w*|inbreuk(?:en)? (?:op|in verband|met)|inbreuk\b|"
    r"beveiligingsincident\w*|(?:personal )?data (?:breach|leak)\w*|leaks?|leaked|lekken|lekt|gelekt|"
    r"uitgelekt|gehackt|hacked|(?:gestolen|verloren) (?:gegevens|apparat\w+)|security (?:breach|"
    r"incident)\w*|breach(?:es)?|lek|iets (?:\w+ )?mis\b|mis(?:gaat|gegaan|loopt)|go(?:es)? wrong|"
    r"gone wrong|broke into|compromised|verlies van|loss of|lost|break-in|inbraak|got hold of|stolen|"
    r"gestolen|wrong hands|verkeerde handen|op straat)\b"
)
_TELLS = re.compile(
    r"\b(?:meld(?:en|ing|t)?|gemeld|informer\w+|geinformeerd|(?:op de hoogte|in kennis)|"
    r"licht(?:en)?\b[^.;]{0,30}\bin\b|warn\w*|stellen wij|waarschuw\w*|bericht\w*|laten weten|contact|"
    r"laten\b[^.;]{0,40}\bweten"
    r"|hears? (?:it )?from us|hoor\w* (?:u|je|jij)\b[^.;]{0,40}\bvan (?:ons|mij|me)\b|ter kennis|kennisgeving|"
    r"notif\w+|inform\w*|report\w*|tell|told|"
    r"verteld|alert\w*|communicat\w+)\b"
)
_WHOM = Table(
    {
        "supervisory authority": (
            r"\b(?:autoriteit\w*|toezichthouder\w*|ap|gba|gegevensbeschermingsautoriteit|authorit\w+|"
            r"regulator\w*|ico)\b",
        ),
        "customer": (
            r"\b(?:klant(?:en)?|relaties?|opdrachtgevers?|afnemers?|customers?|clients?|"
            r"verwerkingsverantwoordelijke\w*|controllers?)\b",
        ),
        "person concerned": (
            r"\b(?:betrokkenen?|(?:wij|we) (?:u|je)|(?:u|je) (?:hiervan|hierover|daarvan|daarover|zo|"
            r"binnen|op de hoogte)|informeren wij (?:u|je)|stellen wij (?:u|je)|gebruikers?|leden|"
            r"personen|you|individuals?|data subjects?|users?|members?|persons?|people)\b",
        ),
    }
)
_FROM_YOU = re.compile(
    r"\b(?:meld (?:dit|dat|het)|neem (?:dan )?contact|laat (?:het|dit) ons|please (?:report|contact|"
    r"let us)|heeft u|heb je|vermoed\w*|do not|hoeft|geen melding|niet te melden)\b"
)
_SOON = re.compile(r"PT\d+H|P(?:\d|1[0-4])D|P[12]W")
_NOBODY = "unknown"
_LAW = re.compile(
    r"\b(?:moet(?:en)? worden gemeld|wet houdt in|definitie|verplicht tot het melden|is sprake van)\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The notices of a breach that the text promises; without a term, in some doubt."""
    before = ""
    for one in passages(segments):
        told, before = before, one.text
        here = bool(_BREACH.search(one.text))
        above = _BREACH.search(one.headings) or _BREACH.search(told)
        if not _TELLS.search(one.text) or _FROM_YOU.search(one.text) or not (here or above):
            continue
        terms = [term for term in durations(one.text) if _is_soon(term)]
        for number, term in enumerate(terms):
            said = BreachNotice(_whom_near(one.text, terms, number), term.iso, term.working_days)
            yield fact("breach", one, clause(one.text, (term.begin, term.end)), said, document)
        if not terms and here:
            doubt = Doubt.MUCH if _LAW.search(one.text) or not _promised(one) else Doubt.NONE
            yield fact("breach", one, (0, len(one.text)), BreachNotice(_whom(one.text)), document, doubt)


def _is_soon(term: Duration) -> bool:
    return term.working_days is not None or bool(_SOON.fullmatch(term.iso or ""))


def _whom_near(text: str, terms: list[Duration], number: int) -> str:
    """Who is told within a term: named before it, or else behind it."""
    term = terms[number]
    begin = terms[number - 1].end if number else 0
    end = terms[number + 1].begin if number + 1 < len(terms) else len(text)
    before = _whom(text[begin : term.begin])
    return before if before != _NOBODY else _whom(text[term.end : end])


def _whom(text: str) -> str:
    return next((whom for whom, _ in _WHOM.found(text)), _NOBODY)


def _promised(one: Passage) -> bool:
    """We tell somebody: not what a law says, nor what others must do."""
    ours = re.search(r"\b(?:wij|we|wordt|worden|zullen|zal|ons|we'll|will|shall)\b", one.text)
    return bool(
        ours
        and re.search(
            r"\b(?:zo (?:snel|spoedig) mogelijk|onverwijld|direct|onmiddellijk|without (?:undue "
            r")?delay|promptly|immediately|as soon as|informer\w+|notify|inform|in kennis|werkdagen|"
            r"working days|meld(?:en|t)?|report|bericht|tell)\b",
            one.text,
        )
    )
