"""How data are secured (GDPR 32): measures in a few words, general or particular.

Found:
    Wij treffen passende maatregelen, technisch en organisatorisch, zodat uw gegevens beveiligd zijn.
    All traffic is encrypted with TLS.
    Alleen medewerkers die dat voor hun werk nodig hebben, hebben toegang tot de gegevens.
    [Beveiliging] Wachtwoordbeleid op al onze systemen
    [Security] We make daily back-ups and sign in with two-factor authentication.
Not:
    Wij gebruiken uw gegevens om fraude te voorkomen.
    Bewaar uw wachtwoord op een veilige plek.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, SecurityMeasure
from gestand.reading.patterns.words.lexicon import spelled, table
from gestand.reading.patterns.words.passage import clause, fact, passages

MEASURES = table("measures")
_OF_DATA = ("encryption", "confidentiality duty", "access limits", "locked storage")
_CARE = re.compile(spelled("*beveilig* bescherm* *veilig* secur* protect* safeguard* safe"))
_ADVICE = re.compile(
    r"^(?:bewaar|gebruik|houd|kies|keep|use|choose|do not|never)\b|\b(?:u bent zelf|you are responsible|"
    r"raden (?:wij )?(?:u|je)|verwerkersovereenkomst)\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The measures that the text promises."""
    for one in passages(segments):
        if _ADVICE.search(one.text):
            continue
        cares = _CARE.search(f"{one.above} {one.text}") and "cookie" not in one.text
        for measure, match in MEASURES.found(one.text):
            sure = cares or (measure in _OF_DATA and "cookie" not in one.text)
            said = SecurityMeasure(measure)
            doubt = Doubt.NONE if sure else Doubt.MUCH
            yield fact("security", one, clause(one.text, match.span()), said, document, doubt)
