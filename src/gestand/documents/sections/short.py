"""The first layer: the whole statement in a few lines, each with a way to the part that says it in full."""

from collections.abc import Callable, Iterable, Iterator

from gestand.clock.term import Period
from gestand.core.text import Text
from gestand.documents.page import Paragraph, Section, Span, Topic
from gestand.documents.sections.complaint import authority
from gestand.documents.sections.controller import mail, site
from gestand.documents.sections.cookies import NO_COOKIES
from gestand.documents.sections.recipients import NOT_SOLD
from gestand.documents.sections.rights import FREE, NAMES, answered_within
from gestand.documents.voice import Voice, paragraph, sentence
from gestand.statement.absent import NONE
from gestand.statement.rights import Rights

_TITLE = Text("In het kort", "In short")
_WHO, _WHO_IS = Text("Wie zijn wij?", "Who are we?"), Text("{name}. Vragen?", "{name}. Questions?")
_WHAT_FOR = Text("Waarvoor gebruiken wij uw gegevens?", "What do we use your data for?")
_FOR = Text("Voor: {purposes}", "For: {purposes}")
_HOW_LONG = Text("Hoe lang bewaren wij ze?", "How long do we keep them?")
_FROM_TO = Text(
    "Voor elk gegeven staat vast hoe lang. De kortste termijn is {shortest}, de langste {longest}.",
    "For each there is a fixed term. The shortest is {shortest}, the longest {longest}.",
)
_ONE_TERM = Text(
    "Voor elk gegeven staat vast hoe lang: {shortest}.", "For each there is a fixed term: {shortest}."
)
_TERMS = Text("Voor elk gegeven staat vast hoe lang.", "For each there is a fixed term.")
_WHO_ELSE = Text("Wie krijgt ze nog meer?", "Who else receives them?")
_THESE = Text("Deze ontvangers: {recipients}", "These recipients: {recipients}")
_NOBODY = Text("Niemand.", "Nobody.")
_COOKIES = Text("Welke cookies zetten wij?", "Which cookies do we set?")
_ASKED = Text("Alleen met uw toestemming: {groups}.", "Only with your consent: {groups}.")
_NEEDED = Text(
    "Wij gebruiken alleen cookies waar de site niet zonder kan.", "We use only cookies that the site needs."
)
_MORE_THAN_NEEDED = Text(
    "Cookies waar de site niet zonder kan, zetten wij altijd.", "Cookies that the site needs, we always set."
)
_RIGHTS = Text("Wat kunt u vragen?", "What can you ask?")
_ASK = Text("U heeft recht op {rights}.", "You have the right to {rights}.")
_SOON = Text("U krijgt antwoord binnen {length}.", "You get an answer within {length}.")
_COMPLAINT = Text("Een klacht?", "A complaint?")
_COMPLAIN = Text("Die kunt u altijd indienen bij {authority}.", "You can always lodge it with {authority}.")
_MORE = Text("Meer:", "More:")
_GROUPS = {
    "necessary": Text("noodzakelijke cookies", "necessary cookies"),
    "functional": Text("functionele cookies", "functional cookies"),
    "analytics": Text("cookies om bezoek te meten", "cookies that measure visits"),
    "social": Text("cookies van sociale netwerken", "cookies of social networks"),
    "advertising": Text("cookies voor reclame", "cookies for advertising"),
}
_OTHER = Text("andere cookies", "other cookies")


def section(voice: Voice, full: Iterable[Section]) -> Section:
    """Answers to the questions that people ask first; each leads to its section among `full`."""
    titles = {one.anchor: one.title for one in full}
    topics = []
    for title, anchor, tell in _QUESTIONS:
        told = tuple(tell(voice)) if anchor in titles else ()
        if told:
            more = Span(titles[anchor], f"#{anchor}")
            topics.append(Topic(voice.say(title), (_with_more(voice, told, more),)))
    return Section("short", voice.say(_TITLE), (), tuple(topics))


def _with_more(voice: Voice, told: tuple[str | Span, ...], more: Span) -> Paragraph:
    return paragraph(*told, f" {voice.say(_MORE)} ", more)


def _who(voice: Voice) -> Iterator[str | Span]:
    contact = voice.statement.controller.contact
    yield f"{voice.say(_WHO_IS, name=voice.statement.controller.name)} "
    if contact.email:
        yield mail(contact.email)
    elif contact.page:
        yield site(contact.page)
    yield "."


def _purposes(voice: Voice) -> Iterator[str]:
    yield sentence(voice.say(_FOR, purposes=voice.purposes(voice.statement.purposes)))


def _terms(voice: Voice) -> Iterator[str]:
    """The shortest and the longest of the terms that have a length; those that end with an event have none."""
    lengths = {promise.kept.term.period for promise in voice.statement.retention.values()} - {Period()}
    ordered = sorted(lengths, key=_rough_days)
    if not ordered:
        yield voice.say(_TERMS)
    else:
        shortest, longest = voice.length(ordered[0]), voice.length(ordered[-1])
        yield voice.say(_FROM_TO if len(ordered) > 1 else _ONE_TERM, shortest=shortest, longest=longest)


def _rough_days(period: Period) -> float:
    """About how long a period is, to put periods in a row."""
    return period.months * 30.44 + period.days + period.working_days * 1.4 + period.hours / 24


def _recipients(voice: Voice) -> Iterator[str]:
    statement = voice.statement
    if statement.recipients is NONE:
        yield voice.say(_NOBODY)
    if statement.recipients:
        names = (voice.say(one) for one in statement.recipients.values())
        yield sentence(voice.say(_THESE, recipients=voice.listed(names)))
    if statement.sold is NONE:
        yield f" {voice.say(NOT_SOLD)}"


def _cookies(voice: Voice) -> Iterator[str]:
    groups = voice.statement.cookies
    if groups is NONE:
        yield voice.say(NO_COOKIES)
    asked = [group for group in (groups or {}).values() if group.consent]
    if groups and not asked:
        yield voice.say(_NEEDED)
    elif groups:
        if len(asked) < len(groups):
            yield f"{voice.say(_MORE_THAN_NEEDED)} "
        names = dict.fromkeys(voice.say(_GROUPS[group.kind] if group.kind else _OTHER) for group in asked)
        yield voice.say(_ASKED, groups=voice.listed(names))


def _rights(voice: Voice) -> Iterator[str]:
    rights = voice.statement.rights
    if not isinstance(rights, Rights):
        return
    told = (
        [voice.say(_ASK, rights=voice.listed(voice.say(NAMES[right]) for right in rights.named))]
        if rights.named
        else []
    )
    length = answered_within(rights, "any right")
    told += [voice.say(_SOON, length=voice.length(length))] if length else []
    told += [voice.say(FREE)] if rights.cost is NONE else []
    if told:
        yield " ".join(told)


def _complaint(voice: Voice) -> Iterator[str]:
    yield voice.say(_COMPLAIN, authority=authority(voice)[0])


_QUESTIONS: tuple[tuple[Text, str, Callable[[Voice], Iterator[str | Span] | Iterator[str]]], ...] = (
    (_WHO, "controller", _who),
    (_WHAT_FOR, "purposes", _purposes),
    (_HOW_LONG, "retention", _terms),
    (_WHO_ELSE, "recipients", _recipients),
    (_COOKIES, "cookies", _cookies),
    (_RIGHTS, "rights", _rights),
    (_COMPLAINT, "complaint", _complaint),
)
