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
    r"(?:\s*\b(?:de|het|een|dat|dit|die|deze|jou|volgende|onderstaande|following|that|this|these|onze|ons|uw|je|jouw|jullie|haar|zijn|hun|diens|alle|andere|bepaalde|"
    r"geselecteerde|"
    r"sommige|externe|eventuele|enkele|bevoegde|relevante|diverse|verschillende|bijvoorbeeld|zoals|waaronder|"
    r"namelijk|onder andere|onder meer|eigen|derde|vaste|zorgvuldig|uitgekozen|ook|soms|met|aan|bij|"
    r"door|van|gebruik|"
    r"the|an?|our|your|its|their|other|any|all|certain|selected|some|relevant|various|several|such as|"
    r"including|"
    r"for example|with|to|by|from|also|trusted|external|third-party|competent)\b\s*)*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s(?:die|dat|welke|wie|waar\w*|om|voor|als|wanneer|indien|tenzij|zodat|omdat|ter|ten|zonder|"
    r"volgens|op|in|na|"
    r"tijdens|namens|behalve|bij|naar|mits|zodra|alleen|word\w*|zijn|is|hebb\w+|heeft|krijg\w*|"
    r"ontvang\w*|te|kan|kunnen|"
    r"verstrekt|gegeven|gedeeld|doorgegeven|verstrekken|doorgeven|geven|delen|overgedragen|verzonden|"
    r"gestuurd|wij|we|"
    r"who|that|which|whose|to|for|when|if|unless|so|because|under|on|during|where|are|will|may|can|have|has|"
    r"receive\w*|only|as|in|located|based|acting|gevestigd)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_INNER = re.compile(r".*\b(?:aan|met|door|to|with|by) (?:(?:een|de|het|an?|the) )?(?=\w)", re.DOTALL)
