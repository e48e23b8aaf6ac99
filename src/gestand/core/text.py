"""A text that people read, in Dutch and in English."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True)
class Text:
    """The same words twice: neither language is a translation left for later."""

    nl: str
    en: str

    def said_in(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en

    def filled(self, **words: object) -> "Text":
        """The same in both languages, with the words in their places."""
        return Text(self.nl.format(**words), self.en.format(**words))
