"""Who else receives data: companies by name, or kinds of parties.

A party counts where the sentence, its list or its heading shares, hands over, or uses somebody's service. A denial with
an exception names who still may ("niet aan derden, tenzij de wet dat vraagt"); a plain denial names nobody.

Found:
    Wij delen uw adres met onze bezorgdienst. -> delivery companies unknown
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
from gestand.reading.patterns.controller import find as controllers
from gestand.reading.patterns.words.parties import ADVERTISERS, COMPANIES, KINDS, NETWORKS, THIRD_PARTIES
from gestand.reading.patterns.words.passage import Passage, Span, clause, fact, passages
from gestand.reading.patterns.words.table import Table

_SHARES = re.compile(
    r"\b(?:wij|we)\b[^.;]{0,25}\bgebruiken\b|\b(?:delen|gedeeld|deelt|verstrek\w*|verstrekt|mee ?te "
    r"?delen|meegedeeld|bekendgemaakt|verwerkersovereenkomst\w*|doorg\w+|"
    r"door te geven|door ?geven|geeft|ter "
    r"beschikking|beschikbaar (?:gesteld|stellen)|vrijge\w+|overgedragen|overdragen|openbaar|"
    r"ontvangers?|ontvangt|ingeschakeld\w*|inschakel\w*|schakel\w*|werken (?:wij )?(?:samen )?met|"
    r"samenwerk\w*|gebruik (?:te )?mak\w+|maken (?:wij )?(?:\w+ )?gebruik|maakt (?:\w+ )?gebruik|"
    r"gebruiken (?:wij|we)|uitbested\w*|toegang (?:tot|krijgen)|namens|in (?:onze )?opdracht|optreedt|"
    r"beheerd door|gehost|mogelijk gemaakt|verzonden naar|verzenden|afkomstig van|geplaatst door|"
    r"verwerkt door|uitgever|plaatst|legt|vastleggen"
    r"|shar\w+|disclos\w+|pass(?:ed)? on|provide[d]? to|transfer\w*|recipients?|receiv\w+|engag\w+|"
    r"work with|hosted by|operated by|on our behalf|use[sd]? (?:the )?(?:services? of)?|using|access "
    r"to|acts? as|processed by|sell|sold|supplied|powered by)\b"
)
_SHARES_ABOVE = re.compile(
    r"\b(?:delen|gedeeld|derden?|derde partij\w*|ontvangers?|verstrek\w*|verwerkers?|doorgifte|wie "
    r"(?:krijg|heeft|hebben)\w*|met wie|partijen|partners|share|sharing|third part\w+|recipients?|"
    r"disclos\w+|processors?|who (?:has|receives|gets))\b"
)
_DENIED = re.compile(r"\b(?:niet|geen|nooit|nimmer|not|no|never)\b")
_EXCEPT = re.compile(
    r"\b(?:tenzij|behalve|anders dan|uitsluitend|alleen|slechts|mits|zonder (?:uw|je|jouw|"
    r"uitdrukkelijke|voorafgaande)|unless|except|only|other than|without your|indien|wanneer|als)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:links? naar|koppelingen|websites? van (?:derden|anderen)|(?:niet )?(?:verantwoordelijk|"
    r"aansprakelijk) voor|raadpleeg|lees (?:dan )?(?:het|de|meer)|privacy ?(?:beleid|verklaring|"
    r"policy) van|links to|not responsible|beheren in|chrome|safari|firefox|edge|recht (?:op|om)|"
    r"bezwaar|klacht|overdraagbaarheid|right to|jonger|gegevens van derden|van derden (?:ontvangen|"
    r"krijgen|verkrijgen)|from third parties|bronnen van derden|mogelijk naar andere organisaties|"
    r"misbruik melden|met ons de(?:elt|len)|(?:share|shared) with us|you (?:share|provide)|"
    r"privacyverklaring geldt|door u genoemde)\b"
)
_SOURCES = re.compile(
    r"\b(?:verkregen van|ontvangen van|krijgen van|via bronnen|afkomstig van (?:derden|andere)|"
    r"received from|obtained from|ontvangen)\b"
)
_PROCESSOR = re.compile(
    r"\b(?:gegevens|sub)?-?(?:be|ver)werkers?\b(?! ?-?sovereenkomst te)|\b(?:be|"
    r"ver)werkersovereenkomst\w*|\bprocessors?\b|\bprocessing agreement|\b(?:data )?processing terms"
)
_CONTROLLER = re.compile(
    r"\b(?:eigen|gescheiden|gezamenlijke?|zelfstandig\w*) verantwoordelijk\w*|"
    r"\bverwerkingsverantwoordelijke\b|\b(?:independent|joint|separate|own) (?:data )?(?:controller|"
    r"responsib)\w*"
)
_LEGAL_NAME = re.compile(
    r"(?P<name>[A-ZÀ-Ý][\wÀ-ÿ&.'’-]*(?: (?:[A-ZÀ-Ý&][\wÀ-ÿ&.'’-]*|van|de|en|der)){0,4},? (?:B\.?V\.?|"
    r"N\.?V\.?|Ltd\.?|Limited|LLC|Inc\.?|GmbH|BV|NV|AG|S\.?A\.?R?L?))(?![\w])"
)
_AUTHORS = re.compile(r"^(?:Privacy|Deze|This|Facebook|Instagram|Twitter|LinkedIn|XING|Xing)\b")
_EXAMPLES = re.compile(r"\((?:bijv\w*|b\.v\.|zoals|o\.a\.|e\.g\.|such as|for example|like)")
_MOST_NAMED = 6


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The recipients; several social or advertising networks are told as one kind with their names."""
    own = " ".join(
        one.said.name for one in controllers(segments, document) if isinstance(one.said, Controller)
    )
    places = [one for one in passages(segments) if _is_about(one)]
    yield from _once([fact for one in places for fact in _parties(one, document, own)])
    social = [one for one in places if not next(ADVERTISERS.found(one.text), None)]
    yield from _together(social, document, "social networks", NETWORKS)
    yield from _together(places, document, "advertising networks", ADVERTISERS)


