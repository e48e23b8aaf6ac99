"""Which data are used: by group of people, where they come from, and whether giving them is required (GDPR 13, 14)."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.page import Bullets, Paragraph, Piece, Row, Section, Topic
from gestand.documents.points import point
from gestand.documents.sections.purposes import law_words
from gestand.documents.voice import Voice, anchor, capital, said, sentence, table
from gestand.statement.absent import NONE
from gestand.statement.data import Datum, Required
from gestand.statement.written import Bilingual

_TITLE = Text("Welke gegevens gebruiken wij?", "Which data do we use?")
_OF = Text("Van {people}", "Of {people}")
_CAPTION = Text("Gegevens van {people}", "Data of {people}")
_DATA = Text("Gegevens", "Data")
_FROM = Text("Hoe wij eraan komen", "Where we get them")
_MUST = Text("Moet u ze geven?", "Must you give them?")
_NOTE = Text("Let op", "Note")
_YOURSELF = Text("van uzelf", "from you")
_SEEN = Text("wij zien ze als u onze site of dienst gebruikt", "we see them when you use our site or service")
_FROM_OTHERS = Text("via {source}", "through {source}")
_COLLECTED = Text("{source}, bij: {points}", "{source}, at: {points}")
_FREE = Text("Nee", "No")
_REQUIRED = {
    "Contract": Text("Ja, voor de overeenkomst", "Yes, for the contract"),
    "LegalObligation": Text("Ja, de wet eist het", "Yes, the law demands it"),
}
_YES = Text("Ja", "Yes")
_OTHERWISE = Text("{because}. Geeft u ze niet? {otherwise}", "{because}. And if you do not? {otherwise}")
_FIELDS = Text("wij vragen: {fields}", "we ask for: {fields}")
_ALLOWED = Text("dit mag op grond van {law}", "this is allowed by {law}")
_YOURS = Text("Wat u zelf kunt doen", "What you can do yourself")
_AT = Text("{text} (bij {page})", "{text} (at {page})")


def section(voice: Voice) -> Section:
    """The data of each group of people, and what people can do with them without asking."""
    return Section("data", voice.say(_TITLE), (), (*_groups(voice), *_own_hands(voice)))


def _groups(voice: Voice) -> Iterator[Topic]:
    for group, text in voice.statement.people.items():
        data = {word: datum for word, datum in voice.statement.data.items() if datum.of == group}
        if data:
            people = voice.say(text)
            title = capital(voice.say(_OF, people=people))
            yield Topic(title, (_table(voice, people, data),), anchor("people", group))


def _table(voice: Voice, people: str, data: dict[str, Datum]) -> Piece:
    columns = [voice.say(title) for title in (_DATA, _FROM, _MUST, _NOTE)]
    rows = (_row(voice, word, datum) for word, datum in data.items())
    return table(voice.say(_CAPTION, people=people), columns, rows)


def _row(voice: Voice, word: str, datum: Datum) -> Row:
    cells = (
        capital(voice.say(datum)),
        _origin(voice, datum),
        _must(voice, datum),
        _notes(voice, datum),
    )
    return Row(tuple(said(cell) for cell in cells), anchor("data", word))


def _origin(voice: Voice, datum: Datum) -> str:
    """From whom or what the data come, and at which contact points."""
    source = source_words(voice, datum.from_)
    if not datum.collected_at:
        return source
    return voice.say(
        _COLLECTED,
        source=source,
        points=voice.listed(point(one).said_in(voice.language) for one in datum.collected_at),
    )


def source_words(voice: Voice, origin: str) -> str:
    """Where data come from, as people read it."""
    if origin == "the person":
        return voice.say(_YOURSELF)
    if origin == "observation":
        return voice.say(_SEEN)
    known = voice.statement.people.get(origin) or voice.statement.sources.get(origin)
    return voice.say(_FROM_OTHERS, source=voice.say(known) if known else origin)


def _must(voice: Voice, datum: Datum) -> str:
    """Whether giving the data is required, and what follows otherwise (GDPR 13(2)(e))."""
    if datum.required is NONE:
        return voice.say(_FREE)
    if not isinstance(datum.required, Required):
        return ""
    because = voice.say(_REQUIRED.get(datum.required.because, _YES))
    otherwise = datum.required.otherwise
    if not isinstance(otherwise, Bilingual):
        return because
    return voice.say(_OTHERWISE, because=because, otherwise=sentence(voice.say(otherwise)))


def _notes(voice: Voice, datum: Datum) -> str:
    notes = []
    if datum.fields:
        notes.append(voice.say(_FIELDS, fields=voice.listed(map(voice.line, datum.fields))))
    if datum.in_use_because:
        notes.append(voice.say(_ALLOWED, law=law_words(voice, datum.in_use_because)))
    return capital("; ".join(notes))


def _own_hands(voice: Voice) -> Iterator[Topic]:
    """What people do themselves, signed in, and what they can do unknown."""
    items: list[Paragraph] = []
    for word, one in (voice.statement.self_service or {}).items():
        text = voice.say(one)
        if one.at and one.at not in text:
            text = voice.say(_AT, text=text, page=one.at)
        items.append(Paragraph(said(sentence(text)), anchor("self-service", word)))
    unknown = voice.statement.anonymous_visit
    if unknown:
        items.append(Paragraph(said(sentence(voice.say(unknown)))))
    if items:
        yield Topic(voice.say(_YOURS), (Bullets(tuple(items)),))
