"""Hints say what is not wrong in a data map, but worth knowing."""

from collections.abc import Callable

from gestand.core.finding import Verdict
from gestand.datamap.bound import BoundMap
from gestand.datamap.hints import MAY_BE_EMPTY, NO_INDEX, NOT_DECLARED, NOT_LED_TO, NOT_MAPPED, hints

Bind = Callable[..., BoundMap]


def _said(bound: BoundMap, code: str) -> list[str]:
    return [hint.what.en for hint in hints(bound) if hint.code == code]


def test_a_moment_without_an_index_is_a_hint(small_bind: Bind) -> None:
    said = _said(small_bind(), NO_INDEX)
    assert len(said) == 1, "issued_on has an index, and accounts hold no data"
    assert "`sent_at` of `sent messages` (message-sent)" in said[0]


def test_a_condition_that_an_empty_column_never_meets_is_a_hint(small_bind: Bind) -> None:
    (said,) = _said(small_bind(), MAY_BE_EMPTY)
    assert "`country`" in said
    assert "`foreign`" in said


def test_a_key_that_is_not_declared_is_a_hint(small_bind: Bind) -> None:
    assert _said(small_bind(), NOT_DECLARED) == []
    columns = {"id": "integer required", "name": "text", "email": "text required 30", "account_id": "integer"}
    (said,) = _said(small_bind({"schema": {"contacts": {"columns": columns}}}), NOT_DECLARED)
    assert "`account_id` of `contacts` points at `accounts`" in said


def test_tables_that_the_map_says_nothing_of_are_one_hint(small_bind: Bind) -> None:
    assert _said(small_bind(), NOT_MAPPED) == []
    row = {"columns": {"id": "integer required"}}
    more = {
        "notes": row,
        "letters": row,
        "seen": {**row, "view": True},
        "p1": {**row, "partition of": "notes"},
    }
    (said,) = _said(small_bind({"schema": more}), NOT_MAPPED)
    assert "`letters`, `notes`." in said


def test_a_long_list_of_tables_is_cut_short(small_bind: Bind) -> None:
    row = {"columns": {"id": "integer required"}}
    (said,) = _said(small_bind({"schema": {f"extra{number:02}": row for number in range(20)}}), NOT_MAPPED)
    assert "`extra11` (+ 8)" in said


def test_a_hint_is_no_verdict_on_a_promise_and_knows_its_place(small_bind: Bind) -> None:
    for hint in hints(small_bind()):
        assert (hint.verdict, hint.promise) == (Verdict.RUNNING, "")
        assert hint.place is not None
        assert hint.what.nl != hint.what.en


def test_a_key_that_only_a_condition_follows_is_a_hint_too(small_bind: Bind) -> None:
    case = {
        "map": [
            {"old": "moments: {relation-ended: accounts via account_id}", "new": "moments: {relation-ended: joined}"},
            {"old": "column: plan, is: trial", "new": "column: plan, not in: [paid]"},
        ],
        "schema": {"contacts": {"columns": {"id": "integer required", "name": "text", "joined": "date",
                                            "email": "text required 30", "account_id": "integer"}}},
    }  # fmt: skip
    (said,) = _said(small_bind(case), NOT_DECLARED)
    assert "`account_id` of `contacts`" in said


CONTACTS = {"id": "integer required", "name": "text", "account_id": "integer"}
KNOWN = [
    {"old": "known by: {email: email}", "new": "known by: {email: email, phone: phone, customer-number: id}"}
]


def _contacts(email: str, phone: str, key: str) -> dict[str, object]:
    columns = {
        **CONTACTS,
        "id": f"integer required {key}",
        "email": f"text required {email}",
        "phone": f"text {phone}",
    }
    return {"map": KNOWN, "schema": {"contacts": {"columns": columns, "links": {"account_id": "accounts"}}}}


def test_an_identifier_to_which_no_index_leads_in_any_spelling_is_a_hint(small_bind: Bind) -> None:
    (said,) = _said(small_bind(_contacts("unique indexed 30", "indexed", "")), NOT_LED_TO)
    assert "`email` (contacts), `phone` (contacts), `id` (contacts)" in said
    assert "gestand grants --requests" in said


def test_identifiers_to_which_an_index_leads_are_no_hint(small_bind: Bind) -> None:
    assert _said(small_bind(_contacts("folded 30", "digits", "indexed")), NOT_LED_TO) == []


def test_a_phone_number_is_not_led_to_by_case(small_bind: Bind) -> None:
    (said,) = _said(small_bind(_contacts("digits 30", "folded", "indexed")), NOT_LED_TO)
    assert "`email` (contacts), `phone` (contacts) in any" in said
