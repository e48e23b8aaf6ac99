"""Data maps that do not fit, each a YAML file: what is wrong is told with its place, and nothing else is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from gestand.core.errors import DataMapError
from gestand.datamap.bound import BoundMap

CASES = sorted((Path(__file__).parents[1] / "cases" / "datamap").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_fault_is_told_with_its_place(
    path: Path, small_bind: Callable[..., BoundMap], tmp_path: Path
) -> None:
    case = YAML(typ="safe", pure=True).load(path)
    file = tmp_path / "datamap.yaml"
    with pytest.raises(DataMapError) as caught:
        small_bind(case, file)
    told = [f"{fault.place.line}:{fault.place.column}: {fault.message}" for fault in caught.value.faults]
    assert told == case["faults"], case["about"]
    assert all(f"{file}:{line}" in str(caught.value) for line in told)


def test_there_are_cases() -> None:
    assert len(CASES) > 35
