"""The words of the exchange form in the terms of a statement: W3C DPV, Dutch and English."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Term:
    """One word: its key, its DPV term (or the pattern that finds it), and how people say it.

    `more` of data: `observation` when nobody gives them, `law` when only a law allows them (GDPR 9, 10 and 87).
    """

    key: str
    term: str
    nl: str
    en: str
    more: str = ""


@cache
def terms(family: str) -> dict[str, Term]:
    """The words of a family: data, what, purpose, moment, people or measure."""
    lines = files("gestand.reading.draft").joinpath("vocabulary.csv").read_text("utf-8").splitlines()
    return {
        row["key"]: Term(row["key"], row["term"], row["nl"], row["en"], row["more"])
        for row in csv.DictReader(lines)
        if row["family"] == family
    }


@cache
def pattern(expression: str) -> re.Pattern[str]:
    """A pattern of the vocabulary, at the beginning of a word."""
    return re.compile(rf"\b(?:{expression})", re.IGNORECASE)
