"""Invisible pictures in pages or mails that tell who looks: beacons, pixels, clear GIFs; used, or denied.

Found:
    Onze nieuwsbrieven bevatten een trackingpixel. -> used
    We use web beacons to see whether an e-mail was opened. -> used
    Wij gebruiken geen webbakens. -> no
Not:
    Met cookies maken wij onze site beter.
    De foto heeft een resolutie van twaalf megapixels.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Beacons, Fact
from gestand.reading.patterns.words.negation import denied_before
from gestand.reading.patterns.words.passage import clause, fact, passages

_BEACON = re.compile(
    r"\b(?:web ?-?bea?cons?|web ?-?ba(?:ken|kens)|(?:tracking|spionage|tel|volg|conversie|facebook|"
    r"meta|linkedin|tracking-)[- ]?pixels?|pixel[- ]?tags?|clear[ -]?gifs?|single[- ]pixel|1x1|"
    r"pixels? (?:in|van|of|tags)|web bugs?|pixels)\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The first place where beacons are used, and the first where they are denied."""
    seen: set[bool] = set()
    for one in passages(segments):
        if match := _BEACON.search(one.text):
            used = not denied_before(one.text, match.start(), 50)
            if used not in seen:
                yield fact("beacons", one, clause(one.text, match.span()), Beacons(used), document)
            seen.add(used)
