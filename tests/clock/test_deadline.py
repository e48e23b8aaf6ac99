"""Deadlines end where the law and the conventions say."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gestand.clock.deadline import KINDS, PROMISE, Deadline, deadline
from gestand.clock.errors import BeyondTheTable, TermError
from gestand.clock.holidays import ATW, ATW_KB, STRICT
from gestand.clock.moment import parse_start

VECTORS = Path(__file__).parent.parent / "vectors"
EU = "Reg1182/71 art. 3(4)"


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((VECTORS / name).read_text(encoding="utf-8").splitlines()))


def computed(row: dict[str, str], **changes: object) -> Deadline:
    start = changes.pop("start", parse_start(row["start"]))
    return deadline(row["kind"], start, int(row["amount"]), row.get("rule_basis", ""), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("row", rows("deadlines.csv"), ids=lambda row: row["case_id"])
def test_each_vector_ends_where_it_says(row: dict[str, str]) -> None:
    found = computed(row)
    assert found.end.isoformat() == row["expected_end"]
    assert found.safe.isoformat() == (row["expected_safe"] or found.safe.isoformat())


def end_under(row: dict[str, str]) -> str:
    """The end under the reading that the row names, as far as the product knows that reading."""
    found = computed(row)
    match row["reading"]:
        case "calendar:ATW_KB":
            return computed(row, calendar=ATW_KB).end.isoformat()
        case "calendar:STRICT":
            return computed(row, calendar=STRICT).end.isoformat()
        case "no_shift" | "chained_extension":
            return found.safe.isoformat()
        case "start_next_day":
            return computed(row, start=date.fromisoformat(row["start"]) + timedelta(days=1)).end.isoformat()
        case "hour_rounding":
            rounded = parse_start(row["start"]).replace(minute=0) + timedelta(hours=1)  # type: ignore[call-arg]
            return computed(row, start=rounded).end.isoformat()
        case "naive_wall_clock":
            wall = datetime.fromisoformat(row["start"]).astimezone(ZoneInfo("Europe/Amsterdam"))
            return (wall + timedelta(hours=int(row["amount"]))).isoformat()
        case _:
            return row["end_under_reading"]  # art. 3(5) on hours: nobody's reading, and never earlier


@pytest.mark.parametrize("row", rows("readings.csv"), ids=lambda row: f"{row['case_id']}-{row['reading']}")
def test_other_readings_end_elsewhere_and_never_before_the_safe_date(row: dict[str, str]) -> None:
    found = computed(row)
    assert found.end.isoformat() == row["expected_end"]
    assert end_under(row) == row["end_under_reading"]
    if row["reading"] != "naive_wall_clock":  # a mistake, not a reading
        assert found.safe <= parse_start(row["end_under_reading"])


DAYS = some.dates(date(2018, 1, 1), date(2028, 12, 31))


@given(
    DAYS, some.sampled_from(["gdpr_month", "weeks", "calendar_days", "months_after"]), some.integers(1, 11)
)
def test_an_end_by_eu_law_is_the_first_working_day_from_the_plain_end(
    day: date, kind: str, amount: int
) -> None:
    plain, moved = deadline(kind, day, amount, PROMISE), deadline(kind, day, amount, EU)
    assert plain.end == plain.safe == moved.safe
    assert timedelta(0) <= moved.end - plain.end <= timedelta(days=5)  # type: ignore[operator]
    assert deadline("working_days", moved.end - timedelta(days=1), 1).end == moved.end


@given(DAYS, some.integers(1, 60))
def test_working_days_end_one_by_one(day: date, amount: int) -> None:
    one_less = deadline("working_days", day, amount - 1).end if amount > 1 else day
    assert deadline("working_days", one_less, 1).end == deadline("working_days", day, amount).end


@given(DAYS, DAYS, some.sampled_from([kind for kind in KINDS if "hours" not in kind]), some.integers(1, 11))
def test_a_later_start_never_ends_earlier(one: date, two: date, kind: str, amount: int) -> None:
    early, late = (deadline(kind, day, amount) for day in sorted((one, two)))
    assert early.end <= late.end
    assert early.safe <= late.safe
    assert early.safe <= early.end


def test_a_date_is_over_at_the_next_local_midnight() -> None:
    assert deadline("gdpr_month", date(2026, 2, 28), 1).over_at().isoformat() == "2026-03-31T00:00:00+02:00"
    assert deadline("hours_72", parse_start("2026-03-27T12:00"), 72).over_at().hour == 13


def test_only_the_law_sets_a_limit() -> None:
    assert deadline("gdpr_month", date(2026, 3, 5), 1).limit == date(2026, 4, 7)
    assert deadline("hours_72", parse_start("2026-03-27T12:00"), 72).limit is not None
    assert deadline("working_days", date(2026, 3, 5), 5).limit is None
    assert deadline("years", date(2019, 12, 31), 7, "minimum by statute").limit == date(2026, 12, 31)


def test_a_holiday_beyond_the_table_is_refused_and_the_safe_date_told() -> None:
    with pytest.raises(BeyondTheTable, match=r"2030 .* 2018 through 2029.*\(2030-01-15\)"):
        deadline("gdpr_month", date(2029, 12, 15), 1)
    with pytest.raises(BeyondTheTable, match=r"2030"):
        deadline("working_days", date(2029, 12, 31), 1)
    with pytest.raises(BeyondTheTable, match=r"2029 .* ATW_KB"):
        deadline("gdpr_month", date(2029, 1, 15), 1, calendar=ATW_KB)


def test_a_promise_in_months_never_needs_the_table() -> None:
    assert deadline("months_after", date(2035, 1, 31), 1).end == date(2035, 2, 28)
    assert deadline("years", date(1999, 12, 31), 7).end == date(2006, 12, 31)


@pytest.mark.parametrize(
    ("kind", "amount", "message"),
    [
        ("gdpr_months", 1, "did you mean 'gdpr_month'"),
        ("whenever", 1, "'whenever' is no kind of deadline; the kinds are gdpr_month, gdpr_extension"),
        ("Working Days", 5, "did you mean 'working_days'"),
        ("hours_72", 24, "hours_72 names 72 hours, but the amount is 24"),
        ("weeks", 0, "nearest 1$"),
        ("weeks", -2, "nearest 1$"),
        ("years", 101, "nearest 100$"),
        ("hours", 10_000_000, "nearest 876600$"),
    ],
)
def test_a_wrong_kind_or_amount_is_told_with_the_nearest(kind: str, amount: int, message: str) -> None:
    with pytest.raises(TermError, match=message):
        deadline(kind, date(2026, 1, 1), amount)


@pytest.mark.parametrize("kind", ["calendar_days", "months_after", "years", "weeks", "hours", "working_days"])
def test_the_end_of_all_years_is_a_clear_error(kind: str) -> None:
    with pytest.raises((TermError, BeyondTheTable)):
        deadline(kind, date(9999, 12, 31), 100)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "soon", "20260305", "2026-W10-4", "2026-03-05T25:00", "", "05-03-2026"]
)
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(TermError, match="write a date such as 2026-03-05"):
        parse_start(text)


def test_sentences_explain_in_both_languages() -> None:
    moved = deadline("gdpr_month", date(2026, 3, 27), 1)
    assert moved.sentence("en") == (
        "A term of 1 month from Friday 27 March 2026 runs through Monday 27 April 2026; that is no "
        "working day (King's Day), so it runs on through Tuesday 28 April 2026."
    )
    assert moved.sentence("nl") == (
        "Een termijn van 1 maand vanaf vrijdag 27 maart 2026 loopt tot en met maandag 27 april 2026; dat is "
        "geen werkdag (Koningsdag), dus loopt de termijn door tot en met dinsdag 28 april 2026."
    )
    clamped = deadline("gdpr_month", date(2025, 8, 31), 1).sentence("en")
    assert clamped.endswith("30 September 2025 (the last of that month, which has no day 31), a working day.")
    counted = deadline("working_days", date(2026, 12, 23), 5).sentence("nl")
    assert counted.endswith("niet meegeteld, naast de weekenden: eerste kerstdag.")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("basis", ["", EU, "minimum by statute", "UAVG 35(2)", PROMISE])
def test_every_kind_has_a_sentence_in_both_languages(kind: str, basis: str) -> None:
    amount = int(kind.removeprefix("hours_")) if kind.startswith("hours_") else 3
    found = deadline(kind, date(2026, 1, 31), amount, basis)
    for language in ("en", "nl"):
        sentence = found.sentence(language)
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "2026" in sentence


def test_the_calendar_of_decreed_days_is_never_the_default() -> None:
    assert deadline("gdpr_month", date(2025, 12, 1), 1).facts.calendar == ATW
