"""The age below which children are not meant, or a parent's consent is asked (GDPR 8: 16 in the Netherlands).

Found:
    Wij verzamelen geen gegevens van personen jonger dan 16 jaar zonder toestemming van hun ouders. -> 16
    Our services are not intended for children under the age of 13. -> 13
    Ben je nog geen zestien, vraag dan je ouders om toestemming. -> 16
    Minderjarigen (personen onder de 16) hebben toestemming van een voogd nodig. -> 16
Not:
    Wij bewaren de facturen 7 jaar.
    Wij vragen uw leeftijd om het juiste pakket te kiezen.
    Onze winkel bestaat al meer dan 16 jaar.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, MinorsAge
from gestand.reading.patterns.words.durations import NUMBERS
from gestand.reading.patterns.words.passage import clause, fact, passage

_NUMBER = r"(?P<age>\d{2}|" + "|".join(word for word, number in NUMBERS.items() if 12 <= number <= 18) + r")"
_AGE = (
    re.compile(
        rf"\b(?:jonger(?:en)? (?:(?:zijn|is|bent|ben|was) )?dan|onder (?:de )?(?:leeftijd van )?|"
        rf"beneden (?:de )?(?:leeftijd van )?|nog geen|tot) ?(?:de )?(?:leeftijd van )?{_NUMBER}\b"
    ),
    re.compile(
        r"\b(?:under|below|younger than|less than|not yet|(?:aged|between) \d+ (?:to|and))(?: the age of| age)?"
        rf"[ -]{_NUMBER}s?\b"
    ),
    re.compile(
        rf"\b{_NUMBER}(?: jaar| years?)? (?:of|en|or|and) (?:jonger|ouder|younger|older|over|above)\b"
    ),
    re.compile(rf"\b(?:vanaf|from)(?: de leeftijd van| the age of| age)? {_NUMBER}\b"),
    re.compile(
        rf"\b(?:ouder dan|minimaal|ten ?minste|minstens|at least|older than|over|above|leeftijd van|"
        rf"age of) {_NUMBER}\b"
    ),
)
_CHILD = re.compile(
    r"\b(?:kind(?:eren)?|kids?|minderjarig\w*|ouders?|ouderlijke?|vader|moeder|voogd\w*|"
    r"vertegenwoordiger\w*|leeftijd|personen|bezoekers?|websitebezoekers?|gebruikers?|jongeren"
    r"|under-\d\ds|child(?:ren)?|minors?|parents?|parental|mother|father|guardians?|years old|years of age|"
    r"age|persons?|people|individuals|anyone|users?|teens?)\b"
)
_ABOUT_DATA = re.compile(
    r"\b(?:gegevens|persoons\w+|toestemming|informatie|gericht|bedoeld|verzamel\w*|verwerk\w*|verstrek\w*|"
    r"data|information|consent|permission|directed|intended|not for|collect\w*|knowingly|aimed|use (?:our|this|the)|"
    r"register)\b"
)
_PARENT = re.compile(
    r"\b(?:ouders?|ouderlijke?|vader|moeder|voogd\w*|parents?|parental|mother|father|guardians?)\b"
)
_MUST = re.compile(r"\b(?:must be|moet (?:je|u)|dient (?:u|je)|should be|minimumleeftijd)\b")
_KEPT = re.compile(r"\b(?:bewaren|bewaard|bewaart|bestaat|ervaring|retain|kept|experience|garantie)\b")


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The ages told for children; of several, the highest is that below which a parent has a say."""
    found = list(_ages(segments, document))
    sure = [one.said.age for one in found if isinstance(one.said, MinorsAge) and one.doubt is Doubt.NONE]
    for one in found:
        lower = isinstance(one.said, MinorsAge) and one.said.age < max(sure, default=0)
        yield replace(one, doubt=Doubt.MUCH) if lower else one


def _ages(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """Every age, the plainest wording first."""
    places = list(map(passage, segments))
    for one, following in zip(places, [*places[1:], None], strict=True):
        if one.is_heading and not one.text.endswith("?"):
            continue
        asked = following.text if following and one.text.endswith("?") else ""
        about = f"{one.text} {asked}"
        if not _CHILD.search(about) and not _CHILD.search(one.heading):
            continue
        for number, pattern in enumerate(_AGE):
            if (match := pattern.search(one.text)) and not _KEPT.search(one.text):
                plain = number < len(_AGE) - 1 or _MUST.search(one.text)
                sure = plain and (
                    _ABOUT_DATA.search(about) or _PARENT.search(about) or _CHILD.search(one.heading)
                )
                age = int(match["age"]) if match["age"].isdigit() else NUMBERS[match["age"]]
                if 10 <= age <= 21:
                    doubt = Doubt.NONE if sure else Doubt.MUCH
                    yield fact("minors", one, clause(one.text, match.span()), MinorsAge(age), document, doubt)
                break
