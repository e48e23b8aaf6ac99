"""A case at the desk, from receipt to answer: what is shown, what is recorded, and what is refused."""

import io
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from html import escape as html_escape
from pathlib import Path
from typing import Any

import pytest
from tests.web.desks import Desk, fields_of, on_case, open_desk, send, token_in, write_once

from gestand.core.case import Case
from gestand.core.caseplan import CUSTOMER, DECISION
from gestand.core.letter import Sending, Template
from gestand.core.request import Right
from gestand.core.step import Advised, Answered, Asked, Did, Extended, Identified, Judged, Proof, Seconded
from gestand.documents.voice import day_words


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_once(tmp_path_factory.mktemp("made"))


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(made, tmp_path) as opened:
        yield opened


def decided(desk: Desk, *rights: Right, **told: Any) -> Case:
    """A case that is identified and granted, by Janneke."""
    case = desk.open_case(*rights, **told)
    desk_work, decider = desk.as_("Fatma"), desk.as_("Janneke")
    assert on_case(desk_work, case.id, "identify", proof="known facts", hers="0").status_code == 303
    for right in case.request.rights:
        done = on_case(decider, case.id, "decide", right=right.value, data="", decision="grant")
        assert done.status_code == 303
    return desk.case(case.id)


def kept(desk: Desk, case: Case) -> Case:
    """The same, approved by Bram and done."""
    assert on_case(desk.as_("Bram"), case.id, "second").status_code == 303
    assert on_case(desk.as_("Janneke"), case.id, "keep").status_code == 303
    return desk.case(case.id)


def rows_of(desk: Desk, email: str) -> int:
    with sqlite3.connect(desk.folder / "portal.db") as portal:
        found = portal.execute("SELECT count(*) FROM contacts WHERE email = ?", (email,)).fetchone()
    return int(found[0])


def test_a_case_is_walked_from_the_letter_box_to_the_answer(desk: Desk) -> None:
    person = desk.person()
    front, decider, other = desk.as_("Fatma"), desk.as_("Janneke"), desk.as_("Bram")
    day = desk.company.clock().astimezone(desk.company.settings.zone)
    entered = send(
        front,
        "/desk/enter",
        "/desk/enter",
        way="post",
        day=f"{day:%Y-%m-%d}",
        time="00:00",
        language="nl",
        right="erasure",
        name="Wil Post",
        address="Kade 1\r\n1000 AA Utrecht",
        **{"known-email": person},
    )
    assert entered.status_code == 303, entered.text
    case_id = entered.headers["location"].rpartition("/")[2]

    assert on_case(front, case_id, "identify", proof="at the desk", hers="0").status_code == 303
    assert on_case(decider, case_id, "decide", right="erasure", data="", decision="grant").status_code == 303
    assert on_case(other, case_id, "second").status_code == 303
    assert on_case(decider, case_id, "keep").status_code == 303
    assert rows_of(desk, person) == 0
    waits = desk.case(case_id)
    assert not waits.closed

    pass_on = {"customer": "Klant B.V.", "customer-address": "Plein 1\r\n1000 BB Utrecht"}
    assert on_case(front, case_id, "pass-on", **pass_on).status_code == 303
    while stores := re.findall(
        r'name="store" value="([^"]+)"', page := front.get(f"/desk/cases/{case_id}").text
    ):
        seen = str(len(desk.case(case_id).steps))
        filled = {"token": token_in(page), "seen": seen, "store": stores[0], "found": "2", "done": "2"}
        assert front.post(f"/desk/cases/{case_id}/answer", data=filled).status_code == 303
    tasks = {task.store for task in desk.company.casework.plan(case_id, desk.company.clock()).tasks}
    assert {step.store for step in desk.case(case_id).all_of(Answered)} == tasks
    assert on_case(decider, case_id, "keep").status_code == 303

    case = desk.case(case_id)
    assert case.closed
    assert [step.by for step in case.all_of(Identified)] == ["Fatma"]
    assert [step.by for step in case.all_of(Seconded)] == ["Bram"]
    assert {step.by for step in case.all_of(Answered)} == {"Fatma"}
    assert case.request.asker.address == "Kade 1\n1000 AA Utrecht"
    answer = next(one for one in desk.company.outbox.postings(case_id) if one.template is Template.ANSWER)
    printed = front.get(f"/desk/letters/{answer.number}/pdf")
    assert printed.content.startswith(b"%PDF")
    moved = send(
        front, f"/desk/letters/{answer.number}", f"/desk/letters/{answer.number}", state=Sending.POSTED.value
    )
    assert moved.status_code == 303
    assert desk.company.outbox.posting(answer.number).state is Sending.POSTED


