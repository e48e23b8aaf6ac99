"""A letter and a server that refuses it, is not there, or sends it back: nothing goes twice, nothing is forgotten."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.requests.company import HER, Club
from tests.requests.mailbox import Mailbox, free_port, mailbox

from gestand.core.letter import Posting, Sending

NOW = datetime.now(UTC)


@pytest.fixture
def waiting(company: Club) -> Club:
    """One receipt waits to be sent."""
    company.call("request", "add", "--right", "access", "--name", "Ann Smit", "--email", HER)
    return company


def send(company: Club, after: timedelta = timedelta()) -> tuple[Posting, ...]:
    return tuple(company.opened(NOW + after).send_letters())


def state(company: Club) -> Posting:
    return company.opened().outbox.posting(1)


def test_a_letter_that_is_refused_for_good_waits_for_a_person(waiting: Club, mail: Mailbox) -> None:
    mail.answer = "550 no such mailbox here, ann.smit"
    assert "refused it with code 550" in waiting.run("mail", "send", code=3)
    assert (state(waiting).state, state(waiting).not_before) == (Sending.REFUSED, None)
    assert "ann" not in state(waiting).trouble
    mail.answer = ""
    assert not send(waiting, timedelta(days=30))
    waiting.call("mail", "again", "1")
    waiting.call("mail", "send")
    assert len(mail.letters) == 1


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize(("code", "for_good"), [(550, True), (451, False)])
def test_a_refusal_counts_as_the_server_means_it_whatever_it_refuses(
    waiting: Club, mail: Mailbox, command: str, code: int, for_good: bool
) -> None:
    mail.answers = {command: f"{code} not for ann.smit"}
    (posting,) = send(waiting)
    assert (posting.state, posting.not_before is None) == (Sending.REFUSED, for_good)
    assert f"code {code}" in posting.trouble
    assert "ann" not in posting.trouble
    mail.answers = {}
    assert len(send(waiting, timedelta(minutes=6))) == (not for_good)
    assert len(mail.letters) == (not for_good)


def test_a_server_that_hangs_up_after_it_took_a_letter_leaves_a_question_and_no_second_letter(
    waiting: Club, mail: Mailbox
) -> None:
    mail.cuts = True
    (posting,) = send(waiting)
    assert posting.state is Sending.SENDING
    mail.cuts = False
    assert not send(waiting, timedelta(days=30))
    assert "mail sent 1" in " ".join(waiting.call("mail", "list").split())
    assert len(mail.letters) == 1
    waiting.call("mail", "sent", "1")
    assert state(waiting).state is Sending.SENT


def test_a_server_that_takes_leave_rudely_has_the_letter_all_the_same(waiting: Club, mail: Mailbox) -> None:
    mail.answers = {"QUIT": "421 too busy to say goodbye"}
    (posting,) = send(waiting)
    assert posting.state is Sending.SENT
    assert len(mail.letters) == 1


def test_of_a_letter_that_no_server_can_be_told_of_nothing_stops_the_others(
    waiting: Club, mail: Mailbox
) -> None:
    """A name before the @ with other letters than ASCII takes a server that speaks SMTPUTF8 (RFC 6531)."""
    for address in ("andré@example.org", "bob@exämple.org"):
        waiting.call("request", "add", "--right", "access", "--name", "Somebody", "--email", address)
    states = [one.state for one in send(waiting)]
    assert states == [Sending.SENT, Sending.REFUSED, Sending.SENT]
    assert "andr" not in waiting.opened().outbox.posting(2).trouble
    assert [str(one["To"]).rpartition("@")[2].rstrip(">") for one in mail.letters] == [
        "example.org",
        "xn--exmple-cua.org",
    ]


def test_two_who_send_at_once_send_each_letter_once(waiting: Club, mail: Mailbox) -> None:
    for number in range(8):
        waiting.call(
            "request",
            "add",
            "--right",
            "access",
            "--name",
            f"N {number}",
            "--email",
            f"n{number}@example.org",
        )
    senders = [waiting.start("mail", "send") for _ in range(3)]
    said = [" ".join(one.communicate(timeout=120)) for one in senders]
    assert len({str(one["Message-ID"]) for one in mail.letters}) == len(mail.letters) == 9, said
    assert not waiting.opened().outbox.postings(), said


def test_a_letter_that_another_sends_at_this_moment_is_left_to_it(waiting: Club, mail: Mailbox) -> None:
    waiting.call("request", "add", "--right", "access", "--name", "Bob", "--email", "bob@example.org")
    mail.answer = "451 not now"
    send(waiting)
    mail.answer = ""
    at = NOW + timedelta(minutes=6)
    slow, quick = waiting.opened(at).send_letters(), waiting.opened(at).send_letters()
    assert next(slow).number == 1
    mail.meanwhile = lambda: list(slow)
    assert [one.number for one in quick] == [2]
    assert len(mail.letters) == 2


def test_a_letter_that_is_refused_for_now_goes_later_and_once(waiting: Club, mail: Mailbox) -> None:
    mail.answer = "451 come back later"
    send(waiting)
    assert not send(waiting, timedelta(minutes=4))
    mail.answer = ""
    (sent,) = send(waiting, timedelta(minutes=6))
    assert sent.state is Sending.SENT
    assert not send(waiting, timedelta(days=2))
    assert len(mail.letters) == 1


def test_a_server_that_was_away_all_day_uses_no_attempt_up(waiting: Club) -> None:
    port = free_port()
    file = waiting.folder / "gestand.toml"
    lines = [f"port = {port}" if one.startswith("port") else one for one in file.read_text().splitlines()]
    file.write_text("\n".join(lines))
    for hour in range(8):
        (posting,) = send(waiting, timedelta(hours=hour))
        assert posting.state is Sending.QUEUED
    with mailbox(port) as back:
        back.answer = "451 too busy"
        (posting,) = send(waiting, timedelta(hours=9))
        assert posting.not_before == NOW + timedelta(hours=9, minutes=5)
        back.answer = ""
        send(waiting, timedelta(hours=10))
        assert len(back.letters) == 1


def test_a_report_that_a_letter_came_back_is_taken_in(waiting: Club, mail: Mailbox, tmp_path: Path) -> None:
    waiting.call("mail", "send")
    report = tmp_path / "bounce.eml"
    report.write_text(_report(str(mail.letters[0]["Message-ID"])))
    assert "bounced" in waiting.call("mail", "bounced", str(report))
    assert state(waiting).state is Sending.BOUNCED
    assert "bounced" in waiting.call("mail", "list")
    assert len(mail.letters) == 1


def _report(number: str) -> str:
    """As RFC 3464 shows one."""
    return f"""From: Mail Delivery <mailer-daemon@example.org>
To: privacy@example.org
Subject: Undelivered mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

Your message could not be delivered.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; {HER}
Action: failed
Status: 5.1.1
--B
Content-Type: text/rfc822-headers

Message-ID: {number}
Subject: We have received your request
--B--
"""
