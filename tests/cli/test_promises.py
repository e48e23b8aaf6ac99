"""`gestand promises`: what is promised, sentence by sentence; a bad statement, fault by fault."""

from pathlib import Path

from tests.path.firm import Call, Firm

from gestand.core.request import Right


def test_each_promise_has_its_sentence_and_its_place(company: Firm, gestand: Call) -> None:
    said = gestand("promises").said
    lines = company.statement.read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(lines, 1) if line.startswith("  visits: {"))
    assert "retention/visits “" in said
    assert f"statement.yaml:{at}" in said


def test_another_language_can_be_asked_for(gestand: Call) -> None:
    sentence = "“We keep the phone number of the recipient until 1 week after the message was sent.”"
    assert sentence in gestand("promises", "--lang", "en").said
    assert sentence not in gestand("promises").said


def test_json_has_both_languages(gestand: Call) -> None:
    told = gestand("promises", "--json").json()
    assert [one["id"] for one in told][:4] == [
        *(
            "retention/recipient-numbers",
            "retention/contact-details",
            "retention/invoices",
            "retention/visits",
        )
    ]
    assert all(one["nl"] != one["en"] for one in told)
    assert told[2]["law"] == "AWR 52"
    assert set(told[0]) == {"id", "nl", "en", "data", "when", "law", "place"}


def test_each_right_has_a_line_with_its_term(company: Firm, gestand: Call) -> None:
    text = company.statement.read_text("utf-8")
    assert "\nrights:" not in text
    company.statement.write_text(
        text + "\nrights:\n  answered within:\n    any right: 4 weeks\n    erasure: 5 working days\n", "utf-8"
    )
    told = {one["right"]: one for one in gestand("promises", "--json").json() if "right" in one}
    assert list(told) == [right.value for right in Right]
    assert told["access"]["within"] == "4 weeks"
    assert told["erasure"]["within"] == "5 working days"
    said = gestand("promises", "--lang", "en").said
    assert "“We answer a request for erasure within 5 working days.”" in said
    assert "“We answer a request for access within 4 weeks.”" in said


def test_a_right_of_which_the_statement_names_no_term_has_the_month_of_the_law(gestand: Call) -> None:
    told = next(one for one in gestand("promises", "--json").json() if one.get("right") == "access")
    assert told["within"] is None
    assert told["en"] == "We answer a request for access within 1 month."
    assert told["nl"] != told["en"]


def test_another_statement_is_read_without_a_company(company: Firm, run: Call, tmp_path: Path) -> None:
    ran = run("-C", str(tmp_path), "promises", str(company.statement))
    assert ran.code == 0
    assert "retention/invoices" in ran.out


def test_all_faults_of_a_statement_are_told_at_once(company: Firm, run: Call) -> None:
    text = company.statement.read_text("utf-8")
    wrong = text.replace("1 week after", "soon after").replace("language: nl", "langauge: nl")
    wrong = wrong.replace("13 months after visit", "13 months after vist")
    bad = company.folder / "bad.yaml"
    bad.write_text(wrong, "utf-8")
    ran = run("promises", "bad.yaml")
    assert (ran.code, ran.out) == (3, "")
    places = [line.strip().split(":")[:3] for line in ran.err.splitlines() if line.startswith("  bad.yaml:")]
    assert len(places) >= 3
    for word in ("soon", "langauge", "vist"):
        assert word in ran.err
