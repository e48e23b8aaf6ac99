"""Grants give a role what its acts need, on the tables and columns that they touch, and nothing more."""

from collections.abc import Callable

import pytest

from gestand.datamap.bound import BoundMap
from gestand.datamap.grants import grants

Bind = Callable[..., BoundMap]
PROMISED = ("contact-details", "invoice", "recipient-number")
ROW = {"id": "integer required", "contact_id": "integer"}


def _lines(bound: BoundMap, dialect: str = "postgresql", promised: tuple[str, ...] = PROMISED) -> list[str]:
    text = grants(bound, "portal", dialect, "reader", "keeper", promised)  # type: ignore[arg-type]
    return [line for line in text.splitlines() if not line.startswith("--")]


def _keeping(bound: BoundMap, promised: tuple[str, ...] = PROMISED) -> list[str]:
    return [line for line in _lines(bound, promised=promised) if "DELETE" in line or "UPDATE" in line]


def test_only_mapped_tables_are_read(small_bind: Bind) -> None:
    read = [line for line in _lines(small_bind()) if "SELECT" in line]
    assert read == [
        f'GRANT SELECT ON "public"."{table}" TO "reader", "keeper";'
        for table in ("accounts", "contacts", "invoices", "sent messages")
    ]


def test_rows_are_erased_and_columns_changed_where_the_map_says_so(small_bind: Bind) -> None:
    assert _keeping(small_bind()) == [
        'GRANT DELETE ON "public"."contacts" TO "keeper";',
        'GRANT UPDATE ("name", "email") ON "public"."contacts" TO "keeper";',
        'GRANT DELETE ON "public"."invoices" TO "keeper";',
        'GRANT UPDATE ("number") ON "public"."invoices" TO "keeper";  -- to lock rows before they are erased',
        'GRANT UPDATE ("recipient") ON "public"."sent messages" TO "keeper";',
    ]


def test_what_nothing_is_promised_of_is_left_alone(small_bind: Bind) -> None:
    assert _keeping(small_bind(), ()) == []


def test_children_that_go_along_are_erased_only_where_the_database_does_not(small_bind: Bind) -> None:
    children = {
        "notes": {"columns": ROW, "links": {"contact_id": "contacts"}},
        "visits": {"columns": ROW, "links": {"contact_id": "contacts / cascade"}},
        "calls": {"columns": ROW, "links": {"contact_id": "contacts / set null"}},
        "pages": {"columns": ROW, "links": {"contact_id": "visits"}},
        "others": {"columns": ROW},
    }
    lines = _lines(small_bind({"schema": children}))
    assert [line.split('"')[3] for line in lines if "DELETE" in line] == [
        "contacts",
        "invoices",
        "notes",
        "pages",
    ]
    read = [line.split('"')[3] for line in lines if "SELECT" in line]
    assert {"notes", "visits", "calls", "pages"} <= set(read)
    assert "others" not in read


def test_tables_in_a_circle_end_the_walk(small_bind: Bind) -> None:
    circle = {
        "a": {"columns": {**ROW, "b_id": "integer"}, "links": {"contact_id": "contacts", "b_id": "b"}},
        "b": {"columns": {**ROW, "a_id": "integer"}, "links": {"a_id": "a"}},
    }
    assert len([line for line in _lines(small_bind({"schema": circle})) if "DELETE" in line]) == 4


def test_a_partitioned_table_says_what_dropping_takes(small_bind: Bind) -> None:
    columns = {
        "id": "integer required",
        "number": "text",
        "total": "number",
        "issued_on": "date",
        "contact_id": "integer",
    }
    schema = {
        "invoices": {"columns": columns, "links": {"contact_id": "contacts"}, "partitioned by": ["issued_on"]}
    }
    text = grants(small_bind({"schema": schema}), "portal", "postgresql", "r", "k", PROMISED)
    assert '-- Dropping whole partitions of "public"."invoices" takes its owner' in text


def test_mariadb_grants_one_role_at_a_time_in_its_own_database(small_bind: Bind) -> None:
    lines = _lines(small_bind(), "mariadb")
    assert "GRANT SELECT ON `sent messages` TO `reader`;" in lines
    assert "GRANT DELETE ON `invoices` TO `keeper`;" in lines
    assert not any("lock rows" in line for line in lines)


def test_sqlite_says_in_words_what_files_allow(small_bind: Bind) -> None:
    text = grants(small_bind(), "portal", "sqlite", "reader", "keeper", PROMISED)
    assert all(line.startswith("--") for line in text.splitlines())
    assert "sent messages" in text


@pytest.mark.parametrize("dialect", ["postgresql", "mariadb", "sqlite"])
def test_a_name_never_ends_its_quotes_or_its_comment(small_bind: Bind, dialect: str) -> None:
    odd = 'x"; DROP ROLE a; -- `; DROP ROLE b;\nDROP ROLE c; %'
    columns = {
        "id": "integer required",
        "number": "text",
        "total": "number",
        "issued_on": "date",
        "contact_id": "integer",
    }
    table = {"columns": columns, "links": {"contact_id": "contacts"}, "partitioned by": ["issued_on"]}
    case = {
        "map": [{"old": "      invoices:", "new": f"      {_quoted(odd)}:"}],
        "schema": {"invoices": None, odd: table},
    }
    text = grants(small_bind(case), "portal", dialect, odd, odd, PROMISED)  # type: ignore[arg-type]
    mark = "`" if dialect == "mariadb" else '"'
    for whole in (odd.replace(mark, mark * 2),):
        text = text.replace(f"{mark}{whole}{mark}", "NAME")
    code = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    assert "DROP" not in code


