"""`gestand staff`: an invitation is printed once, and whoever is revoked is told of as that."""

import re
from datetime import timedelta

from tests.path.firm import Call, Firm

from gestand.core.staff import LinkPurpose, Role
from gestand.wiring import open_company


def test_an_invitation_is_a_link_that_sets_a_password(gestand: Call, company: Firm) -> None:
    ran = gestand("staff", "invite", "A. Decider", "--role", "decider")
    assert ran.code == 0
    found = re.search(r"http://127\.0\.0\.1:8470/desk/welcome/([\w-]{43})$", ran.out.strip())
    assert found, ran.out

    opened = open_company(company.folder)
    now = opened.clock()
    assert opened.links.look(found[1], LinkPurpose.PASSWORD, now) is not None
    member = opened.staff.set_password(found[1], "een lange zin vol regen", now)
    assert member is not None
    assert member.role is Role.DECIDER


def test_an_invitation_leads_to_the_address_of_the_settings(gestand: Call, company: Firm) -> None:
    settings = company.settings.read_text("utf-8")
    company.settings.write_text(settings + '\n[web]\naddress = "https://privacy.example.org"\n', "utf-8")
    assert "https://privacy.example.org/desk/welcome/" in gestand("staff", "invite", "B", "--role", "fg").out


def test_the_link_is_printed_once_and_stands_nowhere(gestand: Call, company: Firm) -> None:
    token = gestand("staff", "invite", "Carla", "--role", "desk").out.rpartition("/")[2].strip()
    assert len(token) == 43
    assert token not in gestand("staff", "list").out
    assert token not in gestand("log", "--json").out
    for file in (company.folder / ".gestand").iterdir():
        assert token.encode() not in file.read_bytes()


def test_an_invitation_lasts_three_days(gestand: Call, company: Firm) -> None:
    token = gestand("staff", "invite", "Carla", "--role", "desk").out.rpartition("/")[2].strip()
    opened = open_company(company.folder)
    day = timedelta(days=1)
    assert opened.links.look(token, LinkPurpose.PASSWORD, opened.clock() + 2.9 * day)
    assert not opened.links.look(token, LinkPurpose.PASSWORD, opened.clock() + 3.1 * day)


def test_the_list_says_who_may_sign_in(gestand: Call, english: Call, company: Firm) -> None:
    assert "There is nobody yet" in english("staff", "list").out
    english("staff", "invite", "Carla", "--role", "desk")
    assert english("staff", "list").out == "Carla · desk · invited\n"
    assert "may sign in no longer" in english("staff", "revoke", "carla").out
    assert "Carla · desk · revoked on 20" in english("staff", "list").out


def test_nobody_who_is_not_there_is_revoked(gestand: Call) -> None:
    ran = gestand("staff", "revoke", "Niemand")
    assert ran.code == 3
    assert "nobody of this name" in ran.err


def test_an_invitation_needs_a_name_and_a_known_role(gestand: Call) -> None:
    assert gestand("staff", "invite", " ", "--role", "desk").code == 3
    assert gestand("staff", "invite", "Carla", "--role", "boss").code == 3
    assert gestand("staff", "list").out.startswith("Er is nog niemand")
