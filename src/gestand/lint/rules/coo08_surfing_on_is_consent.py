"""Clicking or surfing on, or the visit itself, counts as consent to cookies.

Wrong nl:
    Als u verder surft op onze site, accepteert u onze cookies.
Wrong nl:
    Wanneer u onze website bezoekt, ontvangt u automatisch cookies van adverteerders.
Wrong en:
    By continuing to browse our site you accept our cookies.
Wrong statement:
    explained:
      cookie: {nl: "Door verder te surfen accepteert u cookies.", en: "By continuing to browse you accept
      cookies."}
Right nl:
    Wij plaatsen pas cookies als u op ja klikt.
Right en:
    We set cookies only when you click yes.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.cookies import take_consent
from gestand.lint.judgment import Judgment, fault, fault_at, undecided
from gestand.lint.passages import said_at, seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="COO08",
    name="surfing-on-is-consent",
    weight=Weight.ERROR,
    article=gdpr(
        "4(11)",
        also=Text(
            "EDPB-richtsnoeren 05/2020; Tw 11.7a",
            "EDPB guidelines 05/2020; Tw 11.7a (the Dutch telecommunications act)",
        ),
    ),
    title=Text("Verder surfen geldt als toestemming", "Surfing on counts as consent"),
    why=Text(
        "Een bezoeker die doorklikt, zoekt iets anders dan cookies. Dat is geen ja.",
        "A visitor who clicks on looks for something other than cookies. That is no yes.",
    ),
)
_SAID = Text("doorgaan of binnenkomen is geen toestemming", "going on or coming in is no consent")
_ON = re.compile(
    r"\bdoor\b.{0,60}\bte blijven\b.{0,80}\b(akkoord|toestemming|accepte\w*|stemt|instem\w*)\b"
    r"|\b(verder (te )?(surf\w*|klik\w*|gaa?[nt]?|navig\w*|gebruik\w*)|door (te )?(surfen|klikken|gaan)"
    r"|doorgaat|\bgaa?t? (u|je|jij) (\w+ ){0,2}door met|(door|verder) ?(surft?|klikt?|bladert?)"
    r"|(continu\w+|keep) (to )?(brows\w*|us\w+|surf\w*|navigat\w*))\b"
    r".{0,120}\b(ervan uit dat (u|je|jij)|akkoord|toestemming|accepte\w*|stemt|instem\w*"
    r"|agree|consent|accept|we assume)\b",
    re.IGNORECASE | re.DOTALL,
)
_ON_ARRIVAL = re.compile(
    r"\b(wanneer|als|zodra|bij|when)\b.{0,80}\b(bezoek\w*|komt|opent|visit\w*"
    r"|open)\b.{0,60}\b(automatisch|automatically|direct)\b.{0,60}\bcookies?\b"
    r"|\bcookies?\b.{0,60}\b(automatisch|automatically)\b.{0,40}\b(geplaatst|gezet|opgeslagen|placed"
    r"|set|stored)\b.{0,60}\b(bezoek\w*|visit\w*)\b",
    re.IGNORECASE | re.DOTALL,
)
_ASKED = re.compile(
    r"\b(niet|geen|not|no)\b|\b(vra(ag|gen|agt)|ask\w*|request\w*)\b.{0,30}\b(toestemming|consent)\b",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\b(noodzakelijke?|functionele|technische|necessary|functional|geen|niet|not|no"
    r"|pas)\b",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Going on counts as a yes; or a visit sets cookies by itself, where some of them take consent."""
    for quote in seen(published, _ON, but_not=_ASKED):
        yield fault(_SAID, quote)
    takes = take_consent(published)
    for quote in seen(published, _ON_ARRIVAL, but_not=_NEEDED):
        yield fault(_SAID, quote) if takes or "advert" in quote.text else undecided(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same in any of its texts."""
    for path in said_at(statement, _ON, but_not=_ASKED):
        yield fault_at(path, _SAID)
