"""What people may ask, how they ask it, and how soon they are answered (GDPR 12, 13(2)(b)-(d), 15-22)."""

from collections.abc import Iterator
from typing import Literal

from gestand.clock.term import Period
from gestand.core.text import Text
from gestand.documents.page import Bullets, Paragraph, Piece, Row, Section, Span, Topic
from gestand.documents.sections.controller import mail, postal, reach, site
from gestand.documents.sections.purposes import law_words
from gestand.documents.voice import Voice, anchor, bullets, capital, paragraph, plain, said, sentence, table
from gestand.statement.absent import NONE, Absent
from gestand.statement.rights import AnsweredWithin, Portability, Rights

Way = Literal["email", "post", "phone", "form", "support", "account"]

_TITLE = Text("Welke rechten heeft u?", "Which rights do you have?")
_CAPTION = Text("Uw rechten", "Your rights")
_RIGHT, _MEANING, _SOON = (
    Text("Recht", "Right"),
    Text("Wat het betekent", "What it means"),
    Text("Antwoord", "Answer"),
)
NAMES = {
    "access": Text("inzage", "access"),
    "rectification": Text("verbetering", "rectification"),
    "erasure": Text("wissen", "erasure"),
    "restriction": Text("beperking", "restriction of processing"),
    "portability": Text("overdragen", "portability"),
    "objection": Text("bezwaar", "objection"),
    "withdrawal of consent": Text("uw toestemming intrekken", "withdrawing your consent"),
    "no automated decision": Text("een mens laten beslissen", "having a person decide"),
}
_MEANINGS = {
    "access": Text(
        "U mag weten welke gegevens wij van u hebben. U krijgt er een kopie van.",
        "You may know which data we have of you. You get a copy.",
    ),
    "rectification": Text(
        "Kloppen uw gegevens niet? Dan verbeteren wij ze of vullen wij ze aan.",
        "Are your data wrong? Then we correct or complete them.",
    ),
    "erasure": Text(
        "U kunt ons vragen uw gegevens te wissen. Moeten wij iets bewaren van de wet, dan zeggen wij u dat.",
        "You can ask us to erase your data. If the law makes us keep something, we tell you so.",
    ),
    "restriction": Text(
        "U kunt ons vragen uw gegevens een tijd niet te gebruiken. Bijvoorbeeld zolang wij nagaan of ze kloppen.",
        "You can ask us not to use your data for a time. For example while we look whether they are right.",
    ),
    "portability": Text(
        "U krijgt uw gegevens in een bestand dat een ander systeem kan lezen.",
        "You get your data in a file that another system can read.",
    ),
    "objection": Text(
        "U kunt bezwaar maken als wij uw gegevens gebruiken voor ons eigen belang of voor reclame.",
        "You can object when we use your data for our own interest or for advertising.",
    ),
    "withdrawal of consent": Text(
        "Gaf u toestemming? Dan mag u die altijd intrekken. Wat wij daarvoor deden, blijft geldig.",
        "Did you consent? Then you may withdraw that at any time. What we did before stays lawful.",
    ),
    "no automated decision": Text(
        "Beslist een computer over u? Dan kunt u vragen of een mens ernaar kijkt.",
        "Does a computer decide about you? Then you can ask a person to look at it.",
    ),
}
_WITHIN = Text("binnen {length} na uw verzoek", "within {length} of your request")
_FORMATS = Text("Dat kan als {formats}.", "This can be {formats}.")
_TO_OTHERS = Text(
    "Wilt u dat, dan sturen wij het direct naar een andere organisatie.",
    "If you wish, we send it straight to another organisation.",
)
_OBJECT = Text("U mag altijd bezwaar maken", "You may always object")
_OBJECTING = Text(
    "U mag bezwaar maken tegen elk gebruik dat rust op ons gerechtvaardigd belang. "
    "Maakt u bezwaar tegen reclame, dan stoppen wij daarmee. Daar is geen reden voor nodig.",
    "You may object to every use that rests on our legitimate interest. "
    "If you object to advertising, we stop it. You need not give a reason.",
)
_HOW = Text("Zo vraagt u het", "How to ask")
_ASK = Text("Kies wat u het beste uitkomt:", "Choose what suits you best:")
_GOOD = Text("Goed om te weten:", "Good to know:")
_WAYS: dict[Way, Text] = {
    "email": Text("mail naar", "send an e-mail to"),
    "post": Text("schrijf naar", "write to"),
    "phone": Text("bel", "call"),
    "form": Text("vul het formulier in op", "fill in the form at"),
    "support": Text("vraag het onze helpdesk:", "ask our help desk:"),
    "account": Text("regel het in uw account", "arrange it in your account"),
}
_BARE_WAYS: dict[Way, Text] = {
    "email": Text("per e-mail", "by e-mail"),
    "post": Text("per post", "by post"),
    "phone": Text("per telefoon", "by phone"),
    "form": Text("met het formulier op onze site", "with the form on our site"),
    "support": Text("bij onze helpdesk", "at our help desk"),
    "account": Text("regel het in uw account", "arrange it in your account"),
}
_IDENTITY = {
    "mailed link": Text(
        "Om zeker te weten dat u het bent, mailen wij u een link. Die opent u.",
        "To be sure that it is you, we mail you a link. You open it.",
    ),
    "signed in": Text(
        "Om zeker te weten dat u het bent, vragen wij u in te loggen.",
        "To be sure that it is you, we ask you to sign in.",
    ),
    "known reference": Text(
        "Om zeker te weten dat u het bent, vragen wij een nummer dat alleen u kent, zoals een klantnummer.",
        "To be sure that it is you, we ask for a number that only you know, such as a customer number.",
    ),
    "question at the desk": Text(
        "Om zeker te weten dat u het bent, stellen wij u een vraag.",
        "To be sure that it is you, we ask you a question.",
    ),
    "copy of identity document": Text(
        "Om zeker te weten dat u het bent, vragen wij een kopie van uw identiteitsbewijs.",
        "To be sure that it is you, we ask for a copy of your identity document.",
    ),
}
_NO_IDENTITY = Text("Wij vragen niet wie u bent.", "We do not ask who you are.")
_SOONEST = Text("Wij antwoorden binnen {length} na uw verzoek.", "We answer within {length} of your request.")
FREE = Text("Het kost u niets.", "It costs you nothing.")
_COST = Text("Kosten: {cost}", "Cost: {cost}")
_ALL_GIVEN = Text("Wij sluiten geen van deze rechten uit.", "We exclude none of these rights.")
_WITHHELD = Text("Uitzondering bij {right}: {text} ({law})", "Exception to {right}: {text} ({law})")
_BACKUPS = Text(
    "Binnen {length} nadat wij uw gegevens wissen, zijn ze ook uit onze back-ups verdwenen.",
    "Within {length} after we erase your data, they have gone from our back-ups too.",
)
_NONE = Text(
    "Wij geven u geen andere rechten dan de wet u geeft.", "We give you no other rights than the law does."
)