def test_the_page_shows_what_was_found_and_what_will_be_done_and_its_digest(desk: Desk) -> None:
    case = decided(desk)
    page = desk.as_("Pieter").get(f"/desk/cases/{case.id}").text
    plan = desk.company.casework.plan(case.id, desk.company.clock())

    assert plan.amounts
    assert plan.deeds
    for amount in plan.amounts:
        assert str(amount.table) in page
    assert plan.digest[:12] in page
    assert "tot 1 januari" in page


def test_of_data_of_several_years_the_page_and_the_letter_tell_the_oldest_and_the_newest(desk: Desk) -> None:
    with sqlite3.connect(desk.folder / "portal.db") as portal:
        found = portal.execute(
            "SELECT c.email FROM contacts c JOIN invoices i ON i.contact_id = c.id WHERE c.email LIKE '%@%' "
            "GROUP BY c.id HAVING count(DISTINCT strftime('%Y', i.issued_on)) > 2 ORDER BY c.id LIMIT 1"
        ).fetchone()
    case = decided(desk, person=found[0])
    plan = desk.company.casework.plan(case.id, desk.company.clock())
    spans = {one.data: one for one in plan.amounts if one.first_until}
    assert spans
    page = " ".join(desk.as_("Pieter").get(f"/desk/cases/{case.id}").text.split())
    answers = (Answered(desk.company.clock(), "Fatma", task.store, 0, 0) for task in plan.tasks)
    desk.company.casework.add(kept(desk, case), *answers)
    assert desk.company.casework.keep(case.id, desk.company.clock).case.closed
    number = next(
        one.number for one in desk.company.outbox.postings(case.id) if one.template is Template.ANSWER
    )
    letter = " ".join(desk.company.outbox.letter(number)[1].text.split())
    for one in spans.values():
        assert one.first_until
        assert one.until
        first, last = f"1 januari {one.first_until.year}", f"1 januari {one.until.year}"
        assert f"het oudste tot {first}, het nieuwste tot {last}" in page
        assert f"voor het oudste tot {first}, en voor het nieuwste tot {last}" in letter


def test_the_clocks_are_explained_in_sentences(desk: Desk) -> None:
    case = desk.open_case(Right.ERASURE)
    page = desk.as_("Pieter").get(f"/desk/cases/{case.id}").text

    assert "Een termijn van 1 maand" in page
    assert "Een termijn van 5 werkdagen" in page


def test_a_plan_that_changed_since_it_was_shown_is_not_done(desk: Desk) -> None:
    case = decided(desk)
    assert on_case(desk.as_("Bram"), case.id, "second").status_code == 303
    client, page = desk.as_("Janneke"), f"/desk/cases/{case.id}"
    shown = fields_of(client.get(page).text, f"{page}/keep")
    with sqlite3.connect(desk.folder / "portal.db") as portal:
        portal.execute(
            "DELETE FROM sign_ins WHERE contact_id IN (SELECT id FROM contacts WHERE email = ?)",
            (desk.person(),),
        )
    refused = client.post(f"{page}/keep", data=shown)

    assert refused.status_code == 409
    assert "niet meer wat u zag" in refused.text
    assert rows_of(desk, desk.person()) == 1
    assert not list(desk.case(case.id).all_of(Did))


@pytest.mark.parametrize("digest", ["", "a", "0" * 64, "<b>"])
def test_no_plan_is_done_but_by_its_whole_digest(desk: Desk, digest: str) -> None:
    case = decided(desk)
    assert on_case(desk.as_("Bram"), case.id, "second").status_code == 303
    refused = on_case(desk.as_("Janneke"), case.id, "keep", digest=digest)

    assert refused.status_code in (409, 422)
    assert not list(desk.case(case.id).all_of(Did))


