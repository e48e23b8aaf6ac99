"""The parties of a list in running text: "onze drukker, webhoster Voorbeeldhost en de politie".

A list is cut at its commas and its "en"; each part loses what stands before its noun ("onze", "such as") and what
explains it ("die ...", "for ..."). What is left is a party when it has a proper name, or a noun for somebody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gestand.reading.patterns.words.passage import Passage, Span

_CUT = re.compile(
    r",(?:\s|$)|;|/|\s(?:en/of|en|of|alsmede|evenals|alsook|and/or|and|or|as well as|via)(?=\s)|\s[-–]\s"
)
_END = re.compile(r"(?<!Ltd)(?<!Inc)(?<!V)(?<!dr)(?<!nr)[.:!?](?=\s|$)")
_BRACKETS = re.compile(r"\([^()]{0,120}\)")
_BEFORE = re.compile(
    r"(?:\s*\b(?:de|het|een|dat|dit|die|deze|jou|volgende|onderstaande|following|that|this|these|onze|ons|"
    r"uw|je|jouw|jullie|haar|zijn|hun|diens|alle|andere|bepaalde|geselecteerde|sommige|externe|eventuele|"
    r"enkele|bevoegde|relevante|diverse|verschillende|bijvoorbeeld|zoals|waaronder|namelijk|onder andere|"
    r"onder meer|eigen|derde|vaste|zorgvuldig|uitgekozen|ook|soms|met|aan|bij|door|van|gebruik|the|an?|our|"
    r"your|its|their|other|any|all|certain|selected|some|relevant|various|several|such as|including|"
    r"for example|with|to|by|from|also|trusted|external|third-party|competent)\b\s*)*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s(?:die|dat|welke|wie|waar\w*|om|voor|als|wanneer|indien|tenzij|zodat|omdat|ter|ten|zonder|volgens|"
    r"op|in|na|tijdens|namens|behalve|bij|naar|mits|zodra|alleen|word\w*|zijn|is|hebb\w+|heeft|krijg\w*|"
    r"ontvang\w*|te|kan|kunnen|verstrekt|gegeven|gedeeld|doorgegeven|verstrekken|doorgeven|geven|delen|"
    r"overgedragen|verzonden|gestuurd|wij|we|uit|werk\w*|hierboven|hieronder|below|above|see|who|that|"
    r"which|whose|to|for|when|if|unless|so|because|under|on|during|where|are|will|may|can|have|has|"
    r"receive\w*|only|as|in|located|based|acting|gevestigd)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_INNER = re.compile(r".*\b(?:aan|met|door|to|with|by) (?:(?:een|de|het|an?|the) )?(?=\w)", re.DOTALL)
_PROPER = re.compile(
    r"(?<![\w@.])(?:[a-z]?[A-ZÀ-Ý][\wÀ-ÿ&.'’-]*[\wÀ-ÿ]|\d[A-Z]\w+)(?: (?:(?:van|de|der|den|&|of|\+) )?"
    r"[A-ZÀ-Ý][\wÀ-ÿ&.'’-]*)*(?:,? ?(?:B\.V\.|N\.V\.|Ltd\.|Inc\.))?"
)
_NO_NAME = re.compile(
    r"^.*(?:cookie|clauses|commissi)|^[A-Z]+-[a-z]|^(?:indien|als|wanneer|should|daarnaast|amerika\w*|"
    r"duitsland|germany|ierland|ireland|frankrijk|france|india|singapore|china|u|uw|je|jij|wij|we|ons|onze|"
    r"you|your|our|(?:the|de|het|een)$|dit|deze|this|these|privacy\w*|cookie\w*|avg|gdpr|eu|eer|eea|europ\w+|"
    r"nederland\w*|belgi\w+|dutch|belgian|persoon\w*|personal|gegevens|data|informat\w+|diensten?|"
    r"services?|web(?:site|shop|winkel|pagina)?s?|sites?|apps?|wet|wetgeving|algemene|general|verordening|"
    r"regulation|articles?|artikel\w*|verwerk\w*|process\w*|verantwoord\w*|control\w*|derden?|third|"
    r"part(?:y|ies)|partij(?:en)?|gebruik\w*|users?|klant\w*|customers?|diensten|overeenkomst|agreement|"
    r"contract|kvk|btw|bsn|ip|id|url|internet|browser|e-?mail\w*|standard|standaard\w*|clauses|verenigd\w*|"
    r"verenigde staten|united\b.*|vs|usa?|uk|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|januari|februari|maart|mei|juni|juli|augustus|oktober|ict|it|hr|faq|pdf|"
    r"sms|cv|iban|privacy shield|platform|account|beleid|"
    r"policy)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b[\w-]{3,}dienst(?:en)?\b|\b[\w-]*(?:partners?|leveranciers?|bureaus?|kantoor|kantoren|verleners?|"
    r"instanties?|instelling(?:en)?|autoriteit\w*|bedrij(?:f|ven)|providers?|verzekeraars?|bond(?:en)?|"
    r"vereniging(?:en)?|federaties?|stichting(?:en)?|adviseurs?|advoca(?:at|ten)|notaris(?:sen)?|"
    r"deurwaarders?|verkopers?|winkels?|onderneming(?:en)?|maatschappij(?:en)?|organisaties?|werkgevers?|"
    r"trainers?|coach(?:es)?|leiders?|docent(?:en)?|scho(?:ol|len)|arts(?:en)?|specialist(?:en)?|"
    r"apothe(?:ek|ken|ker|kers)|huisartsenpost(?:en)?|ziekenhui(?:s|zen)|ggd|politie|justitie|rechter|"
    r"rechtbank(?:en)?|gemeenten?|belasting(?:dienst)?|fiscus|uwv|makelaars?|drukker(?:s|ij|ijen)?|"
    r"koeriers?|vervoerders?|boekhouders?|accountants?|beheerders?|eigenaars?|eigenaren|landmeters?|"
    r"\w+deskundigen?|makelaars?|trustees?|volunteers|agents?|registr(?:y|ies|ars?)|owners?|partij(?:en)?|"
    r"kopers?|opvolgers?|vrijwilligers?|bestuursleden|penningmeester|investeerders?|aannemers?|"
    r"installateurs?|monteurs?|fotogra(?:af|fen)|hotels?|platform(?:s|en)?|netwerken|bank(?:en)?|post|"
    r"pakketdienst(?:en)?|bezorgdienst(?:en)?|hoster|hosters|bouwers?|makers?|uitgevers?|verhuurders?|"
    r"verwerkers|gastheer|consultants?|agenc(?:y|ies)|compan(?:y|ies)|suppliers?|vendors?|contractors?|"
    r"advis[eo]rs?|lawyers?|solicitors?|auditors?|bailiffs?|insurers?|banks?|carriers?|couriers?|"
    r"authorit(?:y|ies)|regulators?|courts?|police|bodies|affiliates?|subsidiaries|buyers?|acquirers?|"
    r"successors?|employers?|schools?|doctors?|pharmac(?:y|ies)|hospitals?|charit(?:y|ies)|federations?|"
    r"associations?|networks|platforms|processors|bookkeepers?|printers?|"
    r"landlords?|organi[sz]ations?|departments?|consultancies)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:you|u|je)\b|\b(?:van|de|het|een|voor|of|the|for)$|^(?:(?:derde |andere? |overige |zulke |"
    r"dergelijke |een |twee |drie |two |three )?(?:partij(?:en)?|bedrij(?:f|ven)|vendors|organisaties?|"
    r"partners?|instanties?|onderneming(?:en)?|dienstverleners?)|derden|anderen|(?:third |other "
    r")?(?:part(?:y|ies)|compan(?:y|ies)|organi[sz]ations?)|service ?providers?|platforms?|website ?\w*)$|"
    r"\b(?:privacy\w*|gegevens|data|informatie|information|verplichting|overeenkomst|wet|toestemming|"
    r"consent|doel\w*|verzoek\w*|"
    r"request\w*|recht(?:en)?|rights?|cookies?|maatregelen|bijbehorende|browser)\b|toezichthoud",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"[A-ZÀ-Ý][\wÀ-ÿ&.'’-]*(?: (?:[A-ZÀ-Ý&][\wÀ-ÿ&.'’-]*|van|de|en|der)){0,4}?,? (?:B\.?V\.?|N\.?V\.?|"
    r"V\.?O\.?F\.?|(?:Pvt\.? )?Ltd\.?|Limited|Unlimited|LLC|LLP|Inc\.?|GmbH|PLC|plc|O[UÜ]|ApS|A/S|AB|Oy|AG|"
    r"S\.?A\.?R?L?\.?)(?!\w)|(?:Stichting|Vereniging) [A-ZÀ-Ý][\wÀ-ÿ&.'’-]*(?: (?:[A-ZÀ-Ý][\wÀ-ÿ&.'’-]*|"
    r"voor|van|de))*"
)
_AUTHORS = re.compile(r"^(?:Privacy|Deze|This)\b")
_BEFORE_PLACE = re.compile(
    r"(?:^|[.!?*:][*\"' ]*|\b(?:in|te|uit|naar|op|at|near|from|"
    r"under|onder|artikel|article) )\s*$",
    re.IGNORECASE,
)
"""What stands before the first word of a sentence, or the name of a place."""
_LONGEST = 7


@dataclass(frozen=True)
class Party:
    """What a part of a list calls somebody: `words` as the text has them, at `span` of the folded text.

    `proper` tells whether it is a name of their own.
    """

    words: str
    span: Span
    proper: bool


def cased(one: Passage) -> str:
    """The folded text with the capitals and letters of the source: as long as the folded one, place "
    "by place."""
    return "".join(one.segment.text[place] for place in one.folded.places[: len(one.text)]).replace("\n", " ")


