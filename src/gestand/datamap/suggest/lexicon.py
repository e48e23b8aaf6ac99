"""The words that databases use, in Dutch and English, and the kinds of personal data that they name."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from gestand.core.text import Text


class Strength(StrEnum):
    """What a name needs beside it before the column counts as personal."""

    STRONG = "strong"
    CONTEXT = "context"
    TRADE = "trade"


@dataclass(frozen=True)
class Kind:
    """A kind of personal data. `terms` are W3C DPV; `special` names what GDPR 9, 10 or 87 guards, else empty.

    `held` are the types beside text that a column of it may have: number, time, or other (an engine's own type, a
    closed list, bytes). `phrases` are words of the lexicon that a column's name ends in.
    """

    key: str
    terms: tuple[str, ...]
    strength: Strength
    special: str
    held: tuple[str, ...]
    text: Text
    phrases: tuple[tuple[str, ...], ...]

    @property
    def guard(self) -> Text:
        """The articles that guard it, and the rules of lint by which a statement is held to them."""
        guards = [_GUARDS.get(special, _SPECIAL) for special in self.special.split(", ")]
        articles, rules = (" en ".join(dict.fromkeys(each)) for each in zip(*guards, strict=True))
        nl = f"AVG {articles}; {rules}"
        return Text(nl, nl.replace("AVG ", "GDPR ", 1).replace(" en ", " and "))


_SPECIAL = ("9", "AVG1315")
_GUARDS = {"citizen number": ("87", "AVG1316"), "criminal record": ("10", "AVG1315")}
"""By what is special: the article of the GDPR, and the rule of lint."""


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its key, in the order of `kinds.csv`."""
    return {row["kind"]: _kind(row) for row in _rows("kinds.csv")}


def _kind(row: dict[str, str]) -> Kind:
    return Kind(
        row["kind"],
        tuple(row["terms"].split()),
        Strength(row["strength"]),
        row["special"],
        tuple(row["held"].split()),
        Text(row["nl"], row["en"]),
        tuple(tuple(phrase.split()) for phrase in row["phrases"].split("|")),
    )


@cache
def spellings() -> dict[str, str]:
    """Every spelling, small and without accents, with the word that it stands for."""
    found: dict[str, str] = {}
    for row in _rows("words.csv"):
        for spelling in row["spellings"].split():
            found.setdefault(spelling, row["word"])
    return found


@cache
def roles() -> dict[str, str]:
    """What a word does in a name: people, time, thing, flag, modifier, neutral; empty for the others."""
    return {row["word"]: row["role"] for row in _rows("words.csv")}


@cache
def phrases() -> dict[tuple[str, ...], Kind]:
    """Every phrase with its kind; where two have one, the first."""
    found: dict[tuple[str, ...], Kind] = {}
    for kind in kinds().values():
        for phrase in kind.phrases:
            found.setdefault(phrase, kind)
    return found


def _rows(name: str) -> list[dict[str, str]]:
    text = files("gestand.datamap.suggest").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
