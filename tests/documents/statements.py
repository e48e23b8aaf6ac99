"""What the tests of documents share: the statements that exist, and pages made of them."""

from functools import cache
from pathlib import Path

from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

ROOT = Path(__file__).resolve().parents[2]
STATEMENTS = {
    path.parent.name: path for path in sorted((ROOT / "src/gestand/examples").glob("*/statement.yaml"))
} | {"everything": ROOT / "tests/statement/full.yaml", "small": ROOT / "tests/statement/small.yaml"}


@cache
def read(name: str) -> Statement:
    """A statement by the name of its sample, or `everything` or `small`."""
    return parse_statement(STATEMENTS[name])
