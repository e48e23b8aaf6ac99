"""`gestand map`: a draft on the screen or in a file, a second look, and what it says beside."""

import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.datamap.suggest.legacy import MARK, STATEMENT, fill
from tests.path.firm import Call

from gestand.datamap.parse import parse_data_map


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a statement, and the old company's database beside it; it is the current one."""
    (tmp_path / "statement.yaml").write_text(STATEMENT, "utf-8")
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'old.db'}", poolclass=sa.NullPool)
    fill(engine)
    engine.dispose()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OLD_URL", f"sqlite:///{tmp_path / 'old.db'}")
    return tmp_path


def test_the_draft_is_the_output_and_all_else_is_said_beside_it(old: Path, run: Call) -> None:
    ran = run("map", "sqlite:///old.db", "--lang", "en")

    assert ran.code == 0
    assert list(parse_data_map(ran.out).databases) == ["old"]
    assert parse_data_map(ran.out).databases["old"].url == "$OLD_URL"
    said = " ".join(ran.err.split())
    assert "4 tables read, of 4 some values as well; none of these was kept." in said
    assert "MIND: `bsn` of `tbl_klant` seems to hold citizen service number" in said
    assert "Personal, but no word of the statement fits: `tbl_klant.bsn`, `tbl_klant.allergie`." in said
    assert MARK not in ran.said


def test_it_writes_a_file_that_is_not_there_and_leaves_one_that_is(old: Path, run: Call) -> None:
    first = run("map", "OLD_URL", "--into", "datamap.yaml")
    written = (old / "datamap.yaml").read_text("utf-8")
    (old / "datamap.yaml").write_text(written + "# mine\n", "utf-8")
    again = run("map", "OLD_URL", "--into", "datamap.yaml")

    assert (first.code, first.out) == (0, "")
    assert again.code == 3
    assert "datamap.yaml is er al" in again.said
    assert (old / "datamap.yaml").read_text("utf-8").endswith("# mine\n")


def test_it_replaces_a_file_when_told_to(old: Path, run: Call) -> None:
    (old / "datamap.yaml").write_text("# mine\n", "utf-8")

    assert run("map", "OLD_URL", "--into", "new.yaml").code == 3
    (old / "datamap.yaml").unlink()
    (old / "new.yaml").write_text("# mine\n", "utf-8")

    assert run("map", "OLD_URL", "--into", "new.yaml", "--overwrite").code == 0
    assert parse_data_map(old / "new.yaml")


