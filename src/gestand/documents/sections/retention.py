"""How long data are kept: a table in which every promise has its row (GDPR 13(2)(a))."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.page import Row, Section
from gestand.documents.voice import Voice, anchor, capital, paragraph, said, sentence, table
from gestand.statement.sentences import law_sentence

_TITLE = Text("Hoe lang bewaren wij uw gegevens?", "How long do we keep your data?")
_THEN = Text(
    "Is de termijn voorbij? Dan wissen wij de gegevens, of maken wij ze onbruikbaar.",
    "Has the term passed? Then we erase the data, or make them unusable.",
)
_CAPTION = Text("Hoe lang wij gegevens bewaren", "How long we keep data")
_DATA = Text("Gegevens", "Data")
_KEPT = Text("Wij bewaren ze", "We keep them")
_NOTE = Text("Let op", "Note")
ONLY = Text("alleen als: {condition}", "only if: {condition}")


def section(voice: Voice) -> Section | None:
    """The table of terms; nothing where none is promised."""
    if not voice.statement.retention:
        return None
    columns = (voice.say(title) for title in (_DATA, _KEPT, _NOTE))
    rows = (_row(voice, key) for key in voice.statement.retention)
    told = table(voice.say(_CAPTION), columns, rows)
    return Section("retention", voice.say(_TITLE), (paragraph(voice.say(_THEN)), told))


def _row(voice: Voice, key: str) -> Row:
    promise = voice.statement.retention[key]
    cells = (capital(voice.data_here(promise.data)), voice.until(promise.kept), " ".join(_notes(voice, key)))
    return Row(tuple(said(cell) for cell in cells), anchor("retention", key))


def _notes(voice: Voice, key: str) -> Iterator[str]:
    """The company's own sentence; on what the promise depends, and which law demands that the data are kept."""
    promise = voice.statement.retention[key]
    if promise.says:
        yield sentence(voice.say(promise.says))
        return
    if promise.when:
        yield sentence(voice.say(ONLY, condition=voice.condition(promise.when)))
    if law := law_sentence(voice.statement, key, voice.language):
        yield law
