"""Access depends on accepting cookies that are not necessary.

Wrong nl:
    U krijgt geen toegang tot de website als u geen cookies accepteert.
Wrong en:
    You have no access to the website if you do not accept cookies.
Right nl:
    Ook zonder cookies kunt u alles op de website bekijken.
Right en:
    Without cookies, too, you can see everything on the website.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, undecided
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr

RULE = Rule(
    code="COO07",
    name="cookie-wall",
    weight=Weight.ERROR,
    article=gdpr(
        "7(4)",
        also=Text(
            "EDPB-richtsnoeren 05/2020; voor de overheid Tw 11.7a(5)",
            "EDPB guidelines 05/2020; for public bodies Tw 11.7a(5) (the Dutch telecommunications act)",
        ),
    ),
    title=Text("Zonder cookies geen toegang", "No entrance without cookies"),
    why=Text(
        "Wie alleen naar binnen mag als hij zich laat volgen, heeft geen keuze.",
        "Who may only come in when they let themselves be followed has no choice.",
    ),
    preview=True,
)
_SAID = Text("weigeren kost hier de toegang", "refusing costs the entrance here")
_PERHAPS = Text(
    "kost weigeren hier de toegang, of werkt alleen iets minder?",
    "does refusing cost the entrance, or does something work less well?",
)
_WALL = re.compile(
    r"\A(?=.*\bcookies?\b)(?=.*\b(geen|zonder|niet|weigert|weiger|without|refuse|not)\b.{0,40}\b(cookies?"
    r"|accepte\w*|akkoord)).*"
    r"(\bgeen toegang\b|\bniet (te )?(bezoeken|toegankelijk|betreden)\b|\bno access\b|\bcannot (access"
    r"|enter|visit)\b|\bmoet u cookies accepteren\b)"
    r"|\b(moet|moeten|dient)\b.{0,15}\bcookies\b.{0,15}\baccepteren\b.{0,60}\b(bezoeken|bekijken|toegang)\b"
    r"|\bmust accept\b.{0,20}\bcookies\b.{0,20}\b(access|enter|visit)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(geen|zonder|weiger\w*) cookies\b.{0,60}\bkunt? (u|je)\b.{0,60}\bniet (gebruiken"
    r"|meer gebruiken)\b|\bcookies\b.{0,60}\bnot be able to use\b",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """No entrance is a fault; a service that perhaps cannot be used is for a person to judge."""
    for quote in seen(published, _WALL):
        yield fault(_SAID, quote)
    for quote in seen(published, _LESS, but_not=_WALL):
        yield undecided(_PERHAPS, quote)
