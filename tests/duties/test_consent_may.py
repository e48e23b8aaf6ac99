"""May it be done: cases to read, and what holds for every person and purpose."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from gestand.core.choice import VISITOR, AgeRoute, ChoiceWay
from gestand.core.lasting import Suppression
from gestand.duties.consent import Facts, Heard, Reason, Word, decide, facts
from gestand.duties.consent.facts import BUNDLED, CUSTOMER, DOUBLE, SINGLE
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

CASES = Path(__file__).parents[1] / "cases" / "consent"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FRAME: dict[str, Any] = {
    "gestand": "statement/1",
    "version": 1,
    "effective": date(2026, 11, 1),
    "controller": {
        "name": "Voorbeeld B.V.",
        "address": "Voorbeeldweg 1, 3500 AA Utrecht",
        "contact": {"email": "privacy@example.org"},
        "sites": ["www.example.org"],
    },
    "people": {"customers": {"nl": "klanten", "en": "customers"}},
    "data": {
        word: {"nl": word, "en": word, "kind": ["Name"], "of": "customers", "from": "the person"}
        for word in ("account", "invoice", "visit")
    },
}
"""What every statement of these cases says besides."""


def told_cases() -> list[Any]:
    yaml, found = YAML(typ="safe", pure=True), []
    for file in sorted(CASES.glob("may_*.yaml")):
        told = yaml.load(file)
        found += [pytest.param(told["statement"], one, id=one["about"]) for one in told["cases"]]
    return found


def statement_of(told: dict[str, Any], folder: Path) -> Statement:
    file = folder / "statement.yaml"
    with file.open("w", encoding="utf-8") as open_file:
        YAML(typ="safe", pure=True).dump(FRAME | told, open_file)
    return parse_statement(file)


def at(told: date | None) -> datetime:
    return datetime.combine(told, datetime.min.time(), UTC) if told else NOW - timedelta(days=7)


def word_of(told: dict[str, Any]) -> Word:
    granted = told["says"] in (True, "yes")
    age = AgeRoute(told.get("age", "not asked"))
    proven = told.get("proven", True) in (True, "yes")
    return Word(granted, at(told.get("at")), proven, age, ChoiceWay(told.get("by", "form")))


def heard_of(told: dict[str, Any], words: tuple[str, ...]) -> Heard | None:
    kind = told.get("known by", "email")
    if kind == "nothing":
        return None
    return Heard(
        kind,
        tuple(word_of(one) for one in told.get("words", ()) if one["on"] in words),
        tuple(
            Suppression(one["scope"], one.get("channel", ""), at(one.get("since")), "unsubscribe")
            for one in told.get("left alone", ())
        ),
        tuple(told.get("restricted", ())),
    )


@pytest.mark.parametrize(("statement", "told"), told_cases())
def test_may_answers(statement: dict[str, Any], told: dict[str, Any], tmp_path: Path) -> None:
    known = facts(statement_of(statement, tmp_path)).get(told["may"])
    heard = heard_of(told, known.words if known else ())
    answer = decide(known, heard, told.get("channel", ""), NOW)
    assert answer.reason == told["answer"]


def test_every_reason_is_reached_by_a_case_and_said_in_both_languages() -> None:
    answers = {param.values[1]["answer"] for param in told_cases()}
    assert answers == {reason.value for reason in Reason}
    for reason in Reason:
        assert reason.article
        assert all(said.endswith(".") for said in (reason.text.nl, reason.text.en))


BASES = ("Consent", "Contract", "LegalObligation", "LegitimateInterest", "PublicInterest", "VitalInterest")
CHANNELS = ("email", "phone", "post", "text message")
MOMENTS = st.timedeltas(timedelta(days=1), timedelta(days=1_000)).map(lambda ago: NOW - ago)
WORDS = st.builds(
    Word, st.booleans(), MOMENTS, st.booleans(), st.sampled_from(AgeRoute), st.sampled_from(ChoiceWay)
)
FACTS = st.builds(
    Facts,
    words=st.sampled_from([("news",), ("weekly", "news")]),
    data=st.sampled_from([(), ("account",)]),
    bases=st.frozensets(st.sampled_from(BASES), max_size=2),
    marketing=st.booleans(),
    service=st.booleans(),
    stoppable=st.booleans(),
    asked=st.booleans(),
    needed=st.booleans(),
    channels=st.lists(st.sampled_from(CHANNELS), unique=True).map(tuple),
    confirmed=st.sampled_from(["", BUNDLED, DOUBLE, SINGLE, CUSTOMER]),
)
SUPPRESSIONS = st.builds(
    Suppression,
    st.sampled_from(["", "news", "weekly", "other"]),
    st.sampled_from(["", *CHANNELS]),
    MOMENTS,
    st.just("unsubscribe"),
)
HEARD = st.builds(
    Heard,
    st.sampled_from(["email", VISITOR]),
    st.lists(WORDS, max_size=2).map(tuple),
    st.lists(SUPPRESSIONS, max_size=3).map(tuple),
    st.sampled_from([(), ("account",), ("",), ("other",)]),
)
CHANNEL = st.sampled_from(["", *CHANNELS])


@given(FACTS, HEARD, CHANNEL, WORDS)
def test_an_older_yes_never_turns_a_refusal_or_objection_into_a_yes(
    purpose: Facts, heard: Heard, channel: str, yes: Word
) -> None:
    before = decide(purpose, heard, channel, NOW)
    noes = [one.at for one in heard.words if not one.granted]
    noes += [one.since for one in heard.suppressions]
    if before or before.reason not in (Reason.REFUSED, Reason.OBJECTED, Reason.STOPPED):
        return
    older = min(noes) - timedelta(microseconds=1)
    yes = Word(True, older, True, AgeRoute.OLD_ENOUGH, yes.way)
    after = Heard(heard.kind, (*heard.words, yes), heard.suppressions, heard.restricted)
    assert decide(purpose, after, channel, NOW) == before


@given(FACTS, HEARD, CHANNEL, SUPPRESSIONS)
def test_no_objection_ever_turns_a_no_into_a_yes(
    purpose: Facts, heard: Heard, channel: str, objection: Suppression
) -> None:
    more = Heard(heard.kind, heard.words, (*heard.suppressions, objection), heard.restricted)
    assert decide(purpose, heard, channel, NOW).allowed >= decide(purpose, more, channel, NOW).allowed


@given(FACTS, HEARD, CHANNEL)
def test_what_needs_a_yes_is_allowed_by_a_proven_yes_of_this_year_alone(
    purpose: Facts, heard: Heard, channel: str
) -> None:
    if not purpose.needs_yes(channel) or not decide(purpose, heard, channel, NOW):
        return
    last = max(heard.words, key=lambda one: (one.at, not one.granted))
    assert (last.granted, last.proven) == (True, True)
    assert NOW - last.at < timedelta(days=366)
    assert last.age is not AgeRoute.PARENT_ASKED


@given(FACTS, HEARD, CHANNEL)
def test_all_that_is_restricted_stays_unused(purpose: Facts, heard: Heard, channel: str) -> None:
    everything = Heard(heard.kind, heard.words, heard.suppressions, ("",))
    assert not decide(purpose, everything, channel, NOW)


@given(FACTS, HEARD, CHANNEL)
def test_an_unknown_purpose_or_person_is_a_no_with_its_reason(
    purpose: Facts, heard: Heard, channel: str
) -> None:
    assert decide(None, heard, channel, NOW).reason is Reason.UNKNOWN_PURPOSE
    assert decide(purpose, None, channel, NOW).reason is Reason.UNKNOWN_PERSON


@given(FACTS, CHANNEL, st.sampled_from(["email", VISITOR]))
def test_who_never_chose_gets_nothing_that_needs_a_yes(purpose: Facts, channel: str, kind: str) -> None:
    assert not (purpose.needs_yes(channel) and decide(purpose, Heard(kind), channel, NOW))
