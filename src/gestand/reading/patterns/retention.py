"""How long data are kept: a number with what it counts from, an event, a criterion only, or no end at all.

A duration counts when its sentence, its heading or its list speaks of keeping. The time for an answer, for telling a
breach, and ages are not retention. "Niet langer dan noodzakelijk" is a criterion: vague. Beside a number or an event
in the same sentence the criterion says nothing more.

Found:
    Facturen bewaren wij zeven jaar na afloop van het boekjaar. -> P7Y
    We keep your account for as long as you are a customer.
    Wij bewaren uw gegevens niet langer dan noodzakelijk. -> vague
    Back-ups worden voor onbepaalde tijd bewaard. -> unlimited
    [Bewaartermijnen] Sollicitatiebrieven: 4 weken na afsluiting van de procedure -> P4W
Not:
    Wij reageren binnen vier weken op uw verzoek.
    Deze website is niet bedoeld voor personen jonger dan 16 jaar.
    Wij bewaren uw gegevens op servers in Nederland.
    We will not keep your data indefinitely.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment, Shape
from gestand.core.fact import Doubt, Fact, Kept
from gestand.reading.patterns.words.durations import Duration, durations
from gestand.reading.patterns.words.negation import denied_before
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages
from gestand.reading.patterns.words.subjects import subject

_KEEPS = re.compile(
    r"\b(?:bewaar\w*|bewaren|bewaard|bewaring|opgeslagen|opslaan|opslag\w*|sla(?:at|an)\b|"
    r"gearchiveerd|archiv\w+|verwijder\w*|gewist|wissen|vernietig\w*|geanonimiseer\w*|anonimiser\w*|"
    r"vastgehouden|beschikbaar|behouden|uit (?:het|ons|onze) (?:bestand|systeem|systemen|administratie)"
    r"|retain\w*|retention|keep|keeps|kept|stor(?:e|ed|es|age|ing)|delet\w+|eras\w+|destroy\w*|"
    r"remov\w+|anonymi[sz]\w*|purge\w*|hold|held|archive[ds]?)\b"
)
_KEEPS_ABOVE = re.compile(
    r"\b(?:hoe ?lang\w*|bewaar\w*|bewaren|bewaard|opslagtermijn\w*|opslagduur|opgeslagen|retention|"
    r"how long|retain|stor(?:e|age)\b[^|]{0,20}period|keep|kept)\b|^termijn(?:en)?\b"
)
_OTHER_TERM = re.compile(
    r"\b(?:jonger|ouder dan|years? old|under the age|leeftijd|age of|datalek\w*|breach\w*|reage\w+|"
    r"reactie|antwoord\w*|respond\w*|reply|garantie|warranty|ervaring|bestaat al|bedenktijd|"
    r"opzegtermijn|iedere|elke|every|each|jaarlijks|doorsturen|"
    r"stur(?:en|t)\b[^.;]{0,40}\bdoor|door ?geven|verhuizen)\b"
)
_BREACH = re.compile(r"\b(?:datalek\w*|data breach\w*|inbreuk op de beveiliging)\b")
_ASKED = re.compile(r"\b(?:verzoek|request)\b")
_NEEDED = (
    r"(?:noodzakelijk|nodig|vereist|wenselijk|verplicht|toegestaan|relevant|necessary|needed|"
    r"required|need|permitted|reasonable)"
)
_VAGUE = re.compile(
    rf"\b(?:niet langer|geen langere|nooit langer)\b[^.;]{{0,80}}\b(?:dan|"
    rf"als)\b[^.;]{{0,60}}\b(?:{_NEEDED}|doel\w*|wet\w*|toegestaan|moet|mogen)"
    rf"|\b(?:zo ?lang|net zo lang|gedurende de (?:periode|tijd))\b[^.;]{{0,120}}\b{_NEEDED}\b"
    rf"|\b(?:no longer|not (?:\w+ ){{0,6}}longer|(?:only )?(?:for )?as long as|for so long as|only for "
    rf"the (?:time|period)|for the (?:period|time|duration))\b[^.;]{{0,120}}\b{_NEEDED}\b"
    r"|\b(?:no longer|not (?:\w+ ){0,6}longer) than\b[^.;]{0,60}\b(?:purpose\w*|law)\b"
    r"|\b(?:wettelijke?|statutory|legal(?:ly)?) (?:\w+ )?(?:bewaar\w*|retention|storage|vereiste "
    r"periode)\w*|\bwettelijk\w* (?:moeten|verplicht zijn(?: te| om)?|vereist\w*)(?: \w+){0,3} bewaren"
    rf"|\b(?:soms |mogelijk |kan |kunnen |sometimes )?(?:langer|longer)\b[^.;]{{0,30}}\b(?:als|indien|"
    rf"wanneer|if|when|where)\b"
    rf"[^.;]{{0,60}}\b{_NEEDED}\b"
    r"|\b(?:zo ?lang(?: als)?|as long as) (?:wij|we)\b[^.;]{0,40}\b(?:willen|vinden|leuk|goed|nuttig|like|"
    r"want|see fit|"
    r"think|deem|choose)\b"
    r"|\b(?:redelijke|beperkte|passende) (?:termijn|periode|tijd)\b|\b(?:reasonable|limited|"
    r"appropriate) (?:period|time)\b"
    r"|\b(?:niet|geen) (?:meer|langer) (?:nodig|noodzakelijk|relevant)\b|\bno longer (?:needed|"
    r"necessary|required|relevant)\b"
)
_EVENT = re.compile(
    r"\b(?:zo ?lang(?: als)?|as long as|for so long as)\b[^.;]{0,60}\b(?:account|klant|lid|"
    r"lidmaatschap|abonnement|relatie|overeenkomst|contract|actief|ingeschreven|dienst\w*|gebruik\w*|"
    r"werkzaam|active|customer|member\w*|subscri\w+|relationship|open|client|user|employed|enrolled)\b"
    r"|\b(?:gedurende|tijdens|voor|betreft|during|for|throughout)(?: (?:de|het|the))?(?: (?:gehele|"
    r"hele|volledige|entire|whole|full))? (?:duur|looptijd|periode|duration|term|life(?:time)?)\b(?: "
    r"\S+){0,3} (?:relatie|overeenkomst|contract|lidmaatschap|abonnement|dienst\w*|klantrelatie|"
    r"opdracht|samenwerking|arbeids\w+|relationship|agreement|membership|subscription|account|"
    r"employment|service\w*)"
    r"|\b(?<!verzoek )(?<!mogelijkheid )(?<!recht )(?<!toegang )(?:tot(?:dat)?|until|till)\b(?: "
    r"\S+){0,8} (?:uitschrij\w+|uitgeschreven|"
    r"afmeld\w*|afgemeld|"
    r"intrek\w*|ingetrokken|opzeg\w*|opgezegd|beeindig\w*|verwijder\w*|unsubscri\w+|withdraw\w*|"
    r"cancel\w*|terminat\w+|clos\w+|delete\w*|end(?:s|ed)?|afgehandeld|afgerond|eindigt)\b"
)
_UNLIMITED = re.compile(
    r"\b(?:voor (?:altijd|eeuwig|onbepaalde (?:tijd|duur|periode))|onbepaalde tijd|onbeperkt(?:e)?(?: "
    r"(?:tijd|lang|bewaard))?|permanent (?:bewaard|opgeslagen|bewaren)|blijvend (?:bewaard|bewaren|"
    r"opgeslagen)"
    r"|eeuwig|zonder (?:einde|tijdslimiet)|indefinite(?:ly)?|forever|in perpetuity|perpetually|"
    r"unlimited (?:period|time)|no time limit|geen (?:vaste )?(?:einddatum|maximale "
    r"(?:bewaar)?termijn))\b"
)
_NOT_REMOVED = re.compile(
    r"\b(?:niet|geen|nooit|cannot|can not|not|never)\b(?: \S+){0,4} (?:verwijder\w*|gewist|wissen|"
    r"delete[d]?|remove[d]?|erase[d]?)\b(?: \S+){0,4} (?:uit|van|from|in)? ?(?:\S+ )?(?:back-?ups?|"
    r"reservekopie\w*|archie\w*|archives?|backup)"
    r"|\b(?:toch|nog|also|still)\b(?: \S+){0,3} (?:bewaren|bewaard|opslaan|keep|kept|retain\w*) "
    r"(?:\S+ ){0,3}(?:voor|for) (?:\w+ )?(?:archie\w*|archiv\w+|historische|historical)"
)
_FROM = re.compile(r"^ ?(?:na|nadat|vanaf|sinds|tot|after|from|following|since|until)\b[^.;,()]{3,80}")
_COOKIE_LIFE = re.compile(
    r"\bcookies?\b|_ga\b|\bbrowser\b|\b(?:levensduur|vervalt|verloopt|expir\w+|lifetime)\b"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """Every term of keeping, one fact each; a criterion where the sentence gives nothing better."""
    for one in passages(segments):
        keeps = bool(_KEEPS.search(one.text))
        if not keeps and not _KEEPS_ABOVE.search(f"{one.above} {_titles(one)}"):
            continue
        numbers = [] if _is_cookie(one) else list(_numbers(one, document, keeps))
        yield from numbers
        yield from _loose(one, document, bool(numbers), keeps)


def _is_cookie(one: Passage) -> bool:
    """A row of a table of cookies: how long each lives on the visitor's device is told with the cookie."""
    return one.segment.shape is Shape.ROW and "cookie" in one.heading


