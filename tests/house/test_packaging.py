"""What is installed: few packages, pinned and hashed, and no address of any registry anywhere."""

import re
import subprocess
import sys
import tomllib

import pytest
from tests.house.repository import ROOT, files, shown, text_of

PINNED = sorted((ROOT / "constraints").glob("*.txt"))
MOST_PACKAGES = 40
REGISTRIES = (
    "pypi" + ".org",
    "python" + "hosted",
    "registry" + ".npmjs",
    "npmjs" + ".com",
    "deb.debian" + ".org",
    "proxy.golang" + ".org",
    "--extra-index" + "-url",
    "--index" + "-url",
    "--trusted" + "-host",
    "--find" + "-links",
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|Users|opt/wheels|opt/pypi)/[\w.-]+|/home/(?!user\b)\w+/")
HEAVY = (
    "alembic",
    "argon2",
    "cryptography",
    "jinja2",
    "psycopg",
    "pydantic",
    "pymysql",
    "rich",
    "ruamel",
    "sqlalchemy",
)


def test_running_takes_fewer_than_40_packages() -> None:
    assert len(_names("runtime.txt")) < MOST_PACKAGES


def test_every_pin_is_exact_and_has_hashes() -> None:
    assert {path.name for path in PINNED} == {"build.txt", "dev.txt", "runtime.txt"}
    for path in PINNED:
        entries = re.split(r"\n(?=\S)", path.read_text().strip())
        loose = [entry.split("\n")[0] for entry in entries if not _is_pinned(entry)]
        assert not loose, path.name


def _is_pinned(entry: str) -> bool:
    return bool(
        re.match(r"[a-z0-9.-]+==\S+( ; [^\\\n]+)? \\\n(\s+--hash=sha256:[0-9a-f]{64}( \\\n|$))+$", entry)
    )


def test_the_runtime_and_build_sets_are_part_of_the_dev_set() -> None:
    assert _names("runtime.txt") | _names("build.txt") <= _names("dev.txt")


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for file, wanted in (
        ("runtime.txt", project["project"]["dependencies"]),
        *(("runtime.txt", extra) for extra in project["project"]["optional-dependencies"].values()),
        ("build.txt", project["build-system"]["requires"]),
        ("dev.txt", project["dependency-groups"]["dev"]),
    ):
        names = {
            re.split(r"[\[<>=!~ ]", one)[0].lower().replace(".", "-").replace("_", "-") for one in wanted
        }
        assert names <= {pin.split("==")[0] for pin in _names(file)}, file


def _names(file: str) -> set[str]:
    text = (ROOT / "constraints" / file).read_text()
    return set(re.findall(r"^([a-z0-9.-]+==\S+)", text, re.MULTILINE))


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    found = [
        f"{shown(path, number)}: {line.strip()[:80]}"
        for path in files()
        for number, line in enumerate((text_of(path) or "").splitlines(), 1)
        if any(word in line for word in REGISTRIES) or MACHINE_PATHS.search(line)
    ]

    assert not found


@pytest.mark.parametrize("module", HEAVY)
def test_help_imports_nothing_heavy(module: str) -> None:
    assert module not in _imported_by_help()


def _imported_by_help() -> set[str]:
    program = (
        "import sys\nfrom gestand.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit as left:\n    assert not left.code\n"
        "print('MODULES', *{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("MODULES")[2].split())
