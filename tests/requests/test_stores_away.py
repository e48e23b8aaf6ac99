"""A store whose line is cut in the middle of a case: nothing of hers is half done in it, and the case goes on later."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.requests.company import HER, Club, club, parcels, tickets
from tests.requests.line import Line, line
from tests.requests.mailbox import Mailbox
from tests.requests.test_bad_days import ready
from tests.servers import database

ERASES, COMMITS = (b"DELETE FROM",), (b"DELETE FROM", b"COMMIT")
ENGINES = {"help": ("PostgreSQL", tickets), "post": ("MariaDB", parcels)}


@dataclass
class Cut:
    """A company with one store at the end of a line; `rows` are hers in that store."""

    company: Club
    line: Line
    store: str

    def rows(self) -> int:
        engine, table = self.company.by_name[self.store], ENGINES[self.store][1]
        asked = sa.select(sa.func.count()).select_from(table).where(sa.func.lower(table.c.email) == HER)
        with engine.connect() as connection:
            return int(connection.execute(asked).scalar_one())


@pytest.fixture(params=[(store, order) for store in ENGINES for order in ("first", "last")], ids=" ".join)
def cut(
    request: pytest.FixtureRequest, tmp_path: Path, of_our_own: str, mariadb: str, mail: Mailbox
) -> Iterator[Cut]:
    """Each store that is a server at the end of the line, acted upon first or last."""
    store, place = request.param
    rest = [one for one in ("shop", "help", "post") if one != store]
    order = (store, *rest) if place == "first" else (*rest, store)
    with database(mariadb) as post:
        urls = {"help": of_our_own, "post": post}
        with line(urls[store]) as (made, along):
            shop = f"sqlite:///{tmp_path / 'shop.db'}"
            with club(tmp_path / "club", shop, urls["help"], mail.port, urls["post"], order) as company:
                company.environment[f"{store.upper()}_URL"] = along
                yield Cut(company, made, store)


@pytest.mark.parametrize("answered", [False, True], ids=["unheard", "done"])
@pytest.mark.parametrize("words", [ERASES, COMMITS], ids=["erasing", "committing"])
def test_a_store_that_falls_away_in_the_middle_is_done_whole_or_not_at_all(
    cut: Cut, mail: Mailbox, words: tuple[bytes, ...], answered: bool
) -> None:
    case, hers = ready(cut.company), cut.rows()
    cut.line.at(*words, happens=cut.line.cut, answered=answered)
    said = cut.company.run("request", "keep", case, code=3)
    assert cut.line.down, said
    assert HER not in said
    done = words == COMMITS and answered
    assert cut.rows() == (0 if done else hers)
    assert not cut.company.opened().cases.case(case).closed
    assert "Nothing was touched" in cut.company.run("request", "keep", case, code=3)
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    told = [finding.what.en for finding in cut.company.opened(tomorrow).check().findings]
    assert any(case in what for what in told)
    cut.line.mend()
    kept = cut.company.opened(tomorrow).casework.keep(case, lambda: tomorrow)
    assert kept.case.closed
    assert cut.rows() == 0
    assert not cut.company.opened().records.unfinished()
    cut.company.call("mail", "send")
    (letter,) = [one.get_content() for one in mail.to(HER) if "answer" in str(one["Subject"])]
    for told_of in ("Orders: erased (8 rows)", "Questions to the help desk: erased (2 rows)"):
        assert told_of in letter


@pytest.mark.parametrize("cut", [("help", "first"), ("help", "last")], indirect=True, ids=" ".join)
def test_a_row_that_comes_while_hers_go_keeps_the_case_open_until_it_has_gone_too(
    cut: Cut, mail: Mailbox
) -> None:
    case = ready(cut.company)
    cut.line.at(*COMMITS, happens=_comes(cut), answered=True)
    said = cut.company.run("request", "keep", case, code=3)
    assert cut.rows() == 1, said
    assert HER not in said
    assert not cut.company.opened().cases.case(case).closed
    assert not mail.to(HER)
    cut.company.call("request", "keep", case)
    assert cut.rows() == 0
    cut.company.call("mail", "send")
    assert len([one for one in mail.to(HER) if "answer" in str(one["Subject"])]) == 1
    assert not cut.company.opened().records.unfinished()


def _comes(cut: Cut) -> Callable[[], None]:
    """A row of hers, written by the company's own program between the erasing and the looking again."""
    engine, table = cut.company.by_name[cut.store], ENGINES[cut.store][1]

    def comes() -> None:
        with engine.begin() as connection:
            connection.execute(table.insert().values(id=77, email=HER))

    return comes
