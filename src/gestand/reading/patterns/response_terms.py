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
from gestand.core.fact import Doubt, Fact, ResponseTerm
from gestand.reading.patterns.words.durations import Duration, durations
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages

_ASKED = re.compile(
    r"\b(?:verzoek\w*|verzocht|gevraagd|aanvra\w+|vraag|vragen|klacht\w*|bezwaar|inzage\w*|"
    r"uitschrij\w+|afmeld\w*|wil (?:je|jij)|wilt u|als (?:je|u) (?:dat )?(?:wil|wilt|vraagt)|"
    r"if you (?:want|ask|like)|"
    r"intrek\w*|voorkeur\w*|e-?mailvoorkeur\w*"
    r"|requests?|inquir\w+|enquir\w+|complaints?|objections?|unsubscri\w+|opt(?:ed)?[ -]?out|"
    r"preferences?|queries|query|demand|exercise|rights|questions?|access)\b"
)
_ANSWERED = re.compile(
    r"\b(?:reage\w+|reactie|antwoord\w*|beantwoord\w*|bericht|voldoe\w*|voldaan|behandel\w*|"
    r"uitvoer\w*|uitgevoerd|gehoor|laten? (?:wij |we )?(?:u|je) weten|laat \w+(?: \w+)? u weten|gevolg"
    r"|verwerk\w*|verwijder\w*|gewist|wissen|in werking|duren|duurt|afgehandeld|afhandel\w*|"
    r"informer\w+|verstrek\w+|ontvang\w*|op de hoogte|halen|haal|passen (?:wij|we)|corriger\w+|take (?:it|"
    r"them) (?:down|off)|uitsluitsel|terugkoppeling|laten weten|horen|"
    r"hoort"
    r"|get back|come back|laten (?:wij |we )?(?:u|je|jou)\b[^.;]{0,40}\bweten|respon\w+|repl\w+|"
    r"answer\w*|comply|compl(?:ete|ied)|process\w*|handle\w*|"
    r"delete\w*|remove\w*|"
    r"erase\w*|provide\w*|take effect|takes? up to|inform|act(?:ion)? on|honou?r|fulfil\w*|deal|"
    r"hear)\b"
)
_OTHER = re.compile(
    r"\b(?:datalek\w*|inbreuk\w*|breach\w*|ontdekking|jonger|ouder dan|years? old|under the age|"
    r"bewaren|bewaard|bewaar\w*|bewaart|opgeslagen|retain\w*|kept|stored|retention|cookies?|"
    r"retourn\w*|bedenktijd|opzegtermijn|herroep\w+|garantie|warranty)\b"
)
_REPLY = re.compile(
    r"\b(?:u|je|you|uw|your)\b[^.;]{0,60}\b(?:reactie|antwoord|reply|response)\b|\b(?:reactie|"
    r"antwoord|reply|response)\b[^.;]{0,60}\b(?:u|je|you)\b"
)
_LONGER = re.compile(r"\b(?:verleng\w*|exten(?:d|sion)\w*|nog (?:eens|maximaal)|additional|further)\b")
_RIGHTS = re.compile(
    r"\brecht\w*\b|\brights?\b|\bverzoek\w*|\brequests?\b|\binzage\b|\bverwijder|\breactietermijn|\bresponse"
)
_WITHIN = re.compile(
    r"\b(?:binnen|maximaal|uiterlijk|hoogstens|tot|within|at most|up to|no later than|maximum|not "
    r"exceed\w*|in)\b[^.;]{0,45}$"
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The terms for answering people's requests (GDPR 12(3) allows one month)."""
    for one in passages(segments):
        if not any(letter.isdigit() for letter in one.text) and not _ANSWERED.search(one.text):
            continue
        for term in durations(one.text):
            if is_response(one, term):
                said = ResponseTerm(_what(one), term.iso, term.working_days)
                doubt = (
                    Doubt.MUCH
                    if _LONGER.search(one.text[max(0, term.begin - 60) : term.end + 40])
                    else Doubt.NONE
                )
                yield fact(
                    "response_terms", one, clause(one.text, (term.begin, term.end)), said, document, doubt
                )


def is_response(one: Passage, term: Duration) -> bool:
    """Whether a duration is the time for an answer, and no retention, breach or age."""
    if _OTHER.search(one.text) or (term.iso or "").endswith("Y"):
        return False
    within = _WITHIN.search(one.text[: term.begin])
    if not within or not _ANSWERED.search(one.text):
        return False
    return bool(
        _REPLY.search(one.text) or _ASKED.search(f"{one.text} {one.heading}") or _RIGHTS.search(one.above)
    )


def _what(one: Passage) -> str:
    if re.search(
        r"\b(?:uitschrij|afmeld|voorkeur|unsubscri|opt[ -]?out|preference|nieuwsbrief|newsletter)", one.text
    ):
        return "end of marketing messages"
    if re.search(r"\b(?:verwijder|gewist|wissen|delet|eras|remov)", one.text) and not re.search(
        r"\breage|\brespon", one.text
    ):
        return "erasure on request"
    return "any request"
