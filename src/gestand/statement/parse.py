"""Reads a statement: the file, the model, and every word that must be declared before it is used."""

from pathlib import Path

from pydantic import ValidationError

from gestand.core.errors import StatementError
from gestand.core.place import Fault
from gestand.statement.controller import parse_year_end
from gestand.statement.crosscheck import crosscheck
from gestand.statement.faults import faults_of
from gestand.statement.model import Statement
from gestand.statement.nodes import Node
from gestand.statement.recipients import SHAPES as TRANSFER_SHAPES
from gestand.statement.written import SHAPES
from gestand.statement.yaml import load_yaml


def parse_statement(source: Path | str) -> Statement:
    """Read the statement in a file (`Path`) or a text (`str`).

    Raises StatementError whose `faults` are all that is wrong, in the order of the file.
    """
    document = load_yaml(source, "a statement", StatementError)
    book_year_ends = _book_year_ends(document.root)
    faults: list[Fault] = []
    statement: Statement | None = None
    try:
        statement = Statement.model_validate(
            document.root.plain(), context={"book year ends": book_year_ends}, by_alias=True, by_name=False
        )
    except ValidationError as error:
        faults.extend(faults_of(error, Statement, document.root, SHAPES | TRANSFER_SHAPES))
    faults.extend(crosscheck(document.root, book_year_ends, frozenset(fault.place for fault in faults)))
    if faults or statement is None:
        raise StatementError(_heading(document.file, len(faults)), tuple(sorted(faults, key=_order)))
    return statement.read_from(document.root, document.digest)


def _book_year_ends(root: Node) -> tuple[int, int]:
    """The end of the book year, which the terms need; 31 December where it is at fault."""
    node = root.at("controller", "book year ends")
    try:
        return parse_year_end(node.value) if node and isinstance(node.value, str) else (12, 31)
    except ValueError:
        return 12, 31


def _heading(file: str, count: int) -> str:
    return f"{file} has {count} fault{'s' if count != 1 else ''}:"


def _order(fault: Fault) -> tuple[int, int]:
    return fault.place.line, fault.place.column
