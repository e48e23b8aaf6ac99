"""Within what time a request is answered, carried out, or takes effect.

A duration next to an answer ("binnen vier weken op uw verzoek reageren") or to what was asked ("deleted within 5
working days of your request"). How long data are kept, when a breach is told and how old somebody is are other terms.

Found:
    U hoort uiterlijk binnen vier weken onze reactie op uw verzoek. -> P4W
    We will answer your request within one month. -> P1M
    Uw account wordt binnen 5 werkdagen na uw verzoek verwijderd. -> 5
    Uitschrijven kan tot 10 werkdagen duren. -> 10
Not:
    Na uw verzoek bewaren wij de correspondentie nog 2 jaar.
    Wij melden een datalek binnen 72 uur.
    Wij zullen zo snel mogelijk op uw verzoek reageren.
    U kunt uw bestelling binnen 14 dagen retourneren.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Fact, ResponseTerm
from gestand.reading.patterns.words.durations import Duration, durations
from gestand.reading.patterns.words.entitlements import ABOVE
from gestand.reading.patterns.words.keeping import KEEPS_ABOVE
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages

_ASKED = re.compile(
    r"\b(?:verzoek\w*|verzocht|gevraagd|aanvra\w+|vraag|vragen|klacht\w*|bezwaar|inzage\w*|uitschrij\w+|"
    r"afmeld\w*|wil (?:je|jij)|wilt u|als (?:je|u) (?:dat )?(?:wil|wilt|vraagt)|intrek\w*|voorkeur\w*|"
    r"e-?mailvoorkeur\w*|recht\w*|verwijder\w*|reactietermijn|requests?|inquir\w+|enquir\w+|complaints?|"
    r"objections?|unsubscri\w+|opt(?:ed)?[ -]?out|preferences?|queries|query|demand|exercise|entitled|copy|"
    r"kopie|rights?|questions?|access|ask|reactie|antwoord|reply|if you (?:want|like)|mail(?:t|en)?|"
    r"e-?mail|write|contact|app|bel|response)\b"
)
_ANSWERED = re.compile(
    r"\b(?:reage\w+|reactie|\w*antwoord\w*|bericht|voldoe\w*|voldaan|behandel\w*|uitvoer\w*|uitgevoerd|"
    r"gehoor|gevolg|verwerk\w*|verwijder\w*|gewist|wissen|in werking|duren|duurt|\w*handel\w*|informer\w+|"
    r"verstrek\w+|ontvang\w*|op de hoogte|halen|haal|regel(?:en|t)|beslis\w*|besluit\w*|passen (?:wij|we)|"
    r"corriger\w+|uitsluitsel|terugkoppeling|hoor|hoort|horen|verneemt|stur(?:en|t)|bevestig\w*|"
    r"geregeld|afgehandeld|neemt (?:\w+ ){0,6}contact|nemen (?:\w+ ){0,6}contact|contact with|contact you|"
    r"laten? (?:(?:wij|we|u|je|jou|\w+) ){0,8}weten|get back|come back|respon\w+|repl\w+|answer\w*|comply|"
    r"compl(?:ete|ied)|process\w*|handle\w*|delete\w*|remove\w*|erase\w*|provide\w*|take effect|"
    r"takes? up to|take (?:it|them) (?:down|off)|inform|act(?:ion)? on|honou?r|fulfil\w*|suppl\w+|deal|"
    r"dealt|sort(?:ed)?|terug|doen (?:het|dat|dit)|do (?:it|so|this)|hear|decide\w*|confirm|let you know|"
    r"pass (?:it|them) on|forward|send)\b"
)
_OTHER = re.compile(
    r"\b(?:datalek\w*|inbreuk\w*|breach\w*|ontdekking|toezichthouder|autoriteit|authority|jonger|ouder dan|"
    r"years? old|under the age|bewaren|bewaard|bewaar\w*|opgeslagen|retain\w*|kept|stored|retention|"
    r"cookies?|retourn\w*|bedenktijd|opzegtermijn|herroep\w+|garantie|warranty|per (?:dag|week|maand|jaar|"
    r"day|year))\b"
)
_LONGER = re.compile(r"\b(?:verleng\w*|exten(?:d|sion)\w*|nog (?:eens|maximaal)|additional|further|extra)\b")
_PUT_OFF = re.compile(r"\b(?:verleng\w*|exten(?:d|sion)\w*|further|additional|extra|langer)\b")
_REQUEST = re.compile(r"\b(?:verzoek\w*|requests?|vraagt|ask|klacht\w*|complaint)\b")
_WITHIN = re.compile(
    r"\b(?:binnen|maximaal|uiterlijk|hoogstens|tot|within|at most|up to|no later than|maximum|"
    r"not exceed\w*|in|inside|hebben|have|duurt|takes?|bedraagt|termijn)\b"
    r"[^.;]{0,45}$"
)
_CLAUSE = re.compile(r"[.,;:]\s")


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The terms for answering people's requests (GDPR 12(3) allows one month), and how far each may be put off."""
    before = ""
    for one in passages(segments):
        told, before = before, one.text
        for term in durations(one.text):
            if is_response(one, term, told) or _is_extension(one, term, told):
                said = ResponseTerm(_what(one, term), term.iso, term.working_days)
                yield fact("response_terms", one, clause(one.text, (term.begin, term.end)), said, document)


def is_response(one: Passage, term: Duration, told: str = "") -> bool:
    """Whether a duration is the time for an answer, and no retention, breach or age; `told` is the sentence before."""
    if _OTHER.search(one.text) or (term.iso or "").endswith("Y") or not _ANSWERED.search(one.text):
        return False
    if KEEPS_ABOVE.search(one.heading) and not _REQUEST.search(one.text):
        return False
    asked = _ASKED.search(f"{told} {one.text} {one.above}") or ABOVE.search(one.heading)
    return bool(asked and _WITHIN.search(one.text[: term.begin]))


def _is_extension(one: Passage, term: Duration, told: str) -> bool:
    """Whether a duration is how far an answer may be put off; `told` is the sentence before."""
    asked = _REQUEST.search(f"{told} {one.text}") and not _OTHER.search(one.text)
    return bool(asked and term.iso and _PUT_OFF.search(_around(one.text, term)))


def _around(text: str, term: Duration) -> str:
    """The clause that names the term."""
    before = _CLAUSE.split(text[: term.begin])[-1]
    return before + text[term.begin : term.end] + _CLAUSE.split(text[term.end :])[0]


def _what(one: Passage, term: Duration) -> str:
    if _LONGER.search(_around(one.text, term)):
        return "extension of the term"
    if re.search(
        r"\b(?:uitschrij|afmeld|voorkeur|unsubscri|opt[ -]?out|preference|nieuwsbrief|newsletter)", one.text
    ):
        return "end of marketing messages"
    if re.search(r"\b(?:verwijder|gewist|wissen|delet|eras|remov)", one.text) and not re.search(
        r"\breage|\brespon", one.text
    ):
        return "erasure on request"
    return "any request"