def test_the_first_erasure_takes_two_deciders_and_the_next_one_does_not(desk: Desk) -> None:
    case = decided(desk)
    page = f"/desk/cases/{case.id}"
    client = desk.as_("Janneke")
    assert f'action="{page}/keep"' not in client.get(page).text
    assert f'action="{page}/second"' not in client.get(page).text
    plan = desk.company.casework.plan(case.id, desk.company.clock())
    forged = {"token": token_in(client.get(page).text), "seen": len(case.steps), "digest": plan.digest}

    alone = client.post(f"{page}/keep", data=forged)
    twice = client.post(f"{page}/second", data=forged)
    assert (alone.status_code, twice.status_code) == (409, 409)
    assert "twee verschillende beslissers" in alone.text
    assert not list(
        desk.case(case.id).all_of(
            Did,
        )
    )
    kept(desk, case)

    second_one = decided(desk, person=desk.person(0))
    assert f'action="/desk/cases/{second_one.id}/keep"' in client.get(f"/desk/cases/{second_one.id}").text


def test_a_large_case_takes_two_deciders_each_time(made: Path, tmp_path: Path) -> None:
    with open_desk(made, tmp_path, '\n[requests]\n"second decider above" = 3\n') as desk:
        kept(desk, decided(desk))
        again = decided(desk)
        plan = desk.company.casework.plan(again.id, desk.company.clock())
        assert plan.rows_in_all > 3
        page = desk.as_("Bram").get(f"/desk/cases/{again.id}").text
        assert f'action="/desk/cases/{again.id}/second"' in page
        assert f'action="/desk/cases/{again.id}/keep"' not in page


def test_an_approval_is_of_one_plan_and_falls_when_its_giver_decides(desk: Desk) -> None:
    case = decided(desk)
    assert on_case(desk.as_("Bram"), case.id, "second").status_code == 303
    bram = desk.as_("Bram")
    again = on_case(bram, case.id, "decide", right="erasure", data="", decision="grant")
    assert again.status_code == 303
    assert f'action="/desk/cases/{case.id}/keep"' not in bram.get(f"/desk/cases/{case.id}").text


def test_where_there_is_one_decider_nobody_waits_for_a_second(desk: Desk) -> None:
    desk.company.staff.revoke("Bram", desk.company.clock())
    case = decided(desk)
    assert on_case(desk.as_("Janneke"), case.id, "keep").status_code == 303


@pytest.mark.parametrize(
    ("filled", "says"),
    [
        ({"decision": "refuse", "ground": "", "reason": "Nee."}, "haar grond en haar reden"),
        ({"decision": "refuse", "ground": "GDPR 17(3)(e)", "reason": ""}, "haar grond en haar reden"),
        ({"decision": "refuse", "ground": "GDPR 15(4)", "reason": "Nee."}, "Op die grond"),
        ({"decision": "refuse", "ground": "omdat het kan", "reason": "Nee."}, "Op die grond"),
        ({"decision": "perhaps"}, "Kies toewijzen of weigeren"),
        ({"decision": "grant", "right": "access"}, "Kies toewijzen of weigeren"),
        ({"decision": "grant", "data": "iets anders"}, "Kies toewijzen of weigeren"),
    ],
)
def test_a_decision_that_is_not_whole_is_refused_and_given_back(
    desk: Desk, filled: dict[str, str], says: str
) -> None:
    case = desk.open_case(Right.ERASURE)
    told = {"right": "erasure", "data": "", **filled}
    refused = on_case(desk.as_("Janneke"), case.id, "decide", **told)

    assert refused.status_code == 422
    assert says in refused.text
    assert filled.get("reason", "") in refused.text
    assert not desk.case(case.id).decisions


def test_the_form_of_a_decision_begins_with_a_right_that_nobody_has_decided_on(desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS, Right.ERASURE, Right.RESTRICTION)
    janneke = desk.as_("Janneke")
    assert on_case(desk.as_("Fatma"), case.id, "identify", proof="known facts", hers="0").status_code == 303
    for right in ("access", "erasure", "restriction"):
        page = janneke.get(f"/desk/cases/{case.id}").text
        assert re.findall(r'<option value="([^"]+)" selected>', page) == [right]
        told = {"right": right, "data": "", "decision": "grant"}
        assert on_case(janneke, case.id, "decide", **told).status_code == 303
    page = janneke.get(f"/desk/cases/{case.id}").text
    assert "selected>" not in page


