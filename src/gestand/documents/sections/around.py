"""What stands around the promises: children, decisions by machines, running charges, other laws and terms."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.page import Bullets, Paragraph, Section, Topic
from gestand.documents.sections.controller import site
from gestand.documents.sections.purposes import UNTIL, WITH
from gestand.documents.voice import Voice, anchor, capital, paragraph, plain, said, sentence
from gestand.statement.absent import NONE, NOT_APPLICABLE, Absent
from gestand.statement.rights import Minors
from gestand.statement.surroundings import Agreement, Regime

_TITLE = Text("Wat is er nog meer goed om te weten?", "What else is good to know?")
_MINORS = Text("Kinderen", "Children")
_UNDER = Text(
    "Bent u jonger dan {age}? Dan moet {whom} toestemming geven.",
    "Are you younger than {age}? Then {whom} must consent.",
)
_PARENT = Text("een ouder of voogd", "a parent or guardian")
_NOT_FOR_CHILDREN = Text(
    "Onze dienst is niet bedoeld voor kinderen.", "Our service is not meant for children."
)
_NO_CHILDREN = Text("Wij gebruiken geen gegevens van kinderen.", "We do not use data of children.")
_DECISIONS = Text("Besluiten door een computer", "Decisions by a computer")
_NO_DECISIONS = Text(
    "Wij nemen geen besluiten over u zonder dat er een mens naar kijkt.",
    "We take no decisions about you without a person looking at them.",
)
_DECIDED = Text("{what}. Zo gaat dat: {logic}", "{what}. This is how: {logic}")
_CONTEST = Text(
    "Wilt u dat een mens ernaar kijkt? Vraag het bij {where}.",
    "Do you want a person to look at it? Ask at {where}.",
)
_SUBSCRIPTIONS = Text("Abonnementen", "Subscriptions")
_NO_SUBSCRIPTIONS = Text(
    "Niets wordt vanzelf opnieuw in rekening gebracht.", "Nothing is charged again by itself."
)
_AGREEMENTS = Text("Andere voorwaarden", "Other terms")
_WITH_WHOM = Text("Wij spreken dit af met {whom}.", "We agree on this with {whom}.")
_THE_TERMS = Text("De voorwaarden staan hier:", "The terms are here:")


def section(voice: Voice) -> Section | None:
    """Whatever of this the statement speaks of."""
    makers = (_minors, _decisions, _subscriptions, _regimes, _agreements)
    topics = tuple(topic for make in makers for topic in make(voice))
    return Section("also", voice.say(_TITLE), (), topics) if topics else None


def _minors(voice: Voice) -> Iterator[Topic]:
    minors = voice.statement.minors
    told = {NONE: _NO_CHILDREN, NOT_APPLICABLE: _NOT_FOR_CHILDREN}
    text = voice.say(told[minors]) if isinstance(minors, Absent) and minors in told else ""
    if isinstance(minors, Minors):
        text = sentence(voice.say(minors))
        if minors.consent_of:
            text += f" {voice.say(_UNDER, age=minors.under, whom=voice.say(_PARENT))}"
    if text:
        yield Topic(voice.say(_MINORS), (paragraph(text),), "minors")


def _decisions(voice: Voice) -> Iterator[Topic]:
    decisions = voice.statement.automated_decisions
    items = [paragraph(voice.say(_NO_DECISIONS))] if decisions is NONE else []
    for word, one in (decisions or {}).items():
        told = [sentence(voice.say(_DECIDED, what=capital(voice.say(one)), logic=voice.say(one.logic)))]
        told.append(sentence(voice.say(WITH, data=voice.data(one.data))))
        if not isinstance(one.contested_at, Absent):
            told.append(voice.say(_CONTEST, where=plain(one.contested_at)))
        items.append(Paragraph(said(" ".join(told)), anchor("automated-decisions", word)))
    if items:
        yield Topic(voice.say(_DECISIONS), tuple(items), "automated-decisions")


def _subscriptions(voice: Voice) -> Iterator[Topic]:
    subscriptions = voice.statement.subscriptions
    items = [paragraph(voice.say(_NO_SUBSCRIPTIONS))] if subscriptions is NONE else []
    for word, one in (subscriptions or {}).items():
        told = [sentence(voice.say(one))]
        told += [sentence(voice.say(one.told_before))] if one.told_before else []
        told += [voice.say(UNTIL, moment=voice.moment(one.until))] if one.until else []
        told.append(sentence(voice.say(WITH, data=voice.data(one.data))))
        items.append(Paragraph(said(" ".join(told)), anchor("subscriptions", word)))
    if items:
        yield Topic(voice.say(_SUBSCRIPTIONS), tuple(items), "subscriptions")


def _regimes(voice: Voice) -> Iterator[Topic]:
    for word, one in (voice.statement.regimes or {}).items():
        yield Topic(_law(voice, one), (_promises(voice, one),), anchor("regimes", word))


def _law(voice: Voice, one: Regime) -> str:
    return f"{capital(voice.say(one))} ({plain(one.law)})"


def _promises(voice: Voice, one: Regime) -> Bullets:
    return Bullets(tuple(paragraph(sentence(voice.say(promise))) for promise in one.promises))


def _agreements(voice: Voice) -> Iterator[Topic]:
    items = tuple(_agreement(voice, word, one) for word, one in (voice.statement.agreements or {}).items())
    if items:
        yield Topic(voice.say(_AGREEMENTS), items, "agreements")


def _agreement(voice: Voice, word: str, one: Agreement) -> Paragraph:
    told = [sentence(voice.say(one))]
    if not isinstance(one.with_, Absent):
        told.append(voice.say(_WITH_WHOM, whom=voice.line(one.with_)))
    if one.data:
        told.append(sentence(voice.say(WITH, data=voice.data(one.data))))
    if not one.terms:
        return Paragraph(said(" ".join(told)), anchor("agreements", word))
    words = paragraph(f"{' '.join(told)} {voice.say(_THE_TERMS)} ", site(one.terms), ".").words
    return Paragraph(words, anchor("agreements", word))
