"""A draft, published as it is read, has no more faults than the text it was read from; all together far fewer."""

from pathlib import Path

import pytest
from benchmarks.rendering import STATEMENTS, rendered_from
from tests.documents.statements import ROOT

UNREAD = ("12_", "16_", "20_", "26_")
"""Kept aside, for a measurement at the end."""
REAL = [
    path
    for path in sorted((ROOT.parent / "shared" / "corpus" / "texts").glob("*.txt"))
    if not path.name.startswith(UNREAD)
]
INVENTED = sorted(STATEMENTS.glob("*.txt"))


@pytest.mark.parametrize("texts", [INVENTED, REAL], ids=["invented", "real"])
def test_the_page_of_a_draft_has_fewer_faults_than_its_text(texts: list[Path]) -> None:
    if not texts:
        pytest.skip("the corpus of real statements is not here")
    rendered = [rendered_from(path) for path in texts]

    before = {one.name: len(one.before.found) for one in rendered}
    after = {one.name: len(one.after.found) for one in rendered}

    assert [name for name in before if after[name] > before[name]] == []
    assert sum(after.values()) * 2 < sum(before.values())
