"""Who else receives data: companies by name, or kinds of parties.

A party counts where the sentence, its list or its heading shares, hands over, or uses somebody's service. A denial with
an exception names who still may ("niet aan derden, tenzij de wet dat vraagt"); a plain denial names nobody.

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
from gestand.reading.patterns.controller import find as controllers
from gestand.reading.patterns.words.folding import fold
from gestand.reading.patterns.words.naming import Party, cased, parties
from gestand.reading.patterns.words.parties import ADVERTISERS, COMPANIES, KINDS, NETWORKS, THIRD_PARTIES
from gestand.reading.patterns.words.passage import Passage, Span, clause, fact, passages
from gestand.reading.patterns.words.table import Table

_SHARES = re.compile(
    r"\b(?:stored (?:with|by|at)|opgeslagen bij|hand over|met uitzondering)\b|\b(?:wij|"
    r"we)\b[^.;]{0,25}\bgebruiken\b|\b(?:delen|gedeeld|deelt|verstrek\w*|verstrekt|mee ?te "
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
    r"disclos\w+|processors?|who (?:else )?(?:has|receives|gets|sees|can see)|wie (?:ziet|zien))\b"
)
_DENIED = re.compile(r"\b(?:niet|geen|nooit|nimmer|not|no|never)\b")
_EXCEPT = re.compile(
    r"\b(?:tenzij|behalve|met uitzondering|anders dan|uitsluitend|alleen|slechts|mits|zonder (?:uw|je|jouw|"
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
_AUTHORITY = re.compile(
    r"law enforcement|tax authorit|public bodies|courts|municipality|.*authorit", re.IGNORECASE
)
_DATA = re.compile(
    r"gegevens\b|\binformatie\b|\bdata\b|\binformation\b|\bdetails\b|\badres\w*|\baddress\b|"
    r"\bbeelden\b|\b\w{1,40}beelden\b|"
    r"\bfoto's\b|\bfootage\b|\bpictures\b|\bdossier\w*|\brecords?\b|\bhost(?:s|ing|ed|en)?\b|"
    r"\blijst\w*|\b\w{1,40}lijst\b|\blist\b"
)
_GIVEN_TO = re.compile(
    r"\b(?:delen|gedeeld|deelt|deel|verstrek\w*|geven|geeft|gegeven|doorgegeven|doorgeven|stuur\w*|"
    r"sturen|gestuurd|"
    r"overgedragen|afgegeven|afgestaan|meegedeeld|overhandig\w*|verzonden|lever\w*|share[ds]?|sharing|"
    r"disclos\w+|"
    r"pass(?:ed)?|provid\w+|give[ns]?|send|sent|transfer\w*|releas\w+|suppl\w+)\b[^.:!?]{0,160}?"
    r"(?:\b(?:met|aan|with|to)\b(?! (?:elkaar|ons|us|u|you|behulp|toestemming|your|uw|je|jouw)\b))"
    r"|; (?:met|aan|with|to)\b|\b(?:aan|met) (?=[^.;:]{3,60} (?:verstrekt|verstrekken|gegeven|"
    r"doorgegeven|gedeeld|delen))"
    r"|\b(?:sub-?)?(?:(?:be|ver)werkers?|processors?|ontvangers?|recipients?|(?:leveranciers|partners|"
    r"dienstverleners|"
    r"providers|suppliers)(?= ?:))(?: (?:zijn|are|include|is))? ?[:,]?(?<=[:sne,]) "
    r"|\b(?:verzoek van|request (?:of|from|by)|vordering van) |\b(?:aan|to) (?=(?:een|an?|de|the|any|"
    r"another) [^.;:]{0,40}"
    r"(?:verkrijgende|overnemende|acquiring|koper|buyer|successor))"
    r"|\b(?:we|wij) (?:use|gebruiken) (?=[^.;,:]{2,40} (?:to|for|voor|om)\b)"
    r"|\b(?:hosting|gehost|hosted|beheerd|verwerkt|verzorgd|uitgevoerd|ingeschakeld\w*|onderhouden|"
    r"maintained|operated|run|"
    r"processed|handled|managed|powered|bezorgd|geleverd|delivered)\b[^.:;,]{0,25} (?:door|by|bij|with) "
    r"|\b(?:gebruik (?:\w+ ){0,3}van|use (?:of )?the services of|werken (?:\w+ ){0,3}(?:samen )?met|"
    r"work with|"
    r"samenwerk\w* met|uitbesteed aan|outsourc\w+ (?:\w+ )?to|schakelen (?:\w+ ){0,3}|engage|rely on|"
    r"(?:staat|staan|bewaard|opgeslagen|stored|kept) (?:bij|in|with|at)) (?=\S)"
)
"""The words before a list of parties."""
_RECEIVES = re.compile(
    r"(?P<who>(?:(?!\b(?:als|wanneer|indien|if|when|wie|who|wij|we)\b)[^.:;!?]){2,70}?) "
    r"(?:krijg(?:t|en)|"
    r"ontvang(?:t|en)|heeft toegang|hebben (?:toegang|een)|treedt|treden|verwerkt|verwerken|verzorgt|"
    r"host|kan er|kunnen er|"
    r"mag|mogen|receives?|gets?|process(?:es)?|hosts?|handles?|acts?|has access|have access|kan "
    r"(?:deze|de|om|uw)|zie(?:t|n))\b"
)
_LIST_OF_PARTIES = re.compile(
    r"\b(?:met wie|aan wie|wie (?:krijg|ontvang|heeft|hebben|kan|zien)\w*|ontvangers?|(?:sub-?)?(?:be|"
    r"ver)werkers|recipients?|"
    r"(?:sub-?)?processors|who (?:receives?|gets?|has|have|can|do we share)|share (?:\w+ )*with|"
    r"(?:delen|gedeeld|deelt|verstrek\w*|geven|doorgegeven|doorgeven|sturen)\b[^.]{0,90}\b(?:met|aan|"
    r"derden|anderen|partijen|"
    r"ontvangers)\b|(?:shar\w+|disclos\w+|provid\w+|transfer\w*|pass\w*)\b[^.]{0,90}\b(?:with|to|"
    r"parties|recipients)\b|"
    r"(?:derden|partijen|partners|leveranciers|dienstverleners|third parties|suppliers|"
    r"providers)\b[^.]{0,40}:?$)"
)
_CONDITION = re.compile(
    r"^(?:als|indien|wanneer|om|voor|in|bij|ter|wij|we|u|je|if|when|to|for|where|you|it|with|the data)\b"
)
_FINITE = re.compile(
    r"\b(?:kan|kunnen|wordt|worden|zullen|zal|moet|moeten|is|zijn|heeft|hebben|can|may|will|are|has|have|"
    r"must)\b"
)
_HEAD_ENDS = re.compile(r"(?<=\w)(?:[,:.;](?=\s|$)| [-–—>=] | \()")
_COLUMN = re.compile(
    r"\b(?:ontvangers?|verwerkers?|partij(?:en)?|derden?|(?:gedeeld|delen) met|aan wie|met wie|"
    r"leveranciers?|wie|"
    r"dienstverleners?|recipients?|processors?|shared with|third part\w+|suppliers?|vendors?|"
    r"sub-?processors?|"
    r"service providers?|who)\b"
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
    """Without the short form of a name that is said in full, and with third parties only where nobody else is told."""
    names = {one.said.name.casefold() for one in facts if isinstance(one.said, Recipient)}
    general = any(_is_telling(one) for one in facts)
    for one in facts:
        name = one.said.name.casefold() if isinstance(one.said, Recipient) else ""
        if any(other != name and other.startswith(f"{name} ") for other in names):
            continue
        if name.startswith("third parties") and one.doubt is Doubt.NONE:
            if general:
                continue
            general = True
        yield one


def _is_telling(one: Fact) -> bool:
    """Whether a party is told by name or kind; a tool of the website is not whom data are shared with."""
    name = one.said.name if isinstance(one.said, Recipient) else ""
    return one.doubt is Doubt.NONE and not name.startswith(
        ("third parties", "processors", "Google", "Microsoft")
    )


def _is_about(one: Passage) -> bool:
    if _ELSEWHERE.search(one.text) or _SOURCES.search(one.text):
        return False
    if _DENIED.search(one.text) and not _EXCEPT.search(one.text):
        return False
    if _SHARES_ABOVE.search(f"{one.heading} {one.lead}") or _SHARES.search(one.text):
        return True
    return bool(_DATA.search(one.text) and _GIVEN_TO.search(one.text))


def _parties(one: Passage, document: Document, own: str) -> Iterator[Fact]:
    role = _role(one)
    found = {party.span: _name(party) for party in _listed(one) if not _is_own(party.words, own)}
    listed = [(name, span) for span, name in found.items()]
    within = [span for _, span in listed]
    named = [] if _EXAMPLES.search(one.text) and next(KINDS.found(one.text), None) else list(_named(one, own))
    kinds = list(_kinds(one)) if all(not party.proper for party in _listed(one)) else []
    others = [found for found in named + kinds if not any(_meets(found[1], span) for span in within)]
    for name, span in listed + others:
        said = Recipient(name, "authority" if _AUTHORITY.match(name) else role)
        yield fact("recipients", one, clause(one.text, span), said, document)
    if not listed and not others:
        yield from _third_parties(one, document, role)


def _kinds(one: Passage) -> Iterator[tuple[str, Span]]:
    if _may_name_kinds(one):
        yield from ((name, match.span()) for name, match in KINDS.found(one.text))


def _meets(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _name(party: Party) -> str:
    """The proper name; else the kind with the words of the text, or those words alone where the "
    "kind is new."""
    if known := next(COMPANIES.found(party.words.casefold()), None):
        return known[0]
    folded = fold(party.words).text
    kind = next(KINDS.found(folded), None)
    if not kind or (party.proper and kind[1].group() != folded):
        return party.words
    return _worded(kind[0], party.words)


