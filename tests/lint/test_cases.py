"""Every rule is held to sentences: those that break it, keep it, only look like the fault, or leave it undecided.

`violated` says the fault in Dutch and in English; `kept` says the same thing well; a `near miss` looks like the fault
and is none; `undecided` is left to a person; `not violated` is kept or undecided, and never found. Below `statement`
stand patches on a sound statement.yaml. Every text stands below a heading of its own, as in a statement.
"""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests.lint.conftest import patched

from gestand.lint.discovery import all_rules
from gestand.lint.judge import Choice, judge_statement, judge_text
from gestand.lint.remark import Remark
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of

LEAST = 6
CASES: dict[str, Any] = {}
for room in sorted((Path(__file__).parent / "cases").glob("*.yaml")):
    CASES.update(YAML(typ="safe").load(room.read_text("utf-8")))
IN_FORCE = [code for code, rule in all_rules().items() if not rule.rule.preview]
WANTED = {
    "violated": {"violated"},
    "kept": {"kept"},
    "near miss": {"kept"},
    "undecided": {"undecided"},
    "not violated": {"kept", "undecided"},
}


def _texts() -> Iterator[tuple[str, str, str]]:
    for code, lists in CASES.items():
        for kind in WANTED:
            told = lists.get(kind, [])
            every = [*told.get("nl", ()), *told.get("en", ())] if isinstance(told, dict) else told
            yield from ((code, kind, text) for text in every)


def _statements() -> Iterator[tuple[str, str, str]]:
    for code, lists in CASES.items():
        for kind, patches in lists.get("statement", {}).items():
            yield from ((code, kind, patch) for patch in patches)


@pytest.mark.parametrize(("code", "kind", "text"), [*_texts()])
def test_a_rule_says_of_a_text_what_a_person_would(code: str, kind: str, text: str) -> None:
    assert _verdict(_on_text(code, text)) in WANTED[kind]


@pytest.mark.parametrize(("code", "kind", "patch"), [*_statements()])
def test_a_rule_says_of_a_statement_what_a_person_would(code: str, kind: str, patch: str) -> None:
    assert _verdict(judge_statement(patched(patch), Choice(select=(code,)))) in WANTED[kind]


@pytest.mark.parametrize("code", IN_FORCE)
def test_a_rule_in_force_is_held_to_six_cases_of_every_kind_it_knows(code: str) -> None:
    rule, lists = all_rules()[code], CASES[code]
    source = inspect.getsource(inspect.getmodule(rule.judge_text or rule.judge_statement) or all_rules)
    kinds = {"violated", "kept", "near miss"}
    kinds |= {"undecided"} if "undecided(" in source or "missing(" in source else set()
    kinds |= {"statement"} if rule.judge_statement else set()

    assert kinds <= set(lists)
    assert set(lists["violated"]) == {"nl", "en"}
    assert not rule.judge_statement or set(lists["statement"]) == {"violated", "kept"}
    assert sum(one[0] == code for one in (*_texts(), *_statements())) >= LEAST


def _on_text(code: str, text: str) -> tuple[Remark, ...]:
    headed = text if text.startswith("# ") else f"# Privacy\n\n{text}"
    document = document_of(f"{headed}\n".encode(), "text.md")
    segments = segments_of(document)
    return judge_text(document, segments, facts_of(segments, document), Choice(select=(code,)))


def _verdict(remarks: tuple[Remark, ...]) -> str:
    if any(remark.found for remark in remarks):
        return "violated"
    return "undecided" if remarks else "kept"
