"""The first layer: the whole statement in a few lines; each title leads to the part that says it in full."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from gestand.core.text import Text
from gestand.documents.page import Piece, Section, Topic
from gestand.documents.rights import answered_within, free, rights_of
from gestand.documents.sections.asking import FREE
from gestand.documents.sections.complaint import authority
from gestand.documents.sections.controller import contact_link
from gestand.documents.sections.cookies import NO_COOKIES, kind_words
from gestand.documents.sections.passed_on import NOT_SOLD
from gestand.documents.sections.recipients import NOBODY
from gestand.documents.sections.retention import ONLY
from gestand.documents.sections.rights import NAMES
from gestand.documents.voice import Voice, bullets, capital, ended, paragraph
from gestand.statement.absent import NONE, UNSTATED
from gestand.statement.devices import DeviceGroup
from gestand.statement.minimum import legal_minimum

_TITLE = Text("In het kort", "In short")
_QUESTIONS = Text("Vragen?", "Questions?")
_CONSENT = {
    False: Text("Zonder toestemming: {groups}.", "Without consent: {groups}."),
    True: Text("Alleen met uw toestemming: {groups}.", "Only with your consent: {groups}."),
    None: Text(
        "Niet gezegd is of wij toestemming vragen voor: {groups}.",
        "Not said is whether we ask consent for: {groups}.",
    ),
}
_RIGHTS = Text("U heeft deze rechten: {rights}.", "You have these rights: {rights}.")
_SOON = Text(
    "U krijgt antwoord binnen {length} na uw verzoek.", "You get an answer within {length} of your request."
)
_COMPLAIN = Text(
    "U kunt altijd een klacht indienen bij {authority}.", "You can always lodge a complaint with {authority}."
)
_LONGER = Text("langer als {law} dat eist", "longer if {law} demands it")
_MORE = Text("En nog {count} andere", "And {count} others")
_MOST = 7
"""So many things a short list shows at most."""


def section(voice: Voice, full: Iterable[Section]) -> Section:
    """Answers to what people ask first, each under the title of the section among `full` that it leads to."""
    titles = {one.anchor: one.title for one in full}
    told = ((anchor, tuple(tell(voice))) for anchor, tell in _ANSWERS if anchor in titles)
    topics = (Topic(titles[anchor], pieces, link=f"#{anchor}") for anchor, pieces in told if pieces)
    return Section("short", voice.say(_TITLE), (), tuple(topics))


def _who(voice: Voice) -> Iterator[Piece]:
    where = contact_link(voice.statement.controller.contact)
    name = ended(voice.speaker)
    yield paragraph(f"{name} {voice.say(_QUESTIONS)} ", where, ".") if where else paragraph(name)


def _purposes(voice: Voice) -> Iterator[Piece]:
    yield _first(voice, [capital(voice.say(one)) for one in voice.statement.purposes.values()])


def _first(voice: Voice, things: Sequence[str]) -> Piece:
    """A list; of a long one the first, and how many more there are below."""
    shown = things if len(things) <= _MOST else things[: _MOST - 1]
    more = [voice.say(_MORE, count=len(things) - len(shown))] if len(shown) < len(things) else []
    return bullets([*shown, *more])


def _terms(voice: Voice) -> Iterator[Piece]:
    yield _first(voice, [_term(voice, key) for key in voice.statement.retention])


def _term(voice: Voice, key: str) -> str:
    """`Invoices, with name and address: until 7 years after the book year in which the invoice was sent`."""
    promise = voice.statement.retention[key]
    told = f"{capital(voice.data_here(promise.data))}: {voice.until(promise.kept)}"
    notes = "; ".join(_but(voice, key))
    return f"{told} ({notes})" if notes else told


def _but(voice: Voice, key: str) -> Iterator[str]:
    """When a term holds, and which law may make it longer for it counts from another moment."""
    promise, least = voice.statement.retention[key], legal_minimum(voice.statement, key)
    if promise.when:
        yield voice.say(ONLY, condition=voice.condition(promise.when))
    if least and least.limit.moment != promise.kept.moment:
        yield voice.say(_LONGER, law=voice.say(least.article))


def _recipients(voice: Voice) -> Iterator[Piece]:
    statement = voice.statement
    if statement.recipients is NONE:
        yield paragraph(voice.say(NOBODY))
    if statement.recipients:
        yield _first(voice, [capital(voice.say(one)) for one in statement.recipients.values()])
    if statement.sold is NONE:
        yield paragraph(voice.say(NOT_SOLD))


def _cookies(voice: Voice) -> Iterator[Piece]:
    if voice.statement.cookies is NONE:
        yield paragraph(voice.say(NO_COOKIES))
    kinds = {asked: _kinds(voice, asked) for asked in _CONSENT}
    if kinds[True] or kinds[False]:
        told = (voice.say(_CONSENT[one], groups=voice.listed(names)) for one, names in kinds.items() if names)
        yield paragraph(" ".join(told))
    elif kinds[None]:
        yield bullets(capital(name) for name in kinds[None])


def _kinds(voice: Voice, asked: bool | None) -> list[str]:
    """The kinds of cookies for which consent is asked, is not, or for which that is not said (None)."""
    groups = (voice.statement.cookies or {}).values()
    kinds = [group.kind for group in groups if _is_asked(group) is asked]
    return [*dict.fromkeys(voice.say(kind_words(kind)) for kind in kinds)]


def _is_asked(group: DeviceGroup) -> bool | None:
    """Whether consent is asked; None where the statement does not say."""
    return None if group.consent is UNSTATED else group.consent == "asked"


def _rights(voice: Voice) -> Iterator[Piece]:
    statement = voice.statement
    told = []
    if names := rights_of(statement):
        told += [voice.say(_RIGHTS, rights=voice.listed(voice.say(NAMES[right]) for right in names))]
    told += [voice.say(_SOON, length=voice.length(answered_within(statement)))]
    told += [voice.say(FREE)] if free(statement) else []
    yield paragraph(" ".join(told))


def _complaint(voice: Voice) -> Iterator[Piece]:
    yield paragraph(voice.say(_COMPLAIN, authority=authority(voice)[0]))


_ANSWERS: tuple[tuple[str, Callable[[Voice], Iterator[Piece]]], ...] = (
    ("controller", _who),
    ("purposes", _purposes),
    ("retention", _terms),
    ("recipients", _recipients),
    ("cookies", _cookies),
    ("rights", _rights),
    ("complaint", _complaint),
)
