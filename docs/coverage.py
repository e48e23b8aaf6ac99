"""Which verbs act on each claim today: a part of the statement is changed, and every verb is asked what differs."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import cast, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from ruamel.yaml import YAML

from gestand.clock.term import Period, Term
from gestand.core.request import Right
from gestand.documents.answering import backups_follow, contact
from gestand.documents.register import controller_register, processor_register
from gestand.documents.statement import statement_page
from gestand.duties import requests, retention
from gestand.duties.requests.standing import standing
from gestand.exchange.device_storage import device_storage
from gestand.exchange.dpv import dpv
from gestand.exchange.gpc import gpc
from gestand.exchange.tilt import tilt
from gestand.lint.judge import judge_statement
from gestand.statement.absent import UNSTATED
from gestand.statement.controller import OtherAuthority
from gestand.statement.devices import Signals
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement
from gestand.statement.terms import Kept
from gestand.statement.uses import given, uses
from gestand.statement.written import key_of

ROOT = Path(__file__).resolve().parent.parent
CLAIMS = ROOT / "docs" / "claims.yaml"
PAGE = ROOT / "docs" / "coverage.md"
SAMPLES = ROOT / "src" / "gestand" / "examples"

_HEAD = """# Coverage

Five published privacy statements make 136 claims. Here they are in our own words; each is declared by one of the
[sample companies](samples.md), and beside it stands which verbs of gestand act on that part of the statement today.
This page is made by `make docs` from [the list of claims](claims.yaml), and not by hand: the part is changed, and a
verb acts on it when what the verb says or does changes with it.

| verb | what it does with a part |
|---|---|
| check | counts in the databases whether it is kept, and gives a verdict |
| keep | plans it, does it and writes evidence |
| answer | decides by it what a request reaches and how soon it is answered, and does it |
| lint | judges its words against the law |
| render | says it on the page, in the registers or in the annex |
| export | carries it in a format that others read |