@pytest.mark.parametrize("dialect", ["postgresql", "mariadb", "sqlite"])
def test_an_index_on_a_name_of_any_kind_stays_a_comment(small_bind: Bind, dialect: str) -> None:
    odd = 'x"; DROP ROLE a; -- `; DROP ROLE b;\nDROP ROLE c; %'
    columns = {"id": "integer required", "name": "text", odd: "text required", "account_id": "integer"}
    case = {
        "map": [
            {"old": "known by: {email: email}", "new": f"known by: {{email: {_quoted(odd)}}}"},
            {"old": "[name, email]", "new": "[name]"},
            {"old": '        emptied to: {email: "gone-{key}"}\n', "new": ""},
        ],
        "schema": {"contacts": {"columns": columns, "links": {"account_id": "accounts"}}},
    }
    lines = _requested(small_bind(case), dialect)
    assert not any("DROP" in line for line in lines if not line.startswith("--"))
    assert any("INDEX" in line for line in lines)


def _quoted(text: str) -> str:
    import json

    return json.dumps(text)


def _requested(bound: BoundMap, dialect: str = "postgresql") -> list[str]:
    text = grants(bound, "portal", dialect, "reader", "keeper", (), requests=True)  # type: ignore[arg-type]
    return text.splitlines()


def test_requests_take_all_data_of_people_and_nothing_beyond(small_bind: Bind) -> None:
    """Whatever is promised: their rows may go, their data be corrected; keys, other people's rows and tariffs not."""
    changing = [
        line for line in _requested(small_bind()) if line.startswith(("GRANT DELETE", "GRANT UPDATE"))
    ]
    assert changing == [
        'GRANT DELETE ON "public"."contacts" TO "keeper";',
        'GRANT UPDATE ("name", "email") ON "public"."contacts" TO "keeper";',
        'GRANT DELETE ON "public"."invoices" TO "keeper";',
        'GRANT UPDATE ("number", "total") ON "public"."invoices" TO "keeper";',
    ]


@pytest.mark.parametrize(
    ("dialect", "index"),
    [
        ("postgresql", 'CREATE INDEX "contacts_email_sought" ON "public"."contacts" (lower(btrim('),
        ("mariadb", "CREATE INDEX `contacts_email_sought` ON `contacts` (`email`);"),
        ("sqlite", 'CREATE INDEX "contacts_email_sought" ON "contacts" (lower(trim('),
    ],
)
def test_the_indexes_that_requests_need_are_shown_and_not_run(
    small_bind: Bind, dialect: str, index: str
) -> None:
    shown = [line for line in _requested(small_bind(), dialect) if "INDEX" in line]
    assert len(shown) == 1, "once, although invoices lead to contacts too"
    assert shown[0].startswith(f"-- {index}")
    assert "INDEX" not in grants(small_bind(), "portal", dialect, "r", "k", PROMISED)  # type: ignore[arg-type]


def test_a_phone_number_of_mariadb_is_led_to_by_a_column_that_nobody_sees(small_bind: Bind) -> None:
    case = {"map": [{"old": "known by: {email: email}", "new": "known by: {phone: email}"}]}
    (shown,) = (line for line in _requested(small_bind(case), "mariadb") if "INDEX" in line)
    assert shown.startswith("-- ALTER TABLE `contacts` ADD COLUMN `contacts_email_sought` varchar(64)")
    assert shown.endswith("VIRTUAL INVISIBLE, ADD INDEX (`contacts_email_sought`);")


LISTED = {
    "map": [{"old": 'emptied to: {email: "gone-{key}"}', "new": 'emptied to: {email: "gone-{key}"}\n        '
             "lists: {service: {address: email, subscribed: wants_news}}\n        "
             "restricted by: {column: kept_apart, is: 1, lifted: 0}"}],
    "schema": {"contacts": {"columns": {"id": "integer required", "name": "text", "email": "text required unique 30",
                                        "account_id": "integer", "wants_news": "integer", "kept_apart": "integer"},
                            "links": {"account_id": "accounts"}}},
}  # fmt: skip


def test_requests_take_people_off_lists_and_keep_rows_out_of_use(small_bind: Bind) -> None:
    bound = small_bind(LISTED)
    granted = 'GRANT UPDATE ("name", "email", "wants_news", "kept_apart") ON "public"."contacts" TO "keeper";'
    assert granted in _requested(bound)
    assert not any("wants_news" in line for line in _keeping(bound))


def test_the_address_of_a_list_is_sought_too(small_bind: Bind) -> None:
    alone = {**LISTED, "map": [*LISTED["map"], {"old": "known by: {email: email}", "new": "known by: none"},
                               {"old": "known by: contacts via contact_id", "new": "known by: none"}]}  # fmt: skip
    assert any('"contacts_email_sought"' in line for line in _requested(small_bind(alone)))
