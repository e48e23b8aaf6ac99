"""`gestand may`: yes is exit code 0, no is 1; and a token for asking."""

import json
import sys
from datetime import timedelta
from io import StringIO

import pytest
from tests.path.firm import Call, Firm

from gestand.core.choice import Choice, ChoiceWay, Offer, Subject
from gestand.core.staff import LinkPurpose
from gestand.wiring import open_company

ANN = "ann.zqxmark@example.org"
NEWS = """\
  newsletter: {nl: nieuws, en: news, kind: DirectMarketing, data: [contact-details], basis: Consent}
retention:
"""


@pytest.fixture(autouse=True)
def newsletter(company: Firm) -> None:
    """The small company sends news to who agreed; Ann did, and unsubscribed."""
    file = company.folder / "statement.yaml"
    file.write_text(file.read_text("utf-8").replace("retention:\n", NEWS, 1), "utf-8")


def said(company: Firm, granted: bool) -> None:
    opened = open_company(company.folder)
    offer = opened.choices.offer(
        Offer("nl", "form/1", ("Nieuws?",), ("Ja", "Nee"), (("newsletter", "Nieuws"),))
    )
    choice = Choice(
        opened.clock(), (("newsletter", granted),), offer, opened.statement.digest, 1, "nl", ChoiceWay.FORM
    )
    opened.choices.record([(Subject("email", ANN), choice)])


def test_yes_is_zero_and_no_is_one(gestand: Call, company: Firm) -> None:
    before = gestand("may", ANN, "newsletter")
    said(company, True)
    yes = gestand("may", f"email={ANN}", "newsletter")
    said(company, False)
    no = gestand("may", ANN, "newsletter")
    assert [before.code, yes.code, no.code] == [1, 0, 1]
    assert before.out.startswith("Nee. Hiervoor is toestemming nodig")
    assert yes.out == "Ja. Hiervoor is toestemming gegeven. (GDPR 6(1)(a))\n"
    assert no.out == "Nee. Het laatste woord hierover is nee. (GDPR 7(3), 21)\n"


def test_it_speaks_english_too(english: Call) -> None:
    assert english("may", ANN, "service").out == "Yes. The contract needs this. (GDPR 6(1)(b))\n"
    assert english("may", ANN, "resale").said.startswith("No. The statement does not know this purpose.")


def test_programs_get_json(english: Call) -> None:
    told = json.loads(english("may", ANN, "newsletter", "--channel", "email", "--json").out)
    assert (told["may"], told["reason"], told["article"]) == (False, "not chosen", "GDPR 6(1)(a), 7(1)")
    assert told["text"].startswith("This needs consent")


def test_a_person_can_be_kept_out_of_the_shell_and_is_never_said(
    gestand: Call, company: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(company, True)
    monkeypatch.setattr(sys, "stdin", StringIO(f"{ANN}\n"))
    ran = gestand("may", "-", "newsletter")
    assert ran.code == 0
    assert ANN not in ran.said + gestand("may", ANN, "newsletter", "--json").said
    assert gestand("may", "zqxmark", "service").code == 1
    assert "zqxmark" not in gestand("may", "zqxmark", "service").said


def test_a_token_for_asking_asks_and_does_nothing_else(gestand: Call, company: Firm) -> None:
    token = gestand("token", "mailer", "--may").out.strip()
    opened = open_company(company.folder)
    now = opened.clock()
    assert opened.may.system(token) == "mailer"
    for purpose in (LinkPurpose.API, LinkPurpose.API_ALL):
        assert opened.links.look(token, purpose, now) is None
    assert opened.may.system(gestand("token", "shop").out.strip()) == ""
    assert opened.links.look(token, LinkPurpose.MAY, now + timedelta(days=366)) is None
    gestand("token", "mailer", "--revoke")
    assert opened.may.system(token) == ""


def test_one_token_is_not_good_for_both(gestand: Call) -> None:
    assert gestand("token", "mailer", "--may", "--every-request").code == 3
