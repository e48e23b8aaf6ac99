"""`gestand promises`: what is promised, sentence by sentence; a bad statement, fault by fault."""

from pathlib import Path

from tests.path.firm import Call, Firm


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
    assert [one["id"] for one in told] == [
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