def parties(text: str, begin: int, end: int | None = None, *, free: bool = False) -> Iterator[Party]:
    """The parties of the list that begins at `begin` of a cased text, up to the end of its sentence.

    `free`: the context says that whoever stands here is a party, so that a noun that is not known will do.
    """
    whole = _BRACKETS.sub(lambda bracketed: " " * len(bracketed[0]), text)
    stop = _END.search(whole, begin) if end is None else None
    limit = end if end is not None else stop.start() if stop else len(text)
    at = begin
    while at < limit:
        cut = _CUT.search(whole, at, limit)
        if made := _party(whole, at, cut.start() if cut else limit, free):
            yield made
        at = cut.end() if cut else limit


def legal(text: str) -> Iterator[Party]:
    """The names with a legal form, wherever they stand."""
    for match in _LEGAL.finditer(text):
        if not _AUTHORS.match(match[0]):
            yield Party(match[0], match.span(), True)


def proper(text: str) -> Iterator[Party]:
    """The names of their own, wherever they stand; the first word of a sentence has its capital from there."""
    whole = _BRACKETS.sub(lambda bracketed: " " * len(bracketed[0]), text)
    for name in _PROPER.finditer(whole):
        if not _BEFORE_PLACE.search(whole[: name.start()]) and _is_name(name[0]):
            yield Party(name[0], name.span(), True)


def _is_name(words: str) -> bool:
    return not _NO_NAME.match(words) and not _SOMEBODY.fullmatch(words.casefold())


def _party(text: str, begin: int, end: int, free: bool) -> Party | None:
    begin = _BEFORE.match(text, begin, end).end()  # type: ignore[union-attr]  # it matches the empty text
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    part = _AFTER.sub("", f" {text[begin:end]}")[1:].rstrip(" ,")
    inner = _INNER.match(part)
    begin, part = (begin + inner.end(), part[inner.end() :]) if inner else (begin, part)
    if not part or len(part.split()) > _LONGEST or _NOBODY.search(part):
        return None
    for name in _PROPER.finditer(part):
        plain = begin + name.start() == 0 and name[0][1:].islower()
        opens = plain and (not free or _SOMEBODY.search(part[name.end() :]))
        if not opens and _is_name(name[0]):
            return Party(name[0], (begin + name.start(), begin + name.end()), True)
    if free or _SOMEBODY.search(part):
        return Party(part, (begin, begin + len(part)), False)
    return None