def test_a_case_in_which_nothing_is_decided_says_that_it_waits_for_a_decision_and_whose(desk: Desk) -> None:
    case = desk.open_case(Right.ERASURE, Right.RESTRICTION)
    assert on_case(desk.as_("Fatma"), case.id, "identify", proof="known facts", hers="0").status_code == 303
    page, mine = (desk.as_(name).get(f"/desk/cases/{case.id}").text for name in ("Fatma", "Janneke"))
    for each in (page, mine):
        assert "hoeft niets te gebeuren" not in each
        assert "Eerst een besluit over verwijdering, beperking, door een beslisser: Janneke, Bram." in each
    assert "Wacht op een besluit over verwijdering, beperking, door een beslisser: Janneke, Bram." in page
    assert '<a href="#decisions">Besluit over verwijdering, beperking.</a>' in mine

    granted = {"right": "erasure", "data": "", "decision": "grant"}
    assert on_case(desk.as_("Janneke"), case.id, "decide", **granted).status_code == 303
    desk.company.staff.revoke("Bram", desk.company.clock())
    page = desk.as_("Fatma").get(f"/desk/cases/{case.id}").text
    assert "Eerst een besluit over beperking, door een beslisser: Janneke." in page


def test_a_refusal_has_its_ground_its_reason_and_its_datum(desk: Desk) -> None:
    case = desk.open_case(Right.ERASURE)
    refusing = {"decision": "refuse", "ground": "GDPR 17(3)(e)", "reason": "Er loopt een rechtszaak."}
    done = on_case(desk.as_("Janneke"), case.id, "decide", right="erasure", data="invoice", **refusing)
    assert done.status_code == 303

    decision = desk.case(case.id).decision(Right.ERASURE, "invoice")
    assert decision is not None
    assert (decision.granted, decision.ground) == (False, "GDPR 17(3)(e)")
    page = desk.as_("Pieter").get(f"/desk/cases/{case.id}").text
    assert "Er loopt een rechtszaak." in page


def test_a_doubt_pauses_the_clock_and_stands_among_the_questions(desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS)
    told = {"doubt": "Ander adres dan bekend.", "question": "Wat bestelde u het laatst?"}
    assert on_case(desk.as_("Fatma"), case.id, "doubt", **told).status_code == 303
    asked = desk.case(case.id).last(Asked)
    assert asked is not None
    assert (asked.by, asked.doubt, asked.question) == ("Fatma", told["doubt"], told["question"])
    reader = desk.as_("Pieter")
    assert "Wat bestelde u het laatst?" in reader.get(f"/desk/cases/{case.id}").text
    assert "De termijn staat stil" in reader.get(f"/desk/cases/{case.id}").text
    assert f"/desk/cases/{case.id}#identity" in reader.get("/desk/questions").text


def test_a_question_on_a_doubt_goes_to_her_in_a_letter(desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS, email="wil@example.org")
    told = {"doubt": "Ander adres dan bekend.", "question": "Wat bestelde u het laatst?"}
    assert on_case(desk.as_("Fatma"), case.id, "doubt", **told).status_code == 303
    letters = [one for one in desk.company.outbox.postings(case.id) if one.template is Template.QUESTION]
    assert len(letters) == 1
    text = " ".join(desk.company.outbox.letter(letters[0].number)[1].text.split())
    assert "nder adres dan bekend." in text
    assert "Wat bestelde u het laatst?" in text


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"doubt": "Ander adres."}, "Er stond niets"),
        ({"question": "Wat bestelde u?"}, "Er stond niets"),
        ({"doubt": "Ander adres.", "question": "Stuur een kopie van uw paspoort."}, "Vraag nooit"),
        ({"doubt": "Ander adres.", "question": "Wat staat er op uw ID-kaart?"}, "Vraag nooit"),
        ({"doubt": "Another address.", "question": "Send your driver's licence."}, "Vraag nooit"),
    ],
)
def test_a_question_that_is_not_whole_or_wants_a_document_is_not_asked(
    desk: Desk, told: dict[str, str], says: str
) -> None:
    case = desk.open_case(Right.ACCESS)
    refused = on_case(desk.as_("Fatma"), case.id, "doubt", **told)
    assert refused.status_code == 422
    assert says in refused.text
    for written in told.values():
        assert html_escape(written).replace("&#x27;", "&#39;") in refused.text
    assert not desk.case(case.id).last(Asked)
    assert Template.QUESTION not in [one.template for one in desk.company.outbox.postings(case.id)]


