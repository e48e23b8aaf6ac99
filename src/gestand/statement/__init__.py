"""What a company says: the statement as a file, its model, its sentences and its differences.

Names come in when they are first used, for pydantic takes a fifth of a second to load.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gestand.statement.absent import NONE, NOT_APPLICABLE, UNSTATED, Absent
    from gestand.statement.compare import stricter
    from gestand.statement.diff import Change, compare
    from gestand.statement.laws import Law, laws
    from gestand.statement.minimum import legal_minimum
    from gestand.statement.model import Statement
    from gestand.statement.parse import parse_statement
    from gestand.statement.sentences import retention_sentence
    from gestand.statement.terms import Kept, parse_kept

_HOMES = {
    "Absent": "absent",
    "Change": "diff",
    "Kept": "terms",
    "Law": "laws",
    "NONE": "absent",
    "NOT_APPLICABLE": "absent",
    "Statement": "model",
    "UNSTATED": "absent",
    "compare": "diff",
    "laws": "laws",
    "legal_minimum": "minimum",
    "parse_kept": "terms",
    "parse_statement": "parse",
    "retention_sentence": "sentences",
    "stricter": "compare",
}
__all__ = [
    "NONE",
    "NOT_APPLICABLE",
    "UNSTATED",
    "Absent",
    "Change",
    "Kept",
    "Law",
    "Statement",
    "compare",
    "laws",
    "legal_minimum",
    "parse_kept",
    "parse_statement",
    "retention_sentence",
    "stricter",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"gestand.statement has no name {name!r}")
    return getattr(import_module(f"gestand.statement.{_HOMES[name]}"), name)
