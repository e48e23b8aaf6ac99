"""A text read into a draft, as `gestand read` does."""

from gestand.reading.draft.compose import draft
from gestand.reading.draft.material import material_of
from gestand.reading.source import document_of
from gestand.statement import Statement, parse_statement


def drafted(text: str) -> str:
    """The draft of a Markdown text."""
    return draft(material_of(document_of(text.encode(), "a.md")))


def stated(text: str) -> Statement:
    """The statement that the draft of a text is."""
    return parse_statement(drafted(text))