def test_identity_is_what_was_ticked_and_nothing_else(desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS)
    front = desk.as_("Fatma")
    assert on_case(front, case.id, "identify", proof="known facts").status_code == 422
    assert on_case(front, case.id, "identify", proof="copy of a passport", hers="0").status_code == 422
    assert on_case(front, case.id, "identify", proof="not needed", hers="0").status_code == 422
    told = {"proof": "known facts", "kind": "phone", "value": "0612345678"}
    assert on_case(front, case.id, "identify", **told).status_code == 303
    step = desk.case(case.id).last(Identified)
    assert step is not None
    assert step.proof is Proof.FACTS
    assert [(one.kind, one.value, one.proven) for one in step.known] == [("phone", "0612345678", True)]


def share_a_phone(desk: Desk) -> None:
    """The person's row bears a phone number that a stranger's row bears too."""
    with sqlite3.connect(desk.folder / "portal.db") as portal:
        portal.execute("UPDATE contacts SET phone = '+31611111111' WHERE email = ?", (desk.person(0),))
        portal.execute("UPDATE contacts SET phone = '+31611111111' WHERE email = ?", (desk.person(1),))


@pytest.mark.parametrize("taken", ["hers", "not hers"])
def test_rows_in_doubt_wait_for_a_person_who_looked(desk: Desk, taken: str) -> None:
    share_a_phone(desk)
    case = decided(desk)
    page, janneke = f"/desk/cases/{case.id}", desk.as_("Janneke")
    assert "een rij met dit kenmerk naast dat van een ander" in janneke.get(page).text
    assert f'action="{page}/keep"' not in janneke.get(page).text
    assert "Rijen in twijfel" in desk.as_("Pieter").get("/desk/questions").text

    assert on_case(janneke, case.id, "judge", taken="perhaps").status_code == 422
    assert on_case(janneke, case.id, "judge", taken=taken).status_code == 303
    judged = desk.case(case.id).last(Judged)
    assert judged is not None
    assert (judged.by, judged.taken) == ("Janneke", taken == "hers")
    assert on_case(desk.as_("Bram"), case.id, "second").status_code == 303
    assert f'action="{page}/keep"' in janneke.get(page).text


def test_the_lightest_proof_is_a_mailed_link(desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS, email="wil@example.org")
    assert on_case(desk.as_("Fatma"), case.id, "mail-link").status_code == 303
    assert any(one.template is Template.LINK for one in desk.company.outbox.postings(case.id))
    by_post = desk.open_case(Right.ACCESS, name="Zonder Mail", person=desk.person(1))
    page = desk.as_("Fatma").get(f"/desk/cases/{by_post.id}").text
    assert "mail-link" not in page


def test_an_extension_writes_to_the_person(desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS)
    assert (
        on_case(desk.as_("Janneke"), case.id, "extend", reason="Het zijn veel verzoeken.").status_code == 303
    )
    assert desk.case(case.id).last(Extended)
    assert any(one.template is Template.EXTENSION for one in desk.company.outbox.postings(case.id))


def test_after_an_extension_the_desk_sees_what_she_was_told_and_our_own_promise_beside_it(desk: Desk) -> None:
    janneke, now = desk.as_("Janneke"), desk.company.clock()
    case = desk.open_case(Right.ACCESS, received=now - timedelta(days=29))
    assert "1 dag te laat" in janneke.get("/desk").text
    assert on_case(janneke, case.id, "extend", reason="Het zijn veel verzoeken.").status_code == 303

    clocks = desk.company.cases.open_cases()[0].clocks
    zone = desk.company.settings.zone
    told, own = (
        day_words((one - timedelta(seconds=1)).astimezone(zone).date(), "nl")
        for one in (clocks.limit, clocks.answer_by)
    )
    left = (clocks.limit - now).days
    number = next(
        one.number for one in desk.company.outbox.postings(case.id) if one.template is Template.EXTENSION
    )
    assert f"uiterlijk op {told}" in " ".join(desk.company.outbox.letter(number)[1].text.split())
    inbox, page = (" ".join(janneke.get(one).text.split()) for one in ("/desk", f"/desk/cases/{case.id}"))
    assert f"verlengd: antwoord uiterlijk {told}, zo weet de verzoeker het<br>" in inbox
    assert f'<span class="late">onze eigen belofte {own}: 1 dag te laat</span>' in inbox
    assert f"Verlengd, aan de verzoeker verteld</dt><dd>{told}</dd>" in page
    assert f'<p class="late">Onze eigen belofte {own}: 1 dag te laat</p>' in page
    for each in (inbox, page):
        assert re.search(rf">nog ({left - 1}|{left}|{left + 1}) dagen<", each)


