"""`gestand consent unsubscribe-link`: what the company's own mail program puts into a mail."""

import json
import sys
from io import StringIO

import pytest
from tests.path.firm import Call, Firm

from gestand.core.choice import Subject
from gestand.wiring import open_company
from gestand.wiring.unsubscribing import Unsubscription

ANN = "ann.zqxmark@example.org"
NEWS = """\
  newsletter: {nl: nieuws, en: news, kind: DirectMarketing, data: [contact-details], basis: Consent}
marketing:
  newsletter: {to: customers, channel: email, confirmed: single opt-in}
retention:
"""


@pytest.fixture(autouse=True)
def newsletter(company: Firm) -> None:
    """The small company mails news, and its pages are open."""
    file = company.folder / "statement.yaml"
    file.write_text(file.read_text("utf-8").replace("retention:\n", NEWS, 1), "utf-8")
    with company.settings.open("a", encoding="utf-8") as settings:
        settings.write('\n[web]\naddress = "https://privacy.example.org"\n')


def test_it_prints_the_link_and_the_two_lines_of_the_head(gestand: Call, company: Firm) -> None:
    ran = gestand("consent", "unsubscribe-link", f"email={ANN}", "newsletter")
    url, unsubscribe, post = ran.out.splitlines()

    assert ran.code == 0
    assert url.startswith("https://privacy.example.org/nl/afmelden/")
    assert unsubscribe == f"List-Unsubscribe: <{url}>"
    assert post == "List-Unsubscribe-Post: List-Unsubscribe=One-Click"
    found = open_company(company.folder).unsubscribing.meant(url.rpartition("/")[2])
    assert found == Unsubscription(Subject("email", ANN), "newsletter")


def test_programs_get_json_and_hand_over_the_person_unseen(
    gestand: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(f"{ANN}\n"))
    told = json.loads(
        gestand("consent", "unsubscribe-link", "-", "newsletter", "--language", "en", "--json").out
    )

    assert told["url"].startswith("https://privacy.example.org/en/unsubscribe/")
    assert told["headers"] == {
        "List-Unsubscribe": f"<{told['url']}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def test_what_the_statement_does_not_know_is_refused_without_saying_whose(english: Call) -> None:
    for who, stream, says in (
        (ANN, "newsletters", "no stream `newsletters`. It has: newsletter."),
        ("shoe-size=42", "newsletter", "Write KIND=VALUE"),
    ):
        ran = english("consent", "unsubscribe-link", who, stream)
        assert ran.code == 3
        assert says in ran.said
        assert who not in ran.said
