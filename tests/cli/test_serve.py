"""`gestand serve` says once that mail has begun to fail, and once that it goes out again; never to whom."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.requests.company import HER, Club, club
from tests.requests.mailbox import free_port, mailbox
from tests.requests.test_schedule import beats, until

from gestand.core.errors import MailAway
from gestand.core.letter import Addressee, Posting, Sending, Template, Written
from gestand.core.text import Text
from gestand.sending import Notice
from gestand.wiring import Company
from gestand.wiring.schedule import Schedule

NOW = datetime.now(UTC)
WHO = ("--name", "Ann Smit", "--email", HER)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Club]:
    """The company, whose mail server is not there."""
    shop, desk = (f"sqlite:///{tmp_path / name}.db" for name in ("shop", "desk"))
    with club(tmp_path / "club", shop, desk, free_port()) as made:
        yield made


@dataclass
class Serving:
    """What `gestand serve` runs by itself, with a clock that the test moves; `said` is what an operator reads."""

    club: Club
    now: datetime = NOW
    said: list[Text] = field(default_factory=list)

    def __post_init__(self) -> None:
        settings = self.club.opened().settings
        self.company = Company(settings, lambda: self.now, Notice(self.said.append))
        self.schedule = Schedule(self.company, self.company.postman)

    @property
    def port(self) -> int:
        mail = self.company.settings.requesting.mail
        assert mail
        return mail.port

    def after(self, minutes: int, several: int = 1) -> None:
        for _ in range(several):
            self.now += timedelta(minutes=minutes)
            self.schedule.tick()


def english(said: list[Text]) -> list[str]:
    return [one.en for one in said]


def test_mail_that_fails_is_said_once_and_once_that_it_goes_again(here: Club) -> None:
    serving = Serving(here)
    serving.after(1, several=2)
    assert serving.said == [], "nothing was to be sent"
    here.call("request", "add", "--right", "access", *WHO)
    serving.after(1, several=5)
    (failing,) = english(serving.said)
    assert failing.startswith("No mail goes out. `gestand mail list` shows what waits")
    assert f"127.0.0.1:{serving.port} does not answer" in failing
    with mailbox(serving.port) as box:
        serving.after(1, several=3)
        assert len(box.to(HER)) == 1
    assert english(serving.said[1:]) == ["Mail goes out again."]
    here.call("request", "add", "--right", "erasure", *WHO)
    serving.after(1, several=3)
    assert len(serving.said) == 3
    assert english(serving.said)[2] == failing


def test_what_is_said_holds_no_address_and_is_dutch_for_who_reads_dutch(here: Club) -> None:
    serving = Serving(here)
    here.call("request", "add", "--right", "access", *WHO)
    serving.after(1)
    with mailbox(serving.port):
        serving.after(1)
    failing, again = serving.said
    assert "Er gaat geen post uit." in failing.nl
    assert "De melding, in het Engels: The mail server" in failing.nl
    assert again.nl == "Er gaat weer post uit."
    for one in (failing, again):
        assert not [word for word in ("@", "Ann", "Smit", "2026-0", "etter 1") if word in one.nl + one.en]


def test_one_letter_that_is_refused_is_a_question_of_the_desk_and_none_here(here: Club) -> None:
    serving = Serving(here)
    here.call("request", "add", "--right", "access", *WHO)
    with mailbox(serving.port) as box:
        box.nobody_here = HER
        serving.after(1, several=3)
        assert len(box.to("owner@example.org")) == 1
    assert serving.said == []


class FallsSilent:
    """A server that hangs up before it has the letter."""

    def deliver(self, posting: Posting, to: Addressee, written: Written) -> None:
        raise MailAway(f"Letter {posting.number}: the mail server fell silent before it had the letter.")


def test_what_fails_is_told_without_the_number_of_a_letter() -> None:
    said: list[Text] = []
    posting = Posting(12, "2026-0001", Template.RECEIPT, "en", Sending.SENDING, NOW)
    with pytest.raises(MailAway):
        Notice(said.append).noticing(FallsSilent()).deliver(posting, Addressee("", HER), Written("", ""))
    (told,) = said
    assert told.en.endswith("What was seen: the mail server fell silent before it had the letter.")
    assert not any(word in told.en + told.nl for word in ("12", HER))


@pytest.mark.parametrize(
    ("refuse", "back"), [("MAIL", lambda box: box.answers.clear()), ("RCPT", lambda box: box.answers.clear())]
)
def test_reminders_that_the_server_refuses_are_said_once(
    here: Club, refuse: str, back: Callable[[object], None]
) -> None:
    serving = Serving(here)
    here.call(
        "request", "add", "--right", "access", *WHO, "--received", f"{NOW - timedelta(days=90):%Y-%m-%d}"
    )
    with mailbox(serving.port) as box:
        box.answers = {refuse: "550 not from you"}
        serving.after(1, several=4)
        (failing,) = english(serving.said)
        assert "refuses what goes to `owner` or `deputy`" in failing
        assert "@" not in failing
        back(box)
        serving.after(1, several=3)
        assert len(box.to("owner@example.org")) == len(box.to("deputy@example.org")) == 1
    assert english(serving.said[1:]) == ["Mail goes out again."]


def test_one_of_two_who_is_refused_stays_said_until_he_is_reached(here: Club) -> None:
    serving = Serving(here)
    here.call(
        "request", "add", "--right", "access", *WHO, "--received", f"{NOW - timedelta(days=90):%Y-%m-%d}"
    )
    with mailbox(serving.port) as box:
        box.nobody_here = "deputy@example.org"
        serving.after(1, several=3)
        serving.after(60 * 25, several=2)
        assert len(box.to("owner@example.org")) > 1
        assert len(serving.said) == 1
        box.nobody_here = ""
        serving.after(1)
    assert english(serving.said[1:]) == ["Mail goes out again."]


@pytest.mark.parametrize(
    ("language", "line"), [("nl", "Er gaat geen post uit."), ("en", "No mail goes out.")]
)
def test_the_command_prints_the_line_in_the_language_of_the_company(
    here: Club, language: str, line: str
) -> None:
    toml = here.folder / "gestand.toml"
    toml.write_text(toml.read_text("utf-8").replace('language = "en"', f'language = "{language}"'), "utf-8")
    here.call("request", "add", "--right", "access", *WHO)
    port = free_port()
    with here.start("serve", "--listen", f"127.0.0.1:{port}") as process:
        try:
            until(lambda: beats(f"http://127.0.0.1:{port}"))
        finally:
            process.kill()
        assert process.stderr
        told = [one for one in process.stderr if one.startswith(line)]
    assert len(told) == 1
    assert "@" not in told[0]
