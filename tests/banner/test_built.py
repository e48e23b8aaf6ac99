"""The built banner is the modules of now, is small, and asks for nothing that a strict policy refuses."""

import json
import re
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import httpx
import pytest
from banner.build import HERE, MODULES, SERVED, script, style
from tests.banner.sites import open_shop

MOST_BYTES = 5_500
"""Both layers with four purposes in one language: script, style, elements and texts together, in brotli."""
REFUSED = (
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    ".style.",
    "cssText",
    "http",
)


def test_what_is_served_is_what_the_modules_make() -> None:
    assert (SERVED / "banner.js").read_bytes() == script().encode(), "run `make banner`"
    assert (SERVED / "banner.css").read_bytes() == style().encode(), "run `make banner`"


def test_every_module_is_in_the_built_file() -> None:
    assert {path.name for path in HERE.glob("*.js")} == set(MODULES)


def test_no_two_modules_give_one_name_to_two_things() -> None:
    names = [
        name
        for module in MODULES
        for name in re.findall(
            r"^(?:export )?(?:async )?(?:const|let|function) (\w+)", (HERE / module).read_text(), re.MULTILINE
        )
    ]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("way", REFUSED)
def test_nothing_is_made_of_strings_or_loaded_from_elsewhere(way: str) -> None:
    assert way not in script().replace('"https:"', "")


def test_the_banner_with_four_purposes_is_small(tmp_path: Path) -> None:
    with open_shop(tmp_path) as site:
        for language in ("nl", "en"):
            served = httpx.get(f"{site.url}/{language}/banner.js").content
            told = json.loads(served.decode().rpartition("})()(")[2].rstrip(")\n"))

            assert len(told["purposes"]) == 4
            assert told["style"]
            assert len(brotli.compress(served, quality=11)) <= MOST_BYTES
