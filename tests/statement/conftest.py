"""A small statement to read and to change."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement


@pytest.fixture(scope="session")
def small() -> str:
    return (Path(__file__).parent / "small.yaml").read_text("utf-8")


@pytest.fixture(scope="session")
def changed(small: str) -> Callable[..., Statement]:
    """The small statement with some texts replaced, each of which must be there."""

    def change(*pairs: tuple[str, str]) -> Statement:
        text = small
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new, 1)
        return parse_statement(text)

    return change