_PROPER = re.compile(
    r"(?<![\w@.])(?:[a-z]?[A-ZÀ-Ý][\wÀ-ÿ&.'’-]*[\wÀ-ÿ]|\d[A-Z]\w+)(?: (?:(?:van|de|der|den|&|of|\+) )?"
    r"[A-ZÀ-Ý][\wÀ-ÿ&.'’-]*)*(?:,? ?(?:B\.V\.|N\.V\.|Ltd\.|Inc\.))?"
)
_NO_NAME = re.compile(
    r"^(?:u|uw|je|jij|wij|we|ons|onze|you|your|our|the|de|het|een|dit|deze|this|these|privacy\w*|"
    r"cookie\w*|avg|gdpr|"
    r"eu|eer|eea|europ\w+|nederland\w*|belgi\w+|dutch|belgian|persoon\w*|personal|gegevens|data|"
    r"informat\w+|diensten?|"
    r"services?|web(?:site|shop|winkel|pagina)?s?|sites?|apps?|wet|wetgeving|algemene|general|verordening|regulation|articles?|artikel\w*|verwerk\w*|process\w*|verantwoord\w*|"
    r"control\w*|"
    r"derden?|third|part(?:y|ies)|partij(?:en)?|gebruik\w*|users?|klant\w*|customers?|diensten|overeenkomst|agreement|"
    r"contract|kvk|btw|bsn|"
    r"ip|id|url|internet|browser|e-?mail\w*|standard|standaard\w*|clauses|verenigd\w*|verenigde "
    r"staten|united\b.*|vs|usa?|uk|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|januari|"
    r"februari|maart|mei|"
    r"juni|juli|augustus|oktober|ict|it|hr|faq|pdf|sms|cv|iban|privacy shield|platform|account|beleid|"
    r"policy)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b[\w-]*(?:partners?|leveranciers?|bureaus?|kantoor|kantoren|verleners?|instanties?|"
    r"instelling(?:en)?|autoriteit\w*|"
    r"bedrij(?:f|ven)|providers?|verzekeraars?|bond(?:en)?|vereniging(?:en)?|federaties?|"
    r"stichting(?:en)?|adviseurs?|"
    r"advoca(?:at|ten)|notaris(?:sen)?|deurwaarders?|verkopers?|winkels?|onderneming(?:en)?|"
    r"maatschappij(?:en)?|"
    r"organisaties?|werkgevers?|trainers?|coach(?:es)?|leiders?|docent(?:en)?|scho(?:ol|len)|"
    r"arts(?:en)?|specialist(?:en)?|"
    r"apothe(?:ek|ken|ker|kers)|huisartsenpost(?:en)?|ziekenhui(?:s|zen)|ggd|politie|justitie|rechter|"
    r"rechtbank(?:en)?|"
    r"gemeenten?|belasting(?:dienst)?|fiscus|uwv|makelaars?|drukker(?:s|ij|ijen)?|koeriers?|"
    r"vervoerders?|boekhouders?|"
    r"accountants?|beheerders?|partij(?:en)?|kopers?|opvolgers?|vrijwilligers?|bestuursleden|penningmeester|"
    r"investeerders?|aannemers?|installateurs?|monteurs?|fotogra(?:af|fen)|hotels?|platform(?:s|en)?|"
    r"netwerken|"
    r"bank(?:en)?|post|pakketdienst(?:en)?|bezorgdienst(?:en)?|hoster|hosters|bouwers?|makers?|"
    r"uitgevers?|verhuurders?|"
    r"verwerkers|gastheer|consultants?|agenc(?:y|ies)|compan(?:y|ies)|suppliers?|vendors?|"
    r"contractors?|advis[eo]rs?|"
    r"lawyers?|solicitors?|auditors?|bailiffs?|insurers?|banks?|carriers?|couriers?|authorit(?:y|ies)|"
    r"regulators?|courts?|"
    r"police|bodies|affiliates?|subsidiaries|buyers?|acquirers?|successors?|employers?|schools?|"
    r"doctors?|pharmac(?:y|ies)|"
    r"hospitals?|charit(?:y|ies)|federations?|associations?|networks|platforms|processors|"
    r"bookkeepers?|printers?|"
    r"landlords?|organi[sz]ations?|departments?|consultancies)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:(?:derde |andere |overige |zulke |dergelijke )?(?:partij(?:en)?|bedrij(?:f|ven)|"
    r"organisaties?|partners?|"
    r"instanties?|onderneming(?:en)?|dienstverleners?)|derden|anderen|(?:third |other )?(?:part(?:y|"
    r"ies)|compan(?:y|ies)|"
    r"organi[sz]ations?)|service ?providers?|platforms?|website ?\w*)$|"
    r"\b(?:gegevens|data|informatie|information|verplichting|overeenkomst|wet|toestemming|consent|"
    r"doel\w*|verzoek\w*|"
    r"request\w*|recht(?:en)?|rights?|cookies?|maatregelen|bijbehorende|browser)\b|toezichthoud",
    re.IGNORECASE,
)
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
        if made := _party(whole, at, cut.start() if cut else limit, free and at == begin):
            yield made
        at = cut.end() if cut else limit


def _party(text: str, begin: int, end: int, free: bool) -> Party | None:
    begin = _BEFORE.match(text, begin, end).end()  # type: ignore[union-attr]  # it matches the empty text
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    part = _AFTER.sub("", f" {text[begin:end]}")[1:].rstrip(" ,")
    inner = _INNER.match(part)
    begin, part = (begin + inner.end(), part[inner.end() :]) if inner else (begin, part)
    if not part or len(part.split()) > _LONGEST or _NOBODY.search(part):
        return None
    for name in _PROPER.finditer(part):
        opens = begin + name.start() == 0 and name[0][1:].islower() and not free
        if not opens and not _NO_NAME.match(name[0]) and not _SOMEBODY.fullmatch(name[0].casefold()):
            return Party(name[0], (begin + name.start(), begin + name.end()), True)
    if free or _SOMEBODY.search(part):
        return Party(part, (begin, begin + len(part)), False)
    return None
