"""How people use their rights: where they ask, who is asked to prove what, how soon, and at which cost (GDPR 12)."""

from collections.abc import Iterator
from typing import Literal

from gestand.clock.term import Period
from gestand.core.text import Text
from gestand.documents.page import Bullets, Paragraph, Piece, Span, Topic
from gestand.documents.rights import free
from gestand.documents.sections.controller import contact_ways, mail, postal, reach, site
from gestand.documents.voice import Voice, bullets, paragraph, plain, sentence
from gestand.statement.absent import NONE
from gestand.statement.rights import AnsweredWithin, Rights

Way = Literal["email", "post", "phone", "form", "support", "account"]

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
_SURE = Text("Om zeker te weten dat u het bent, {how}.", "To be sure that it is you, {how}.")
_IDENTITY = {
    "mailed link": Text("mailen wij u een link die u opent", "we mail you a link, which you open"),
    "signed in": Text("vragen wij u in te loggen", "we ask you to sign in"),
    "known reference": Text(
        "vragen wij een nummer dat alleen u kent, zoals een klantnummer",
        "we ask for a number that only you know, such as a customer number",
    ),
    "question at the desk": Text("stellen wij u een vraag", "we ask you a question"),
    "copy of identity document": Text(
        "vragen wij een kopie van uw identiteitsbewijs", "we ask for a copy of your identity document"
    ),
}
_NO_IDENTITY = Text("Wij vragen niet wie u bent.", "We do not ask who you are.")
_SOONEST = Text("Wij antwoorden binnen {length} na uw verzoek.", "We answer within {length} of your request.")
_BY_LAW = Text(
    "U krijgt binnen 1 maand antwoord (artikel 12 lid 3 AVG). Is uw vraag lastig? Dan mag het 2 maanden "
    "langer duren. Dat hoort u binnen die eerste maand.",
    "You get an answer within 1 month (Article 12(3) GDPR). Is your question hard? Then it may take 2 months "
    "longer. You hear that within the first month.",
)
FREE = Text("Het kost u niets.", "It costs you nothing.")
_COST = Text("Kosten: {cost}", "Cost: {cost}")
_BACKUPS = Text(
    "Binnen {length} nadat wij uw gegevens wissen, zijn ze ook uit onze back-ups verdwenen.",
    "Within {length} after we erase your data, they have gone from our back-ups too.",
)


def topic(voice: Voice) -> Iterator[Topic]:
    """Where to ask, and what is good to know before; the contacts of the company where no ways are named."""
    ways = tuple(_ways(voice))
    asked: tuple[Piece, ...] = (paragraph(voice.say(_ASK)), Bullets(ways)) if ways else ()
    yield Topic(
        voice.say(_HOW), (*asked, paragraph(voice.say(_GOOD)), bullets(_to_know(voice))), "rights-how"
    )


def _ways(voice: Voice) -> Iterator[Paragraph]:
    rights = voice.statement.rights
    if not isinstance(rights, Rights) or not rights.ways:
        yield from contact_ways(voice)
        return
    for way in rights.ways:
        where = _where_to(voice, way)
        yield (
            paragraph(f"{voice.say(_WAYS[way])} ", where) if where else paragraph(voice.say(_BARE_WAYS[way]))
        )


def _where_to(voice: Voice, way: Way) -> Span | None:
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


def _to_know(voice: Voice) -> Iterator[str]:
    """What the statement says of asking; what it does not say as the law has it (GDPR 12(3), 12(5))."""
    rights = voice.statement.rights
    if not isinstance(rights, Rights):
        yield from (voice.say(_BY_LAW), voice.say(FREE))
        return
    yield from _identity(voice, rights)
    yield _soon(voice, rights)
    if free(voice.statement):
        yield voice.say(FREE)
    elif rights.cost:
        yield sentence(voice.say(_COST, cost=voice.line(rights.cost)))
    if isinstance(rights.backups_follow_within, Period):
        yield voice.say(_BACKUPS, length=voice.length(rights.backups_follow_within))


def _identity(voice: Voice, rights: Rights) -> Iterator[str]:
    if rights.identity:
        yield voice.say(_SURE, how=voice.say(_IDENTITY[rights.identity]))
    elif rights.identity is NONE:
        yield voice.say(_NO_IDENTITY)


def _soon(voice: Voice, rights: Rights) -> str:
    within = rights.answered_within
    if isinstance(within, AnsweredWithin) and isinstance(within.any_right, Period):
        return voice.say(_SOONEST, length=voice.length(within.any_right))
    return voice.say(_BY_LAW)
