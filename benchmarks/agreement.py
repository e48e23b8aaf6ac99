"""How far a reading agrees with labels made by hand: facts and faults counted over all texts, field by field.

Values are compared, never wording. Names of parties agree when they share a word of three letters or more.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Entry = Mapping[str, Any]
Key = Callable[[Entry], Hashable]


@dataclass(frozen=True)
class Agreement:
    """So many were labelled, so many read, and so many are both."""

    labelled: int = 0
    read: int = 0
    both: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.labelled + other.labelled, self.read + other.read, self.both + other.both)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where there is neither."""
        return 2 * self.both / (self.labelled + self.read) if self.labelled + self.read else 0.0

    def __str__(self) -> str:
        return f"{self.both:,} of {self.labelled:,} found, {self.read - self.both:,} besides"


def folded(text: object) -> str:
    """Letters, spaces and capitals made alike."""
    plain = unicodedata.normalize("NFKC", str(text or ""))
    return re.sub(r"\s+", " ", plain).strip().casefold()


def _one(name: str) -> Key:
    return lambda entry: folded(entry.get(name))


def _stated(_: Entry) -> Hashable:
    return "stated"


def _retention(entry: Entry) -> Hashable:
    if entry.get("unlimited"):
        return "unlimited"
    return folded(entry.get("duration_iso")) or ("vague" if entry.get("vague") else "event")


FIRM: dict[str, Key] = {
    "contacts": lambda entry: (entry.get("kind"), re.sub(r"[^\w@.]", "", folded(entry.get("value")))),
    "legal_bases": _one("basis"),
    "retention": _retention,
    "rights": _one("right"),
    "response_terms": lambda entry: str(entry.get("duration")),
    "effective_date": lambda entry: folded(entry.get("date"))[:7],
    "minors": _one("age"),
    "breach": _one("term"),
    "profiling_or_automated": _one("stated"),
    "complaint_authority": _stated,
    "marketing_opt_out": _stated,
}
SOFT: dict[str, Key] = {
    "data_categories": _one("category"),
    "purposes": _one("purpose"),
    "transfers": _one("safeguard"),
    "cookies": _one("category"),
    "security_measures": _stated,
}
PARTIES = {"controller": "name", "recipients": "name_or_category"}
_TIMES = ("retention", "response_terms", "breach")
"""Fields in which the same value may stand several times."""


def agreement(field: str, labels: Mapping[str, Any], read: Mapping[str, Any]) -> Agreement:
    """Of one text: what was labelled in this field, what was read, what is both."""
    mine, theirs = _entries(labels.get(field)), _entries(read.get(field))
    if field in PARTIES:
        return _parties([folded(entry.get(PARTIES[field])) for entry in mine],
                        [folded(entry.get(PARTIES[field])) for entry in theirs])  # fmt: skip
    key = {**FIRM, **SOFT}[field]
    labelled, found = Counter(map(key, mine)), Counter(map(key, theirs))
    if field not in _TIMES:
        labelled, found = Counter(set(labelled)), Counter(set(found))
    return Agreement(labelled.total(), found.total(), (labelled & found).total())


def _entries(told: object) -> list[Entry]:
    if isinstance(told, dict):
        return [told]
    return list(told) if isinstance(told, list) else []


def _parties(labelled: list[str], read: list[str]) -> Agreement:
    free, both = list(read), 0
    for name in labelled:
        mate = next((other for other in free if _words(name) & _words(other)), None)
        if mate is not None:
            free.remove(mate)
            both += 1
    return Agreement(len(labelled), len(read), both)


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"[\w@.\-]+", name) if len(word) > 2}


def issues_agree(labels: Iterable[Entry], found: Iterable[Entry]) -> Agreement:
    """Faults by name; one that is labelled as debatable counts neither for nor against."""
    every = list(labels)
    must = {entry["issue"] for entry in every if not entry.get("soft")}
    may = {entry["issue"] for entry in every} - must
    told = {entry["issue"] for entry in found} - may
    return Agreement(len(must), len(told), len(must & told))