def _worded(kind: str, words: str) -> str:
    """A kind, with what the text calls it: `delivery companies (bezorgdienst)`."""
    return kind if "(" in kind or words.casefold() in kind.casefold() else f"{kind} ({words})"


def _listed(one: Passage) -> Iterator[Party]:
    """The parties that stand in the column of a table, at the head of an item, or behind a word "
    "that shares."""
    text = cased(one)
    if one.segment.cells:
        yield from _cells(one, text)
    elif one.is_listed and _LIST_OF_PARTIES.search(one.lead or one.heading):
        stop = _HEAD_ENDS.search(text)
        head = stop.start() if stop else len(text)
        yield from parties(text, 0, head, free=not _is_sentence(one.text[:head]))
    else:
        yield from (party for begin in _places(one) for party in parties(text, begin))
        yield from _subject(one, text)


def _is_sentence(text: str) -> bool:
    """Whether an item is no name of a party, but tells when or with whom data are shared."""
    return bool(_CONDITION.search(text) or _GIVEN_TO.search(text) or _FINITE.search(text))


def _cells(one: Passage, text: str) -> Iterator[Party]:
    at = 0
    for title, cell in one.segment.cells:
        begin = text.find(cell, at) if cell else -1
        if begin < 0:
            continue
        at = begin + len(cell)
        if _COLUMN.search(fold(title).text):
            yield from parties(text, begin, at, free=True)


def _places(one: Passage) -> Iterator[int]:
    """Where a list of parties begins: each once."""
    about = bool(_SHARES_ABOVE.search(one.heading) or _DATA.search(one.text))
    yield from sorted({match.end() for match in _GIVEN_TO.finditer(one.text)} if about else ())


def _subject(one: Passage, text: str) -> Iterator[Party]:
    """Who receives, told as the subject: "De drukker krijgt uw adres"."""
    match = _RECEIVES.match(one.text)
    if match and (_SHARES_ABOVE.search(one.heading) or _DATA.search(one.text)):
        yield from parties(text, 0, match.end("who"))


def _may_name_kinds(one: Passage) -> bool:
    """A kind of party needs data that are shared with it, or a list of recipients."""
    listed = _SHARES_ABOVE.search(f"{one.heading} {one.lead}")
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
