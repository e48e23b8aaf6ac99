"""Data that leave the European Economic Area, where to, and under which safeguard (GDPR 44 to 49).

The safeguard may stand in the same sentence or in the next ones under the same heading. A denial is not a transfer,
unless it makes an exception.

Found:
    Uw gegevens worden opgeslagen op servers in de Verenigde Staten. -> United States none_stated
    We transfer data outside the EEA on the basis of standard contractual clauses. -> outside the EEA sccs
    Onze mailprovider is aangesloten bij het EU-US Data Privacy Framework. -> United States dpf
Not:
    Wij geven uw gegevens niet door aan landen buiten de Europese Unie.
    Uw gegevens blijven binnen de EER.
    Wij leveren ook aan klanten buiten de EU.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, Transfer
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages
from gestand.reading.patterns.words.places import OUTSIDE, SAFEGUARDS

_GOES = re.compile(
    r"\b(?:doorg\w+|door te geven|geeft|geven|verwerk\w*|opgeslagen|opslaan|overgedragen|overdra\w+|"
    r"overdracht\w*|verzonden|verstrek\w*|gevestigd|servers?|toegankelijk|toegang|opslag|bewaard|terechtk\w+|"
    r"doorgifte"
    r"|transfer\w*|process\w*|stor(?:e|ed|age)|sent|send|access\w*|locat\w+|based|hosted|shar\w+|"
    r"disclos\w+|established)\b"
)
_DATA = re.compile(
    r"\b(?:\w*gegevens|informatie|data|information|servers?|partij\w*|parties|doorgifte|transfer\w*|"
    r"verwerker\w*|processor\w*|provider\w*)\b"
)
_DENIED = re.compile(r"\b(?:niet|geen|nooit|not|no|never|neither)\b")
_EXCEPT = re.compile(
    r"\b(?:tenzij|behalve|anders dan|unless|except|alleen (?:als|indien|wanneer)|only (?:if|when|where))\b"
)
_SELF_TELLING = ("privacy_shield", "dpf", "sccs")
_NEXT = 3


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The transfers, each with the nearest safeguard; one without is said only where its part names "
    "none at all."""
    places = list(passages(segments))
    for number, one in enumerate(places):
        where = next(OUTSIDE.found(one.text), None)
        own = _safeguard(one)
        if own and own in _SELF_TELLING and not _is_denied(one):
            said = Transfer(where[0] if where else _where(own), own)
            yield fact("transfers", one, (0, len(one.text)), said, document)
        elif where and _GOES.search(one.text) and _DATA.search(one.text) and not _is_denied(one):
            safeguard = own or _near(places, number)
            if safeguard not in _SELF_TELLING:
                span = clause(one.text, where[1].span())
                said = Transfer(where[0], safeguard or "none_stated")
                yield fact("transfers", one, span, said, document, _doubt(one))


def _doubt(one: Passage) -> Doubt:
    return (
        Doubt.NONE
        if re.search(r"\b(?:\w*gegevens|data|information|informatie|servers?)\b", one.text)
        else Doubt.SOME
    )


def _where(safeguard: str) -> str:
    return "outside the EEA" if safeguard == "sccs" else "United States"


def _safeguard(one: Passage) -> str | None:
    return next((name for name, _ in SAFEGUARDS.found(one.text)), None)


def _near(places: list[Passage], number: int) -> str | None:
    """The safeguard of the next sentences, or of those before, under the same heading."""
    here = places[number]
    near = [*places[number + 1 : number + 1 + _NEXT], *reversed(places[max(0, number - 2) : number])]
    found = (_safeguard(one) for one in near if one.headings == here.headings)
    return next((safeguard for safeguard in found if safeguard), None)


def _is_denied(one: Passage) -> bool:
    return bool(_DENIED.search(one.text) and not _EXCEPT.search(one.text))
