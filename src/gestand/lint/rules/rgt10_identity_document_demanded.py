"""A copy of an identity document is asked as a matter of course.

Wrong:
    Stuur bij uw verzoek een kopie van uw identiteitsbewijs mee.
Wrong statement:
    rights: {identity: copy of identity document}
Right:
    Wij controleren met een link in een e-mail of het verzoek van u komt.
"""

import re
from collections.abc import Iterator

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
_COPY = re.compile(
    r"\b(kopie|kopietje|afschrift|copy|scan)\b.{0,50}\b(identiteitsbewijs|identiteitskaart|paspoort"
    r"|legitimatie\w*|ID-?bewijs|rijbewijs|passport|identity (card|document)|ID)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"twijfel|doubt|\b(do not|don't|need not) (send|include|attach|provide)"
    r"|\b(stuur|mail)\b.{0,30}\bniet\b|\b(geen|nooit|never|no)\b|\bniet (nodig|vereist|om een)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"\bverzoek|(inzage|privacy|verwijder)-?verzoek|request|aanvraag (tot|om|van)|inzage|rechten|opvrag|\bright",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A copy for every request. That it may be masked makes it no more needed; a word of doubt near it does."""
    for segment, _ in published.matching(_COPY):
        near = published.around(segment)
        asked = any(_REQUEST.search(f"{one.text} {' '.join(one.headings)}") for one in near)
        if asked and not any(_DOUBT.search(one.text) for one in near):
            yield fault(_SAID, quote_of(segment))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The way in which the statement makes sure who asks."""
    if statement.rights and statement.rights.identity == "copy of identity document":
        yield fault_at("rights/identity", _SAID)