def test_an_extension_after_the_first_month_is_refused_in_words(desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS, received=desk.company.clock() - timedelta(days=45))
    refused = on_case(desk.as_("Janneke"), case.id, "extend", reason="Het zijn veel verzoeken.")
    assert refused.status_code == 409
    assert not desk.case(case.id).last(Extended)


def test_the_officer_advises_on_the_record(desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS)
    assert on_case(desk.as_("Olga"), case.id, "advise", advice="Geef inzage.").status_code == 303
    advised = desk.case(case.id).last(Advised)
    assert advised is not None
    assert (advised.by, advised.advice) == ("Olga", "Geef inzage.")


def test_the_advice_stands_before_the_decisions_and_its_entry_in_the_proof(desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS)
    on_case(desk.as_("Olga"), case.id, "advise", advice="Geef inzage.\nEn snel <b>ook</b>.")
    page = desk.as_("Janneke").get(f"/desk/cases/{case.id}").text
    assert page.index("En snel &lt;b&gt;ook&lt;/b&gt;.") < page.index('<h2 id="decisions">')
    assert f'action="/desk/cases/{case.id}/advise"' not in page
    assert f'action="/desk/cases/{case.id}/decide"' not in desk.as_("Olga").get(f"/desk/cases/{case.id}").text

    number = next(place for place, one in enumerate(desk.company.log.entries()) if one.word == "advised")
    packed = desk.as_("Pieter").get(f"/desk/cases/{case.id}/proof").content
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert f"{number}.proof" in archive.namelist()
    assert "zaak · advies gegeven" in desk.as_("Pieter").get(f"/desk/cases/{case.id}/log").text


@pytest.mark.parametrize(
    ("found", "done"), [("", "1"), ("1", "2"), ("-1", "0"), ("1e3", "0"), ("²", "0"), ("9" * 10, "0")]
)
def test_a_task_is_answered_with_two_whole_numbers(desk: Desk, found: str, done: str) -> None:
    case = decided(desk)
    page = desk.as_("Fatma").get(f"/desk/cases/{case.id}").text
    told = {
        "token": token_in(page), "seen": len(case.steps), "store": "back-ups", "found": found, "done": done
    }  # fmt: skip
    assert desk.as_("Fatma").post(f"/desk/cases/{case.id}/answer", data=told).status_code == 422
    assert not desk.case(case.id).last(Answered)


def test_a_task_that_is_not_there_is_not_answered(desk: Desk) -> None:
    case = decided(desk)
    page = desk.as_("Fatma").get(f"/desk/cases/{case.id}").text
    told = {"token": token_in(page), "seen": len(case.steps), "store": "portal", "found": "1", "done": "1"}
    assert desk.as_("Fatma").post(f"/desk/cases/{case.id}/answer", data=told).status_code == 422


def test_of_two_officers_at_once_the_later_reads_what_the_other_did_and_loses_no_word(desk: Desk) -> None:
    case = desk.open_case(Right.ERASURE)
    page = f"/desk/cases/{case.id}"
    janneke, bram = desk.as_("Janneke"), desk.as_("Bram")
    shown = fields_of(bram.get(page).text, f"{page}/decide")
    assert on_case(janneke, case.id, "decide", right="erasure", data="", decision="grant").status_code == 303

    told = {"right": "erasure", "data": "", "decision": "refuse", "ground": "GDPR 17(1)"}
    clash = bram.post(f"{page}/decide", data={**shown, **told, "reason": "Nog nodig voor de levering."})

    assert clash.status_code == 409
    assert "Iemand was u net voor" in clash.text
    assert "besloten door Janneke" in clash.text
    assert "Nog nodig voor de levering." in clash.text
    assert f'href="{page}"' in clash.text
    assert [one.granted for one in desk.case(case.id).decisions] == [True]


def test_every_look_into_a_case_is_recorded_and_logged_without_a_name(desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS)
    letter = desk.company.outbox.postings(case.id)[0].number
    reader = desk.as_("Pieter")
    for page in ("", "/log", "/proof"):
        assert reader.get(f"/desk/cases/{case.id}{page}").status_code == 200
    assert reader.get(f"/desk/letters/{letter}").status_code == 200
    assert desk.as_("Fatma").get(f"/desk/letters/{letter}/pdf").status_code == 200
    page = f"/desk/letters/{letter}"
    assert send(desk.as_("Fatma"), page, page, state=Sending.POSTED.value).status_code == 303

    looked = ["Pieter"] * 4 + ["Fatma"] * 3
    assert [view.by for view in desk.company.cases.views(case.id)] == looked
    logged = [entry for entry in desk.company.log.entries() if entry.word == "seen"]
    assert len(logged) == len(looked)
    assert "Pieter" not in repr(logged)


