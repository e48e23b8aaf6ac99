"""Bad statements, each a YAML file: what is wrong is told with its place, and nothing else is."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from gestand.core.errors import StatementError
from gestand.statement.parse import parse_statement

CASES = sorted((Path(__file__).parents[1] / "cases" / "statement").glob("*.yaml"))


def _content(case: dict[str, object], small: str) -> bytes:
    if "bytes" in case:
        return bytes.fromhex(str(case["bytes"]))
    if "text" in case:
        return str(case["text"]).encode()
    replacements = case["replace"]
    assert isinstance(replacements, list)
    for replacement in replacements:
        assert replacement["old"] in small, f"the case replaces {replacement['old']!r}, which is not there"
        small = small.replace(replacement["old"], replacement["new"], 1)
    return small.encode()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_fault_is_told_with_its_place(path: Path, small: str, tmp_path: Path) -> None:
    case = YAML(typ="safe", pure=True).load(path)
    file = tmp_path / "statement.yaml"
    file.write_bytes(_content(case, small))
    with pytest.raises(StatementError) as caught:
        parse_statement(file)
    told = [f"{fault.place.line}:{fault.place.column}: {fault.message}" for fault in caught.value.faults]
    assert told == case["faults"], case["about"]
    assert all(f"{file}:{line}" in str(caught.value) for line in told)


def test_there_are_cases() -> None:
    assert len(CASES) > 40
