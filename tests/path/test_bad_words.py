"""Files that cannot be used: a clear sentence, exit code 3, and nothing changed in database, book or log."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.path.firm import Call, Firm, visits

from gestand.core.errors import SettingsError
from gestand.wiring import open_company

COMMANDS = (("check",), ("plan",), ("keep",), ("grants",), ("drift",))


@pytest.fixture
def gestand(in_sqlite: Firm, call: Callable[[Firm], Call]) -> Call:
    return call(in_sqlite)


def refused(
    company: Firm, gestand: Call, *messages: str, commands: tuple[tuple[str, ...], ...] = COMMANDS
) -> None:
    """Every command ends in the message and code 3, and leaves all as it was."""
    before = (company.state(), company.written())
    for command in commands:
        ran = gestand(*command)
        assert ran.code == 3, (command, ran.said)
        for message in messages:
            assert message in ran.said, command
        assert "Traceback" not in ran.said
    assert (company.state(), company.written()) == before


def changed(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(text: bytes) -> bytes:
        assert old.encode() in text
        return text.replace(old.encode(), new.encode())

    return change


STATEMENTS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "statement.yaml:1:1: the file is empty; a statement was expected. `gestand init`"),
    "binary": (lambda _: bytes(range(256)) * 40, "statement.yaml:1:1: the file is binary; a YAML text in UTF-8"),
    "100 MB": (lambda _: b"# comment\n" * 10_485_760, "the file is larger than 1,000,000 bytes; a statement never is"),
    "cyclic": (changed("people:\n", "people: &a\n  circle: *a\n"), "statement.yaml:13:11: *a stands inside"),
    "Latin-1": (lambda text: text.decode().encode("latin-1"), "is not UTF-8; save the file as UTF-8"),
    "UTF-16": (lambda text: text.decode().encode("utf-16"), "the file is UTF-16; save it as UTF-8"),
    "tabs": (changed("  name: Example", "\tname: Example"), "statement.yaml:7:1: a tab in the indentation"),
    "soon": (changed("1 week after", "soon after"), "statement.yaml:34:55: 'soon' is no term"),
    "negative": (changed("1 week after", "-1 week after"), "statement.yaml:34:55: '-1 week' is no term: a period"),
    "absurd": (changed("1 week after", "99999999 years after"), "'99999999 years' is no term: that is more"),
    "unknown moment": (changed("after message-sent", "after message-send"), "statement.yaml:34:55: `message-send`"),
    "unmapped moment": (
        changed("after message-sent", "after visit"),
        "datamap.yaml:11:9: retention/recipient-numbers counts from `visit`, but `messages`, which holds "
        "`recipient-number`, maps no such moment; say under `moments` where it is",
    ),
    "beyond the holidays": (
        changed("1 week after", "5000 working days after"),
        "statement.yaml:34:3: retention/recipient-numbers cannot be reckoned: the holidays of",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", STATEMENTS)
def test_a_statement_that_cannot_be_used_changes_nothing(in_sqlite: Firm, gestand: Call, fault: str) -> None:
    change, message = STATEMENTS[fault]
    in_sqlite.statement.write_bytes(change(in_sqlite.statement.read_bytes()))
    keeping = (("check",), ("plan",), ("keep",))
    refused(in_sqlite, gestand, message, commands=keeping if fault == "beyond the holidays" else COMMANDS)


def test_all_faults_of_a_statement_are_told_at_once(in_sqlite: Firm, gestand: Call) -> None:
    in_sqlite.replace(in_sqlite.statement, "1 week after", "soon after")
    in_sqlite.replace(in_sqlite.statement, "13 months after visit", "13 months after visits")
    refused(in_sqlite, gestand, "statement.yaml has 2 faults:", "statement.yaml:34:", "statement.yaml:37:")


def test_a_missing_statement_says_how_to_begin(in_sqlite: Firm, gestand: Call) -> None:
    in_sqlite.statement.unlink()
    refused(in_sqlite, gestand, "There is no statement.yaml in", "`gestand init` writes a starter")


MAPS = {
    "two people": ("rows of: recipients\n", "rows of: [recipients, customers]\n", "8:18: a row belongs to one group"),
    "address": ("$PORTAL_URL", "postgresql://me@h/db", "datamap.yaml:4:10: an address never stands in this file"),
    "password": ("$PORTAL_URL", "postgresql://me:zqxmark@h/db", "4:10: an address never stands in this file"),
}  # fmt: skip


@pytest.mark.parametrize("fault", MAPS)
def test_a_data_map_that_cannot_be_used_changes_nothing(in_sqlite: Firm, gestand: Call, fault: str) -> None:
    old, new, message = MAPS[fault]
    written = in_sqlite.data_map.read_text("utf-8")
    in_sqlite.replace(in_sqlite.data_map, old, new)
    refused(in_sqlite, gestand, message)
    in_sqlite.data_map.write_text(written, "utf-8")


MISFITS = {
    "view": ("messages:\n", "some_view:\n", "datamap.yaml:7:7: `some_view` is a view; map the table"),
    "missing table": ("messages:\n", "message:\n", "7:7: the store shows no table `message`; did you mean `messages`?"),
    "missing schema": ("messages:\n", "nowhere.messages:\n", "datamap.yaml:7:7: the store shows no table `nowhere"),
    "missing column": ("sent_at", "sent_on", "datamap.yaml:11:19: table `messages` has no column `sent_on`; did"),
    "wrong type": ("message-sent: sent_at", "message-sent: recipient", "11:19: `recipient` is text; say how its time"),
}  # fmt: skip


@pytest.mark.parametrize("fault", MISFITS)
def test_a_store_that_the_map_does_not_fit_is_left_alone_and_the_rest_is_kept(
    in_sqlite: Firm, gestand: Call, fault: str
) -> None:
    old, new, message = MISFITS[fault]
    in_sqlite.approve(gestand)
    before = in_sqlite.state()[:3]
    in_sqlite.do(sa.text("CREATE VIEW some_view AS SELECT * FROM messages"))
    in_sqlite.replace(in_sqlite.data_map, old, new)
    for command, code in (("keep", 2), ("check", 2), ("plan", 0), ("drift", 1), ("grants", 2)):
        ran = gestand(command)
        assert ran.code == code, (command, ran.said)
        assert message in ran.said, command
    assert in_sqlite.state()[:3] == before
    assert in_sqlite.rows(visits) == 2
    in_sqlite.do(sa.text("DROP VIEW some_view"))


def test_a_moment_in_a_column_of_another_type_is_told_on_every_engine(
    company: Firm, call: Callable[[Firm], Call]
) -> None:
    company.replace(company.data_map, "message-sent: sent_at", "message-sent: recipient")
    before, gestand = company.state()[:4], call(company)
    assert "datamap.yaml:11:19: `recipient` is text; say how its time is read" in gestand("keep").said
    assert company.state()[:4] == before


SETTINGS = {
    "password": ('PORTAL_URL = "postgresql://me:zqxmark@host/db"', "the address PORTAL_URL holds a password. Take"),
    "no TOML": ("[[[", "gestand.toml cannot be read as TOML: "),
    "unknown": ("[limit]", "gestand.toml: `limit` is no setting. Did you mean `limits`?"),
    "no text": ("PORTAL_URL = 1", "gestand.toml: the address PORTAL_URL must be a text in quotes."),
}  # fmt: skip


@pytest.mark.parametrize("fault", SETTINGS)
def test_settings_that_cannot_be_used_change_nothing(in_sqlite: Firm, gestand: Call, fault: str) -> None:
    new, message = SETTINGS[fault]
    written = in_sqlite.settings.read_text("utf-8")
    in_sqlite.replace(in_sqlite.settings, '# PORTAL_URL = "sqlite:///portal.db"', new)
    refused(in_sqlite, gestand, message)
    in_sqlite.settings.write_text(written)


def test_a_missing_address_is_named(in_sqlite: Firm, gestand: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTAL_URL")
    refused(
        in_sqlite,
        gestand,
        "The data map takes a store's address from $PORTAL_URL, and the environment does not hold it.",
        "export PORTAL_URL=",
    )


@pytest.mark.parametrize("address", ["oracle://me:zqxmark@host/db", "zqxmark", "sqlite://"])
def test_an_address_of_no_known_kind_is_refused_and_not_repeated(
    in_sqlite: Firm, call: Callable[[Firm], Call], address: str
) -> None:
    in_sqlite.environment["PORTAL_URL"] = address
    refused(
        in_sqlite, call(in_sqlite), "store portal: ", "expected sqlite:///FILE, postgresql://HOST/DATABASE"
    )


def test_keys_that_others_can_read_are_refused(in_sqlite: Firm, gestand: Call) -> None:
    key = in_sqlite.folder / ".gestand-keys" / "signing.key"
    key.chmod(0o644)
    refused(in_sqlite, gestand, "signing.key can be read by others, and a key must not. Run: chmod 600")


def test_missing_keys_are_not_made_anew_beside_a_book(in_sqlite: Firm, gestand: Call) -> None:
    keys = in_sqlite.folder / ".gestand-keys"
    keys.rename(in_sqlite.folder / "safe")
    refused(in_sqlite, gestand, "The key .gestand-keys is missing.")
    refused(
        in_sqlite, gestand, "belongs to keys that are missing", "Put those keys back", commands=(("init",),)
    )
    assert not keys.exists()


def test_a_missing_book_is_not_made_anew_beside_keys(in_sqlite: Firm, gestand: Call) -> None:
    away = in_sqlite.folder / "away.db"
    in_sqlite.book.rename(away)
    for command in (*COMMANDS, ("log",), ("checkpoint",)):
        ran = gestand(*command)
        assert ran.code == 3
        assert "book.db is missing" in ran.said
    ran = gestand("init")
    assert ran.code == 3
    assert "belong to a book that is missing" in ran.said
    assert not in_sqlite.book.exists()
    away.rename(in_sqlite.book)


def test_a_second_init_leaves_everything_alone(in_sqlite: Firm, gestand: Call) -> None:
    before = {file: file.read_bytes() for file in _files(in_sqlite.folder)}
    ran = gestand("init")
    assert ran.code == 0, ran.said
    assert ran.out.count("laten staan") == 4
    assert {file: file.read_bytes() for file in before} == before


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and ".gestand" not in file.parts]


USAGE = {
    ("chek",): "There is no command `chek`. Did you mean `gestand check`?",
    ("keep", "--at-most", "0"): "Invalid value for '--at-most'",
    ("keep", "--slise", "3"): "--slise",
    ("check", "--lang", "fr"): "Invalid value for '--lang'",
    ("approve", "0123456789ab"): "--by",
    ("-C", "nowhere", "check"): "There is no statement.yaml in",
    ("verify", "nowhere"): "Directory 'nowhere' does not exist.",
}


@pytest.mark.parametrize("arguments", USAGE)
def test_a_command_that_is_mistyped_ends_in_code_3(
    in_sqlite: Firm, gestand: Call, arguments: tuple[str, ...]
) -> None:
    refused(in_sqlite, gestand, USAGE[arguments], commands=(arguments,))


def test_a_statement_that_changes_under_way_is_not_remembered_under_another_digest(in_sqlite: Firm) -> None:
    company = open_company(in_sqlite.folder)
    assert company.statement.digest
    in_sqlite.replace(in_sqlite.statement, "kept: 1 week after", "kept: 2 weeks after")
    with pytest.raises(SettingsError, match="changed while it was being read"):
        assert company.records
