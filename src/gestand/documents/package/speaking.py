"""Speaks one language: texts with their parts filled in, each on one line."""

from collections.abc import Iterable
from dataclasses import dataclass

from gestand.core.text import Language, Text
from gestand.documents.voice import plain
from gestand.statement.sentences import listed


@dataclass(frozen=True)
class Speaker:
    """A language; called with a text, it says that text."""

    language: Language

    def __call__(self, text: Text, **parts: str) -> str:
        said = text.said_in(self.language)
        return plain(said.format(**parts) if parts else said)

    def listed(self, texts: Iterable[str]) -> str:
        """`a, b and c`; empty for nothing."""
        parts = [plain(text) for text in texts]
        return listed(parts, self.language) if parts else ""