def _once(facts: list[Fact]) -> Iterator[Fact]:
    """Without the short form of a name that is said in full, and with third parties at most once."""
    names = {one.said.name.casefold() for one in facts if isinstance(one.said, Recipient)}
    general = False
    for one in facts:
        name = one.said.name.casefold() if isinstance(one.said, Recipient) else ""
        if any(other != name and other.startswith(f"{name} ") for other in names):
            continue
        if name.startswith("third parties") and one.doubt is Doubt.NONE:
            if general:
                continue
            general = True
        yield one


def _is_about(one: Passage) -> bool:
    if _ELSEWHERE.search(one.text) or _SOURCES.search(one.text):
        return False
    if _DENIED.search(one.text) and not _EXCEPT.search(one.text):
        return False
    listed = one.is_listed and _SHARES_ABOVE.search(f"{one.heading} {one.lead}")
    return bool(listed or _SHARES.search(one.text))


def _parties(one: Passage, document: Document, own: str) -> Iterator[Fact]:
    role = _role(one)
    named = [] if _EXAMPLES.search(one.text) and next(KINDS.found(one.text), None) else list(_named(one, own))
    kinds = [(name, match.span()) for name, match in KINDS.found(one.text)] if _may_name_kinds(one) else []
    for name, span in named + kinds:
        said = Recipient(name, "authority" if "authorit" in name else role)
        yield fact("recipients", one, clause(one.text, span), said, document)
    if not named and not kinds:
        yield from _third_parties(one, document, role)


def _may_name_kinds(one: Passage) -> bool:
    """A kind of party needs data that are shared with it, or a list of recipients."""
    listed = one.is_listed and _SHARES_ABOVE.search(f"{one.heading} {one.lead}")
    return bool(
        listed
        or re.search(
            r"gegevens\b|\binformatie\b|\bdata\b|\binformation\b|\bderde|\bthird|\bfacturen\b|"
            r"\badres\b|\baddress\b|\bgedeeld\b|\bdetails\b|\bcookies?\b|vastleggen\b",
            one.text,
        )
    )


def _third_parties(one: Passage, document: Document, role: str) -> Iterator[Fact]:
    found = next(THIRD_PARTIES.found(one.text), None)
    if not found:
        return
    name, match = found
    sure = (
        bool(re.search(r"gegevens\b|\binformatie\b|\bdata\b|\binformation\b|\bdeze\b|\bthem\b", one.text))
        and "cookie" not in one.text
    )
    doubt = Doubt.NONE if sure else Doubt.MUCH
    if name == "third parties":
        name = _circumstances(one)
    yield fact("recipients", one, clause(one.text, match.span()), Recipient(name, role), document, doubt)


def _circumstances(one: Passage) -> str:
    """Third parties, with the condition under which they receive: the law, consent, carrying out a "
    "contract."""
    for words, condition in (
        (r"\bwet\w*|\blaw\b|\blegal", "by law"),
        (r"\btoestemming|\bconsent", "with consent"),
        (
            r"\buitvoer\w*|\bovereenkomst|\bperform|\bcontract|\bdienstverlening",
            "to carry out the request or contract",
        ),
    ):
        if re.search(words, one.text):
            return f"third parties, others: {condition}"
    return "third parties, others"


def _named(one: Passage, own: str) -> Iterator[tuple[str, Span]]:
    seen: set[str] = set()
    for match in _LEGAL_NAME.finditer(one.segment.text):
        name = " ".join(match["name"].split())
        if not _is_own(name, own) and not _AUTHORS.search(name):
            inside = [
                at for at, place in enumerate(one.folded.places[:-1]) if match.start() <= place < match.end()
            ]
            seen.add(name.split()[0].casefold())
            yield name, (inside[0], inside[-1] + 1)
    for name, found in COMPANIES.found(one.text):
        if name.split()[0].casefold() not in seen and not _is_own(name, own):
            seen.add(name.casefold())
            yield name, found.span()


def _is_own(name: str, own: str) -> bool:
    """Whether a name is that of the controller itself, or of her group."""
    first = own.casefold().split()[:1]
    return bool(first) and first[0] in name.casefold()


def _together(places: list[Passage], document: Document, kind: str, table: Table) -> Iterator[Fact]:
    first: tuple[Passage, Span] | None = None
    names: list[str] = []
    for one in places:
        for name, match in table.found(one.text):
            first = first or (one, match.span())
            names += [name] if name not in names else []
    if first:
        one, span = first
        said = Recipient(f"{kind} ({', '.join(names[:_MOST_NAMED])})", _role(one))
        yield fact("recipients", one, clause(one.text, span), said, document)


def _role(one: Passage) -> str:
    if _CONTROLLER.search(one.text):
        return "controller"
    return "processor" if _PROCESSOR.search(f"{one.text} {one.heading}") else "unknown"
