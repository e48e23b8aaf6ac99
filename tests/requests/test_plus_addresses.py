"""Plus-addresses in a real company: what gestand.toml says of them decides who is found."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.requests.company import HER, club, tickets
from tests.requests.test_replay import YESTERDAY, erase

from gestand.core.request import Asker, Known, Request, Right, Way
from gestand.core.step import Identified, Proof

PLUS = HER.replace("@", "+club@")


@pytest.mark.parametrize(("setting", "found"), [("", False), ('"plus addresses" = true', True)])
def test_an_address_with_a_plus_finds_the_one_without_where_the_settings_say_so(
    tmp_path: Path, setting: str, found: bool
) -> None:
    shop, desk = (f"sqlite:///{tmp_path / name}.db" for name in ("shop", "desk"))
    with club(tmp_path / "club", shop, desk, 25) as made:
        toml = made.folder / "gestand.toml"
        toml.write_text(f"{toml.read_text('utf-8')}\n[requests]\n{setting}\n", "utf-8")
        now = datetime.now(UTC)
        company = made.opened(now)
        known = Known("email", PLUS.upper(), proven=True)
        asked = Request((Right.ACCESS,), Way.FORM, now, now, "en", Asker("Ann", PLUS), (known,))
        case = company.casework.open(asked)
        company.casework.add(case, Identified(now, "desk", Proof.LINK, (known,)))
        amounts = company.casework.plan(case.id, now).amounts
        assert bool([one for one in amounts if one.rows]) is found


def test_after_a_restore_the_addresses_with_a_plus_are_erased_again(tmp_path: Path) -> None:
    files = tuple(tmp_path / f"{name}.db" for name in ("shop", "desk"))
    shop, desk = (f"sqlite:///{one}" for one in files)
    with club(tmp_path / "club", shop, desk) as made:
        toml = made.folder / "gestand.toml"
        toml.write_text(f'{toml.read_text("utf-8")}\n[requests]\n"plus addresses" = true\n', "utf-8")
        made.do(tickets.update().where(tickets.c.id == 2).values(email=PLUS.upper()), at_the_desk=True)
        for file in files:
            shutil.copy(file, file.with_suffix(".back-up"))
        erase(made)
        erased = made.rows()["tickets"]
        assert [row[0] for row in erased if row[1] is not None] == [3]
        for file in files:
            shutil.copy(file.with_suffix(".back-up"), file)
        assert made.rows()["tickets"] != erased
        made.call("replay", "--taken", YESTERDAY, "--keep")
        assert made.rows()["tickets"] == erased
