"""Who holds the lease: told by process, its beginning, the boot and the space of process numbers."""

import subprocess
import sys

from gestand.wiring import process


def test_a_process_that_runs_here_is_alive() -> None:
    assert process.is_alive(process.this_one()) is True
    assert process.for_people(process.this_one()).startswith("process ")


def test_a_process_that_has_ended_is_not() -> None:
    said = "from gestand.wiring import process; print(process.this_one())"
    holder = subprocess.run(
        [sys.executable, "-c", said], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert process.is_alive(holder) is False


def test_a_number_that_another_process_got_since_is_not_the_holder() -> None:
    who, _, where = process.this_one().split(", ")
    assert process.is_alive(f"{who}, begun 1, {where}") is False


def test_of_another_machine_or_container_nothing_is_told() -> None:
    who, begun, where = process.this_one().split(", ")
    assert process.is_alive(f"{who}, {begun}, {where}0") is None
    assert process.is_alive(f"{who}-other, {begun}, {where}") is None
    assert process.is_alive("") is None
