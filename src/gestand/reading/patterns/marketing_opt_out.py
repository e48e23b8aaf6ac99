"""How somebody ends marketing messages: a link, an e-mail, a page (GDPR 21(2), Telecommunicatiewet 11.7).

Refusing cookies through the browser is not such a way.

Found:
    Onderaan iedere nieuwsbrief vindt u een link om u af te melden.
    You can unsubscribe from our newsletter at any time.
    Wilt u geen aanbiedingen meer ontvangen, stuur dan een mail naar ons kantoor.
    U kunt bezwaar maken tegen het gebruik van uw gegevens voor direct marketing.
Not:
    U kunt cookies weigeren door de instellingen van uw browser te wijzigen.
    Wij sturen u maandelijks onze nieuwsbrief.
    Afmelden voor een training kan tot een week van tevoren.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, OptOut
from gestand.reading.patterns.words.keeping import KEEPS
from gestand.reading.patterns.words.passage import Passage, clause, fact, passages
from gestand.reading.patterns.words.table import Table

_MESSAGES = re.compile(
    r"\b(?:nieuwsbrie\w+|mailing\w*|reclame\w*|marketing\w*|aanbieding\w*|promotie\w*|promotionele|"
    r"commerciele|advertenties?|e-?mailings?|berich(?:t|ten|tje|tjes)|post|push\w*|mailinglijst|direct mail|acties|"
    r"ontwikkelingen|prijs op stelt|\w*mails?|mailtjes?|sms\w*|kortingen|uitnodiging\w*|magazine|brochures?|"
    r"catalog\w*|invitations?|the text|by text|texts|text messages?|discounts?"
    r"|newsletters?|promotion\w*|offers?|mailing ?lists?|advertis\w+|commercial|messages|e-?mails?|emails?)\b"
)
_ENDS = re.compile(
    r"\b(?:schrijf (?:u|je|uzelf|jezelf) uit|meld (?:u|je|uzelf|jezelf) af|af ?te ?melden|afmeld\w*|"
    r"afgemeld|uit ?te ?schrijven|uitschrij\w+|uitgeschreven|opzeg\w*|op te zeggen|opt(?:ing)?[ -]+out|"
    r"opt-? ?out\w*|unsubscri\w+"
    r"|stop ?zetten|stopgezet|uit ?(?:te )?zetten|turn(?:ed)? off|switch(?:ed)? off|"
    r"aanmelding\b[^.;]{0,40}\bintrekken|niet meer (?:wilt |wil )?ontvang\w*|geen (?:\w+ ){0,6}(?:meer|"
    r"langer)?(?: \w+){0,3}(?:ontvang\w*|prijs|benader\w*|toe te sturen)|(?:wil|wilt|"
    r"ontvang\w*) (?:\S+ ){0,5}"
    r"(?:niet|geen) (?:\w+ ){0,3}meer|(?:niet|geen) meer (?:\w+ )?ontvang\w*|liever (?:niet|geen)|"
    r"no longer (?:wish|want|like)\w*(?: \S+){0,4}|stop (?:receiving|sending)|remove you from|bezwaar|"
    r"verzetten|verzet|object to|verwijderd "
    r"worden van|(?:van|off|from) (?:de|onze|the|our) (?:\w*lijst|\w+ list|list)|it stops|(?:weer )?vanaf\.?$|"
    r"dan stopt het|niet op prijs|(?:rather|prefer) not (?:to )?(?:get|receive|hear|be contacted)|(?:reply|"
    r"antwoord\w*|sms|"
    r"stuur|text) (?:\w+ ){0,2}[\"']?stop)(?!\w)"
)
_STRONG = re.compile(
    r"\b(?:afmeldlink|uitschrijflink|unsubscribe|unsubscribing|opt-out link|afmeldknop|uitschrijfknop|"
    r"uitschrijven|uit te schrijven)\b"
)
_BY_BROWSER = re.compile(r"\bcookies?\b|\bbrowser")
_EVENT = re.compile(r"\b(?:training|cursus|les|evenement|lidmaatschap|abonnement op|workshop|membership)\b")
_UNTIL = re.compile(r"\b(?:tot (?:u|je|jij)|totdat|until|till)\b[^.;]{0,30}$|\btot $")
"""How long somebody gets messages is not how to end them."""
_WAYS = Table(
    {
        "link in the message": (
            r"\b(?:link|knop|button|hyperlink|onderaan|koppeling|bottom of|footer)\b",
            r"\b(?:afmeldlink|uitschrijflink|afmeldmogelijkheid)\b",
        ),
        "e-mail": (
            r"\S+@\S+|\be-?mail(?:en)? (?:te sturen|naar|aan|to)\b|\bstuur\w* (?:\w+ ){0,4}(?:e-?mail|"
            r"bericht)\b|\b(?:mail|mailen|e-?mailing|sending)\b",
        ),
        "settings of the account": (r"\b(?:instellingen|account|profiel|settings|preferences|voorkeuren)\b",),
        "page": (r"https?://|\bpagina\b|\bpage\b",),
        "contact": (r"\bcontact\b|\b(?:bellen|telefonisch|schriftelijk)\b",),
    }
)


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The ways to end marketing messages."""
    for one in passages(segments):
        ends = _ENDS.search(one.text)
        if not ends:
            continue
        doubt = _doubt(one, ends)
        how = next((way for way, _ in _WAYS.found(one.text)), "unsubscribe")
        yield fact("marketing_opt_out", one, clause(one.text, ends.span()), OptOut(how), document, doubt)


def _doubt(one: Passage, ends: re.Match[str]) -> Doubt:
    if (one.is_listed or KEEPS.search(one.text)) and _UNTIL.search(one.text[: ends.start()]):
        return Doubt.MUCH
    if _BY_BROWSER.search(one.text) and not re.search(
        r"\bnieuwsbrie|\bnewsletter|\bmailing|\badvertenties\b", one.text
    ):
        return Doubt.MUCH
    if re.search(r"\bcookie", one.heading) and "advertenties" not in one.text:
        return Doubt.MUCH
    if ends.group().startswith(("bezwaar", "verzet", "object")):
        return Doubt.NONE if re.search(r"\bmarketing\b|\breclame", one.text) else Doubt.MUCH
    if _MESSAGES.search(one.text) and not _EVENT.search(one.text):
        return Doubt.NONE
    messages_above = _MESSAGES.search(one.above) and not _EVENT.search(one.text)
    return Doubt.NONE if messages_above or _STRONG.search(one.text) else Doubt.MUCH