def test_the_log_of_a_case_tells_no_name_and_its_proof_can_be_verified(desk: Desk, tmp_path: Path) -> None:
    from gestand.evidence.verify import key_of, verify_proof

    case = kept(desk, decided(desk))
    page = desk.as_("Olga").get(f"/desk/cases/{case.id}/log").text
    assert desk.person() not in page
    assert "Wil Post" not in page
    assert "zaak · door twee goedgekeurd" in page
    assert "nog over 0" in page
    packed = desk.as_("Olga").get(f"/desk/cases/{case.id}/proof").content
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        proofs = [archive.read(name) for name in archive.namelist() if name.endswith(".proof")]
    assert len(proofs) > len(case.steps)
    key = key_of((desk.folder / ".gestand-keys" / "log.vkey").read_text())
    for number, proof in enumerate(proofs):
        file = tmp_path / f"{number}.proof"
        file.write_bytes(proof)
        verify_proof(file, key)


@pytest.mark.parametrize("name", ["Janneke", "Fatma", "Pieter", "Olga"])
def test_nobody_of_the_staff_reads_a_link_that_only_the_person_may_follow(name: str, desk: Desk) -> None:
    case = desk.open_case(Right.ACCESS, email="wil@example.org")
    assert on_case(desk.as_("Fatma"), case.id, "mail-link").status_code == 303
    for posting in desk.company.outbox.postings(case.id):
        token = re.findall(r"/nl/[a-z]+/([\w-]{43})", desk.company.outbox.letter(posting.number)[1].text)
        page = desk.as_(name).get(f"/desk/letters/{posting.number}").text
        assert token
        assert not any(one in page for one in token)
        assert re.search(r"/nl/(zaak|bevestigen)/…", page)


def test_what_somebody_looks_at_again_is_settled_by_one_button(desk: Desk) -> None:
    case = kept(desk, decided(desk, Right.ERASURE, Right.AUTOMATED))
    plan = desk.company.casework.plan(case.id, desk.company.clock())
    page = desk.as_("Fatma").get(f"/desk/cases/{case.id}").text
    assert CUSTOMER in [task.store for task in plan.tasks]
    assert "telefoonnummer van de ontvanger" in page
    assert "recipient-number" not in page

    assert "Iemand die het besluit niet nam, kijkt er opnieuw naar." in page
    seen = {"token": token_in(page), "seen": str(len(desk.case(case.id).steps))}
    answered = {**seen, "store": DECISION, "found": "1", "done": "1"}
    assert desk.as_("Fatma").post(f"/desk/cases/{case.id}/answer", data=answered).status_code == 303
    assert "✓ Is gedaan" in desk.as_("Fatma").get(f"/desk/cases/{case.id}").text


def test_who_was_told_stands_in_the_case_as_told_and_not_as_a_system_that_was_searched(
    made: Path, tmp_path: Path
) -> None:
    telling = tmp_path / "telling" / made.name
    shutil.copytree(made, telling)
    statement = telling / "statement.yaml"
    ours = "for: [lead-generation]\n    data: [visit-statistics"
    written = statement.read_text("utf-8")
    assert ours in written
    statement.write_text(written.replace(ours, f"{ours}, contact-details"), "utf-8")
    with open_desk(telling, tmp_path / "open") as desk:
        case, fatma = kept(desk, decided(desk)), desk.as_("Fatma")
        page = f"/desk/cases/{case.id}"
        shown = fatma.get(page).text
        filled = {"token": token_in(shown), "seen": str(len(case.steps)), "store": "lead-service"}
        assert fatma.post(f"{page}/answer", data=filled | {"found": "1", "done": "1"}).status_code == 303
        step = desk.case(case.id).last(Answered)
        assert step
        assert step.told
        told = fatma.get(page).text
        assert "Aan een dienst die bedrijven achter websitebezoek herkent, in Nederland verteld" in told
        assert "lead-service: 1 gevonden" not in told
        filled |= {"seen": str(len(desk.case(case.id).steps)), "store": "back-ups"}
        assert fatma.post(f"{page}/answer", data=filled | {"found": "2", "done": "1"}).status_code == 303
        assert "Met de hand in back-ups: 2 gevonden, 1 gedaan (Fatma)" in fatma.get(page).text


