"""What the statement said on a day: by the day of effect, and a correction by when it was seen."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from gestand.core.version import Version
from gestand.documents.archive import Held, version_before, version_on

ZONE = ZoneInfo("Europe/Amsterdam")


def version(name: str, effective: str, seen: str) -> Version:
    return Version(name, "", date.fromisoformat(effective), datetime.fromisoformat(seen).replace(tzinfo=UTC))


FIRST = version("first", "2026-01-01", "2025-12-15")
SECOND = version("second", "2026-06-01", "2026-05-01")
CORRECTED = version("corrected", "2026-06-01", "2026-07-01T22:30")
ALL = (FIRST, SECOND, CORRECTED)


def on(day: str) -> Held | None:
    return version_on(ALL, date.fromisoformat(day), ZONE)


def test_a_version_holds_from_its_day_until_the_next() -> None:
    assert on("2026-01-01") == Held(FIRST, False)
    assert on("2026-05-31") == Held(FIRST, False)
    assert on("2026-06-01") == Held(SECOND, False)


def test_before_the_first_version_there_is_none() -> None:
    assert on("2025-12-31") is None


def test_a_correction_counts_from_the_day_in_our_zone_on_which_it_was_seen() -> None:
    assert on("2026-07-01") == Held(SECOND, False)
    assert on("2026-07-02") == Held(CORRECTED, False)


def test_a_text_that_the_book_saw_only_later_is_told_as_such() -> None:
    late = version("late", "2026-01-01", "2026-02-01")

    assert version_on((late,), date(2026, 1, 15), ZONE) == Held(late, True)


def test_the_version_before_is_the_last_other_one_in_effect() -> None:
    assert version_before(ALL, "corrected", date(2026, 6, 1)) == SECOND
    assert version_before((FIRST, SECOND), "second", date(2026, 6, 1)) == FIRST
    assert version_before((FIRST,), "first", date(2026, 1, 1)) is None
