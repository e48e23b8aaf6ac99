"""The laws that gestand knows by name: what they demand to be kept, how long, and who checked the article."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from gestand.clock.term import Term
from gestand.core.errors import ConfigurationError
from gestand.core.text import Text
from gestand.statement.nodes import Node
from gestand.statement.terms import parse_law_term, term_words
from gestand.statement.yaml import load_yaml


@dataclass(frozen=True)
class Verified:
    """Who read the article of the law, and on which day."""

    by: str
    on: date


@dataclass(frozen=True)
class Law:
    """A law's term. `at_most` is set where the law forbids keeping longer; `covers` says for which data.

    `verified` is None until a named person has read the article: show it, and let no letter rest on it.
    """

    name: str
    article: Text
    short: Text
    covers: Text
    at_least: Term
    at_most: Term | None
    source: Literal["read", "secondary", "memory"]
    in_force_from: date | None
    verified: Verified | None

    @property
    def at_least_words(self) -> Text:
        """The minimum as people write it, up to the moment: `7 years after the book year of`."""
        return Text(term_words(self.at_least, "nl"), term_words(self.at_least, "en"))


@cache
def laws() -> dict[str, Law]:
    """Every law in the table, by the name that a statement uses."""
    text = files("gestand.statement").joinpath("laws.yaml").read_text("utf-8")
    root = load_yaml(text, "the table of laws", ConfigurationError).root
    return {entry.key: _law(entry.key, entry.node) for entry in root.entries}


def _law(name: str, node: Node) -> Law:
    most, begins, verified = node.at("at most"), node.at("in force from"), node.at("verified")
    source = str(_text(node, "source"))
    return Law(
        name=name,
        article=_words(node, "article"),
        short=_words(node, "short"),
        covers=_words(node, "covers"),
        at_least=parse_law_term(_text(node, "at least")),
        at_most=parse_law_term(str(most.value)) if most else None,
        source="read" if source == "read" else "secondary" if source == "secondary" else "memory",
        in_force_from=date.fromisoformat(str(begins.value)) if begins else None,
        verified=_verified(verified) if verified and verified.is_map else None,
    )


def _verified(node: Node) -> Verified:
    return Verified(_text(node, "by"), date.fromisoformat(_text(node, "on")))


def _words(node: Node, key: str) -> Text:
    return Text(_text(node, key, "nl"), _text(node, key, "en"))


def _text(node: Node, *path: str) -> str:
    found = node.at(*path)
    if found is None:
        raise ConfigurationError(f"{node.place}: the table of laws lacks `{' / '.join(path)}`")
    return str(found.value)
