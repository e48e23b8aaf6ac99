"""Which of two terms ends sooner, for every moment they could count from."""

from dataclasses import replace
from typing import Literal

from gestand.clock.term import Period, Term
from gestand.statement.terms import Kept

Comparison = Literal["same", "stricter", "laxer", "other"]

_MONTHS = (
    (0, 0), (28, 31), (59, 62), (89, 92), (120, 123), (150, 153),
    (181, 184), (212, 215), (242, 245), (273, 276), (303, 306), (334, 337),
)  # fmt: skip
"""The fewest and the most days that so many months can last."""


def stricter(old: Kept, new: Kept) -> Comparison:
    """Whether `new` keeps data shorter ("stricter") or longer ("laxer") than `old`, whatever the date.

    "other" when they count from different moments, or when it depends on the date.
    """
    if old.moment != new.moment:
        return "other"
    return compare_terms(old.term, new.term)


def compare_terms(old: Term, new: Term) -> Comparison:
    """As `stricter`, for two terms that count from the same moment."""
    if _plain(old) == _plain(new):
        return "same"
    if _year_end(old) == _year_end(new):
        return compare_periods(old.period, new.period)
    if compare_periods(old.period, new.period) == "same" and "the moment" in (
        old.counted_from,
        new.counted_from,
    ):
        return "stricter" if new.counted_from == "the moment" else "laxer"
    return _by_bounds(_term_days(old), _term_days(new))


def compare_periods(old: Period, new: Period) -> Comparison:
    """As `stricter`, for two bare periods."""
    if old == new:
        return "same"
    parts = [(old.months, new.months), (old.days, new.days), (old.working_days, new.working_days)]
    parts.append((old.hours, new.hours))
    if all(was >= now for was, now in parts):
        return "stricter"
    if all(was <= now for was, now in parts):
        return "laxer"
    return _by_bounds(_days(old), _days(new))


def shorter_than(promise: Term, law: Term) -> bool:
    """Whether a promise could end before the law's term does, on at least one date."""
    return compare_terms(law, promise) not in ("same", "laxer")


def _plain(term: Term) -> Term:
    """The same term with nothing in it that changes nothing."""
    ends, (month, day) = term.counted_from, term.book_year_ends
    if ends == "the book year" and (month, day) == (12, 31):
        return replace(term, counted_from="the calendar year")
    return term if ends == "the book year" else replace(term, book_year_ends=(12, 31))


def _year_end(term: Term) -> tuple[int, int] | None:
    plain = _plain(term)
    return None if plain.counted_from == "the moment" else plain.book_year_ends


def _by_bounds(old: tuple[float, float], new: tuple[float, float]) -> Comparison:
    if new[1] <= old[0]:
        return "stricter"
    return "laxer" if new[0] >= old[1] else "other"


def _term_days(term: Term) -> tuple[float, float]:
    fewest, most = _days(term.period)
    return (fewest, most) if term.counted_from == "the moment" else (fewest, most + 366)


def _days(period: Period) -> tuple[float, float]:
    """The fewest and the most days that a period can last; working days may meet every holiday there is."""
    years, rest = divmod(period.months, 12)
    fewest = years * 365 + years // 4 - years // 100 + _MONTHS[rest][0]
    most = years * 365 + -(-years // 4) + _MONTHS[rest][1]
    extra = period.days + period.hours / 24
    working = period.working_days
    return fewest + extra + working, most + extra + working * 7 / 5 + (14 if working else 0)
