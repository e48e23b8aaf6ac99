"""What mailed links lead to: each for one purpose, for a short time, and to nothing else."""

import io
import re
from collections.abc import Iterator
from datetime import timedelta
from zipfile import ZipFile

import pytest
from tests.web.sites import Public, open_site, write_site

from gestand.casework import BY_ANOTHER, BY_HERSELF, FOR_ANOTHER
from gestand.core.case import Case
from gestand.core.letter import Template
from gestand.core.request import Asker, Known, Request, Right, Way
from gestand.core.staff import LinkPurpose
from gestand.core.step import Extended, Identified, Proof
from gestand.web.limits import OF_ONE_CASE
from gestand.web.paths import CASE, COLLECT, CONFIRM, TRANSFER
from gestand.wiring.proof import entries_of

LINKS = [CONFIRM, CASE, COLLECT, TRANSFER]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    made = write_site("sms-gateway", tmp_path_factory.mktemp("made"))
    with open_site(made, tmp_path_factory.mktemp("open"), mail=False) as opened:
        yield opened


def opened(site: Public, *rights: Right, email: str = "", words: str = "", phone: str = "") -> Case:
    """A case that came by the form."""
    now, mail = site.company.clock(), email or site.person()
    known = (Known("email", mail), *((Known("phone", phone),) if phone else ()))
    asker = Asker("Wil Post", mail)
    asked = Request(rights or (Right.ACCESS,), Way.FORM, now, now, "nl", asker, known, words)
    return site.company.casework.confirm(site.company.casework.open(asked).id, now)


def confirm_link(site: Public, case: Case) -> str:
    return site.link_in(case, Template.LINK)


def test_opening_the_link_confirms_nothing(site: Public) -> None:
    case = opened(site, words="een")
    with site.visitor() as client:
        for _ in range(3):
            page = client.get(confirm_link(site, case))
            assert page.status_code == 200
            assert client.head(confirm_link(site, case)).status_code == 200

    assert "inzage" in page.text
    assert not site.company.cases.case(case.id).identified


def test_the_button_proves_the_address_and_nothing_else(site: Public) -> None:
    case = opened(site, email="eigenaar@example.org", phone="0612345678", words="twee")
    with site.visitor() as client:
        answer = client.post(confirm_link(site, case))
        page = client.get(answer.headers["location"])
    step = site.company.cases.case(case.id).last(Identified)

    assert step is not None
    assert (step.proof, step.known) == (Proof.LINK, (Known("email", "eigenaar@example.org", True),))
    assert page.status_code == 200
    assert "U liet zien dat u het bent." in page.text


def test_a_link_confirms_once(site: Public) -> None:
    case = opened(site, words="drie")
    link = confirm_link(site, case)
    with site.visitor() as client:
        assert client.post(link).status_code == 303
        steps = len(site.company.cases.case(case.id).steps)
        assert client.post(link).status_code == 404
        assert client.get(link).status_code == 404

    assert len(site.company.cases.case(case.id).steps) == steps


def test_a_link_ends_when_its_time_has_come(site: Public) -> None:
    company, case = site.company, opened(site, words="vier")
    then = company.clock() - timedelta(days=2)
    old = company.links.link(LinkPurpose.CASE, case.id, then, then + timedelta(days=1))
    with site.visitor() as client:
        assert client.get(CASE.nl + old).status_code == 404


@pytest.mark.parametrize("page", LINKS, ids=["confirm", "case", "collect", "transfer"])
@pytest.mark.parametrize(
    "token", ["2026-0001", "1", "..%2F..%2Fdesk", "%00", "' OR 1=1 --", "a" * 43, "a" * 4000, "%F0%9F%92%A9"]
)
def test_a_made_up_link_leads_nowhere(page: object, token: str, site: Public) -> None:
    opened(site, words="vijf")
    with site.visitor() as client:
        for path in (page.nl, page.en):  # type: ignore[attr-defined]
            assert client.get(path + token).status_code == 404
            assert client.post(path + token).status_code in (404, 405)


def test_a_used_and_a_made_up_link_look_alike(site: Public) -> None:
    case = opened(site, words="zes")
    used = confirm_link(site, case)
    with site.visitor() as client:
        client.post(used)
        first, second = client.get(used), client.get(CONFIRM.nl + "x" * 43)
        same = [re.sub(r"/en/confirm/\S+?\"", "", one.text) for one in (first, second)]

    assert same[0] == same[1]


