"""What a member of the staff does to her own sign-in, and what the desk can read of who came in and who looked."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.web.desks import Desk, open_desk, write_once

from gestand.core.request import Right
from gestand.core.staff import LinkPurpose


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_once(tmp_path_factory.mktemp("made"))


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(made, tmp_path) as opened:
        yield opened


def test_her_own_looks_stand_among_those_of_the_staff_and_in_the_log_of_her_case(desk: Desk) -> None:
    case, now = desk.open_case(Right.ACCESS), desk.company.clock()
    token = desk.company.links.link(LinkPurpose.CASE, case.id, now, now + timedelta(days=1))
    with desk.visitor() as herself:
        assert herself.get(f"/nl/zaak/{token}").status_code == 200
    reader = desk.as_("Pieter")

    assert "de verzoeker zelf" in reader.get(f"/desk/cases/{case.id}").text
    assert "bekeken door de verzoeker zelf" in reader.get(f"/desk/cases/{case.id}/log").text
