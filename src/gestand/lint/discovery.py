"""Finds the rules: a walk through the folder `rules`, where each file is one rule."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from textwrap import dedent

from gestand.lint import rules
from gestand.lint.judgment import Judgment
from gestand.lint.published import Published
from gestand.lint.rule import Rule
from gestand.statement.model import Statement

JudgeText = Callable[[Published], Iterable[Judgment]]
JudgeStatement = Callable[[Statement], Iterable[Judgment]]

_BLOCK = re.compile(r"^(Wrong|Undecided|Right) (nl|en|statement):\n((?:[ ]{4}.*\n?|\n)+)", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A block of a rule that is `Wrong`, `Undecided` or `Right`.

    A text in Dutch or English, or a part of a statement as YAML: `kind` is `nl`, `en` or `statement`.
    """

    verdict: str
    kind: str
    text: str


@dataclass(frozen=True)
class Loaded:
    """A rule with its functions and its examples; `about` is what its file says first."""

    rule: Rule
    about: str
    examples: tuple[Example, ...]
    judge_text: JudgeText | None
    judge_statement: JudgeStatement | None


@cache
def all_rules() -> dict[str, Loaded]:
    """Every rule by its code, in the order of the codes."""
    names = (module.name for module in iter_modules(rules.__path__))
    loaded = [_load(name) for name in names]
    return {one.rule.code: one for one in sorted(loaded, key=lambda one: one.rule.code)}


def _load(name: str) -> Loaded:
    module = import_module(f"{rules.__name__}.{name}")
    written = cleandoc(module.__doc__ or "")
    examples = (
        Example(found[1], found[2], dedent(found[3]).strip() + "\n")
        for found in _BLOCK.finditer(written + "\n")
    )
    return Loaded(
        rule=module.RULE,
        about=written.split("\n\n")[0],
        examples=tuple(examples),
        judge_text=getattr(module, "judge_text", None),
        judge_statement=getattr(module, "judge_statement", None),
    )