@pytest.mark.parametrize(
    ("purpose", "page"),
    [
        (made, page)
        for made in LinkPurpose
        for page, fits in zip(
            LINKS,
            (LinkPurpose.IDENTITY, LinkPurpose.CASE, LinkPurpose.DOWNLOAD, LinkPurpose.TRANSFER),
            strict=True,
        )
        if made is not fits
    ],
)
def test_a_link_is_good_for_its_own_purpose_alone(purpose: LinkPurpose, page: object, site: Public) -> None:
    company, case = site.company, opened(site, words="zeven")
    now = company.clock()
    token = company.links.link(purpose, case.id, now, now + timedelta(hours=1))
    with site.visitor() as client:
        assert client.get(page.nl + token).status_code == 404  # type: ignore[attr-defined]
        assert client.post(page.nl + token).status_code in (404, 405)  # type: ignore[attr-defined]
    assert not company.cases.case(case.id).identified


def test_the_page_of_a_case_tells_it_all_in_both_languages(site: Public) -> None:
    case = opened(site, Right.ERASURE, words="Alles <weg>")
    link = site.link_in(case, Template.RECEIPT)
    with site.visitor() as client:
        nl = client.get(link).text
        en = client.get(link.replace(CASE.nl, CASE.en)).text

    for page, said in ((nl, "verwijdering"), (en, "erasure")):
        assert said in page
        assert case.id in page
        assert "Alles &lt;weg&gt;" in page
        assert "autoriteitpersoonsgegevens" in page
        assert "Wij hebben uw verzoek ontvangen" in page
    assert "U krijgt antwoord uiterlijk op" in nl
    assert "You get an answer by" in en


def test_after_an_extension_her_page_names_the_day_of_the_letter_and_no_earlier_one(site: Public) -> None:
    case = opened(site, Right.ACCESS, words="verlengd")
    link, now = site.link_in(case, Template.RECEIPT), site.company.clock()
    with site.visitor() as client:
        before = stands(client.get(link).text)
        site.company.casework.extend(case.id, Extended(now, "Janneke", "Het zijn veel verzoeken."))
        nl, en = (stands(client.get(one).text) for one in (link, link.replace(CASE.nl, CASE.en)))
    number = next(
        one.number for one in site.company.outbox.postings(case.id) if one.template is Template.EXTENSION
    )
    letter = " ".join(site.company.outbox.letter(number)[1].text.split())
    assert nl != before
    assert f"uiterlijk op {nl.removeprefix('U krijgt antwoord uiterlijk op ')}" in letter
    assert en.startswith("You get an answer by ")


def stands(page: str) -> str:
    """The first sentence of the page of a case."""
    found = re.search(r'<p class="opening">(.*?)</p>', page)
    assert found
    return found[1]


def test_the_page_of_a_case_does_not_confirm_and_shows_no_link_that_would(site: Public) -> None:
    case = opened(site, words="acht")
    with site.visitor() as client:
        page = client.get(site.link_in(case, Template.RECEIPT)).text

    assert CONFIRM.nl not in page.replace('href="/en/confirm/', "")
    assert confirm_link(site, case).rpartition("/")[2] not in page


def test_the_page_of_a_case_says_what_it_waits_for_from_her(site: Public) -> None:
    case = opened(site, words="negen en een half", email="wacht@example.org")
    with site.visitor() as client:
        waiting = client.get(site.link_in(case, Template.RECEIPT)).text
        shown = client.get(client.post(confirm_link(site, case)).headers["location"]).text

    assert "niet zeker dat het adres van u is" in waiting
    assert '<pre class="letter" lang="nl">' in waiting
    assert "niet zeker dat het adres van u is" not in shown


def test_nobody_of_the_staff_is_named_on_the_page_of_a_case(site: Public) -> None:
    case = site.answered(opened(site, Right.ACCESS, words="negen"))
    with site.visitor() as client:
        page = client.get(site.link_in(case, Template.RECEIPT)).text

    assert "Afgesloten" in page
    assert "Fatma" not in page
    assert "Janneke" not in page


def test_a_copy_is_collected_by_a_link_of_ten_minutes_and_each_time_is_logged(site: Public) -> None:
    case = site.answered(opened(site, Right.ACCESS, words="tien"))
    link, before = site.link_in(case, Template.ANSWER), len(site.company.cases.views(case.id))
    with site.visitor() as client:
        collected = client.post(link)
        got = client.get(collected.headers["location"])
        client.get(collected.headers["location"])

    assert collected.headers["location"].startswith(COLLECT.nl)
    assert got.headers["content-disposition"] == f'attachment; filename="mijn-gegevens-{case.id}.zip"'
    assert got.headers["content-type"] == "application/zip"
    assert got.headers["cache-control"] == "no-store"
    assert ZipFile(io.BytesIO(got.content)).testzip() is None
    assert len(site.company.cases.views(case.id)) == before + 2
    assert {view.by for view in site.company.cases.views(case.id)[before:]} == {BY_HERSELF}
    assert [entry.word for entry in site.company.log.entries()][-2:] == ["seen by the person"] * 2


