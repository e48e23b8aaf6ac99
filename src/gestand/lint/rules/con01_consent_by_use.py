"""Consent or agreement is read into the mere use of the site.

Wrong nl:
    Door onze website te gebruiken gaat u akkoord met deze privacyverklaring.
Wrong en:
    By using our services you consent to this policy.
Wrong statement:
    explained: {personal-data: {nl: Door gebruik van de site stemt u in., en: By using the site you consent.}}
Right nl:
    Wij vragen uw toestemming voordat wij uw gegevens voor reclame gebruiken.
Right en:
    We ask your consent before we use your data for advertising.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.agreeing import BY_DOING, DEEMED_YES, HANDS_OVER, WHEN_DOING, YES
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.passages import said_at, seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="CON01",
    name="consent-by-use",
    weight=Weight.ERROR,
    article=gdpr("4(11)", "7", also=Text("EDPB-richtsnoeren 05/2020", "EDPB guidelines 05/2020")),
    title=Text("Gebruik van de site geldt als toestemming", "Using the site counts as consent"),
    why=Text(
        "Toestemming is een keuze die iemand maakt. Wie een pagina bekijkt, heeft nog nergens ja op gezegd.",
        "Consent is a choice that somebody makes. Who looks at a page has not said yes to anything.",
    ),
)
_SAID = Text("gebruik van de site is geen toestemming", "using the site is no consent")
_HANDED = Text(
    "wie iets anders doet, geeft daarmee geen toestemming", "doing something else gives no consent"
)
_SITE = r"(\w*site|app|diensten?|web(shop|winkel)|winkel|platform|portaal|(web)?pagina'?s?|services?|shop|platform)"
_USES = r"(gebruik\w*|bezoek\w*|raadple\w*|betre\w*|bekijk\w*|surf\w*)"
_USING = r"(using|visiting|accessing|use|visit|access|browse|browsing)"
_BY_USE = re.compile(
    rf"{BY_DOING} (het |uw |je |onze |deze |de |dit )?(verder |verdere |blijven )?({_USES}|{_SITE}|pagina)\b"
    rf".{{0,120}}\b({YES}|(?<=u )instemt|instemt met|akkoord (gaat|bent))"
    rf"|{WHEN_DOING} (u|je|jij|you|hij)?\b.{{0,60}}({_SITE}\b.{{0,30}}\b{_USES}|{_USES}\b.{{0,30}}\b{_SITE}"
    rf"|\b{_USING}\b.{{0,30}}\b{_SITE})\b.{{0,60}}\b({YES}|(gaat|ga) akkoord|stemt in)"
    rf"|(^|[.:] )(maakt?|bezoekt?|gebruikt?|(je|u) (bezoekt|gebruikt))\b.{{0,60}}\b{_SITE}\b.{{0,30}}\bdan {YES}"
    rf"|\b({_USES}|bezoek) (van|aan) (onze|deze|de) {_SITE}\b.{{0,40}}\b({DEEMED_YES})"
    rf"|\b(bezoekers|gebruikers|wie)\b.{{0,50}}\b{_SITE}\b.{{0,40}}\b(geacht|gaan|gaat|stemmen|stemt)\b"
    rf".{{0,40}}\b(akkoord|instemmen|in met)"
    rf"|\b(by|when) (continuing to )?{_USING}\b.{{0,100}}\b{YES}"
    rf"|\b(use of|{_USING})\b.{{0,60}}\b({DEEMED_YES})",
    re.IGNORECASE | re.DOTALL,
)
"""A site or a service is used, and that is a yes."""
_BY_THE_WAY = re.compile(
    rf"({BY_DOING}|\bby|{WHEN_DOING} (u|je|jij|you))\b.{{0,70}}?\b{HANDS_OVER}\b.{{0,110}}?\b{YES}",
    re.IGNORECASE | re.DOTALL,
)
_OF_DATA = re.compile(
    r"gegevens\b|verwerk|privacy|\bfoto|\bbeeld|\bprocess|\bdata\b|\bdetails\b|\bpictures?\b|\bphotos?\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(aan ?te ?vinken|aanvinken|vinkje|ticking|tick|checkbox|knop|button|link|klik\w*|click\w*|aangeven of|kiezen)\b"
    r"|\b(verder|doorgaan|blijven|continu\w+)\b.{0,20}\b(surf\w*|klik\w*|brows\w*|navig\w*)",
    re.IGNORECASE,
)
"""Ticking a box or following a link is another matter; surfing on is COO08."""
_OF_MAIL = re.compile(
    r"nieuwsbrie|newsletter|mailing|\baanbiedingen|\breclame|\bmarketing|\boffers\b|"
    r"\b(vragen|vraagt|ask\w*)\b.{0,30}\b(toestemming|consent)",
    re.IGNORECASE,
)
"""To sign up for mail is a yes to it; mail that comes with something else is CON02."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that says so, of using the site or of what people hand over for another reason."""
    by_use = seen(published, _BY_USE, but_not=_OTHERWISE)
    by_the_way = seen(published, _BY_THE_WAY, but_not=_OTHERWISE, besides=tuple(by_use))
    for quote in by_use:
        yield fault(_SAID, quote)
    for quote in by_the_way:
        if _OF_DATA.search(quote.text) and not _OF_MAIL.search(quote.text):
            yield fault(_HANDED, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same in any of its texts."""
    for path in said_at(statement, _BY_USE, but_not=_OTHERWISE):
        yield fault_at(path, _SAID)
