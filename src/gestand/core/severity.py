"""How severe a breach is by ENISA's method of 2013: an aid for the person who decides, not a rule of law."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Band = Literal["low", "medium", "high", "very_high"]

_BANDS: tuple[tuple[Decimal, Band], ...] = (
    (Decimal(4), "very_high"),
    (Decimal(3), "high"),
    (Decimal(2), "medium"),
)


@dataclass(frozen=True)
class Severity:
    """The score, from 0.25 to 6, and the band it falls in; a score on a border belongs to the higher band."""

    score: Decimal
    band: Band


def severity(context: Decimal, identification: Decimal, circumstances: tuple[Decimal, ...]) -> Severity:
    """`context` of the data (1 to 4) times ease of `identification` (0.25 to 1), plus the `circumstances`.

    The circumstances are confidentiality, integrity and availability (0, 0.25 or 0.5 each) and malice (0 or
    0.5). Raises ValueError outside these ranges.
    """
    _refuse_outside("context", context, Decimal(1), Decimal(4))
    _refuse_outside("identification", identification, Decimal("0.25"), Decimal(1))
    for circumstance in circumstances:
        _refuse_outside("circumstance", circumstance, Decimal(0), Decimal("0.5"))
    score = context * identification + sum(circumstances, Decimal(0))
    return Severity(score, next((band for least, band in _BANDS if score >= least), "low"))


def _refuse_outside(name: str, value: Decimal, least: Decimal, most: Decimal) -> None:
    if not least <= value <= most:
        raise ValueError(f"{name} is {value}; it must lie between {least} and {most}")
