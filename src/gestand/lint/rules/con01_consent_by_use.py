"""Consent or agreement is read into the mere use of the site.

Wrong:
    Door onze website te gebruiken gaat u akkoord met deze privacyverklaring.
Wrong:
    By using our services you consent to this policy.
Wrong statement:
    explained: {personal-data: {nl: Door gebruik van de site stemt u in., en: By using the site you consent.}}
Right:
    Wij vragen uw toestemming voordat wij uw gegevens voor reclame gebruiken.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.passages import seen, texts_of
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
_BY_USE = re.compile(
    r"\b(wie|als (u|je)|indien (u|je)|wanneer (u|je))\b.{0,40}\b(website|site|app|diensten|webshop"
    r"|platform)\b.{0,30}\b(gaat|ga|stemt|stem|accepteert|accepteer|aanvaardt)\b.{0,20}(\b(akkoord"
    r"|in)\b|(u|je) (deze|dit|onze|ons)\b)|\b(uw|je|het) gebruik van (onze|deze|de) (website|site|app"
    r"|diensten)\b.{0,30}\b(betekent|houdt in)\b.{0,30}\b(instemt|akkoord|accepteert)|\b(door|met"
    r"|bij) (het |uw |je |onze |deze |de |dit )?(verder |verdere |blijven )?(gebruik\w*"
    r"|bezoek\w*|website|site|app|diensten?|webshop|winkel|platform|pagina)\b.{0,120}"
    r"\b((gaat|ga|stemt|stem|geeft|geef|verleent) (u|je|jij)\b.{0,60}\b(akkoord|in|toestemming"
    r"|te accepteren|te aanvaarden)"
    r"|(verklaart|accepteert|aanvaardt|accepteer) (u|je|jij))\b"
    r"|\b(by|when) (continuing to )?(using|visiting|accessing|use"
    r"|browsing)\b.{0,100}\byou (\w+ )?(agree|consent|accept|acknowledge)\b"
    r"|\b(your|the) use of\b.{0,60}\b(constitutes|means|implies|signifies)\b.{0,40}\b(consent|agreement"
    r"|acceptance)\b",
    re.IGNORECASE | re.DOTALL,
)
_FORM = re.compile(r"\b(formulier|aanvinken|vinkje|ticking|tick|checkbox|knop)\b", re.IGNORECASE)
_CONTINUED = re.compile(
    r"\b(verder|doorgaan|blijven|continu\w+)\b.{0,20}\b(surf\w*|klik\w*|brows\w*"
    r"|navig\w*)",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that says so. Filling in a form or ticking a box is another matter, surfing on is COO08."""
    for quote in seen(published, _BY_USE, but_not=_FORM):
        if not _CONTINUED.search(quote.text):
            yield fault(_SAID, quote)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same in any of its texts."""
    for written in texts_of(statement):
        if _BY_USE.search(written.text) and not _FORM.search(written.text):
            yield fault_at(written.path, _SAID)
