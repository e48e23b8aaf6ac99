"""A data map tied to its database says where every word of the statement is found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gestand.core.errors import DataMapError
from gestand.core.predicate import (
    Equals,
    Exists,
    Missing,
    Moment,
    Not,
    OneOf,
    Reading,
    Step,
    WithKey,
    all_of,
    any_of,
)
from gestand.core.schema import Schema, TableName
from gestand.datamap.bind import bind
from gestand.datamap.bound import Act, BoundMap, BoundTable, Identifier, LatestOf, MomentAt
from gestand.datamap.eu import MEMBER_STATES
from gestand.datamap.parse import parse_data_map
from gestand.statement.parse import parse_statement

Bind = Callable[..., BoundMap]
SHARED = Path(__file__).parents[3] / "shared" / "example"
EXAMPLES = Path(__file__).parents[2] / "src" / "gestand" / "examples"
TO_ACCOUNT = Step(("account_id",), TableName("accounts"), ("id",))
TO_CONTACT = Step(("contact_id",), TableName("contacts"), ("id",))
ZONE = "Europe/Amsterdam"
CONTACT = {"id": "integer required", "name": "text", "email": "text required unique 30"}


def _table(bound: BoundMap, name: str) -> BoundTable:
    table = bound.table("portal", TableName(name))
    assert table is not None
    return table


def _change(*pairs: tuple[str, str], **more: object) -> dict[str, object]:
    return {"map": [{"old": old, "new": new} for old, new in pairs], **more}


def test_a_moment_in_a_column_knows_its_reading_zone_and_column(small_bind: Bind) -> None:
    moment = _table(small_bind(), "invoices").moments["invoice-date"]
    assert moment == MomentAt((), Moment("issued_on", Reading.DATE, ZONE), nullable=True, indexed=True)


def test_a_path_takes_the_same_word_there(small_bind: Bind) -> None:
    moment = _table(small_bind(), "contacts").moments["relation-ended"]
    there = Moment("ended_at", Reading.DATETIME, ZONE)
    assert moment == MomentAt((TO_ACCOUNT,), there, empty_is_not_yet=True, nullable=True)


def test_a_path_goes_on_where_the_other_table_s_own_path_leads(small_bind: Bind) -> None:
    change = _change(
        ("{invoice-date: issued_on}", "{invoice-date: issued_on, relation-ended: contacts via contact_id}")
    )
    moment = _table(small_bind(change), "invoices").moments["relation-ended"]
    assert isinstance(moment, MomentAt)
    assert moment.path == (TO_CONTACT, TO_ACCOUNT)


def test_a_path_can_name_several_keys(small_bind: Bind) -> None:
    new = "{invoice-date: issued_on, relation-ended: 'accounts via contact_id, account_id'}"
    moment = _table(small_bind(_change(("{invoice-date: issued_on}", new))), "invoices").moments[
        "relation-ended"
    ]
    assert isinstance(moment, MomentAt)
    assert moment.path == (TO_CONTACT, TO_ACCOUNT)


def test_a_moment_is_sure_when_no_column_on_the_way_can_be_empty(small_bind: Bind) -> None:
    columns = {"id": "integer required", "ended_at": "date and time required", "plan": "text"}
    moment = _table(small_bind({"schema": {"accounts": {"columns": columns}}}), "contacts").moments[
        "relation-ended"
    ]
    assert isinstance(moment, MomentAt)
    assert not moment.nullable


def test_a_path_without_a_declared_key_is_followed_to_a_key_of_one_column(small_bind: Bind) -> None:
    columns = {
        "id": "integer required",
        "name": "text",
        "email": "text required 30",
        "account_id": "integer required",
    }
    bound = small_bind({"schema": {"contacts": {"columns": columns}}})
    moment = _table(bound, "contacts").moments["relation-ended"]
    assert isinstance(moment, MomentAt)
    assert moment.path == (TO_ACCOUNT,)
    assert moment.nullable, "nothing says that the account is there"


def test_the_latest_moment_takes_columns_parents_and_children(small_bind: Bind) -> None:
    change = _change(
        ("{relation-ended: {column: ended_at, empty: not yet}}",
         "{relation-ended: {column: ended_at, empty: not yet}, last-activity: {latest of: ["
         "ended_at, contacts via account_id]}}"),
        ("{relation-ended: accounts via account_id}",
         "{relation-ended: accounts via account_id, last-activity: {latest of: ["
         "{column: seen, as: epoch seconds}, invoices via contact_id]}}"),
        ("{invoice-date: issued_on}", "{invoice-date: issued_on, last-activity: issued_on}"),
        schema={"contacts": {"columns": {"id": "integer required", "name": "text", "email": "text required unique 30",
                                         "account_id": "integer required", "seen": "integer"},
                             "links": {"account_id": "accounts"}}},
    )  # fmt: skip
    moment = _table(small_bind(change), "accounts").moments["last-activity"]
    contacts = Step(("id",), TableName("contacts"), ("account_id",))
    invoices = Step(("id",), TableName("invoices"), ("contact_id",))
    assert isinstance(moment, LatestOf)
    assert [(part.path, part.moment.column) for part in moment.parts] == [
        ((), "ended_at"), ((contacts,), "seen"), ((contacts, invoices), "issued_on"),
    ]  # fmt: skip
    assert moment.parts[1].moment.read_as is Reading.EPOCH_SECONDS


def test_a_moment_s_own_zone_goes_before_the_store_s(small_bind: Bind) -> None:
    change = _change(("invoice-date: issued_on", "invoice-date: {column: issued_on, zone: America/New_York}"))
    moment = _table(small_bind(change), "invoices").moments["invoice-date"]
    assert isinstance(moment, MomentAt)
    assert moment.moment.zone == "America/New_York"


def test_a_time_that_tells_its_zone_needs_none(small_bind: Bind) -> None:
    columns = {
        "id": "integer required",
        "recipient": "text required",
        "sent_at": "date and time with zone",
        "country": "text",
    }
    change = _change(
        ("    times without a zone: Europe/Amsterdam\n", ""),
        ("invoice-date: issued_on", "invoice-date: {column: total, as: epoch milliseconds}"),
        ("{column: ended_at, empty", "{column: plan, as: ISO text in UTC, empty"),
        schema={"sent messages": {"columns": columns}},
    )
    bound = small_bind(change)
    moments = [next(iter(table.moments.values())) for table in bound.tables]
    assert {moment.moment.zone for moment in moments if isinstance(moment, MomentAt)} == {"UTC"}


def test_a_store_that_is_loose_with_types_takes_a_number_in_a_date(small_bind: Bind) -> None:
    change = _change(("invoice-date: issued_on", "invoice-date: {column: issued_on, as: epoch seconds}"))
    moment = _table(small_bind({**change, "loosely typed": True}), "invoices").moments["invoice-date"]
    assert isinstance(moment, MomentAt)
    assert moment.moment.read_as is Reading.EPOCH_SECONDS


def test_not_in_is_never_met_by_an_empty_column(small_bind: Bind) -> None:
    condition = _table(small_bind(), "sent messages").conditions["foreign"]
    assert condition == all_of(Not(Missing("country")), Not(OneOf("country", MEMBER_STATES)))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("is: trial", Equals("plan", "trial")),
        ("is: null", Missing("plan")),
        ("in: [trial, free]", OneOf("plan", ("trial", "free"))),
        ("in: [trial, null]", any_of(OneOf("plan", ("trial",)), Missing("plan"))),
        ("in: EU", OneOf("plan", MEMBER_STATES)),
    ],
)
def test_a_condition_means_what_it_says(small_bind: Bind, written: str, meant: object) -> None:
    bound = small_bind(_change(("column: plan, is: trial", f"column: plan, {written}")))
    assert _table(bound, "accounts").conditions["trial"] == meant
    assert _table(bound, "contacts").conditions["trial"] == Exists((TO_ACCOUNT,), meant)


def test_people_are_known_along_a_path(small_bind: Bind) -> None:
    bound = small_bind()
    assert _table(bound, "contacts").known_by == {"email": Identifier((), "email")}
    assert _table(bound, "invoices").known_by == {"email": Identifier((TO_CONTACT,), "email")}
    assert _table(bound, "sent messages").known_by == {}


def test_data_know_their_columns_owner_and_end(small_bind: Bind) -> None:
    (details,) = _table(small_bind(), "contacts").data
    (number,) = _table(small_bind(), "sent messages").data
    assert (details.columns, details.owner, details.act) == (("name", "email"), "customers", Act.ERASE)
    assert details.blank == (("name", None), ("email", WithKey("gone-", "id")))
    assert (number.act, number.blank, number.cannot_blank) == (Act.BLANK, (("recipient", "-"),), ())


def test_a_column_that_cannot_be_emptied_is_named_for_the_plan_to_refuse(small_bind: Bind) -> None:
    (number,) = _table(small_bind(_change(('{recipient: "-"}', "[recipient]"))), "sent messages").data
    assert (number.blank, number.cannot_blank) == ((), ("recipient",))


def test_a_row_may_hold_a_datum_of_others_that_is_blanked(small_bind: Bind) -> None:
    change = _change(
        ("data: {invoice: [number, total]}", "data: {invoice: total, recipient-number: number}"),
        ("{invoice-date: issued_on}\n        at the end: erase",
         "{invoice-date: issued_on, message-sent: issued_on}\n"
         "        at the end: {invoice: erase, recipient-number: {blank: [number]}}"),
    )  # fmt: skip
    data = {datum.data: datum for datum in _table(small_bind(change), "invoices").data}
    assert data["recipient-number"].owner == "recipients"
    assert data["invoice"].owner == "customers"


def test_rows_of_no_one_are_of_no_people(small_bind: Bind) -> None:
    assert _table(small_bind(), "accounts").people == ""
    assert _table(small_bind(), "contacts").people == "customers"


def test_a_store_that_is_away_is_left_out(small_bind: Bind) -> None:
    bound = small_bind({"away": True})
    assert (bound.tables, bound.stores, bound.unconnected) == ((), (), ("portal",))
    assert ("portal", "invoice") in bound.out_of_reach


def test_a_store_kept_by_hand_is_named_with_its_data(small_bind: Bind) -> None:
    new = "no personal data: [tariffs]\n  mailbox:\n    kept by hand: {owner: support, data: [invoice]}"
    bound = small_bind(_change(("no personal data: [tariffs]", new)))
    assert bound.by_hand == ("mailbox",)
    assert bound.in_hands == (("mailbox", "invoice"),)


def test_odd_names_are_taken_as_they_are(small_bind: Bind) -> None:
    odd = 'or"der, via `x`.y %s'
    columns = {
        "id": "integer required",
        "number": "text",
        "total": "number",
        "at the; end": "date",
        "a, b": "integer",
    }
    change = _change(
        ("      invoices:\n", f"      bills:\n        table: '{odd}'\n        in schema: A.b\n"),
        ("invoice-date: issued_on", "invoice-date: at the; end"),
        ("contacts via contact_id", 'contacts via "a, b"'),
        schema={"invoices": None, odd: {"schema": "A.b", "columns": columns, "links": {"a, b": "contacts"}}},
    )
    table = small_bind(change).table("portal", TableName(odd, "A.b"))
    assert table is not None
    assert table.known_by["email"].path[0].columns == ("a, b",)


def test_a_table_without_personal_data_that_is_not_seen_is_no_fault(small_bind: Bind) -> None:
    assert small_bind({"schema": {"tariffs": None}}).stores[0].no_personal_data == (TableName("tariffs"),)


def test_the_shared_example_reads_unchanged() -> None:
    if not SHARED.exists():
        pytest.skip("the shared example is not on this machine")
    bound = bind(parse_data_map(SHARED / "datamap.yaml"), parse_statement(SHARED / "statement.yaml"), {})
    assert bound.unconnected == ("portal",)


def _texts(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "text")


def test_the_shared_example_binds_to_its_database(make_schema: Callable[..., Schema]) -> None:
    if not SHARED.exists():
        pytest.skip("the shared example is not on this machine")
    row = {"id": "integer required"}
    schema = make_schema({
        "accounts": {"columns": {**row, "ended_at": "date"}},
        "contacts": {"columns": {**row, **_texts("first_name", "last_name", "email", "phone", "wants_news"),
                                 "account_id": "integer"}, "links": {"account_id": "accounts"}},
        "messages": {"columns": {**row, "recipient": "text required", "sent_at": "date and time",
                                 **_texts("body", "country")}},
        "invoices": {"columns": {**row, **_texts("number", "name", "address", "total", "email"), "issued_on": "date",
                                 "contact_id": "integer", "account_id": "integer"},
                     "links": {"contact_id": "contacts", "account_id": "accounts"}},
        "web visits": {"columns": {**row, **_texts("ip", "page", "browser", "place"), "at": "integer"}},
    })  # fmt: skip
    statement = parse_statement(SHARED / "statement.yaml")
    bound = bind(parse_data_map(SHARED / "datamap.yaml"), statement, {"portal": schema})
    assert [table.name.name for table in bound.tables] == [
        "accounts",
        "contacts",
        "messages",
        "invoices",
        "web visits",
    ]
    details = next(datum for datum in _table(bound, "invoices").data if datum.data == "contact-details")
    assert (details.act, details.blank) == (Act.BLANK, (("email", None),))


@pytest.mark.parametrize("sample", ["sms_gateway", "uptime_monitor"])
def test_the_samples_fit_their_statements(sample: str) -> None:
    folder = EXAMPLES / sample
    assert bind(
        parse_data_map(folder / "datamap.yaml"), parse_statement(folder / "statement.yaml"), {}
    ).unconnected


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataMapError, match="cannot be opened"):
        parse_data_map(tmp_path / "datamap.yaml")


def test_an_address_is_never_repeated(small_bind: Bind) -> None:
    with pytest.raises(DataMapError) as caught:
        small_bind(_change(("$PORTAL_URL", "postgresql://portal:secret@db/portal")))
    assert "secret" not in f"{caught.value} {caught.value.faults}"
    assert caught.value.__cause__ is None


def test_a_key_of_just_that_column_goes_before_a_wider_one(small_bind: Bind) -> None:
    columns = {**CONTACT, "account_id": "integer", "plan": "text"}
    links = {"account_id": "accounts", "account_id + plan": "accounts: id + plan"}
    moment = _table(
        small_bind({"schema": {"contacts": {"columns": columns, "links": links}}}), "contacts"
    ).moments
    assert isinstance(moment["relation-ended"], MomentAt)
    assert moment["relation-ended"].path == (TO_ACCOUNT,)


def test_a_key_of_several_columns_is_named_by_one_of_them(small_bind: Bind) -> None:
    columns = {**CONTACT, "account_id": "integer", "plan": "text"}
    links = {"account_id + plan": "accounts: id + plan"}
    moment = _table(
        small_bind({"schema": {"contacts": {"columns": columns, "links": links}}}), "contacts"
    ).moments
    assert isinstance(moment["relation-ended"], MomentAt)
    assert moment["relation-ended"].path == (
        Step(("account_id", "plan"), TableName("accounts"), ("id", "plan")),
    )


def test_one_uncertain_step_makes_the_whole_path_uncertain(small_bind: Bind) -> None:
    accounts = {"id": "integer required", "ended_at": "date and time required", "plan": "text"}
    path = (
        "{invoice-date: issued_on}",
        "{invoice-date: issued_on, relation-ended: 'accounts via contact_id, account_id'}",
    )
    moment = _table(small_bind(_change(path, schema={"accounts": {"columns": accounts}})), "invoices").moments
    assert isinstance(moment["relation-ended"], MomentAt)
    assert moment["relation-ended"].nullable, "contact_id of invoices can be empty"


def test_text_in_utc_stays_in_utc_whatever_the_store_s_zone(small_bind: Bind) -> None:
    change = _change(("invoice-date: issued_on", "invoice-date: {column: number, as: ISO text in UTC}"))
    moment = _table(small_bind(change), "invoices").moments["invoice-date"]
    assert isinstance(moment, MomentAt)
    assert moment.moment.zone == "UTC"


def test_a_row_s_own_key_is_never_blanked(small_bind: Bind) -> None:
    (details,) = _table(
        small_bind(_change(("[name, email]", "[id, name]"), ('email: "gone', 'name: "gone'))), "contacts"
    ).data
    assert details.cannot_blank == ("id",)
    assert details.blank == (("name", WithKey("gone-", "id")),)


def test_a_nullable_key_is_never_blanked(small_bind: Bind) -> None:
    columns = {**CONTACT, "id": "integer", "account_id": "integer"}
    case = _change(("[name, email]", "[id, name]"), ('email: "gone', 'name: "gone'))
    bound = small_bind(
        {**case, "schema": {"contacts": {"columns": columns, "links": {"account_id": "accounts"}}}}
    )
    assert _table(bound, "contacts").data[0].cannot_blank == ("id",)