def section(voice: Voice) -> Section | None:
    """The rights that the text names, and how to use them."""
    rights = voice.statement.rights
    if rights is NONE:
        return Section("rights", voice.say(_TITLE), (paragraph(voice.say(_NONE)),))
    if not isinstance(rights, Rights):
        return None
    return Section("rights", voice.say(_TITLE), tuple(_named(voice, rights)), tuple(_topics(voice, rights)))


def _named(voice: Voice, rights: Rights) -> Iterator[Piece]:
    if rights.named:
        titles = [voice.say(title) for title in (_RIGHT, _MEANING, _SOON)]
        yield table(voice.say(_CAPTION), titles, (_row(voice, rights, right) for right in rights.named))


def _row(voice: Voice, rights: Rights, right: str) -> Row:
    meaning = " ".join(
        [voice.say(_MEANINGS[right]), *(_how_handed(voice, rights) if right == "portability" else ())]
    )
    length = answered_within(rights, right)
    soon = voice.say(_WITHIN, length=voice.length(length)) if length else ""
    return Row((said(capital(voice.say(NAMES[right]))), said(meaning), said(soon)), anchor("rights", right))


def answered_within(rights: Rights, right: str) -> Period | None:
    """How soon this right is answered: its own term, or that of any right."""
    within = rights.answered_within
    if not isinstance(within, AnsweredWithin):
        return None
    own = getattr(within, right.replace(" ", "_"), None)
    return next((length for length in (own, within.any_right) if isinstance(length, Period)), None)


def _how_handed(voice: Voice, rights: Rights) -> Iterator[str]:
    if isinstance(rights.portability, Portability):
        yield voice.say(_FORMATS, formats=voice.either(rights.portability.formats))
        if rights.portability.also_to_a_third_party:
            yield voice.say(_TO_OTHERS)


def _topics(voice: Voice, rights: Rights) -> Iterator[Topic]:
    # The right to object is told clearly and apart from all else (GDPR 21(4)).
    if rights.named and "objection" in rights.named:
        yield Topic(voice.say(_OBJECT), (paragraph(voice.say(_OBJECTING)),), "rights-object")
    rest = (*_terms(voice, rights), *_withheld(voice, rights))
    pieces: tuple[Piece, ...] = (paragraph(voice.say(_ASK)), Bullets(tuple(_ways(voice, rights))))
    good = (paragraph(voice.say(_GOOD)), bullets(rest)) if rest else ()
    yield Topic(voice.say(_HOW), (*pieces, *good), "rights-how")


def _ways(voice: Voice, rights: Rights) -> Iterator[Paragraph]:
    for way in rights.ways:
        where = where_to(voice, way)
        yield (
            paragraph(f"{voice.say(_WAYS[way])} ", where) if where else paragraph(voice.say(_BARE_WAYS[way]))
        )


def where_to(voice: Voice, way: Way) -> Span | None:
    """The address that a way of asking leads to; None where the statement gives none."""
    contact = voice.statement.controller.contact
    if way == "email" and contact.email:
        return mail(contact.email)
    if way == "post":
        return Span(postal(voice, contact.post or "the address"))
    if way == "phone" and contact.phone:
        return Span(plain(contact.phone))
    if way == "form" and contact.page:
        return site(contact.page)
    return reach(contact.support) if way == "support" and contact.support else None


def _terms(voice: Voice, rights: Rights) -> Iterator[str]:
    """Who asks, how soon, what it costs, and the back-ups."""
    if rights.identity:
        yield voice.say(_IDENTITY[rights.identity])
    elif rights.identity is NONE:
        yield voice.say(_NO_IDENTITY)
    within = rights.answered_within
    if isinstance(within, AnsweredWithin) and isinstance(within.any_right, Period):
        yield voice.say(_SOONEST, length=voice.length(within.any_right))
    if rights.cost is NONE:
        yield voice.say(FREE)
    elif not isinstance(rights.cost, Absent):
        yield sentence(voice.say(_COST, cost=plain(rights.cost)))
    if isinstance(rights.backups_follow_within, Period):
        yield voice.say(_BACKUPS, length=voice.length(rights.backups_follow_within))


def _withheld(voice: Voice, rights: Rights) -> Iterator[str]:
    if rights.withheld_rights is NONE:
        yield voice.say(_ALL_GIVEN)
    for right, why in (rights.withheld_rights or {}).items():
        text = voice.say(
            _WITHHELD, right=voice.say(NAMES[right]), text=voice.say(why), law=law_words(voice, why.law)
        )
        yield sentence(text)
