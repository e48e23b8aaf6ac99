"""The draft in docs/howto/read.md is what its text becomes."""

from tests.house.repository import ROOT
from tests.reading.draft.reading import drafted

TEXT = """# Privacy statement

Example Garden Ltd is responsible for your data. Mail us at privacy@garden.example.

## How long we keep data

We keep invoices until 7 years after the book year.
"""


def test_the_draft_that_the_page_shows_is_the_one_that_is_made() -> None:
    page = (ROOT / "docs" / "howto" / "read.md").read_text("utf-8")
    shown = page.partition("```yaml\n")[2].partition("```")[0]
    written = drafted(TEXT)
    assert shown.count("#:") == 5
    assert all(part in written for part in shown.split("\n\n"))
