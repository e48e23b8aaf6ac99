"""How long data are kept: a table to look up, and below it each promise in its own words (GDPR 13(2)(a))."""

from gestand.core.text import Text
from gestand.documents.page import Bullets, Paragraph, Row, Section, Table, Topic
from gestand.documents.voice import Voice, anchor, capital, paragraph, said, sentence
from gestand.statement.minimum import legal_minimum
from gestand.statement.sentences import retention_data, retention_sentence

_TITLE = Text("Hoe lang bewaren wij uw gegevens?", "How long do we keep your data?")
_THEN = Text(
    "Is de termijn voorbij? Dan wissen wij de gegevens, of maken wij ze onbruikbaar.",
    "Has the term passed? Then we erase the data, or make them unusable.",
)
_CAPTION = Text("Hoe lang wij gegevens bewaren", "How long we keep data")
_DATA = Text("Gegevens", "Data")
_KEPT = Text("Wij bewaren ze", "We keep them")
_WHY = Text("Let op", "Note")
_ONLY = Text("alleen als: {condition}", "only if: {condition}")
_LAW = Text("de wet verplicht ons dit te bewaren: {article}", "the law obliges us to keep this: {article}")
_IN_FULL = Text("Onze beloften, woord voor woord", "Our promises, word for word")


def section(voice: Voice) -> Section | None:
    """The table of terms, and every promise in the sentence that is kept; nothing where none is made."""
    if not voice.statement.retention:
        return None
    promises = (Topic(voice.say(_IN_FULL), (_sentences(voice),)),)
    return Section("retention", voice.say(_TITLE), (paragraph(voice.say(_THEN)), _table(voice)), promises)


def _table(voice: Voice) -> Table:
    keys = voice.statement.retention
    noted = any(_notes(voice, key) for key in keys)
    columns = [voice.say(_DATA), voice.say(_KEPT), *([voice.say(_WHY)] if noted else [])]
    return Table(voice.say(_CAPTION), tuple(columns), tuple(_row(voice, key, noted) for key in keys))


def _row(voice: Voice, key: str, noted: bool) -> Row:
    kept = voice.until(voice.statement.retention[key].kept)
    cells = [said(retention_data(voice.statement, key, voice.language)), said(kept)]
    return Row((*cells, said(_notes(voice, key))) if noted else tuple(cells))


def _notes(voice: Voice, key: str) -> str:
    """On what a promise depends, and which law demands that the data are kept."""
    promise, least = voice.statement.retention[key], legal_minimum(voice.statement, key)
    notes = [voice.say(_ONLY, condition=voice.condition(promise.when))] if promise.when else []
    notes += [voice.say(_LAW, article=voice.say(least.article))] if least else []
    return capital("; ".join(notes))


def _sentences(voice: Voice) -> Bullets:
    """The promises as `check` quotes them; each can be linked to by its id."""
    return Bullets(
        tuple(
            Paragraph(
                said(sentence(retention_sentence(voice.statement, key, voice.language))),
                anchor("retention", key),
            )
            for key in voice.statement.retention
        )
    )
