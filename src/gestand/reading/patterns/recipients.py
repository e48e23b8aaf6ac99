"""Who else receives data: companies by name, or kinds of parties.

A party counts where the sentence, its list, its column or its heading shares, hands over, or uses somebody's service. A
denial with an exception names who still may ("niet aan derden, tenzij de wet dat vraagt"); a plain denial names nobody.

Found:
    Wij delen uw adres met onze bezorgdienst. -> delivery companies (bezorgdienst) unknown
    Voor onze nieuwsbrief maken wij gebruik van Mailchimp. -> Mailchimp unknown
    [Met wie delen wij gegevens] Onze accountant -> accountant and administration unknown
    Our website is hosted by Zonnewind Hosting B.V., which acts as a processor. -> Zonnewind Hosting B.V. processor
Not:
    Wij delen uw gegevens nooit met derden.
    Klik in Google Chrome op instellingen.
    Onze winkel is gevestigd naast de bank.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Controller, Doubt, Fact, Recipient
from gestand.reading.patterns.controller import controller_of
from gestand.reading.patterns.words.columns import titled
from gestand.reading.patterns.words.handing import hands, receives
from gestand.reading.patterns.words.lexicon import Cues
from gestand.reading.patterns.words.naming import Party, apart
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages
from gestand.reading.patterns.words.receivers import BODIES, COMPANIES, candidates, is_below_sharing, kind_of

_CUES = Cues("sharing")
_LONGEST_NAME = 40
_HEREAFTER = re.compile(
    r"\((?:verder|hierna|hereafter|hereinafter)(?: (?:ook )?(?:te noemen|genoemd|called))?:? "
    r"[\"'“‘]?(?!De |Het |The |Wij\b|We\b)([A-ZÀ-Ý]\w{2,30})"
)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The recipients, and third parties in general only where nobody is told by name or kind."""
    controller = controller_of(segments, document)
    named = controller.said.name if controller and isinstance(controller.said, Controller) else ""
    own = tuple(_short_names(document.text, named))
    places = [one for one in passages(segments) if _is_about(one)]
    found = [fact for one in places for fact in _told(one, document, own)]
    yield from _once(found)
    if not any(_is_telling(one) for one in found):
        yield from (fact for one in places for fact in _third_parties(one, document))


def _short_names(text: str, named: str) -> Iterator[str]:
    """The first words of the name of the controller, and what the text calls her from then on: `(hereafter: X)`."""
    for name in (named, *(match[1] for match in _HEREAFTER.finditer(text))):
        yield from name.casefold().split()[:1]


def _is_about(one: Passage) -> bool:
    """Whether the passage shares data with somebody, by its own words or by those above it."""
    if _CUES["elsewhere"].search(one.text) or _CUES["not_below"].search(one.heading):
        return False
    if not one.segment.cells and _CUES["denied"].search(one.text) and not _CUES["except"].search(one.text):
        return False
    if is_below_sharing(one) or _CUES["shares"].search(one.text) or titled(one, _CUES["column"]):
        return True
    below = one.heading if one.is_listed else ""
    if _CUES["places"].search(f"{one.text} {below}") and next(COMPANIES.found(one.text), None):
        return True
    return bool(_CUES["data"].search(one.text)) and (hands(one.text) or receives(one.text))


def _told(one: Passage, document: Document, own: tuple[str, ...]) -> Iterator[Fact]:
    role, kinds, named = _role(one), set[str](), False
    for party in apart(candidates(one), one.text):
        kind = kind_of(party)
        told = kind in kinds and kind not in BODIES
        if told or _is_own(party, own, one, document) or _is_self_hosted(party, one):
            continue
        kinds |= {kind} - {""}
        named = True
        said = Recipient(_name(party, kind, one), "authority" if _CUES["authority"].match(kind) else role)
        yield fact("recipients", one, clause(one.text, party.span), said, document)
    if not named and (who := _CUES["instructed"].search(one.text)):
        said = Recipient(f"processors ({who[0]})", "processor")
        yield fact("recipients", one, clause(one.text, who.span()), said, document)


def _name(party: Party, kind: str, one: Passage) -> str:
    """The name of its own; else the kind, with what the text calls it: `delivery companies (bezorgdienst)`."""
    begin, end = one.folded.source(*party.span)
    words = " ".join(one.segment.text[begin:end].split()).strip("*_") if party.proper else party.words
    if not kind:
        return words
    return kind if words.casefold() in kind else f"{kind} ({re.sub('[()]', '', words)})"


def _once(facts: list[Fact]) -> Iterator[Fact]:
    """Without the short form of a name that is said in full, the products of one company, and named kinds."""
    names = {one.said.name.casefold() for one in facts if isinstance(one.said, Recipient)}
    named = {kind for name in names for kind, match in COMPANIES.found(name) if match.start() == 0}
    brands: set[str] = set()
    for one in facts:
        name = one.said.name.casefold() if isinstance(one.said, Recipient) else ""
        brand = name.split()[0]
        known = next(COMPANIES.found(brand), None)
        fuller = any(other != name and other.startswith(f"{name} ") for other in names)
        if fuller or (known and brand in brands) or name.split(" (")[0] in named:
            continue
        brands.add(brand)
        yield one


def _third_parties(one: Passage, document: Document) -> Iterator[Fact]:
    if match := _CUES["third_parties"].search(one.text):
        sure = _CUES["data"].search(one.text) and "cookie" not in one.text
        said = Recipient(_name(Party(match[0], match.span(), False), "third parties", one), _role(one))
        doubt = Doubt.NONE if sure else Doubt.MUCH
        yield fact("recipients", one, clause(one.text, match.span()), said, document, doubt)


def _is_telling(one: Fact) -> bool:
    """Whether a party is told; a tool of the website is not whom data are shared with."""
    name = one.said.name.casefold() if isinstance(one.said, Recipient) else ""
    return not next(COMPANIES.found(name), None)


def _is_own(party: Party, own: tuple[str, ...], one: Passage, document: Document) -> bool:
    """Whether a name is that of the controller itself, of her group, of her own product, or of her own site."""
    name = party.words.casefold()
    if _DOMAIN.fullmatch(name) and re.search(rf"(?:@|www\.){re.escape(name)}", document.text.casefold()):
        return True
    begin = one.segment.begin + one.folded.source(*party.span)[0]
    before = document.text[max(0, begin - _LONGEST_NAME) : begin].casefold().split()[-1:]
    return party.proper and any(first in name or before == [first] for first in own)


def _is_self_hosted(party: Party, one: Passage) -> bool:
    """Whether a program that measures runs on servers of the controller's own."""
    kind = next((kind for kind, _ in COMPANIES.found(party.words.casefold())), "")
    return kind == "analytics providers" and bool(_CUES["own_server"].search(one.text))


def _role(one: Passage) -> str:
    if _CUES["controller"].search(one.text):
        return "controller"
    return "processor" if _CUES["processor"].search(f"{one.text} {one.heading}") else "unknown"
