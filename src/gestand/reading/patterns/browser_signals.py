"""Do Not Track and Global Privacy Control: a browser's wish not to be followed, honoured or not.

Found:
    Wij reageren niet op Do Not Track-signalen van uw browser. -> no
    We honour the Global Privacy Control signal. -> honoured
    Staat in uw browser Do Not Track aan, dan plaatsen wij geen analytische cookies. -> honoured
Not:
    We do not track you across websites.
    Meer over cookies leest u bij de Consumentenbond.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import BrowserSignal, Doubt, Fact
from gestand.reading.patterns.words.passage import clause, fact, passages

_SIGNAL = re.compile(
    r"(?:'|\")?do[ -]not[ -]track(?:'|\")?(?:-| )?(?:signa\w+|melding\w*|opti\w+|instelling\w*|"
    r"setting\w*|request\w*|header\w*|functi\w*|verzoek\w*|aan)|\bdnt\b|\bglobal privacy control\b|"
    r"\bgpc\b|['\"]do[ -]not[ -]track['\"]|\bdo-not-track\b|\b(?:browser|respecteer\w*|honou?r\w*|"
    r"reage\w*|respond\w*)\b[^.;]{0,40}\bdo not track\b"
)
_ANSWER = re.compile(
    r"\b(?:reage\w+|respecte\w+|honou?r\w*|respond\w*|respons\w*|ondersteun\w*|support\w*|"
    r"recogni[sz]e\w*|nege(?:er|ren)\w*|ignor\w*|volgen wij|houden (?:wij )?rekening|herken\w*|plaatsen "
    r"(?:wij|we)|comply|follow|gehoor|treat|process)\b"
)
_NOT = re.compile(
    r"\b(?:niet|geen|nege(?:er|ren)\w*|genegeerd|not|ignor\w*|no|nog niet|n't|doesn't|don't)\b(?! "
    r"track)(?! volgen)"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """What the text says it does with the signal; a mention alone is a candidate."""
    for one in passages(segments):
        match = _SIGNAL.search(one.text)
        if not match:
            continue
        plain = re.sub(r"do[ -]not[ -]track", "", one.text)
        answered = _ANSWER.search(plain)
        refused = bool(_NOT.search(plain)) and not re.search(
            r"\bplaatsen (?:wij|we)? ?geen\b|\bgeen \w+ ?cookies\b", plain
        )
        doubt = Doubt.NONE if answered else Doubt.MUCH
        yield fact(
            "browser_signals",
            one,
            clause(one.text, match.span()),
            BrowserSignal(not refused),
            document,
            doubt,
        )
