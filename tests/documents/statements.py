"""What the tests of documents share: the statements that exist, and small ones made for a test."""

from functools import cache
from pathlib import Path

from gestand.core.text import Language
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

ROOT = Path(__file__).resolve().parents[2]
STATEMENTS = {
    path.parent.name: path for path in sorted((ROOT / "src/gestand/examples").glob("*/statement.yaml"))
} | {
    "everything": ROOT / "tests/statement/full.yaml",
    "bare": ROOT / "tests/documents/bare.yaml",
    "unstated": ROOT / "tests/statement/unstated.yaml",
}
LANGUAGES: tuple[Language, Language] = ("nl", "en")


@cache
def read(name: str) -> Statement:
    """A statement by the name of its sample, or `everything` or `bare`."""
    return parse_statement(STATEMENTS[name])


def bare(**sections: str) -> Statement:
    """The barest statement with sections added, each as YAML: `sold="none"`."""
    added = (f"{key}: {written}\n" for key, written in sections.items())
    return parse_statement(STATEMENTS["bare"].read_text("utf-8") + "".join(added))
