"""A statement as a page: the short layer first, then its sections in the order in which people ask."""

from collections.abc import Callable

from gestand.core.text import Language, Text
from gestand.documents.anchors import with_single_anchors
from gestand.documents.page import Labels, Page, Section
from gestand.documents.sections import (
    around,
    changes,
    complaint,
    controller,
    cookies,
    data,
    messages,
    purposes,
    recipients,
    retention,
    rights,
    security,
    short,
    unsaid,
)
from gestand.documents.voice import Voice
from gestand.statement.model import Statement

_TITLE = Text("Privacyverklaring van {name}", "Privacy statement of {name}")
_VERSION = Text("versie {version}", "version {version}")
_HOLDS = Text("geldt vanaf {day}", "in force from {day}")
_CONTENTS = Text("Op deze pagina", "On this page")
_SKIP = Text("Naar de tekst", "Skip to the text")
_MADE = Text("Gemaakt uit het bestand met SHA-256 {digest}.", "Made from the file with SHA-256 {digest}.")

_WITNESS = Text(
    "Zo stond ons logboek ervoor toen deze pagina werd gemaakt. Wie dit bewaart, kan ons eraan houden:",
    "This is how our log stood when this page was made. Whoever keeps it can hold us to it:",
)

_SECTIONS: tuple[Callable[[Voice], Section | None], ...] = (
    controller.section,
    purposes.section,
    data.section,
    retention.section,
    recipients.section,
    cookies.section,
    messages.section,
    rights.section,
    complaint.section,
    security.section,
    around.section,
    unsaid.section,
    changes.section,
    changes.explained,
)


def statement_page(
    statement: Statement, language: Language, older: Statement | None = None, checkpoint: str = ""
) -> Page:
    """The whole statement in one language, with what changed since `older` and a checkpoint of the log, where given.

    The same statements give the same page: nothing in it comes from the clock or the machine.
    """
    voice = Voice(statement, language)
    full = [made for make in _SECTIONS if (made := make(voice))]
    if older is not None:
        full.append(changes.since(voice, older))
    page = Page(
        language=language,
        title=voice.say(_TITLE, name=voice.speaker),
        speaker=voice.speaker,
        effective=statement.effective.isoformat() if statement.effective else "",
        dates=dates(voice),
        sections=(short.section(voice, full), *full),
        labels=labels(voice),
        digest=statement.digest,
        checkpoint=checkpoint.strip(),
    )
    return with_single_anchors(page)


def dates(voice: Voice) -> tuple[str, ...]:
    """From which day it holds, where it says so, and which version it is."""
    statement = voice.statement
    holds = (voice.say(_HOLDS, day=voice.day(statement.effective)),) if statement.effective else ()
    return *holds, voice.say(_VERSION, version=statement.version)


def labels(voice: Voice) -> Labels:
    """The words around every page."""
    made = voice.say(_MADE, digest=voice.statement.digest) if voice.statement.digest else ""
    return Labels(voice.say(_CONTENTS), voice.say(_SKIP), made, voice.say(_WITNESS))
