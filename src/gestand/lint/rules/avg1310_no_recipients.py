"""Nobody is named who receives the data, or only “third parties”.

Wrong nl:
    Wij gebruiken uw adres om uw bestelling te versturen.
Wrong en:
    We use your address to send your order.
Wrong statement:
    recipients: unstated
Wrong statement:
    recipients: {carrier: {nl: derden, en: third parties}}
Right nl:
    Wij delen uw adres met PostNL, die uw bestelling bezorgt.
Right nl:
    Wij verstrekken uw gegevens niet aan derden.
Right en:
    We share your address with PostNL, which delivers your order.
Right en:
    We do not disclose your data to third parties.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Denial, Recipient
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.missing import missing
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1310",
    name="no-recipients",
    weight=Weight.ERROR,
    article=gdpr("13(1)(e)", also=Text("HvJ C-154/21", "CJEU C-154/21")),
    title=Text("Er staat niet wie de gegevens krijgt", "Who receives the data is not said"),
    why=Text(
        "Wie niet weet waar zijn gegevens heen gaan, kan ze daar ook niet terughalen.",
        "Who does not know where their data go cannot get them back from there either.",
    ),
)
_SAID = Text(
    "er staat niet wie de gegevens ontvangt, en ook niet dat niemand dat doet",
    "neither who receives the data is said, nor that nobody does",
)
_NOBODY = Text("dit noemt geen soort van ontvangers", "this names no kind of recipients")
_CANDIDATE = re.compile(
    r"\balleen (onze )?(eigen )?(medewerkers|wij)\b|\bonly our (own )?(employees|staff)\b|\b(verkopen"
    r"|sell)\b.{0,40}\b(niet|nooit|not|never)\b|\b(derden|derde partij\w*"
    r"|ontvanger\w*|partners|verwerkers?|leveranciers|third part\w+"
    r"|recipients?|processors?|providers?)\b"
    r"|\b(delen|deelt|deel|verstrek\w+|doorgeven|geven)\b.{0,60}\b(met|aan)\b|\bshare\w*\b|\bdisclos\w+"
    r"|\breceives? (\w+ ){0,2}(data|details|information)\b|\b(krijgt|krijgen|ontvangt|ontvangen) (\w+ ){0,2}gegevens\b"
    r"|\b(our|onze?) (\w+ )?((web)?hosters?|suppliers?|accountants?|insurers?|carriers?|couriers?|bookkeepers?"
    r"|leverancier|boekhouders?|vervoerders?|bezorgers?|drukkers?|verzekeraars?|(web)?host(er|ers|ing\w*))\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\bwie\b.{0,20}\b(krijg\w*|ontvang\w*|zie\w*)|ontvangers|delen|derden|\bwho\b.{0,20}\b(gets?|receives?|sees?)\b"
    r"|recipients|sharing|\bshare",
    re.IGNORECASE,
)
_US = (
    r"(ons(zelf)?|wij(zelf)?|(onze|ons|de) (eigen )?"
    r"(organisatie|bedrijf|praktijk|vereniging|kantoor|stichting|winkel|team|muren)|us|ourselves|our \w+)"
)
_SHARED_WITH_NOBODY = re.compile(
    r"\b(delen|geven|verstrekken)\b[^.;]{0,60}\b(met|aan|naar) niemand\b"
    r"|\b(do not|don't|never) (share|give|disclose|provide|pass)\b"
    r"[^.;]{0,40}\b((to|with) (anyone|anybody|others|third parties)|on|along)\b"
    rf"|\b(blijven|blijft|stays?|remains?|kept|houden|keep)\b[^.;]{{0,40}}"
    rf"\b((binnen|bij|voor|with|within|inside|to) {_US}|intern|binnenshuis|in-house)\b"
    r"|\b(uitsluitend|alleen|enkel|slechts|only|solely) (intern|internally|(door|bij|by) (ons|onszelf|us))\b"
    rf"|\b(niemand|nobody|no one) (anders|else|outside|buiten)\b|\bbuiten {_US}\b[^.;]{{0,20}}\bniemand\b"
    rf"|\bverla(at|ten) {_US}\b[^.;]{{0,10}}\b(niet|nooit)\b|\b(never|not) leaves? {_US}\b"
    r"|\b(komen|gaan|komt|gaat) (niet|nooit) (bij|naar) (anderen|derden)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"\W*(onze |our )?(andere |other )?(derden|derde partijen|partners|partijen|anderen|third parties"
    r"|others|parties)\W*",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """No recipient was read and no sharing denied. A statement about cookies alone is not asked."""
    if published.is_about_cookies_only:
        return
    stated = tuple(fact for _, fact in published.of(Recipient))
    if any(_SHARED_WITH_NOBODY.search(one.text) for one in published.segments):
        return
    denied = tuple(fact for denial, fact in published.of(Denial) if denial.of == "sharing")
    candidates = (*published.quotes(_CANDIDATE), *map(quote_of, published.below(_HEADING)))
    yield from missing(published, _SAID, stated + denied, candidates)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """Left unstated; `none` is an answer. Or a recipient that is no more than “third parties”."""
    if statement.recipients is UNSTATED:
        yield fault_at("recipients", _SAID)
    for word, recipient in (statement.recipients or {}).items():
        if _EMPTY.fullmatch(recipient.nl) or _EMPTY.fullmatch(recipient.en):
            yield fault_at(f"recipients/{word}", _NOBODY)
