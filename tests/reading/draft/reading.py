"""A text read into a draft, as `gestand read` does."""

from gestand.reading.draft.compose import draft
from gestand.reading.draft.material import Material
from gestand.reading.facts import mentions_of
from gestand.reading.merge import merged
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of
from gestand.statement import Statement, parse_statement


def drafted(text: str) -> str:
    """The draft of a Markdown text."""
    document = document_of(text.encode(), "a.md")
    segments = segments_of(document)
    mentions = mentions_of(segments, document)
    return draft(Material(document, segments, merged(mentions, segments), mentions))


def stated(text: str) -> Statement:
    """The statement that the draft of a text is."""
    return parse_statement(drafted(text))
