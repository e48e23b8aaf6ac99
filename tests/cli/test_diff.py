"""`gestand diff`: in plain sentences, what a newer statement promises more or less."""

import pytest
from tests.path.firm import Call, Firm


@pytest.fixture
def newer(company: Firm) -> str:
    """A statement with one term shorter, one longer, and a promise gone."""
    text = company.statement.read_text("utf-8")
    text = text.replace("1 week after", "3 days after").replace(
        "13 months after visit", "25 months after visit"
    )
    kept = [line for line in text.splitlines() if not line.startswith("  contact-details: {data: [contact")]
    (company.folder / "newer.yaml").write_text("\n".join(kept), "utf-8")
    return "newer.yaml"


def test_changes_stand_below_their_kind_with_their_place(gestand: Call, newer: str) -> None:
    ran = gestand("diff", "statement.yaml", newer, "--lang", "en")
    assert ran.code == 0
    out = ran.out
    assert out.index("Stricter\n") < out.index("Laxer\n") < out.index("Gone\n")
    assert "newer.yaml:" in out


def test_the_newer_statement_s_language_is_spoken(gestand: Call, newer: str) -> None:
    out = gestand("diff", "statement.yaml", newer).out
    for heading in ("Strenger\n", "Ruimer\n", "Vervallen\n"):
        assert heading in out


def test_json_says_the_same(gestand: Call, newer: str) -> None:
    told = gestand("diff", "statement.yaml", newer, "--json").json()
    assert {"stricter", "laxer", "gone"} <= {change["kind"] for change in told}
    assert all(set(change) == {"kind", "path", "what", "place"} for change in told)


def test_two_that_promise_the_same_say_so(gestand: Call) -> None:
    ran = gestand("diff", "statement.yaml", "statement.yaml")
    assert (ran.code, ran.out) == (0, "De twee verklaringen beloven hetzelfde.\n")
    assert gestand("diff", "statement.yaml", "statement.yaml", "--json").json() == []


def test_a_file_that_is_not_there_is_told(gestand: Call) -> None:
    ran = gestand("diff", "statement.yaml", "nowhere.yaml")
    assert (ran.code, ran.out) == (3, "")
    assert "nowhere.yaml" in ran.err