def test_each_look_by_her_link_is_logged_as_hers_without_a_trace_of_where_she_was(site: Public) -> None:
    case = opened(site, words="bekeken")
    link = site.link_in(case, Template.RECEIPT)
    with site.visitor("127.0.9.9", headers={"user-agent": "Kijker 1"}) as client:
        for _ in range(2):
            assert client.get(link).status_code == 200
        client.get(CASE.nl + "verzonnen")
    views = site.company.cases.views(case.id)
    of_case = [entry for _, entry in entries_of(site.company, case.id)]

    assert [view.by for view in views] == [BY_HERSELF] * 2
    assert [entry.word for entry in of_case][-2:] == ["seen by the person"] * 2
    for file in (site.folder / ".gestand").glob("book.db*"):
        assert b"127.0.9.9" not in file.read_bytes()
        assert b"Kijker" not in file.read_bytes()


def test_who_looks_all_day_fills_no_log_and_still_sees_the_page(site: Public) -> None:
    case = opened(site, words="steeds opnieuw")
    link = site.link_in(case, Template.RECEIPT)
    with site.visitor() as client:
        codes = {client.get(link).status_code for _ in range(OF_ONE_CASE + 5)}

    assert codes == {200}
    assert len(site.company.cases.views(case.id)) == OF_ONE_CASE


def test_who_downloads_all_day_has_to_wait_for_every_download_is_logged(site: Public) -> None:
    case = site.answered(opened(site, Right.ACCESS, words="steeds opgehaald"))
    with site.visitor() as client:
        copy = client.post(site.link_in(case, Template.ANSWER)).headers["location"]
        codes = [client.get(copy).status_code for _ in range(OF_ONE_CASE + 2)]

    assert codes == [200] * OF_ONE_CASE + [429] * 2
    assert len(site.company.cases.views(case.id)) == OF_ONE_CASE


def test_there_is_no_copy_before_the_answer(site: Public) -> None:
    case = opened(site, Right.ACCESS, words="elf")
    with site.visitor() as client:
        page = client.get(site.link_in(case, Template.RECEIPT))
        assert "Haal het bestand op" not in page.text
        assert client.post(site.link_in(case, Template.RECEIPT)).status_code == 404


def test_there_is_no_copy_of_what_is_none(site: Public) -> None:
    case = site.answered(opened(site, Right.ERASURE, email="niemand@example.org", words="twaalf"))
    with site.visitor() as client:
        page = client.get(site.link_in(case, Template.RECEIPT))
        assert "Haal het bestand op" not in page.text


def test_the_answer_in_an_unopened_case_is_promised_all_the_same(site: Public) -> None:
    """No click is answered, never closed in silence: nothing on the pages says otherwise."""
    case = opened(site, words="dertien")
    with site.visitor() as client:
        page = client.get(confirm_link(site, case)).text
        received = client.get("/nl/verzoek/ontvangen").text

    assert "Doe dan niets" in page
    assert "U krijgt altijd antwoord, ook als" in received


def test_another_organisation_collects_her_file_once_and_that_is_logged(site: Public) -> None:
    company = site.company
    case = opened(site, Right.PORTABILITY, words="acht")
    now = company.clock()
    company.cases.seal(case.id, FOR_ANOTHER, b"PK her file", now + timedelta(days=30))
    token = company.links.link(LinkPurpose.TRANSFER, case.id, now, now + timedelta(days=30))
    with site.visitor() as client:
        for path in (TRANSFER.nl, TRANSFER.en):
            page = client.get(path + token)
            assert page.status_code == 200
            assert client.head(path + token).status_code == 200
            assert case.id not in page.text
        got = client.post(TRANSFER.en + token)
        again = client.post(TRANSFER.en + token)
        looked = client.get(TRANSFER.nl + token)

    assert (got.status_code, got.content) == (200, b"PK her file")
    assert got.headers["content-disposition"] == f'attachment; filename="data-{case.id}.zip"'
    assert (again.status_code, looked.status_code) == (404, 404)
    assert [view.by for view in company.cases.views(case.id)] == [BY_ANOTHER]