def _titles(one: Passage) -> str:
    return " ".join(title.lower() for title, _ in one.segment.cells)


def _numbers(one: Passage, document: Document, keeps: bool) -> Iterator[Fact]:
    for term in durations(one.text):
        if term.iso is None or _is_other(one, term):
            continue
        anchor = _FROM.match(one.text[term.end :])
        said = Kept(subject(one), term.iso, anchor.group().strip() if anchor else None)
        doubt = Doubt.NONE if keeps or one.is_listed or len(one.text) < 200 else Doubt.SOME
        yield fact("retention", one, clause(one.text, (term.begin, term.end)), said, document, doubt)


def _is_other(one: Passage, term: Duration) -> bool:
    """An age, an answer, a rhythm: durations that keep nothing."""
    around = one.text[max(0, term.begin - 50) : term.end + 50]
    if _OTHER_TERM.search(around) or _BREACH.search(one.text):
        return True
    return bool(_ASKED.search(around) and re.search(r"\b(?:binnen|within)\b", one.text[: term.begin]))


def _loose(one: Passage, document: Document, counted: bool, keeps: bool) -> Iterator[Fact]:
    if ((match := _UNLIMITED.search(one.text)) and not denied_before(one.text, match.start(), 40)) or (
        match := _NOT_REMOVED.search(one.text)
    ):
        yield _made(one, match, Kept(subject(one), unlimited=True), document)
    vague, event = _VAGUE.search(one.text), _EVENT.search(one.text)
    if counted or not (keeps or one.is_listed or event):
        return
    if vague:
        anchor = event.group() if event else None
        yield _made(one, vague, Kept(subject(one), None, anchor, vague=True), document)
    elif event and _is_end(one):
        yield _made(one, event, Kept(subject(one), None, event.group()), document)


def _is_end(one: Passage) -> bool:
    return not _COOKIE_LIFE.search(one.text)


def _made(one: Passage, match: re.Match[str], said: Kept, document: Document) -> Fact:
    return fact("retention", one, clause(one.text, match.span()), said, document)
