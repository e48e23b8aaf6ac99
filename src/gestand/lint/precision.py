"""How often each rule was right when it was measured on real statements that people had labelled."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from gestand.core.errors import ConfigurationError
from gestand.core.text import Text
from gestand.statement.nodes import Node
from gestand.statement.yaml import load_yaml

LEAST_FOR_ERRORS = 0.95
"""A text is only called at odds with the law by a rule that was right in so many of its cases."""


@dataclass(frozen=True)
class Precision:
    """Of so many findings, how many were right; `undecided` is how often the rule left it to a person."""

    right: int = 0
    wrong: int = 0
    undecided: int = 0

    def __add__(self, other: "Precision") -> "Precision":
        return Precision(self.right + other.right, self.wrong + other.wrong, self.undecided + other.undecided)

    @property
    def cases(self) -> int:
        return self.right + self.wrong

    @property
    def allows_errors(self) -> bool:
        return bool(self.cases) and self.right >= LEAST_FOR_ERRORS * self.cases

    @property
    def words(self) -> Text:
        """`right in 5 of 5 cases`, or that it was not measured."""
        if not self.cases:
            return Text("nog niet gemeten", "not measured yet")
        nl, en = ("geval", "case") if self.cases == 1 else ("gevallen", "cases")
        counted = f"{self.right} van {self.cases} {nl}", f"{self.right} of {self.cases} {en}"
        return Text(f"juist in {counted[0]}", f"right in {counted[1]}")


@dataclass(frozen=True)
class Figures:
    """A set of statements that the rules were measured on: how many, and the figures by code."""

    texts: int
    by_code: dict[str, Precision]


@dataclass(frozen=True)
class Measured:
    """The figures on statements of companies and on invented ones, and on which day they were taken."""

    on: date
    real: Figures
    invented: Figures

    @property
    def texts(self) -> int:
        return self.real.texts + self.invented.texts

    def of(self, code: str) -> Precision:
        """The figures of one rule on all statements together."""
        nothing = Precision()
        return self.real.by_code.get(code, nothing) + self.invented.by_code.get(code, nothing)


@cache
def measured() -> Measured:
    """The figures as they were last measured."""
    text = files("gestand.lint").joinpath("precision.yaml").read_text("utf-8")
    root = load_yaml(text, "the figures of the rules", ConfigurationError).root
    day = date.fromisoformat(_value(root, "measured"))
    return Measured(day, _figures(root.at("real")), _figures(root.at("invented")))


def _figures(node: Node | None) -> Figures:
    rules = node.at("rules") if node else None
    by_code = {entry.key: _precision(entry.node) for entry in (rules.entries if rules else ())}
    return Figures(int(_value(node, "texts")) if node else 0, by_code)


def _precision(node: Node) -> Precision:
    return Precision(*(int(_value(node, key)) for key in ("right", "wrong", "undecided")))


def _value(node: Node, key: str) -> str:
    found = node.at(key)
    return str(found.value) if found else "0"