def test_a_second_run_tells_what_has_changed(old: Path, run: Call) -> None:
    run("map", "OLD_URL", "--into", "datamap.yaml")
    calm = run("map", "OLD_URL", "--lang", "en")
    engine = sa.create_engine(f"sqlite:///{old / 'old.db'}", poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE tbl_factuur ADD COLUMN email TEXT")
        connection.exec_driver_sql("CREATE TABLE leden (id INTEGER PRIMARY KEY, telefoon TEXT)")

    changed = run("map", "$OLD_URL", "--lang", "en")
    as_json = run("map", "OLD_URL", "--json")

    assert calm.code == 1  # the two columns that the statement has no word for
    assert "`bsn` (tbl_klant) looks personal" in calm.out
    assert changed.code == 1
    assert "`email` (tbl_factuur) looks personal, and the data map leaves it out" in changed.said
    assert "`leden` is not in the data map, and looks personal: `telefoon`" in changed.said
    assert "`gestand map '$OLD_URL' --draft`" in changed.said
    assert {change["code"] for change in json.loads(as_json.out)} == {"personal-column", "new-table"}


def test_a_whole_new_draft_can_be_asked_for(old: Path, run: Call) -> None:
    run("map", "OLD_URL", "--into", "datamap.yaml")

    assert parse_data_map(run("map", "OLD_URL", "--draft").out)


def test_names_alone_need_no_value(old: Path, run: Call) -> None:
    ran = run("map", "OLD_URL", "--names-only", "--lang", "en")

    assert "of 0 some values as well" in ran.said
    assert "values look like" not in ran.out
    assert "- voornm" in ran.out


def test_it_speaks_the_language_of_the_statement_where_no_settings_are_yet(old: Path, run: Call) -> None:
    (old / "statement.yaml").write_text(STATEMENT.replace("version: 1", "version: 1\nlanguage: en"), "utf-8")

    ran = run("map", "sqlite:///old.db")

    assert "4 tables read" in ran.said
    assert ran.out.startswith("# A draft by")


def test_a_folder_without_a_statement_is_told_so(old: Path, run: Call) -> None:
    (old / "statement.yaml").unlink()

    ran = run("map", "OLD_URL", "--lang", "en")

    assert ran.code == 0
    assert "There is no statement.yaml" in ran.said


@pytest.mark.parametrize("store", ["a: b", "x y", "UPPER", "*", "café"])
def test_a_store_is_called_by_a_word_before_anything_is_read(old: Path, run: Call, store: str) -> None:
    ran = run("map", "sqlite:///old.db", "--store", store)

    assert ran.code == 3
    assert "is no hyphenated-word" in ran.said
    assert "tabellen" not in ran.said


@pytest.mark.parametrize("store", ["null", "on", "1e3", "2-portal"])
def test_a_word_that_yaml_may_take_for_something_else_is_a_store(old: Path, run: Call, store: str) -> None:
    ran = run("map", "sqlite:///old.db", "--store", store)

    assert list(parse_data_map(ran.out).databases) == [store]


def test_a_name_in_a_database_moves_no_cursor(old: Path, run: Call) -> None:
    with sa.create_engine(f"sqlite:///{old / 'odd.db'}", poolclass=sa.NullPool).begin() as connection:
        connection.exec_driver_sql('CREATE TABLE "klant\x1b]0;x\x07" (id INTEGER PRIMARY KEY, bsn TEXT)')

    ran = run("map", "sqlite:///odd.db", "--into", "datamap.yaml")
    with sa.create_engine(f"sqlite:///{old / 'odd.db'}", poolclass=sa.NullPool).begin() as connection:
        connection.exec_driver_sql('CREATE TABLE "lid\x1b]0;x\x07" (id INTEGER PRIMARY KEY, bsn TEXT)')
    again = run("map", "sqlite:///odd.db", "--store", "odd")

    assert "LET OP" in ran.said
    assert "lid" in again.out
    assert "\x1b" not in ran.said + again.said + (old / "datamap.yaml").read_text("utf-8")


def test_an_empty_database_is_no_confident_result(old: Path, run: Call) -> None:
    sa.create_engine(f"sqlite:///{old / 'empty.db'}", poolclass=sa.NullPool).connect().exec_driver_sql(
        "VACUUM"
    )

    ran = run("map", "sqlite:///empty.db", "--lang", "en")

    assert ran.code == 2
    assert "Not one table can be seen" in ran.said


@pytest.mark.parametrize(
    "url",
    [
        "NOWHERE_URL",
        "sqlite:///missing.db",
        "mongodb://host/x",
        "postgresql://a:geheim@127.0.0.1:1/x",
        "postgresql://a:geheim@127.0.0.1:1",
        "postgresql://a:geheim@127.0.0.1:port/x",
        "mariadb://a:geheim@127.0.0.1",
        "postgresql:/a:geheim@127.0.0.1/x",
        "postgresql://a:more/geheim@127.0.0.1:1/x",
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(old: Path, run: Call, url: str) -> None:
    ran = run("map", url)

    assert ran.code == 3
    assert ran.out == ""
    assert "geheim" not in ran.said


def test_nothing_sampled_is_left_on_the_disk(old: Path, run: Call, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    run("map", "OLD_URL", "--into", "datamap.yaml")

    new = set(tmp_path.rglob("*")) - before
    assert {path.name for path in new} == {"datamap.yaml"}
    assert MARK not in (tmp_path / "datamap.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("column", "kind", "rule"), [("bsn", "OfficialID", "AVG1316"), ("allergie", "HealthData", "AVG1315")]
)
def test_what_the_law_guards_is_a_finding_of_map_and_of_lint_until_a_law_is_named(
    old: Path, run: Call, column: str, kind: str, rule: str
) -> None:
    datum = f"""
  guarded:
    nl: burgerservicenummer en allergie van klanten
    en: citizen service number and allergy of customers
    kind: [{kind}]
    of: customers
    from: the person
"""
    silent = STATEMENT.replace("\npurposes:", f"{datum}purposes:")
    lawful = silent.replace(f"kind: [{kind}]", f"kind: [{kind}]\n    in use because: Zvw 86")

    told = {}
    for name, text in (("silent", silent), ("lawful", lawful)):
        (old / "statement.yaml").write_text(text, "utf-8")
        mapped = run("map", "OLD_URL", "--lang", "en").err
        linted = run("lint", "--preview", "--json", "statement.yaml").out
        told[name] = (f"MIND: `{column}` of `tbl_klant`" in mapped, rule in mapped, f'"{rule}"' in linted)

    assert told["silent"] == (True, True, True)
    assert told["lawful"][0] is False
    assert told["lawful"][2] is False


def test_a_check_tells_of_columns_that_the_map_leaves_out(old: Path, run: Call) -> None:
    run("map", "OLD_URL", "--into", "datamap.yaml")
    run("init", "--lang", "en")

    ran = run("check", "--json")

    codes = {finding["code"] for finding in json.loads(ran.out)["findings"]}
    assert "guarded-data-not-mentioned" in codes
    assert MARK not in ran.said
