"""Values are judged as a share against chance: never one of them, and nothing of them is given back."""

import subprocess
import sys
from datetime import date
from random import Random

import pytest
from tests.datamap.suggest.legacy import MARK, account_number, citizen_number

from gestand.core.predicate import Reading
from gestand.core.schema import TableName
from gestand.datamap.suggest.handful import ColumnLook, Handful, Held, Share
from gestand.datamap.suggest.values import at_least_by_chance, is_told, least_share, look_at

TODAY = date(2026, 11, 23)


def look(*values: Held) -> ColumnLook:
    return look_at(Handful(TableName("t"), (("c", tuple(dict.fromkeys(values))),)), TODAY).column("c")


def kinds(*values: Held) -> set[str]:
    return {share.kind for share in look(*values).shares}


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("email", [f"{MARK}{at}@example.org" for at in range(20)]),
        ("iban", [account_number(at) for at in range(20)]),
        ("citizen-number", [citizen_number(at) for at in range(20)]),
        ("citizen-number", [int(citizen_number(at)) for at in range(20)]),
        ("phone", [f"+31 6 {20_000_000 + at * 7919}" for at in range(20)]),
        ("phone", [f"06-{20_000_000 + at * 7919}" for at in range(30)]),
        ("phone", [f"+32 470 {10 + at} {20 + at} {30 + at}" for at in range(20)]),
        ("postcode", [f"{1000 + at * 37} {'ABCDEFG'[at % 7]}B" for at in range(20)]),
        ("ip", [f"192.0.2.{at}" for at in range(20)] + ["2001:db8::1", "::1"]),
        ("mac", [f"00:00:5e:00:53:{at:02x}" for at in range(20)]),
        ("licence-plate", [f"{at:02}-ZZZ-{at % 10}" for at in range(20)]),
        ("birth-date", [date(1940 + at, 1 + at % 12, 1) for at in range(60)]),
        ("birth-date", [f"{1940 + at}-05-{1 + at % 28:02}" for at in range(60)]),
    ],
)
def test_values_of_a_kind_are_told(kind: str, values: list[Held]) -> None:
    assert kind in kinds(*values)


def test_one_value_tells_nothing_and_neither_do_four() -> None:
    assert kinds(f"{MARK}@example.org") == set()
    assert kinds(*(f"{MARK}{at}@example.org" for at in range(4))) == set()


def test_a_value_that_stands_in_every_row_counts_once() -> None:
    assert kinds(*[f"{MARK}@example.org"] * 100) == set()


def test_random_numbers_are_no_citizens() -> None:
    chance = Random(7)
    for _ in range(30):
        assert kinds(*(chance.randrange(10**8, 10**9) for _ in range(100))) == set()


@pytest.mark.parametrize(
    "values",
    [
        [f"{at:010}" for at in range(100)],
        [f"2026-{at:05}" for at in range(100)],
        list(range(1000, 1200)),
        [1_700_000_000 + at * 86_400 for at in range(100)],
        [f"{at}.{at % 7}.{at % 5}" for at in range(100)],
        ["ja", "nee", "misschien", "nooit", "altijd", "soms"],
        [date(2015 + at % 11, 1 + at % 12, 1 + at % 28) for at in range(150)],
        [f"text {at} met {MARK}@example.org erin" for at in range(50)],
    ],
    ids=["serials", "orders", "years", "moments", "versions", "words", "dates of sending", "sentences"],
)
def test_what_only_resembles_a_kind_is_not_told(values: list[Held]) -> None:
    assert kinds(*values) == set()


def test_half_a_column_is_no_kind() -> None:
    half = [f"{MARK}{at}@example.org" for at in range(10)] + [f"{MARK}{at}" for at in range(10)]

    assert kinds(*half) == set()


def test_a_kind_that_was_looked_for_and_not_found_is_said() -> None:
    assert "email" in look(*(f"{MARK}{at}" for at in range(30))).unlike


@pytest.mark.parametrize(
    ("reading", "values"),
    [
        (Reading.EPOCH_SECONDS, [1_700_000_000 + at for at in range(20)]),
        (Reading.EPOCH_MILLISECONDS, [1_700_000_000_000 + at for at in range(20)]),
        (Reading.ISO_TEXT, [f"2026-01-{at:02} 10:00:00" for at in range(1, 20)]),
        (Reading.ISO_TEXT_UTC, [f"2026-01-{at:02}T10:00:00Z" for at in range(1, 20)]),
        (None, list(range(20))),
        (None, [f"{MARK}{at}" for at in range(20)]),
    ],
)
def test_times_are_read_as_they_are_written(reading: Reading | None, values: list[Held]) -> None:
    assert look(*values).reading is reading


def test_a_look_holds_no_value_and_a_handful_shows_none() -> None:
    handful = Handful(TableName("t"), (("c", tuple(f"{MARK}{at}@example.org" for at in range(20))),))

    assert MARK not in repr(handful)
    assert MARK not in repr(look_at(handful, TODAY))


def test_a_share_must_be_beyond_chance() -> None:
    assert is_told(Share("citizen-number", 10, 10), 1 / 11)
    assert not is_told(Share("phone", 8, 10), 0.5)
    assert not is_told(Share("postcode", 100, 100), 1.0)
    assert least_share(5, 5) == pytest.approx(0.5655, abs=0.001)
    assert at_least_by_chance(2, 2, 0.5) == pytest.approx(0.25)


@pytest.mark.parametrize(
    "value", ["\x00", "é" * 500, "١٢٣٤٥٦٧٨٩", "+" * 200, "9" * 5000, "-1", "1e400", "@@@"]
)
def test_odd_values_are_no_trouble(value: str) -> None:
    assert kinds(*(f"{value}{at}" for at in range(10))) == set()


def test_without_its_libraries_drafting_says_what_to_install() -> None:
    program = (
        "import sys\nsys.modules['phonenumbers'] = None\n"
        "from gestand.core.errors import SettingsError\n"
        "from gestand.datamap.suggest.looks import looks\n"
        "try:\n    looks()\nexcept SettingsError as told:\n    print(told)\n"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "pip install 'gestand[read]'" in done.stdout
    assert "--names-only" in done.stdout
