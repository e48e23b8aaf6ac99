"""Names of any spelling come back from the file as they went in, as a value and as a key, and stay on their line."""

import pytest

from gestand.core.errors import DataMapError
from gestand.datamap.suggest.spelled import comment, key, pair, quoted
from gestand.statement.yaml import load_yaml

NAMES = [
    'a"b', "a'b", "email: x", "- email", "!!python/object:os.system", "{{ email }}", "$email", "#email", "e # x",
    "a\nb", "a\r\nb", "a\tb", "\x1b[31mred", "\x7f", "\u2028", "\ufeffemail", "\x01😀", "\U0010fffe", "null", "~",
    "yes", "1e3", "0x10", "2020-01-01", "<<", "=", "&a", "*a", "? a", "|", ">", "%YAML", "---", "...", " a ", "a\\nb",
    "x" * 5_000, "\u0085", "\ue000",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:20])
def test_a_name_of_any_spelling_comes_back(name: str) -> None:
    text = f"value: {quoted(name)}\n{key(name)} 1\ninside: {{{pair(name, 2)}}}\nlist:\n  {key(name, 2)}\n    a: 3\n"

    root = load_yaml(text, "a data map", DataMapError).root.plain()

    assert root == {"value": name, name: 1, "inside": {name: 2}, "list": {name: {"a": 3}}}


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:20])
def test_a_remark_stays_on_its_line_and_moves_no_cursor(name: str) -> None:
    assert comment(f"why: {name}").isprintable()
