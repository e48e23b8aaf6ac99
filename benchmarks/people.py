"""A shop's database of people: eleven tables, 44 rows a person, and the statement and map that go with it."""

from pathlib import Path

TABLES = {
    "customers": 1,
    "addresses": 2,
    "orders": 5,
    "order_lines": 15,
    "invoices": 5,
    "payments": 5,
    "tickets": 2,
    "messages": 4,
    "sign_ins": 3,
    "consents": 1,
    "preferences": 1,
}
"""Rows of one person in each table: 44."""

_CHILDREN = ("addresses", "orders", "invoices", "tickets", "messages", "sign_ins", "consents", "preferences")


def email(person: int) -> str:
    return f"person.{person}@example.org"


def postgresql(people: int) -> list[str]:
    """Statements that make and fill the tables, with every key and an index on each way from child to parent."""
    statements = [
        "CREATE TABLE customers (id bigint PRIMARY KEY, email text, phone text, name text, since date)",
        "INSERT INTO customers SELECT n, 'person.' || n || '@example.org', '06' || lpad(n::text, 8, '0'), "
        f"'Person ' || n, date '2020-01-01' + (n % 2000)::int FROM generate_series(1, {people}) n",
    ]
    for table in _CHILDREN:
        many = TABLES[table]
        statements += [
            f"CREATE TABLE {table} (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers, "
            "told text, at timestamptz NOT NULL)",
            f"INSERT INTO {table} SELECT n, (n - 1) / {many} + 1, 'what stands here ' || n, "
            f"timestamptz '2021-01-01' + n * interval '1 minute' FROM generate_series(1, {people * many}) n",
            f"CREATE INDEX ON {table} (customer_id)",
        ]
    for table, parent in (("order_lines", "orders"), ("payments", "invoices")):
        many = TABLES[table] // TABLES[parent]
        statements += [
            f"CREATE TABLE {table} (id bigint PRIMARY KEY, {parent}_id bigint NOT NULL REFERENCES {parent}, "
            "told text, at timestamptz NOT NULL)",
            f"INSERT INTO {table} SELECT n, (n - 1) / {many} + 1, 'what stands here ' || n, "
            f"timestamptz '2021-01-01' + n * interval '1 minute' "
            f"FROM generate_series(1, {people * TABLES[table]}) n",
            f"CREATE INDEX ON {table} ({parent}_id)",
        ]
    return statements


def write_company(folder: Path, url: str, address: str = "https://privacy.shop.example") -> None:
    """statement.yaml, datamap.yaml and gestand.toml of the shop; nothing in it is kept by law."""
    folder.mkdir(parents=True)
    (folder / "statement.yaml").write_text(_statement(), encoding="utf-8")
    (folder / "datamap.yaml").write_text(_data_map(), encoding="utf-8")
    (folder / "gestand.toml").write_text(
        f'log = "shop.example/gestand"\n[web]\naddress = "{address}"\n[addresses]\nSHOP = "{url}"\n',
        encoding="utf-8",
    )


def _statement() -> str:
    data = "\n".join(
        f"  {_word(table)}: {{nl: {table}, en: {table}, kind: [Name], of: customers, from: the person}}"
        for table in TABLES
    )
    words = ", ".join(map(_word, TABLES))
    return f"""\
gestand: statement/1
version: 1
effective: 2026-01-01
controller:
  name: Winkel B.V.
  address: Voorbeeldweg 1, 3500 AA Utrecht
  contact: {{email: privacy@shop.example}}
  sites: [www.shop.example]
people:
  customers: {{nl: klanten, en: customers}}
moments:
  moment: {{nl: het moment, en: the moment}}
data:
{data}
purposes:
  selling:
    nl: verkopen
    en: selling
    kind: ServiceProvision
    data: [{words}]
    basis: Contract
retention:
  everything:
    data: [{words}]
    kept: 10 years after moment
"""


def _data_map() -> str:
    tables = [
        "      customers:",
        "        rows of: customers",
        "        known by: {email: email, phone: phone}",
    ]
    tables += ["        data: {customers: [email, phone, name]}", "        moments: {moment: since}"]
    tables += ["        at the end: erase"]
    for table in TABLES:
        if table == "customers":
            continue
        parent = {"order_lines": "orders", "payments": "invoices"}.get(table, "customers")
        key = "customer_id" if parent == "customers" else f"{parent}_id"
        tables += [
            f"      {table}:",
            "        rows of: customers",
            f"        known by: {parent} via {key}",
            f"        data: {{{_word(table)}: told}}",
            "        moments: {moment: at}",
            "        at the end: erase",
        ]
    return "\n".join(
        [
            "gestand: datamap/1",
            "stores:",
            "  shop:",
            "    url: $SHOP",
            "    times without a zone: UTC",
            "    tables:",
            *tables,
            "",
        ]
    )


def _word(table: str) -> str:
    return table.replace("_", "-")