*Calls for* is what it takes to live up to the claim: render (the text carries it), execute (the software does it),
check (the software holds it against reality), person (somebody's duty, with an owner and a date). The first three are
met by render, keep and check, and for people's rights by answer; no verb keeps a person's list yet.
"""
_COLUMNS = ("| | claim | declared by | calls for | acts on it today |", "|---|---|---|---|---|")
_MET_BY = {"render": "render", "execute": "keep", "check": "check"}
"""Which verb meets what a claim calls for; nothing meets `person` yet."""

_OTHER_AUTHORITY = OtherAuthority(
    nl="een andere", en="another", address="Elsewhere 1", complaints="https://authority.example/complaints"
)


@dataclass(frozen=True)
class Claim:
    """One claim of a list: where its sample declares it, and what it takes to live up to it."""

    id: str
    claim: str
    ours: str
    calls_for: tuple[str, ...]
    declared: tuple[str, ...]


@dataclass(frozen=True)
class Covered:
    """A claim, and the verbs that act on it today."""

    claim: Claim
    verbs: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What the claim calls for and no verb does."""
        return tuple(call for call in self.claim.calls_for if not self._is_met(call))

    def _is_met(self, call: str) -> bool:
        by_rights = call == "execute" and any(path.startswith("rights") for path in self.claim.declared)
        return _MET_BY.get(call) in self.verbs or (by_rights and "answer" in self.verbs)


def claims() -> dict[str, tuple[Claim, ...]]:
    """The claims by sample, as `docs/claims.yaml` lists them."""
    listed = YAML(typ="safe").load(CLAIMS)
    return {
        sample: tuple(
            Claim(
                name, said["claim"], said.get("ours", ""), tuple(said["calls for"]), tuple(said["declared"])
            )
            for name, said in entries.items()
        )
        for sample, entries in listed.items()
    }


@cache
def covered() -> dict[str, tuple[Covered, ...]]:
    """Every claim with the verbs that act on it, by sample."""
    return {sample: tuple(_covered(sample, listed)) for sample, listed in claims().items()}


def _covered(sample: str, listed: tuple[Claim, ...]) -> Iterator[Covered]:
    statement = parse_statement(SAMPLES / sample.replace("-", "_") / "statement.yaml")
    before = {verb: say(statement) for verb, say in VERBS.items()}
    for claim in listed:
        after = [changed(statement, tuple(path.split("/"))) for path in claim.declared]
        yield Covered(
            claim,
            tuple(verb for verb, say in VERBS.items() if any(say(one) != before[verb] for one in after)),
        )


def _kept(statement: Statement) -> object:
    """What the retention duty is to keep, sentences and places aside."""
    return [(one.id, one.data, one.kept, one.when, one.at_least) for one in retention.promises(statement)]


def _answered(statement: Statement) -> object:
    """Which right reaches which data, how soon, by when the back-ups follow, and where people ask."""
    used = uses(statement)
    standings = {word: [standing(right, one) for right in Right] for word, one in used.items()}
    return _terms(statement), standings, given(statement), backups_follow(statement), contact(statement)


def _checked(statement: Statement) -> object:
    return _kept(statement), _terms(statement)


def _terms(statement: Statement) -> object:
    return [(one.id, one.within) for one in requests.promises(statement)]


def _judged(statement: Statement) -> object:
    """Which rules remark on which part; a rule that asks for a part speaks up when it is gone."""
    return [(remark.rule.code, remark.path) for remark in judge_statement(statement)]


def _rendered(statement: Statement) -> object:
    registers = [write(statement, "en") for write in (controller_register, processor_register)]
    return [statement_page(statement, "en"), *registers]


def _exported(statement: Statement) -> object:
    exported = [tilt(statement, "en"), dpv(statement)]
    exported += [device_storage(statement, "en")] if statement.cookies else []
    exported += [gpc(statement)] if isinstance(statement.signals, Signals) and statement.signals.gpc else []
    return [one.text for one in exported]


VERBS: Mapping[str, Callable[[Statement], object]] = {
    "check": _checked,
    "keep": _kept,
    "answer": _answered,
    "lint": _judged,
    "render": _rendered,
    "export": _exported,
}
"""What each verb says or does of a statement, to be compared."""


def changed(statement: Statement, path: tuple[str, ...]) -> Statement:
    """The statement with another value for all that stands at the path; KeyError when nothing stands there."""
    return cast(Statement, _at(statement, path))


def _at(value: object, path: tuple[str, ...]) -> object:
    if not path:
        return _other(value)
    if isinstance(value, dict):
        return {**value, path[0]: _at(value[path[0]], path[1:])}
    assert isinstance(value, BaseModel), path
    name = _field(value, path[0])
    field = type(value).model_fields[name]
    if len(path) > 1:
        return value.model_copy(update={name: _at(getattr(value, name), path[1:])})
    return value.model_copy(update={name: _instead(getattr(value, name), field)})


def _instead(value: object, field: FieldInfo) -> object:
    """Another value for a field: unsaid where that is allowed, another word where the words are fixed."""
    if field.default is UNSTATED and not isinstance(value, BaseModel | dict):
        return UNSTATED
    if value == "AP":
        return _OTHER_AUTHORITY
    words = [word for word in _fixed(field.annotation) if word != value]
    return words[0] if isinstance(value, str) and words else _other(value)


def _fixed(annotation: object) -> Iterator[str]:
    """The words that an annotation allows, where it names them."""
    for inner in get_args(annotation):
        if isinstance(inner, str):
            yield inner
        elif not isinstance(inner, FieldInfo):
            yield from _fixed(inner)


def _field(value: BaseModel, key: str) -> str:
    for name, field in type(value).model_fields.items():
        if key in (field.alias, key_of(name)):
            return name
    raise KeyError(key)


def _other(value: object) -> object:
    """Another value of the same kind; a model with all that it may leave unsaid, and all texts, changed."""
    match value:
        case BaseModel():
            fields = type(value).model_fields.items()
            return value.model_copy(
                update={name: _within(getattr(value, name), field) for name, field in fields}
            )
        case dict():
            return {key: _other(inner) for key, inner in value.items()}
        case Kept(moment=moment, text=text):
            return Kept(Term(Period(days=999)), moment, f"{text} §")
        case tuple() if all(isinstance(one, BaseModel) for one in value):
            return tuple(_other(one) for one in value)
        case tuple():
            return value[:-1] if len(value) > 1 else value * 2
        case date():
            return value + timedelta(days=1)
        case str():
            return f"{value} §"
        case int():
            return value + 1
    return value


def _within(value: object, field: FieldInfo) -> object:
    """Another value for a field below the part that changes; a word that refers to another part stays."""
    refers = isinstance(value, str) and " " not in value and field.default is not UNSTATED
    return value if refers else _instead(value, field)


def page() -> str:
    """The page `docs/coverage.md` as it should be today."""
    found = covered()
    parts = [_HEAD, *_sums([one for listed in found.values() for one in listed])]
    for sample, listed in found.items():
        parts += [
            "",
            f"## {sample}",
            "",
            "| claim | | declared by | calls for | acts on it today |",
            "|---|---|---|---|---|",
        ]
        parts += [_row(one) for one in listed]
    return "\n".join(parts) + "\n"


def _sums(all_of_them: list[Covered]) -> Iterator[str]:
    """How many claims have all that they call for, some of it, or none."""
    whole = [one for one in all_of_them if not one.missing]
    bare = [one for one in all_of_them if not one.verbs]
    some = len(all_of_them) - len(whole) - len(bare)
    many = len(all_of_them)
    yield (
        f"All {many} claims are declared. For {len(whole)} all that they call for is done today, for {some} a part "
        f"of it, and on {len(bare)} no verb acts yet."
    )


def _row(one: Covered) -> str:
    said = one.claim.claim + (f" (ours: {one.claim.ours})" if one.claim.ours else "")
    declared = "<br>".join(f"`{path}`" for path in one.claim.declared)
    verbs = ", ".join(one.verbs) or "none yet"
    return f"| {one.claim.id} | {_cell(said)} | {declared} | {', '.join(one.claim.calls_for)} | {verbs} |"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


if __name__ == "__main__":
    sys.stdout.write(page())
