"""Whatever is left out, denied or not applicable, anywhere in a statement: every form can be made of it."""

from collections.abc import Iterator
from functools import cache

import pytest
from pydantic import ValidationError
from tests.documents.statements import LANGUAGES, STATEMENTS

from gestand.core.errors import StatementError
from gestand.documents.annex import annex_page
from gestand.documents.html import html_page
from gestand.documents.markdown import markdown
from gestand.documents.register import controller_register, processor_register
from gestand.documents.statement import statement_page
from gestand.statement.model import Statement
from gestand.statement.nodes import Node
from gestand.statement.yaml import load_yaml

Tree = dict[str, object]
WORDS = {"of", "from", "to", "purpose", "nl", "en", "name", "address", "law"}
"""Keys whose value may be any word, so that an absence there is one more word, which nothing declares."""


def paths(tree: Tree, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key of the statement, by its path."""
    for key, value in tree.items():
        if key not in WORDS:
            yield (*at, key)
        if isinstance(value, dict):
            yield from paths(value, (*at, key))


@cache
def source() -> Node:
    return load_yaml(STATEMENTS["everything"], "a statement", StatementError).root


def loaded() -> Tree:
    tree = source().plain()
    assert isinstance(tree, dict)
    return tree


def with_absence(path: tuple[str, ...], absence: str) -> Statement | None:
    """The fullest statement with an absence at that path; None where the format takes none there."""
    tree = loaded()
    inside: object = tree
    for key in path[:-1]:
        assert isinstance(inside, dict)
        inside = inside[key]
    assert isinstance(inside, dict)
    inside[path[-1]] = absence
    try:
        return Statement.model_validate(
            tree, context={"book year ends": (12, 31)}, by_alias=True, by_name=False
        )
    except ValidationError:
        return None


@pytest.mark.parametrize("absence", ["unstated", "none", "not applicable"])
def test_an_absence_anywhere_leaves_whole_texts(absence: str) -> None:
    made = 0
    for path in paths(loaded()):
        statement = with_absence(path, absence)
        if statement is None:
            continue
        made += 1
        for language in LANGUAGES:
            page = statement_page(statement, language)
            text = markdown(page) + markdown(annex_page(statement, language))
            assert html_page(page)
            assert "Absent" not in text, path
            assert "{" not in text, path
            controller_register(statement, language)
            processor_register(statement, language)
    assert made > 80
