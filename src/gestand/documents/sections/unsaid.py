"""What the law asks to be told, and this statement does not tell yet: as questions, and where to ask (GDPR 13, 14).

Nothing of this can come from anybody but the company, so the page does not answer: it says that it does not.
"""

from collections.abc import Callable, Iterable, Iterator

from gestand.core.text import Text
from gestand.documents.page import Piece, Section, Span
from gestand.documents.rights import own_purposes
from gestand.documents.sections.controller import contact_link
from gestand.documents.voice import Voice, bullets, paragraph
from gestand.statement.absent import UNSTATED
from gestand.statement.purposes import Purpose
from gestand.statement.recipients import Elsewhere

_TITLE = Text("Wat staat hier nog niet?", "What is not said here yet?")
_NO_ANSWER = Text(
    "Op deze vragen geeft deze verklaring nog geen antwoord:",
    "This statement does not answer these questions yet:",
)
_ASK = Text("Wilt u het weten? Vraag het ons:", "Do you want to know? Ask us:")
_NAME = Text("Wie is verantwoordelijk voor uw gegevens?", "Who is responsible for your data?")
_CONTACT = Text("Hoe bereikt u ons?", "How do you reach us?")
_BASIS = Text("Wat is de grondslag voor: {these}?", "What is the legal basis for: {these}?")
_EVERY_BASIS = Text(
    "Wat is de grondslag voor alles waarvoor wij gegevens gebruiken?",
    "What is the legal basis for all that we use data for?",
)
_INTEREST = Text("Welk belang hebben wij bij: {these}?", "Which interest do we have in: {these}?")
_KEPT = Text(
    "Hoe lang bewaren wij dit (de bewaartermijn): {these}?",
    "How long do we keep this (the retention period): {these}?",
)
_ALL_KEPT = Text(
    "Hoe lang bewaren wij uw gegevens (de bewaartermijn)?",
    "How long do we keep your data (the retention period)?",
)
_MUST = Text("Bent u verplicht om dit te geven: {these}?", "Are you required to give: {these}?")
_MUST_ALL = Text("Bent u verplicht om uw gegevens te geven?", "Are you required to give your data?")
_CONSENT = Text(
    "Kunt u deze cookies weigeren: {these}?",
    "Can you refuse these cookies: {these}?",
)
_WHO = Text("Wie krijgt uw gegevens?", "Who receives your data?")
_WHERE = Text(
    "In welk land komen de gegevens terecht van deze ontvanger: {these}?",
    "In which country do the data of this recipient arrive: {these}?",
)
_WHY = Text(
    "Welke waarborg beschermt de gegevens bij deze ontvanger: {these}?",
    "Which safeguard protects the data with this recipient: {these}?",
)


def section(voice: Voice) -> Section | None:
    """The questions that stay open; nothing where all is answered, or all is done for others."""
    told = tuple(questions(voice))
    if not told:
        return None
    pieces: tuple[Piece, ...] = (paragraph(voice.say(_NO_ANSWER)), bullets(told))
    where = contact_link(voice.statement.controller.contact)
    return Section("unsaid", voice.say(_TITLE), (*pieces, *_way(voice, where)))


def questions(voice: Voice) -> Iterator[str]:
    """What the law asks and the statement leaves open, a question each."""
    return (question for ask in _QUESTIONS for question in ask(voice))


def _way(voice: Voice, where: Span | None) -> Iterator[Piece]:
    if where:
        yield paragraph(f"{voice.say(_ASK)} ", where, ".")


def _used(voice: Voice) -> tuple[str, ...]:
    """The data that the company decides on itself, or that no purpose names."""
    lent = {
        word for one in voice.statement.purposes.values() if one.as_ == "processor" for word in one.data or ()
    }
    used = {word for one in own_purposes(voice.statement).values() for word in one.data or ()}
    return tuple(word for word in voice.statement.data if word in used or word not in lent)


def _who(voice: Voice) -> Iterator[str]:
    controller = voice.statement.controller
    contact = controller.contact
    if not controller.name:
        yield voice.say(_NAME)
    if not any((controller.address, contact.email, contact.post, contact.phone, contact.page)):
        yield voice.say(_CONTACT)


def _basis(voice: Voice) -> Iterator[str]:
    own = own_purposes(voice.statement)
    lacking = [word for word, one in own.items() if one.basis is UNSTATED]
    if len(lacking) > 1 and len(lacking) == len(own):
        yield voice.say(_EVERY_BASIS)
    elif lacking:
        yield voice.say(_BASIS, these=voice.purposes(lacking))
    if bare := [word for word, one in own.items() if _interest_unnamed(one)]:
        yield voice.say(_INTEREST, these=voice.purposes(bare))


def _interest_unnamed(purpose: Purpose) -> bool:
    """A legitimate interest has to be named (GDPR 13(1)(d)); as a mere term it is not."""
    basis = purpose.basis
    return basis == "LegitimateInterest" or (isinstance(basis, tuple) and "LegitimateInterest" in basis)


def _kept(voice: Voice) -> Iterator[str]:
    kept = {word for promise in voice.statement.retention.values() for word in promise.data}
    yield from _of_data(voice, [word for word in _used(voice) if word not in kept], _KEPT, _ALL_KEPT)


def _must(voice: Voice) -> Iterator[str]:
    """Whether data that come from the person have to be given (GDPR 13(2)(e))."""
    data = voice.statement.data
    lacking = [w for w in _used(voice) if data[w].from_ == "the person" and data[w].required is UNSTATED]
    yield from _of_data(voice, lacking, _MUST, _MUST_ALL)


def _of_data(voice: Voice, names: Iterable[str], some: Text, every: Text) -> Iterator[str]:
    lacking = set(names)
    mine = [word for word in voice.statement.data if word in lacking]
    if len(mine) > 1 and len(mine) == len(voice.statement.data):
        yield voice.say(every)
    elif mine:
        yield voice.say(some, these=voice.data(mine))


def _recipients(voice: Voice) -> Iterator[str]:
    if voice.statement.recipients is UNSTATED and own_purposes(voice.statement):
        yield voice.say(_WHO)
    for one in (voice.statement.recipients or {}).values():
        if isinstance(one.also_elsewhere, Elsewhere):
            missing = (_WHERE, one.also_elsewhere.where), (_WHY, one.also_elsewhere.safeguard)
            yield from (voice.say(ask, these=one.name or voice.say(one)) for ask, told in missing if not told)


def _cookies(voice: Voice) -> Iterator[str]:
    """Whether consent is asked for what is stored on a device (Tw 11.7a(1))."""
    groups = (voice.statement.cookies or {}).values()
    lacking = [name for group in groups if group.consent is UNSTATED for name in group.items]
    if lacking:
        yield voice.say(_CONSENT, these=voice.listed(lacking))


_QUESTIONS: tuple[Callable[[Voice], Iterator[str]], ...] = (_who, _basis, _kept, _recipients, _must, _cookies)
