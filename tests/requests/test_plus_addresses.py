"""Plus-addresses in a real company: what gestand.toml says of them decides who is found."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.requests.company import HER, club

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
