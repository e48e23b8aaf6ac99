"""A copy of an identity document is asked as a matter of course.

Wrong nl:
    Stuur bij uw verzoek een kopie van uw identiteitsbewijs mee.
Wrong en:
    Please enclose a copy of your passport with your request.
Wrong statement:
    rights: {identity: copy of identity document}
Right nl:
    Wij controleren met een link in een e-mail of het verzoek van u komt.
Right en:
    We check with a link in an e-mail whether the request comes from you.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Segment
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="RGT10",
    name="identity-document-demanded",
    weight=Weight.WARNING,
    article=gdpr("5(1)(c)", "12(6)", also=Text("EDPB-richtsnoeren 01/2022", "EDPB guidelines 01/2022")),
    title=Text(
        "Voor elk verzoek een kopie van een identiteitsbewijs",
        "A copy of an identity document for every request",
    ),
    why=Text(
        "Wie zijn gegevens wil zien, hoeft daarvoor niet nog gevoeliger gegevens af te geven.",
        "Who wants to see their data should not have to hand over even more sensitive ones.",
    ),
)
_SAID = Text(
    "een kopie is alleen nodig als er echt twijfel is, en dan met foto en nummer afgeschermd",
    "a copy is only needed in real doubt, and then with photo and number masked",
)
_DOCUMENT = (
    r"((geldig )?\w*legitimatie\w*|\w*identiteits?-?\s?(bewijs|kaart|document|papieren)\w*|paspoort|rijbewijs|passport"
    r"|ID(-?\s?(bewijs|kaart|document|card))?|(proof of )?identity( card| document)?|driv(ing|er'?s) licen[cs]e)"
)
_COPIED = r"(\w*kopie|\w*kopietje|afschrift|(photo)?copy|scan|foto (?=van)|photo (?=of))"
_COPY = re.compile(
    rf"\b{_COPIED}\b.{{0,50}}\b{_DOCUMENT}\b"
    rf"|\b{_DOCUMENT}\b.{{0,20}}\b(kopiëren|kopieer|inscannen|te scannen)\b"
    r"|\b(legitimeren|identificeren|legitimeert|identificeert)\b.{0,40}\bkopie\b(?! van)",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"twijfel|doubt|\b(do not|don't|need not) (send|include|attach|provide)"
    r"|\b(stuur|mail)\b.{0,30}\bniet\b|\b(geen|nooit|never|no)\b|\bniet (nodig|vereist|om een)"
    r"|\bnot (a )?copy\b|\bniet kopi",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"\bverzoek|(inzage|privacy|verwijder)-?verzoek|request|aanvraag (tot|om|van)|inzage|rechten|opvrag|\bright"
    r"|\bwhat you (can|may) ask|\bwat u (ons )?(kunt|kan|mag) vragen",
    re.IGNORECASE,
)

_WHO = re.compile(
    r"\b(dat|of) (u|je|jij|het) (het )?(echt |zelf |werkelijk )?(u |je |jou )?(bent|is)\b|\b(uw|je|jouw) identiteit\b"
    r"|\b(identificeren|legitimeren|misbruik te voorkomen)\b|\boverzicht van (uw|je|jouw)\b"
    r"|\blaten (wissen|verwijderen)|\b(verify|confirm|establish)\b.{0,20}\bidentity\b|\bthat it is you\b",
    re.IGNORECASE,
)
_DEMANDED = re.compile(
    r"\b(vra(ag|gen|agt)|verzoeken|gelieve|stuur|mail|sturen|voeg|dient|moet|ontvangen wij|overleg\w*|ask|send"
    r"|include|enclose"
    r"|provide|must|require)\b",
    re.IGNORECASE,
)
_OF_SERVICE = re.compile(
    r"\b(\w*ver)?hu(ur|ren|urt|urder)\w*|medewerker|werknemer|dienst(betrekking|verband)|indiensttreding|\bloon"
    r"|\bWwft\b"
    r"|\bwet(ten)?\b|wettelijk|wetgeving|overnacht|\brent|employ|\blaw\b",
    re.IGNORECASE,
)
"""A document that is asked for a hire, a job or by a law, and not because of a right."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """A copy for every request. That it may be masked makes it no more needed; a word of doubt near it does."""
    for segment, _ in published.matching(_COPY):
        near = published.around(segment)
        asked = any(_REQUEST.search(f"{one.text} {' '.join(one.headings)}") for one in near)
        in_doubt = any(_DOUBT.search(one.text) for one in near)
        if (asked or _is_to_know_who(near, segment.text)) and not in_doubt:
            yield fault(_SAID, quote_of(segment))


def _is_to_know_who(near: tuple[Segment, ...], text: str) -> bool:
    """A copy that is demanded to see who asks, and not for a hire, a job or a law."""
    around = " ".join(one.text for one in near)
    return bool(_WHO.search(around) and _DEMANDED.search(text)) and not _OF_SERVICE.search(around)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The way in which the statement makes sure who asks."""
    if statement.rights and statement.rights.identity == "copy of identity document":
        yield fault_at("rights/identity", _SAID)
