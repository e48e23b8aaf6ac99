"""A version of the statement, as the book keeps it for whoever asks later what was promised."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Version:
    """A statement's whole text under its SHA-256, the day from which it holds, and when it was first seen (aware)."""

    digest: str
    text: str
    effective: date
    at: datetime
