"""Data that leave the European Economic Area, where to, and under which safeguard (GDPR 44 to 49).

The safeguard may stand in the same sentence or in the next ones under the same heading, unless those have a place of
their own. A denial is not a transfer, unless it makes an exception.

Found:
    Uw gegevens worden opgeslagen op servers in de Verenigde Staten. -> United States none_stated
    We transfer data outside the EEA on the basis of standard contractual clauses. -> outside the EEA sccs
    Onze mailprovider is aangesloten bij het EU-US Data Privacy Framework. -> United States dpf
    Our support team in India can look into the records from there. -> India none_stated
Not:
    Wij geven uw gegevens niet door aan landen buiten de Europese Unie.
    Uw gegevens blijven binnen de EER.
    Wij leveren ook aan klanten buiten de EU.
"""

from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, Transfer
from gestand.reading.patterns.words.lexicon import Cues, table
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages

OUTSIDE = table("places")
SAFEGUARDS = table("safeguards")
COMPANIES = table("companies")
_CUES = Cues("leaving")
_SELF_TELLING = ("privacy_shield", "dpf", "sccs")
_NEXT = 3
_ANYWHERE = "outside the EEA"
_BARE = Transfer(_ANYWHERE)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The transfers, each with the nearest safeguard, else with `none_stated`.

    What is said of no country in particular has the safeguard that the text gives for all of them.
    """
    found = list(_told(segments, document))
    anywhere = [one.said for one in found if isinstance(one.said, Transfer) and one.said.where == _ANYWHERE]
    covered = any(one != _BARE for one in anywhere)
    yield from (one for one in found if not (covered and one.said == _BARE))


def _told(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    places = list(passages(segments))
    for number, one in enumerate(places):
        own = _safeguard(one)
        if not (own in _SELF_TELLING or _leaves(one)) or _is_denied(one):
            continue
        where = next(OUTSIDE.found(one.text), None)
        if own in _SELF_TELLING:
            for name, match in SAFEGUARDS.found(one.text):
                said = Transfer(where[0] if where else _where(name), name)
                if name in _SELF_TELLING:
                    yield fact("transfers", one, clause(one.text, match.span()), said, document)
        elif where:
            safeguard = own or (None if _is_row(one) else _near(places, number))
            if safeguard not in _SELF_TELLING:
                said = Transfer(where[0], safeguard or "none_stated")
                span = clause(one.text, where[1].span())
                yield fact("transfers", one, span, said, document, _doubt(one))


def _leaves(one: Passage) -> bool:
    if _CUES["remote"].search(one.text) or (_is_row(one) and _CUES["about"].search(one.above)):
        return True
    return bool(_CUES["goes"].search(one.text) and _CUES["about"].search(f"{one.text} {one.heading}"))


def _is_row(one: Passage) -> bool:
    """Whether it is a row or an item that says where somebody is, or a line that looks like one: `name | country`."""
    return bool(one.segment.cells) or " | " in one.text


def _doubt(one: Passage) -> Doubt:
    return Doubt.NONE if _CUES["data"].search(f"{one.text} {one.heading}") else Doubt.SOME


def _where(safeguard: str | None) -> str:
    return _ANYWHERE if safeguard == "sccs" else "United States"


def _safeguard(one: Passage) -> str | None:
    return next((name for name, _ in SAFEGUARDS.found(one.text)), None)


def _near(places: list[Passage], number: int) -> str | None:
    """The safeguard of the sentences beside it, below the same heading, without a place or company of their own."""
    here = places[number]
    before = [one for one in places[max(0, number - 1) : number] if not _CUES["refers_back"].match(one.text)]
    near = places[number + 1 : number + 1 + _NEXT] + before
    alike = (one for one in near if one.headings == here.headings and not _has_own(one, here))
    return next((safeguard for one in alike if (safeguard := _safeguard(one))), None)


def _has_own(one: Passage, here: Passage) -> bool:
    """Whether a sentence names a place, or a company that is not in the sentence at hand."""
    if next(OUTSIDE.found(one.text), None):
        return True
    return any(match[0] not in here.text for _, match in COMPANIES.found(one.text))


def _is_denied(one: Passage) -> bool:
    return bool(_CUES["denied"].search(one.text) and not _CUES["except"].search(one.text))
