"""The constants that an end becomes: days, local times, numbers, text."""

# ruff: noqa: DTZ001  local times without a zone are what is tested

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from gestand.stores.cutoff import day_end, epoch_end, iso_time, local_end

ZONES = st.sampled_from(
    ["Europe/Amsterdam", "UTC", "America/Sao_Paulo", "Asia/Beirut", "Australia/Lord_Howe"]
)
INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))


def test_an_end_at_local_midnight_spares_that_day() -> None:
    assert day_end(datetime(2024, 2, 29, 23, tzinfo=UTC), "Europe/Amsterdam") == date(2024, 3, 1)


def test_an_end_within_a_day_takes_the_day_that_began_before_it() -> None:
    assert day_end(datetime(2024, 3, 1, 11, tzinfo=UTC), "Europe/Amsterdam") == date(2024, 3, 2)


def test_the_first_half_past_two_spares_the_hour_that_comes_again() -> None:
    assert local_end(datetime(2024, 10, 27, 0, 30, tzinfo=UTC), "Europe/Amsterdam") == datetime(
        2024, 10, 27, 2
    )


def test_the_second_half_past_two_takes_what_was_written_before_it() -> None:
    assert local_end(datetime(2024, 10, 27, 1, 30, tzinfo=UTC), "Europe/Amsterdam") == datetime(
        2024, 10, 27, 2, 30
    )


def test_an_end_before_1970_is_a_negative_number() -> None:
    assert epoch_end(datetime(1969, 12, 31, 23, 59, 59, 500_000, tzinfo=UTC), 1) == -1


def test_a_time_is_written_as_short_as_it_can_be() -> None:
    times = [datetime(2024, 1, 1, 0), datetime(2024, 1, 1, 9, 30), datetime(2024, 1, 1, 9, 30, 5, 250_000)]
    assert [iso_time(one) for one in times] == ["", "09:30", "09:30:05.25"]


@given(INSTANTS, ZONES, st.integers(-200_000, 200_000))
def test_no_local_time_before_the_cut_can_stand_for_a_later_moment(
    end: datetime, zone: str, seconds: int
) -> None:
    moment = end + timedelta(seconds=seconds)
    written = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if moment >= end:
        assert written >= local_end(end, zone)


@given(INSTANTS, ZONES, st.integers(0, 400))
def test_a_day_is_before_exactly_when_its_midnight_is(end: datetime, zone: str, days: int) -> None:
    day = end.date() - timedelta(days=days - 200)
    midnights = [
        datetime.combine(day, datetime.min.time(), ZoneInfo(zone)).replace(fold=fold) for fold in (0, 1)
    ]
    begins = max(one.astimezone(UTC) for one in midnights)
    assert (day < day_end(end, zone)) == (begins < end)
