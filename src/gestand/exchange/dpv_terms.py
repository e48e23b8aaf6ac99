"""How terms, texts and references are written in JSON-LD, and the names of the vocabularies."""

from collections.abc import Iterable

from gestand.core.text import Text
from gestand.statement.right import Right
from gestand.statement.vocabulary import Family, terms

Node = dict[str, object]

CONTEXT = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies by prefix."""

RIGHTS: dict[Right, str] = {
    "access": "A15",
    "rectification": "A16",
    "erasure": "A17",
    "restriction": "A18",
    "portability": "A20",
    "objection": "A21",
    "withdrawal of consent": "A7-3",
    "no automated decision": "A22",
}
"""Each right's article, as DPV's terms for the GDPR name it."""


def term(family: Family, word: str) -> str:
    """The IRI of a word that a statement uses."""
    return terms(family)[word]


def both(text: Text) -> list[Node]:
    """A text in both languages."""
    return [{"@value": text.nl, "@language": "nl"}, {"@value": text.en, "@language": "en"}]


def reference(name: str) -> Node:
    return {"@id": f"#{name}"}


def references(section: str, names: Iterable[str]) -> list[Node]:
    """Parts of the statement by section and word: `#data/contact-details`."""
    return [reference(f"{section}/{name}") for name in names]
