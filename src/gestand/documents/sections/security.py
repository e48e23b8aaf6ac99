"""How the data are protected, and who is told when that fails (GDPR 32-34)."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.measures import measure, measure_span
from gestand.documents.page import Bullets, Paragraph, Piece, Section, Topic
from gestand.documents.sections.complaint import authority
from gestand.documents.voice import Voice, anchor, paragraph, said, sentence
from gestand.statement.absent import NONE, Absent
from gestand.statement.security import Breach, TellController, TellPeople
from gestand.statement.terms import Kept
from gestand.statement.vocabulary import terms

_TITLE = Text("Hoe beschermen wij uw gegevens?", "How do we protect your data?")
_MEASURES = Text("Dit doen wij ervoor:", "This is what we do:")
_NO_MEASURES = Text("Wij nemen geen maatregelen.", "We take no measures.")
_BREACH = Text("Als er iets misgaat", "When something goes wrong")
_WHAT = Text("Een datalek is bijvoorbeeld: {examples}", "A breach is, for example: {examples}")
_AUTHORITY = Text(
    "Een datalek met risico voor mensen melden wij bij {authority} {term}.",
    "We report a breach with a risk to people to {authority} {term}.",
)
_NOT_TO_AUTHORITY = Text(
    "Wij melden datalekken niet bij de toezichthouder.", "We do not report breaches to the authority."
)
_PEOPLE = Text("Wij vertellen het aan {people} {term}{when}.", "We tell {people} {term}{when}.")
_NOT_TO_PEOPLE = Text("Wij vertellen het niet aan anderen.", "We do not tell others.")
_WHEN = {
    "high risk": Text(
        ", als het lek veel gevaar voor hen oplevert", ", if the breach is a high risk to them"
    ),
    "every breach": Text(", bij elk lek", ", for every breach"),
    "unencrypted data": Text(", als de gegevens niet versleuteld waren", ", if the data were not encrypted"),
}
_PROCESSOR = Text(
    "Gaat het om gegevens die wij voor een klant verwerken? Dan vertellen wij het aan {whom} {term}.",
    "Does it concern data that we process for a customer? Then we tell {whom} {term}.",
)
_CUSTOMER = Text("die klant", "that customer")


def section(voice: Voice) -> Section | None:
    """The measures, in plain words, and the promises about a breach."""
    pieces, topics = tuple(_measures(voice)), tuple(_breach(voice))
    return Section("security", voice.say(_TITLE), pieces, topics) if pieces or topics else None


def _measures(voice: Voice) -> Iterator[Piece]:
    statement = voice.statement
    if statement.security is NONE:
        yield paragraph(voice.say(_NO_MEASURES))
    items = [
        paragraph(measure_span(term, sentence(voice.say(measure(term))), terms("measure")[term]))
        for term in statement.security or ()
    ]
    items += [
        Paragraph(said(sentence(voice.say(text))), anchor("security-explained", word))
        for word, text in (statement.security_explained or {}).items()
    ]
    if items:
        yield paragraph(voice.say(_MEASURES))
        yield Bullets(tuple(items))


def _breach(voice: Voice) -> Iterator[Topic]:
    breach = voice.statement.breach
    if isinstance(breach, Breach):
        told = tuple(paragraph(text) for text in _promised(voice, breach))
        if told:
            yield Topic(voice.say(_BREACH), told, "breach")


def _promised(voice: Voice, breach: Breach) -> Iterator[str]:
    if breach.examples:
        yield sentence(voice.say(_WHAT, examples=voice.say(breach.examples)))
    if isinstance(breach.authority, Kept):
        yield voice.say(_AUTHORITY, authority=authority(voice)[0], term=voice.within(breach.authority))
    elif breach.authority is NONE:
        yield voice.say(_NOT_TO_AUTHORITY)
    if isinstance(breach.people, TellPeople):
        people, term = voice.people(breach.people.to), voice.within(breach.people.within)
        when = breach.people.when
        condition = "" if isinstance(when, Absent) else _WHEN[when].said_in(voice.language)
        yield voice.say(_PEOPLE, people=people, term=term, when=condition)
    elif breach.people is NONE:
        yield voice.say(_NOT_TO_PEOPLE)
    if isinstance(breach.as_processor, TellController):
        term = voice.within(breach.as_processor.within)
        yield voice.say(_PROCESSOR, whom=_whom(voice, breach.as_processor), term=term)


def _whom(voice: Voice, told: TellController) -> str:
    if isinstance(told.to, Absent):
        return voice.say(_CUSTOMER)
    return voice.line(told.to)
