"""Cookies that take consent can only be refused in the settings of the browser.

Wrong nl:
    Wij gebruiken Google Analytics. U kunt cookies weigeren door de instellingen van uw browser te wijzigen.
Wrong en:
    We use Google Analytics. You can refuse cookies by changing the settings of your browser.
Wrong statement:
    cookies: {functional: {consent: left to the browser}}
Right nl:
    Wij gebruiken Google Analytics met uw toestemming. U kunt uw keuze altijd wijzigen via de link onder
    aan elke pagina.
    U kunt cookies ook weigeren in uw browser.
Right en:
    We use Google Analytics with your consent. You can change your choice at any time with the link at
    the bottom of every page. You can also refuse cookies in your browser.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.cookies import take_consent
from gestand.lint.judgment import Judgment, fault_at, undecided
from gestand.lint.missing import unless_unread
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="COO06",
    name="refusal-left-to-the-browser",
    weight=Weight.ERROR,
    article=gdpr("7(3)", also=Text("Tw 11.7a", "Tw 11.7a (the Dutch telecommunications act)")),
    title=Text("Weigeren kan alleen in de browser", "Refusing is left to the browser"),
    why=Text(
        "Wie met één klik ja zegt, moet met één klik nee kunnen zeggen, en niet op zoek hoeven in"
        " de instellingen van een browser.",
        "Who says yes with one click has to be able to say no with one click, without searching "
        "the settings of a browser.",
    ),
)
_SAID = Text(
    "de keuze is alleen in de browser te maken of te wijzigen",
    "the choice can only be made or changed in the browser",
)
_IN_BROWSER = re.compile(
    r"\A(?=.*\bbrowsers?\w*\b|.*internetbrowser|.*webbrowser).*\b(weiger\w*|uitschakelen|uit te schakelen"
    r"|blokker\w*|afmelden|af te melden|instell\w*|in te stellen|instrueren|verwijder\w*"
    r"|refuse|disable|block|delete|opt[ -]out|settings)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHOICE = re.compile(
    r"cookie-?\s?(instelling\w*|voorkeur\w*|banner|melding|keuze|settings|preferences|pakket)"
    r"|consent (manager|banner|tool)|toestemming\w* (altijd |op elk moment )?(wijzigen|intrekken|aanpassen)"
    r"|(keuze|voorkeur\w*|toestemming)\b.{0,60}\b(wijzigen|intrekken|aanpassen)|nadat (u"
    r"|je) (hier)?(toestemming|akkoord)|alleen (als|met|na)\b.{0,40}\b(toestemming|toestaat)"
    r"|als (je|u) dit toestaat|withdraw your consent|change your (choice|preferences|mind)|\bcookiepakket\b",
    re.IGNORECASE,
)
_TAKES_CONSENT = re.compile(
    r"\b(analy[st]\w*|statisti\w*|marketing|advert\w*|reclame|tracking"
    r"|social\w* media|volg\w*|gedrag)\b",
    re.IGNORECASE,
)
_COOKIE = re.compile(r"cookie", re.IGNORECASE)
_ASKED = re.compile(
    r"\bpop-?up\b|\bbanner\b|\bvoorkeuren opslaan\b|\bvragen (wij|we)\b.{0,40}\btoestemming\b"
    r"|\bask (for )?your consent\b"
    r"|\btoestemming in te trekken\b|\bwithdraw\b.{0,20}\bconsent\b",
    re.IGNORECASE,
)
_PERHAPS = Text(
    "de keuze wordt gevraagd; is ze ook anders dan in de browser te wijzigen?",
    "the choice is asked for; can it be changed other than in the browser?",
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Cookies that take consent, a way out in the browser, and no other; undecided where consent is asked."""
    takes = take_consent(published) or any(
        _COOKIE.search(one.text) and _TAKES_CONSENT.search(one.text) for one in published.segments
    )
    ways = [one for one in seen(published, _IN_BROWSER) if _COOKIE.search(one.text)]
    if takes and ways and not published.quotes(_CHOICE):
        asked = published.quotes(_ASKED)
        yield undecided(_PERHAPS, *ways[:3]) if asked else unless_unread(published, _SAID, *ways[:3])


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A group whose consent is left to the browser."""
    for word, group in (statement.cookies or {}).items():
        if group.consent == "left to the browser":
            yield fault_at(f"cookies/{word}/consent", _SAID)
