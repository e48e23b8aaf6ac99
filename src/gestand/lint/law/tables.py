"""Reads the dated tables of this folder into frozen values."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from gestand.core.errors import ConfigurationError
from gestand.core.text import Text
from gestand.statement.nodes import Node
from gestand.statement.yaml import load_yaml


@dataclass(frozen=True)
class Repealed:
    """A law or body that ended on a day, how texts name it, and what stands in its place."""

    name: str
    words: re.Pattern[str]
    ended: date
    now: Text
    is_renamed: bool


@dataclass(frozen=True)
class Vendor:
    """A well-known service: what it does (`analytics`, `advertising`), its seat, and how it is recognised."""

    name: str
    kind: str
    seat: str
    words: re.Pattern[str]
    domains: tuple[str, ...]
    cookies: tuple[str, ...]

    @property
    def tracks(self) -> bool:
        """Whether it measures visits or serves advertisements: neither is strictly necessary (Tw 11.7a(3))."""
        return self.kind in ("analytics", "advertising")

    @property
    def is_outside_eea(self) -> bool:
        return self.seat not in eea()

    def is_behind(self, cookie: str, told: str) -> bool:
        """Whether a cookie is one of its own, or `told` holds its name or a domain of it."""
        named = self.words.search(told) or any(domain in told for domain in self.domains)
        return cookie in self.cookies or bool(named)


@dataclass(frozen=True)
class RightByBasis:
    """A right, its article, and the bases on which a person has it; none where it always holds."""

    article: str
    on: tuple[str, ...]
    or_marketing: bool


@cache
def repealed() -> tuple[Repealed, ...]:
    """Laws and bodies that ended, with how texts name them."""
    return tuple(_repealed(key, node) for key, node in _entries(_root("repealed"), "repealed"))


@cache
def old_clauses() -> Repealed:
    """The standard contractual clauses before those of 2021."""
    node = _root("repealed").at("standard clauses")
    if node is None:
        raise ConfigurationError("the table of repealed laws lacks `standard clauses`")
    return _repealed("standard clauses", node)


@cache
def vendors() -> tuple[Vendor, ...]:
    """Well-known services on websites."""
    return tuple(_vendor(key, node) for key, node in _entries(_root("vendors"), "vendors"))


@cache
def eea() -> frozenset[str]:
    """The countries of the European Economic Area, in two capitals."""
    return frozenset(_list(_root("adequacy"), "EEA"))


@cache
def third_countries() -> dict[str, tuple[str, ...]]:
    """Countries outside the EEA that texts often mention, by their two capitals: how they are named."""
    root = _root("adequacy")
    named = [(key, node.at("country") or node) for key, node in _entries(root, "decisions")]
    return {
        key: (_text(node, "nl"), _text(node, "en"), *_list(node, "also"))
        for key, node in [*named, *_entries(root, "others")]
    }


@cache
def adequate() -> dict[str, date]:
    """The countries with an adequacy decision that holds for everyone there, and since when."""
    decisions = _entries(_root("adequacy"), "decisions")
    return {key: date.fromisoformat(_text(node, "since")) for key, node in decisions if not node.at("only")}


@cache
def partly_adequate() -> frozenset[str]:
    """The countries with an adequacy decision, also one for some organisations there only."""
    return frozenset(key for key, _ in _entries(_root("adequacy"), "decisions"))


@cache
def rights() -> dict[str, RightByBasis]:
    """The rights by their name in a reading, and the bases on which they hold."""
    return {
        key: RightByBasis(_text(node, "article"), _list(node, "on"), bool(node.at("or marketing")))
        for key, node in _entries(_root("rights"), "rights")
    }


def _root(name: str) -> Node:
    text = files("gestand.lint.law").joinpath(f"{name}.yaml").read_text("utf-8")
    return load_yaml(text, f"the table {name}.yaml", ConfigurationError).root


def _entries(root: Node, key: str) -> list[tuple[str, Node]]:
    node = root.at(key)
    return [(entry.key, entry.node) for entry in node.entries] if node else []


def _repealed(name: str, node: Node) -> Repealed:
    now = node.at("now")
    return Repealed(
        name,
        re.compile(_text(node, "words"), re.IGNORECASE),
        date.fromisoformat(_text(node, "ended")),
        _words(now) if now else Text(name, name),
        bool(node.at("renamed")),
    )


def _vendor(name: str, node: Node) -> Vendor:
    spelled = "|".join(re.escape(one) for one in (name, *_list(node, "also")))
    case = 0 if node.at("named apart") else re.IGNORECASE
    return Vendor(
        name,
        _text(node, "kind"),
        _text(node, "seat"),
        re.compile(rf"\b(?:{spelled})\b", case),
        _list(node, "domains"),
        _list(node, "cookies"),
    )


def _words(node: Node) -> Text:
    return Text(_text(node, "nl"), _text(node, "en"))


def _text(node: Node, key: str) -> str:
    found = node.at(key)
    if found is None:
        raise ConfigurationError(f"{node.place}: a table of the law lacks `{key}`")
    return str(found.value)


def _list(node: Node, key: str) -> tuple[str, ...]:
    found = node.at(key)
    return tuple(str(item.value) for item in found.items) if found else ()
