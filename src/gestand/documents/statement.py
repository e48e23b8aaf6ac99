"""A statement as a page: its sections in the order in which people ask."""

from gestand.core.text import Language, Text
from gestand.documents.page import Labels, Page
from gestand.documents.sections import controller, retention
from gestand.documents.voice import Voice
from gestand.statement.model import Statement

_TITLE = Text("Privacyverklaring", "Privacy statement")
_VERSION = Text("versie {version}", "version {version}")
_HOLDS = Text("geldt vanaf {day}", "in force from {day}")
_CONTENTS = Text("Op deze pagina", "On this page")
_SKIP = Text("Naar de tekst", "Skip to the text")
_MADE = Text("Gemaakt uit het bestand met SHA-256 {digest}.", "Made from the file with SHA-256 {digest}.")

_SECTIONS = (controller.section, retention.section)


def statement_page(statement: Statement, language: Language) -> Page:
    """The whole statement in one language. The same statement gives the same page."""
    voice = Voice(statement, language)
    sections = tuple(made for make in _SECTIONS if (made := make(voice)))
    return Page(
        language=language,
        title=f"{voice.say(_TITLE)} {statement.controller.name}",
        speaker=statement.controller.name,
        effective=statement.effective.isoformat(),
        dates=_dates(voice),
        sections=sections,
        labels=labels(voice),
        digest=statement.digest,
    )


def _dates(voice: Voice) -> tuple[str, ...]:
    statement = voice.statement
    return (
        voice.say(_HOLDS, day=voice.day(statement.effective)),
        voice.say(_VERSION, version=statement.version),
    )


def labels(voice: Voice) -> Labels:
    """The words around every page."""
    made = voice.say(_MADE, digest=voice.statement.digest) if voice.statement.digest else ""
    return Labels(voice.say(_CONTENTS), voice.say(_SKIP), made)
