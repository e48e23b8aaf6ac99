"""`gestand export` and `gestand import`: the format on standard output, what is lost on standard error."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.exchange.statements import STATEMENTS

from gestand.cli import gestand
from gestand.cli.export import FORMATS
from gestand.core.errors import ConfigurationError, StatementError


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(gestand, list(arguments), input=given, catch_exceptions=True)


@pytest.mark.parametrize(
    "name", [name for name in STATEMENTS if name not in ("small", "minimal", "unstated")]
)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_written_of_every_sample(format_: str, name: str) -> None:
    ran = run("export", format_, str(STATEMENTS[name]), "--lang", "nl")
    assert ran.exception is None
    assert f"{format_} heeft geen plaats voor:" in ran.stderr or format_ == "device-storage"
    rows = list(csv.reader(ran.stdout.splitlines())) if format_ == "ropa" else json.loads(ran.stdout)
    assert rows


def test_what_has_no_place_is_told_by_section() -> None:
    ran = run("export", "tilt", str(STATEMENTS["shop"]), "--lang", "en")
    lines = ran.stderr.splitlines()
    assert "tilt has no place for:" in lines
    assert any(line.startswith("  data: collected at (12), fields (1), from the person") for line in lines)
    assert "  signals (2)" in lines


def test_a_file_is_written_whole_and_named(tmp_path: Path) -> None:
    target = tmp_path / "statement.tilt.json"
    ran = run("export", "tilt", str(STATEMENTS["shop"]), "--lang", "en", "--to", str(target))
    assert ran.stdout == ""
    assert f"Written: {target}" in ran.stderr
    assert target.read_text("utf-8") == run("export", "tilt", str(STATEMENTS["shop"]), "--lang", "en").stdout


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "statement.json"
    ran = run("export", "gpc", str(STATEMENTS["shop"]), "--to", str(target))
    assert isinstance(ran.exception, ConfigurationError)
    assert str(target) in str(ran.exception)


def test_the_register_is_the_one_that_render_writes() -> None:
    register = run("render", str(STATEMENTS["shop"]), "--as", "register").stdout
    assert run("export", "ropa", str(STATEMENTS["shop"])).stdout == register


def test_a_statement_with_faults_is_refused() -> None:
    ran = run("export", "tilt", "--lang", "en", str(Path(__file__)))
    assert isinstance(ran.exception, StatementError)


def test_a_disclosure_comes_in_by_standard_input(tmp_path: Path) -> None:
    out = run("export", "device-storage", str(STATEMENTS["cookie-site"]), "--lang", "en").stdout
    ran = run(
        "-C", str(tmp_path), "import", "device-storage", "-", "--site", "www.leerplank.example", given=out
    )
    assert ran.exception is None
    assert ran.stdout.startswith("cookies:\n")
    assert "party: own" in ran.stdout
    assert "Look over, and fill in:" in ran.stderr


def test_what_is_wrong_on_standard_input_is_told_by_that_name(tmp_path: Path) -> None:
    twice = '{"disclosures": [{"identifier": "a", "identifier": "b", "type": "cookie"}]}'
    ran = run("-C", str(tmp_path), "import", "device-storage", "-", given=twice)
    assert "standard input has two fields `identifier` in one place." in str(ran.exception)


def test_a_company_s_own_sites_tell_whose_a_cookie_is(tmp_path: Path) -> None:
    (tmp_path / "statement.yaml").write_bytes(STATEMENTS["shop"].read_bytes())
    stored = {
        "identifier": "a",
        "type": "cookie",
        "maxAgeSeconds": 0,
        "domains": ["winkel.schijvenhuis.example"],
    }
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps({"disclosures": [stored]}), "utf-8")
    ran = run("-C", str(tmp_path), "import", "device-storage", str(file))
    assert "party: own" in ran.stdout
    assert "Kijk na, en vul in:" in ran.stderr


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    ran = run("-C", str(tmp_path), "import", "device-storage", str(tmp_path / "none.json"))
    assert isinstance(ran.exception, ConfigurationError)
    assert "none.json cannot be read" in str(ran.exception)


@pytest.mark.parametrize("format_", ["tilt", "ropa"])
def test_a_format_has_its_own_letters_whatever_those_of_the_terminal(format_: str) -> None:
    asked = [sys.executable, "-m", "gestand", "export", format_, str(STATEMENTS["sms-gateway"])]
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(asked, capture_output=True, check=True, env=latin)

    assert "één" in done.stdout.decode("utf-8")


def test_import_is_a_command_like_any_other() -> None:
    asked = [sys.executable, "-m", "gestand", "import", "--help"]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert "device-storage" in done.stdout
