"""What a company's own office writes in her letters, and to others about her: nothing that is promised stays out."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zipfile import ZipFile

import pytest
from tests.duties.askers import Office as Asked
from tests.duties.askers import asked, office, statement_of
from tests.duties.worlds import AMSTERDAM

from gestand.casework import FOR_ANOTHER, FOUND
from gestand.core.case import Case
from gestand.core.caseplan import PERSON
from gestand.core.errors import CaseNotReady
from gestand.core.letter import Addressee, Sending, Template
from gestand.core.request import Right
from gestand.core.step import Answered, Decided, Decision, Extended, Identified, Lifted, Proof, Result, Wrote
from gestand.core.step import Asked as AskedWho
from gestand.correspondence import Correspondence, names_a_document
from gestand.statement.parse import parse_statement
from gestand.wiring.office import Office
from gestand.wiring.requesting import Requesting

ANN, SHOP = "ann@example.org", "Webshop Example"
TABLES = {
    "members": {
        "columns": {"id": "integer", "email": "text", "friend": "text", "score": "text"},
        "known by": {"email": "email"},
        "data": {"details": "email", "friend": "friend", "score": "score"},
        "rows": [[1, ANN, "Bo", "high"], [2, "cas@example.org", "Di", "low"]],
    }
}


class Tokens:
    """Links whose token is their purpose."""

    def link(self, purpose: str, *_: object) -> str:
        return f"token-{purpose}"

    def look(self, *_: object) -> str:
        return ""

    follow = look

    def end(self, *_: object) -> None: ...


def company(asks: str | list[str], **more: Any) -> Asked:
    told = {
        "today": "2026-11-20T12:00",
        "asks": asks,
        "known": {"email": ANN},
        "asker": {"email": ANN},
        "tables": TABLES,
        **more,
    }
    if "friend" in told.get("owners", {}):
        ends = {"details": "erase", "score": "erase", "friend": {"blank": ["friend"]}}
        told["tables"] = {"members": {**TABLES["members"], "rows of": "people", "at the end": ends}}
    here = office(told)
    got = told.get("recipients", {})
    document = json.loads(statement_of(told)) | ({"recipients": got} if got else {})
    addresses = {word: f"{word}@example.org" for word in got}
    statement = parse_statement(json.dumps(document))
    settings = Requesting(recipients=addresses)
    writer = Office(statement, settings, lambda: "", Tokens(), AMSTERDAM)
    here.casework = replace(here.casework, office=writer)
    return here


def kept(here: Asked, *, sent_on_to: str = "", refused: tuple[Right, ...] = ()) -> Case:
    """Opened, shown to be hers, decided and done."""
    request = replace(asked(here.told), sent_on_to=sent_on_to)
    case = identified(here, here.casework.open(request))
    decisions = tuple(
        Decision(right, right not in refused, ground="GDPR 12(5)" if right in refused else "")
        for right in request.rights
    )
    here.casework.add(case, Decided(here.tick(), "decider", decisions))
    return here.casework.keep(case.id, here.tick).case


def identified(here: Asked, case: Case) -> Case:
    known = tuple(replace(one, proven=True) for one in case.request.known)
    return here.casework.add(case, Identified(here.tick(), "desk", Proof.LINK, known))


def letter(here: Asked, template: Template) -> tuple[Addressee, str]:
    """To whom, and the text with every blank as one."""
    return next(
        (asked_for.to, " ".join(written.text.split()))
        for posting, asked_for, written in here.outbox.letters
        if posting.template is template
    )


def templates(here: Asked) -> list[Template]:
    return [posting.template for posting, _, _ in here.outbox.letters]


def test_an_answer_names_the_data_of_others_that_are_withheld() -> None:
    here = company("access", owners={"friend": "others"})
    kept(here)
    assert "your data also hold data of others" in letter(here, Template.ANSWER)[1].casefold()
    assert "(Article 15(4) GDPR). They are: the friend." in letter(here, Template.ANSWER)[1]


def test_an_answer_without_a_copy_names_nothing_as_withheld() -> None:
    here = company("erasure", owners={"friend": "others"})
    kept(here)
    assert "What we do not give" not in letter(here, Template.ANSWER)[1]


PROCESSED = {"hosting": {"data": ["details", "friend", "score"], "basis": "Contract", "as": "processor"}}


def test_a_request_about_a_customers_data_goes_to_that_customer_and_she_hears_to_whom() -> None:
    here = company("erasure", purposes=PROCESSED)
    case = identified(here, here.casework.open(asked(here.told)))
    case = here.casework.add(case, Decided(here.tick(), "decider", (Decision(Right.ERASURE, True),)))
    waits = here.casework.keep(case.id, here.tick)
    assert [task.store for task in waits.waits] == ["customer"]
    assert waits.case.closed is None

    shop = Addressee(SHOP, "privacy@shop.example")
    Correspondence(here.casework).pass_on(case.id, shop, "desk", here.tick())
    done = here.casework.keep(case.id, here.tick).case

    to, text = letter(here, Template.CONTROLLER)
    assert to == shop
    assert ANN in text
    assert "U beslist erover" in text
    assert done.closed is not None
    assert done.closed.result is Result.PASSED_ON
    assert f"{SHOP} (privacy@shop.example)" in letter(here, Template.PASSED_ON)[1]
    assert [one.to for one in done.all_of(Wrote) if one.letter == Template.CONTROLLER] == [
        f"{SHOP} (privacy@shop.example)"
    ]
    assert here.rows()["members"] == TABLES["members"]["rows"]


def test_a_request_is_passed_on_at_once_before_anybody_knows_who_asks() -> None:
    here = company("erasure", purposes=PROCESSED)
    case = here.casework.open(asked(here.told))
    Correspondence(here.casework).pass_on(
        case.id, Addressee(SHOP, "privacy@shop.example"), "desk", here.tick()
    )
    assert ANN in letter(here, Template.CONTROLLER)[1]


def test_an_answer_in_part_names_who_decides_on_the_rest() -> None:
    here = company("erasure", purposes={"hosting": {**PROCESSED["hosting"], "data": ["score"]}})
    case = identified(here, here.casework.open(asked(here.told)))
    Correspondence(here.casework).pass_on(
        case.id, Addressee(SHOP, "privacy@shop.example"), "desk", here.tick()
    )
    case = here.cases.case(case.id)
    here.casework.add(case, Decided(here.tick(), "decider", (Decision(Right.ERASURE, True),)))
    here.casework.keep(case.id, here.tick)
    text = letter(here, Template.ANSWER)[1]
    assert f"We passed your request on to: {SHOP} (privacy@shop.example)" in text


def files_of(content: bytes | None) -> str:
    assert content is not None
    with ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_the_organisation_that_she_names_gets_a_link_and_she_hears_so() -> None:
    here = company(["access", "portability"], basis={"details": "Contract", "score": "LegitimateInterest"})
    case = kept(here, sent_on_to="Other B.V. <intake@other.example>")

    to, text = letter(here, Template.TRANSFER)
    assert to == Addressee("Other B.V.", "intake@other.example")
    assert "/nl/overdracht/token-transfer" in text
    assert ANN in text
    assert "high" not in text
    hers = letter(here, Template.ANSWER)[1]
    assert "We also mailed a link to your file to: Other B.V. <intake@other.example>" in hers
    assert "token-transfer" not in hers
    assert "high" in files_of(here.cases.unseal(case.id, FOUND))
    theirs = files_of(here.cases.unseal(case.id, FOR_ANOTHER))
    assert ANN in theirs
    assert "high" not in theirs


@pytest.mark.parametrize("told", [{"sent_on_to": ""}, {"refused": (Right.PORTABILITY,)}])
def test_nothing_goes_to_another_without_a_name_or_a_grant(told: dict[str, Any]) -> None:
    here = company(["access", "portability"])
    case = kept(here, **{"sent_on_to": "intake@other.example", **told})
    assert Template.TRANSFER not in templates(here)
    assert here.cases.unseal(case.id, FOR_ANOTHER) is None
    assert "mailed a link to your file" not in letter(here, Template.ANSWER)[1]


def test_an_organisation_without_a_mail_address_is_written_to_on_paper() -> None:
    here = company(["portability"])
    kept(here, sent_on_to="Other B.V., Straat 1, Utrecht")
    assert letter(here, Template.TRANSFER)[0] == Addressee("", "", "Other B.V., Straat 1, Utrecht")


def test_a_question_on_a_doubt_is_written_with_its_reason_and_pauses_the_clock() -> None:
    here = company("access")
    case = here.casework.open(asked(here.told))
    who = AskedWho(here.tick(), "desk", "two people have this name", "what did you order last?")
    Correspondence(here.casework).ask(case.id, who)
    text = letter(here, Template.QUESTION)[1]
    assert "Our reason: two people have this name." in text
    assert "What did you order last?" in text
    assert "copy of your passport" in text
    assert here.cases.open_cases()[0].clocks.paused


@pytest.mark.parametrize(
    "question",
    [
        "stuur een kopie van uw paspoort",
        "Wat is het nummer van uw rijbewijs?",
        "Uw identiteitsbewijs, graag.",
        "a scan of your identity card",
        "A copy of your ID, please.",
        "Your driving licence?",
    ],
)
def test_nobody_is_asked_for_an_identity_document(question: str) -> None:
    here = company("access")
    case = here.casework.open(asked(here.told))
    with pytest.raises(CaseNotReady, match="12\\(6\\)"):
        Correspondence(here.casework).ask(case.id, AskedWho(here.tick(), "desk", "doubt", question))
    assert Template.QUESTION not in templates(here)


@pytest.mark.parametrize("question", ["Wat is uw klant-ID?", "Which order id came last?", "Welk idee?"])
def test_a_question_about_a_number_of_ours_is_asked(question: str) -> None:
    assert not names_a_document(question)


def test_nobody_is_asked_who_she_is_before_an_objection_to_marketing() -> None:
    here = company("objection to marketing")
    case = here.casework.open(asked(here.told))
    with pytest.raises(CaseNotReady, match="21\\(3\\)"):
        Correspondence(here.casework).ask(case.id, AskedWho(here.tick(), "desk", "doubt", "who?"))
    assert Template.QUESTION not in templates(here)


def test_who_cannot_be_identified_and_who_takes_a_request_back_are_written_to() -> None:
    for template, result in (
        (Template.NOT_IDENTIFIED, Result.NOT_IDENTIFIED),
        (Template.WITHDRAWN, Result.WITHDRAWN),
    ):
        here = company("access")
        case, letters = here.casework.open(asked(here.told)), Correspondence(here.casework)
        end = letters.withdrawn if template is Template.WITHDRAWN else letters.not_identified
        closed = end(case.id, here.tick(), "B. Desk").closed
        assert closed is not None
        assert (closed.result, closed.by) == (result, "B. Desk")
        assert "supervisory authority" in letter(here, template)[1]
        with pytest.raises(CaseNotReady, match="was answered"):
            end(case.id, here.tick(), "B. Desk")


def test_a_case_of_which_it_is_known_who_asks_is_not_ended_as_if_it_were_not() -> None:
    here = company("access")
    case = identified(here, here.casework.open(asked(here.told)))
    with pytest.raises(CaseNotReady, match="known who asks"):
        Correspondence(here.casework).not_identified(case.id, here.tick())


def test_json_of_the_file_for_another_is_of_her_alone() -> None:
    here = company(["portability"])
    case = kept(here, sent_on_to="intake@other.example")
    content = here.cases.unseal(case.id, FOR_ANOTHER)
    assert content is not None
    with ZipFile(io.BytesIO(content)) as archive:
        found = [json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json")]
    assert ANN in json.dumps(found)
    assert "cas@example.org" not in json.dumps(found)


def test_a_restriction_is_lifted_only_after_its_letter_has_gone() -> None:
    restricted = {
        "members": {
            "columns": {"id": "integer", "email": "text", "blocked": "integer"},
            "known by": {"email": "email"},
            "data": {"details": "email"},
            "restricted by": {"column": "blocked", "is": 1, "lifted": 0},
            "rows": [[1, ANN, 0]],
        }
    }
    here = company("restriction", tables=restricted, basis="LegitimateInterest")
    case = kept(here)
    assert here.rows()["members"] == [[1, ANN, 1]]
    letters = Correspondence(here.casework)
    waits = letters.lift(case.id, Lifted(here.tick(), "decider", "settled"), here.tick)
    assert waits is not None
    assert waits.template is Template.LIFTING
    assert here.rows()["members"] == [[1, ANN, 1]]
    for state in (Sending.SENDING, Sending.SENT):
        here.outbox.mark(waits.number, state, here.tick())
    assert letters.lift(case.id, Lifted(here.tick(), "decider", "settled"), here.tick) is None
    assert here.rows()["members"] == [[1, ANN, 0]]
    assert templates(here).count(Template.LIFTING) == 1


def test_a_letter_that_came_back_lifts_no_restriction_until_she_was_told_in_another_way() -> None:
    here = company("restriction", tables=RESTRICTED, basis="LegitimateInterest")
    case = kept(here)
    letters = Correspondence(here.casework)
    step = Lifted(here.tick(), "decider", "settled")
    waits = letters.lift(case.id, step, here.tick)
    assert waits is not None
    for state in (Sending.SENDING, Sending.SENT, Sending.BOUNCED):
        here.outbox.mark(waits.number, state, here.tick())
    came_back = letters.lift(case.id, step, here.tick)
    assert came_back is not None
    assert (came_back.number, came_back.state) == (waits.number, Sending.BOUNCED)
    assert here.rows()["members"] == [[1, ANN, "high", 1]]

    told = letters.told_otherwise(waits.number, "Fatma", here.tick()).last(Answered)
    assert told is not None
    assert (told.by, told.store, told.told) == ("Fatma", PERSON, True)
    assert letters.lift(case.id, step, here.tick) is None
    assert here.rows()["members"] == [[1, ANN, "high", 0]]
    assert templates(here).count(Template.LIFTING) == 1


def test_only_of_a_restriction_that_ends_somebody_says_that_she_was_told_in_another_way() -> None:
    here = company("access")
    case = here.casework.open(asked(here.told))
    (receipt,) = here.outbox.postings(case.id)
    with pytest.raises(CaseNotReady, match="no restriction that ends"):
        Correspondence(here.casework).told_otherwise(receipt.number, "Fatma", here.tick())
    assert here.cases.case(case.id).last(Answered) is None


GOT = {
    "courier": {"nl": "de bezorger", "en": "the courier", "name": "Snel B.V.", "data": ["details"]},
    "scorer": {"nl": "de beoordelaar", "en": "the scorer", "data": ["score"]},
}


def test_a_recipient_hears_of_the_data_that_he_got_and_of_no_other() -> None:
    here = company("erasure", recipients={word: {**one, "where": "EU"} for word, one in GOT.items()})
    kept(here)
    told = {
        posting_to.to.email: (posting_to.to.name, " ".join(written.text.split()))
        for posting, posting_to, written in here.outbox.letters
        if posting.template is Template.RECIPIENT
    }
    assert set(told) == {"courier@example.org", "scorer@example.org"}
    assert told["courier@example.org"][0] == "Snel B.V."
    assert told["scorer@example.org"][0] == "de beoordelaar"
    assert "Het details: gewist." in told["courier@example.org"][1]
    assert "score" not in told["courier@example.org"][1]
    assert "details" not in told["scorer@example.org"][1]
    assert "Snel B.V. and the scorer" in letter(here, Template.ANSWER)[1]


BY_HAND = {"help-desk": {"owner": "support", "data": ["mails"]}}
CARRIER = {"carrier": {"nl": "de drager", "en": "the carrier", "data": ["mails"], "where": "EU"}}


def test_a_recipient_without_an_address_of_data_kept_by_hand_is_a_task_with_its_owner() -> None:
    here = company("erasure", recipients=CARRIER, **{"by hand": BY_HAND})
    nobody = replace(here.casework.office, settings=Requesting())  # type: ignore[type-var]
    here.casework = replace(here.casework, office=nobody)
    case = identified(here, here.casework.open(asked(here.told)))
    here.casework.add(case, Decided(here.tick(), "decider", (Decision(Right.ERASURE, True),)))
    first = here.casework.keep(case.id, here.tick)
    assert [task.store for task in first.waits] == ["help-desk"]

    here.casework.add(first.case, Answered(here.tick(), "desk", "help-desk", 3, 3))
    second = here.casework.keep(case.id, here.tick)
    waits = [(task.store, task.owner, task.data, task.rights, task.searched) for task in second.waits]
    assert waits == [("carrier", "support", ("mails",), (Right.ERASURE,), False)]
    assert not second.case.closed

    here.casework.add(second.case, Answered(here.tick(), "desk", "carrier", 1, 1))
    assert here.casework.keep(case.id, here.tick).case.closed
    assert "the carrier" in letter(here, Template.ANSWER)[1]


def test_a_recipient_with_an_address_hears_of_data_that_were_erased_by_hand() -> None:
    here = company("erasure", recipients=CARRIER, **{"by hand": BY_HAND})
    case = identified(here, here.casework.open(asked(here.told)))
    case = here.casework.add(case, Decided(here.tick(), "decider", (Decision(Right.ERASURE, True),)))
    here.casework.add(case, Answered(here.tick(), "desk", "help-desk", 3, 3))
    assert here.casework.keep(case.id, here.tick).case.closed
    assert "Het mails: gewist." in letter(here, Template.RECIPIENT)[1]


def test_where_nothing_was_found_by_hand_no_recipient_has_to_be_told() -> None:
    here = company("erasure", recipients=CARRIER, **{"by hand": BY_HAND})
    nobody = replace(here.casework.office, settings=Requesting())  # type: ignore[type-var]
    here.casework = replace(here.casework, office=nobody)
    case = identified(here, here.casework.open(asked(here.told)))
    case = here.casework.add(case, Decided(here.tick(), "decider", (Decision(Right.ERASURE, True),)))
    here.casework.add(case, Answered(here.tick(), "desk", "help-desk", 0, 0))
    assert here.casework.keep(case.id, here.tick).case.closed


def test_letters_tell_days_and_hours_as_they_are_where_the_company_is() -> None:
    late = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    here = company("access")
    case = here.casework.open(replace(asked(here.told), received=late, entered=late))
    here.casework.confirm(case.id, here.tick())
    assert "On 20 November 2026 we received" in letter(here, Template.RECEIPT)[1]
    assert "until 21 November 2026 at 12:00" in letter(here, Template.LINK)[1]


def test_a_copy_can_be_collected_until_the_end_of_a_day_where_the_company_is() -> None:
    here = company("access")
    kept(here)
    assert "You can do so until the end of 20 December 2026." in letter(here, Template.ANSWER)[1]


def test_nobody_is_told_of_a_change_where_another_decides() -> None:
    received = {word: {**one, "where": "EU"} for word, one in GOT.items()}
    here = company("erasure", purposes=PROCESSED, recipients=received)
    case = identified(here, here.casework.open(asked(here.told)))
    Correspondence(here.casework).pass_on(
        case.id, Addressee(SHOP, "privacy@shop.example"), "desk", here.tick()
    )
    decided = Decided(here.tick(), "decider", (Decision(Right.ERASURE, True),))
    here.casework.add(here.cases.case(case.id), decided)
    here.casework.keep(case.id, here.tick)
    assert Template.RECIPIENT not in templates(here)
    assert "gone" not in letter(here, Template.PASSED_ON)[1]


def test_a_right_that_does_not_reach_her_data_is_told_with_the_article_as_people_read_it() -> None:
    here = company(["access", "portability"], basis="LegitimateInterest")
    kept(here)
    text = letter(here, Template.ANSWER)[1]
    assert "we do not do this. In our view this follows from Article 20 GDPR." in text
    assert "GDPR 20" not in text
    assert "how long that will be so" not in text


def test_a_refusal_takes_the_ground_and_the_reason_of_its_decision() -> None:
    here = company("erasure")
    case = identified(here, here.casework.open(asked(here.told)))
    refused = Decision(Right.ERASURE, False, ground="GDPR 17(3)(e)", reason="a claim runs in court")
    here.casework.add(case, Decided(here.tick(), "decider", (refused,)))
    here.casework.keep(case.id, here.tick)
    text = letter(here, Template.REFUSAL)[1]
    for said in (
        "a claim runs in court",
        "Article 17(3)(e) GDPR",
        "by a petition, within six weeks",
        "Article 77",
    ):
        assert said in text


def test_a_public_body_names_the_objection_and_no_court() -> None:
    here = company("erasure")
    writer = replace(here.casework.office, settings=Requesting(public_body=True))  # type: ignore[type-var]
    here.casework = replace(here.casework, office=writer)
    case = identified(here, here.casework.open(asked(here.told)))
    refused = Decision(Right.ERASURE, False, ground="GDPR 17(3)(b)", reason="it is our task")
    here.casework.add(case, Decided(here.tick(), "decider", (refused,)))
    here.casework.keep(case.id, here.tick)
    text = letter(here, Template.REFUSAL)[1]
    assert "object to our decision" in text
    assert "petition" not in text


def test_an_extension_names_the_day_that_the_law_allows_then() -> None:
    here = company("access", **{"answered within": {"any right": "4 weeks"}})
    case = here.casework.open(asked(here.told))
    here.casework.extend(case.id, Extended(here.tick(), "decider", "many systems"))
    assert "by 17 December 2026" in letter(here, Template.RECEIPT)[1]
    assert "You now get an answer by 19 February 2027 at the latest." in letter(here, Template.EXTENSION)[1]


def test_a_customer_hears_of_which_data_and_by_when_the_law_wants_an_answer() -> None:
    here = company("erasure", purposes=PROCESSED, **{"answered within": {"erasure": "5 working days"}})
    case = here.casework.open(asked(here.told))
    Correspondence(here.casework).pass_on(
        case.id, Addressee(SHOP, "privacy@shop.example"), "desk", here.tick()
    )
    text = letter(here, Template.CONTROLLER)[1]
    assert "Gegevens: het details, het friend en het score." in text
    assert "uiterlijk op 21 december 2026" in text


RESTRICTED = {
    "members": {
        "columns": {"id": "integer", "email": "text", "score": "text", "blocked": "integer"},
        "known by": {"email": "email"},
        "data": {"details": "email", "score": "score"},
        "restricted by": {"column": "blocked", "is": 1, "lifted": 0},
        "rows": [[1, ANN, "high", 0]],
    }
}


def test_an_answer_about_a_restriction_calls_nothing_erased() -> None:
    here = company("restriction", tables=RESTRICTED, recipients={"scorer": {**GOT["scorer"], "where": "EU"}})
    kept(here)
    text = letter(here, Template.ANSWER)[1]
    assert "kept, and no longer used" in text
    assert "Whom we told" in text
    assert "back-ups" not in text
    assert "rased" not in text


def test_a_withdrawal_that_ends_data_tells_recipients_that_they_were_erased() -> None:
    got = {"scorer": {**GOT["scorer"], "where": "EU"}}
    here = company("withdrawal of consent", basis="Consent", recipients=got)
    case = here.casework.open(asked(here.told))
    here.casework.keep(case.id, here.tick)
    assert here.rows()["members"] == [[2, "cas@example.org", "Di", "low"]]
    assert "Het score: gewist." in letter(here, Template.RECIPIENT)[1]
    assert "gone from our back-ups too" in letter(here, Template.ANSWER)[1]


def test_a_letter_that_passes_on_names_the_data_the_systems_and_the_day_of_the_law() -> None:
    here = company("erasure", purposes=PROCESSED, **{"answered within": {"erasure": "5 working days"}})
    case = identified(here, here.casework.open(asked(here.told)))
    Correspondence(here.casework).pass_on(
        case.id, Addressee(SHOP, "privacy@shop.example"), "desk", here.tick()
    )
    decided = Decided(here.tick(), "decider", (Decision(Right.ERASURE, True),))
    here.casework.add(here.cases.case(case.id), decided)
    here.casework.keep(case.id, here.tick)
    text = letter(here, Template.PASSED_ON)[1]
    for said in (
        "Have you heard nothing by 21 December 2026?",
        "The score: another organisation",
        "In these systems:",
    ):
        assert said in text


def test_a_letter_before_a_lifting_names_the_data_that_were_kept_and_no_other() -> None:
    purposes = {"hosting": {"data": ["score"], "basis": "Contract", "as": "processor"}}
    here = company("restriction", tables=RESTRICTED, purposes=purposes)
    case = identified(here, here.casework.open(asked(here.told)))
    letters = Correspondence(here.casework)
    letters.pass_on(case.id, Addressee(SHOP, "privacy@shop.example"), "desk", here.tick())
    decided = Decided(here.tick(), "decider", (Decision(Right.RESTRICTION, True),))
    here.casework.add(here.cases.case(case.id), decided)
    here.casework.keep(case.id, here.tick)
    letters.lift(case.id, Lifted(here.tick(), "decider", "settled"), here.tick)
    text = letter(here, Template.LIFTING)[1]
    assert "we use these data again: the details." in text
