"""The shape that everything written in a statement has, and the plain kinds of word in it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from gestand.core.text import Language, Text


def key_of(field: str) -> str:
    """How a field is spelled in YAML: `kept_at_least` is `kept at least`, `from_` is `from`."""
    return (
        field.strip("_")
        .replace("_", " ")
        .replace("opt out", "opt-out")
        .replace("self service", "self-service")
    )


class Written(BaseModel):
    """A part of the statement: frozen, and no key that gestand does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=key_of,
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,  # of all parts, only the whole is ever validated by itself
    )


_WORD = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ADDRESS = r"^[^\s/:]+\.[^\s/:]+(/\S*)?$"
_LINK = r"^https://[^\s/]+(/\S*)?$"
_MAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
SHAPES = {
    _WORD: "a hyphenated-word in small letters",
    _ADDRESS: "a site without https://, such as `www.example.org`",
    _LINK: "a page, such as `https://www.example.org/privacy`",
    _MAIL: "an e-mail address",
}
"""What each pattern means, in words for a message."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, strict=True)]
"""A text of at least one character, the same in every language: a name, an address."""

Word = Annotated[str, StringConstraints(pattern=_WORD, strict=True)]
"""A name that the company gives to a thing: `contact-details`."""

Words = Annotated[tuple[Word, ...], Field(min_length=1)]
"""At least one of those names."""

Address = Annotated[str, StringConstraints(pattern=_ADDRESS, strict=True)]
"""A site or page without https://: `www.example.org/contact`."""

Link = Annotated[str, StringConstraints(pattern=_LINK, strict=True)]
"""A page on the web: `https://www.example.org/opt-out`."""

Mail = Annotated[str, StringConstraints(pattern=_MAIL, strict=True)]
"""An e-mail address."""


class Bilingual(Written):
    """What people read, in Dutch and in English."""

    nl: Line = Field(description="The text in Dutch.")
    en: Line = Field(description="The text in English.")

    @property
    def text(self) -> Text:
        return Text(self.nl, self.en)

    def said_in(self, language: Language) -> str:
        return self.text.said_in(language)
