"""The rules hear the same fault in many wordings, and none where there is none: one list of sentences."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from gestand.lint.judge import Choice, judge_text
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of

WORDINGS = YAML(typ="safe").load((Path(__file__).parent / "wordings.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, lists in WORDINGS.items() for text in lists.get("wrong", ())]
)
def test_a_fault_is_found_in_these_words(code: str, text: str) -> None:
    assert code in _found(code, text)


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, lists in WORDINGS.items() for text in lists.get("right", ())]
)
def test_no_fault_is_found_in_these_words(code: str, text: str) -> None:
    assert code not in _found(code, text)


def _found(code: str, text: str) -> set[str]:
    document = document_of(f"# Privacyverklaring\n\n{text}\n".encode(), "text.md")
    segments = segments_of(document)
    remarks = judge_text(document, segments, facts_of(segments, document), Choice(select=(code,)))
    return {remark.rule.code for remark in remarks if remark.found}
