"""When an answer is due: every rule of the law's month, its extension, its pause and the promise, as cases to read."""

import csv
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests.duties.worlds import AMSTERDAM

from gestand.clock.period import parse_period
from gestand.core.case import Case
from gestand.core.place import Place
from gestand.core.promise import RightPromise
from gestand.core.request import Asker, Request, Right, Way
from gestand.core.step import Asked, Extended, Identified, Proof, Step
from gestand.core.text import Text
from gestand.duties import requests

CASES = Path(__file__).parents[1] / "cases" / "requests_clocks.yaml"
MONTHS = Path(__file__).parents[3] / "shared" / "law" / "deadline_cases.csv"
SHARED = Path(__file__).parents[3] / "shared" / "law" / "deadline_cases_pause.csv"


def told_clocks() -> list[Any]:
    return [pytest.param(told, id=told["about"]) for told in YAML(typ="safe", pure=True).load(CASES)]


def at(day: date | str) -> datetime:
    if isinstance(day, str):
        return datetime.fromisoformat(day).replace(tzinfo=AMSTERDAM)
    return datetime.combine(day, time(10), AMSTERDAM)


def case_of(told: dict[str, Any]) -> Case:
    rights = told.get("right", "access")
    asked = tuple(Right(one) for one in (rights if isinstance(rights, list) else [rights]))
    steps: list[Step] = []
    if "asked" in told:
        steps.append(
            Asked(at(told["asked"]), "desk", "two people of one name" if told.get("doubt", True) else "")
        )
    if "answered" in told:
        steps.append(Identified(at(told["answered"]), "desk", Proof.LINK, ()))
    if "extended" in told:
        steps.append(Extended(at(told["extended"]), "decider", "many systems"))
    received = at(told["received"])
    return Case("2026-0001", Request(asked, Way.POST, received, received, "en", Asker("Ann")), tuple(steps))


def promised(told: dict[str, Any]) -> tuple[RightPromise, ...]:
    words = {right: told.get(right.value, told.get("promised")) for right in Right}
    return tuple(
        RightPromise(right.promise, Text("", ""), Place("statement", 1), right, parse_period(term))
        for right, term in words.items()
        if term
    )


def last_day(over: datetime) -> date:
    """The last local day of a term that ends at midnight."""
    local = over.astimezone(AMSTERDAM)
    assert local.time() == time(0), "a term in days ends at midnight"
    return local.date() - timedelta(days=1)


@pytest.mark.parametrize("told", told_clocks())
def test_the_clocks_stand_as_told(told: dict[str, Any]) -> None:
    clocks = requests.clocks(case_of(told), promised(told), AMSTERDAM)
    assert last_day(clocks.limit) == told["limit"]
    assert clocks.paused is told.get("paused", False)
    if "instant" in told:
        assert clocks.safe == clocks.answer_by == datetime.fromisoformat(told["instant"]).astimezone(UTC)
        return
    assert last_day(clocks.safe) == told["safe"]
    assert last_day(clocks.answer_by) == told.get("by", told["limit"])
    if "over" in told:
        assert clocks.limit == datetime.fromisoformat(told["over"])


def test_a_safe_date_never_comes_after_the_day_by_which_to_answer() -> None:
    for day in range(730):
        told = {"received": date(2026, 1, 1) + timedelta(days=day), "promised": "20 working days"}
        clocks = requests.clocks(case_of(told), promised(told), AMSTERDAM)
        assert clocks.safe <= clocks.answer_by <= clocks.limit


@pytest.mark.skipif(not MONTHS.exists(), reason="the shared cases of deadlines are not on this machine")
def test_the_shared_cases_of_the_month_and_its_extension_hold() -> None:
    with MONTHS.open(encoding="utf-8") as lines:
        told = [line for line in csv.DictReader(lines) if line["kind"] in ("gdpr_month", "gdpr_extension")]
    assert len(told) > 25
    for line in told:
        received = datetime.fromisoformat(line["start"])
        day = received.astimezone(AMSTERDAM).date() if received.tzinfo else received.date()
        extended = {"extended": day} if line["kind"] == "gdpr_extension" else {}
        if line["amount"] == ("3" if extended else "1"):
            limit = requests.clocks(case_of({"received": day, **extended}), (), AMSTERDAM).limit
            assert last_day(limit).isoformat() == line["expected_end"], line["case_id"]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases of paused clocks are not on this machine")
def test_the_shared_cases_of_paused_clocks_hold() -> None:
    with SHARED.open(encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            days = {
                word: date.fromisoformat(line[word]) for word in ("received", "asked_identity", "answered")
            }
            told = {
                "received": days["received"],
                "asked": days["asked_identity"],
                "answered": days["answered"],
            }
            limit = requests.clocks(case_of(told), (), AMSTERDAM).limit
            assert last_day(limit).isoformat() == line["expected_end"], line["case_id"]