def test_a_request_about_a_customers_data_is_passed_on_by_letter_and_by_no_tick(desk: Desk) -> None:
    person = desk.person()
    case = kept(desk, decided(desk))
    front, page = desk.as_("Fatma"), f"/desk/cases/{case.id}"
    shown = front.get(page).text
    ticked = {"token": token_in(shown), "seen": len(case.steps), "store": CUSTOMER, "found": "1", "done": "1"}
    refused = front.post(f"{page}/answer", data=ticked)
    assert refused.status_code == 422
    assert "zodra u het verzoek aan de klant doorgeeft" in refused.text

    told = {"customer": "Klant B.V.", "customer-email": "privacy@klant.example"}
    assert on_case(front, case.id, "pass-on", **told).status_code == 303
    assert [one.store for one in desk.case(case.id).all_of(Answered)] == [CUSTOMER]
    letter = next(one for one in desk.company.outbox.postings(case.id) if one.template is Template.CONTROLLER)
    assert person in desk.company.outbox.letter(letter.number)[1].text
    assert f'action="{page}/pass-on"' not in front.get(page).text
    assert "✓ Is gedaan" in front.get(page).text


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"customer": "", "customer-email": "privacy@klant.example"}, "Vul de naam van de klant in"),
        ({"customer": "Klant B.V."}, "Vul de naam van de klant in"),
        ({"customer": "Klant B.V.", "customer-email": "a@b.example, c@d.example"}, "geen adres"),
    ],
)
def test_nothing_is_passed_on_to_a_customer_without_a_name_and_one_address(
    desk: Desk, told: dict[str, str], says: str
) -> None:
    case = kept(desk, decided(desk))
    refused = on_case(desk.as_("Fatma"), case.id, "pass-on", **told)
    assert refused.status_code == 422
    assert says in refused.text
    assert not desk.case(case.id).last(Answered)


def test_a_request_that_is_about_no_customers_data_is_passed_on_to_nobody(desk: Desk) -> None:
    case = desk.open_case(Right.MARKETING, person="niemand@example.org")
    client, page = desk.as_("Fatma"), f"/desk/cases/{case.id}"
    seen = {"token": token_in(client.get(page).text), "seen": len(case.steps)}
    told = {"customer": "Klant B.V.", "customer-address": "Plein 1"}
    assert client.post(f"{page}/pass-on", data={**seen, **told}).status_code == 422
    assert Template.CONTROLLER not in [one.template for one in desk.company.outbox.postings(case.id)]


def test_the_copy_is_taken_out_by_those_who_may_and_that_is_recorded(desk: Desk) -> None:
    case = decided(desk, Right.ACCESS)
    assert on_case(desk.as_("Janneke"), case.id, "keep").status_code == 303
    taken = desk.as_("Fatma").get(f"/desk/cases/{case.id}/package")
    assert taken.status_code == 200
    assert zipfile.is_zipfile(io.BytesIO(taken.content))
    assert desk.as_("Pieter").get(f"/desk/cases/{case.id}/package").status_code == 403
    assert desk.company.cases.views(case.id)[-1].by == "Fatma"


def test_a_store_that_is_away_leaves_the_page_standing(desk: Desk) -> None:
    case = decided(desk)
    (desk.folder / "portal.db").rename(desk.folder / "elsewhere.db")
    page = desk.as_("Janneke").get(f"/desk/cases/{case.id}")
    assert page.status_code == 200
    assert "Besluiten" in page.text
    assert f'action="/desk/cases/{case.id}/keep"' not in page.text


def test_while_hands_are_awaited_no_button_promises_more(desk: Desk) -> None:
    case = kept(desk, decided(desk))
    page = desk.as_("Janneke").get(f"/desk/cases/{case.id}").text
    assert "Doe wat met de hand gaat: lead-service-account, " in page
    assert f'action="/desk/cases/{case.id}/keep"' not in page


def test_what_the_law_decides_is_said_in_the_language_of_the_company(desk: Desk) -> None:
    case = desk.open_case(Right.MARKETING)
    assert "Besloten door de wet" in desk.as_("Pieter").get(f"/desk/cases/{case.id}").text
