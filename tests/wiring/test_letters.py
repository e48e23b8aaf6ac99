"""The outbox in a real book: the bytes come back as they were, and a letter goes out once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from tests.wiring.requests import CLOCKS, DAY, NOW, letter, request

from gestand.core.errors import BookError, CaseChanged, NotInTheBook
from gestand.core.letter import Posting, Sending, Template
from gestand.core.step import Wrote
from gestand.wiring.cases import BookCases
from gestand.wiring.letters import BookOutbox


@pytest.fixture
def outbox(cases: BookCases) -> BookOutbox:
    cases.open_case(request(), CLOCKS)
    return BookOutbox(cases)


def queued(outbox: BookOutbox, **of: Any) -> Posting:
    """A letter of the one case, and where it stands."""
    asked, written = letter(**of)
    case = outbox.queue(outbox.cases.case("2026-0001"), asked, written, NOW)
    wrote = case.last(Wrote)
    assert wrote
    return outbox.posting(wrote.number)


def test_a_letter_comes_back_as_the_bytes_that_were_kept(outbox: BookOutbox) -> None:
    posting = queued(outbox)
    asked, written = letter()
    assert outbox.letter(posting.number) == (asked.to, written)
    assert (posting.state, posting.at, posting.attempts) == (Sending.QUEUED, NOW, 0)
    assert outbox.postings("2026-0001") == outbox.postings() == (posting,)


def test_a_letter_is_not_written_twice(outbox: BookOutbox) -> None:
    posting = queued(outbox)
    case = outbox.cases.case("2026-0001")
    assert outbox.queue(case, *letter(), NOW + DAY) == case == outbox.cases.case("2026-0001")
    assert outbox.postings() == (posting,)
    assert len(case.steps) == 1


def test_a_letter_to_somebody_without_mail_is_to_be_posted(outbox: BookOutbox) -> None:
    posting = queued(outbox, to="")
    assert posting.state is Sending.TO_PRINT
    assert outbox.mark(posting.number, Sending.POSTED, NOW).state is Sending.POSTED
    assert outbox.postings() == ()
    assert len(outbox.postings("2026-0001")) == 1


def test_attempts_are_counted_and_told_when_the_next_may_be_made(outbox: BookOutbox) -> None:
    number = queued(outbox).number
    outbox.mark(number, Sending.SENDING, NOW)
    outbox.mark(number, Sending.REFUSED, NOW, "451 greylisted", NOW + DAY)
    outbox.mark(number, Sending.QUEUED, NOW + DAY)
    outbox.mark(number, Sending.SENDING, NOW + DAY)
    posting = outbox.mark(number, Sending.SENT, NOW + DAY)
    assert (posting.attempts, posting.trouble, posting.not_before) == (2, "", None)
    assert outbox.postings() == ()
    assert outbox.mark(number, Sending.BOUNCED, NOW + DAY, "no such mailbox").trouble == "no such mailbox"
    assert [one.state for one in outbox.postings()] == [Sending.BOUNCED]


def test_of_eight_who_would_send_a_letter_one_may(outbox: BookOutbox) -> None:
    number = queued(outbox).number

    def send(_: int) -> bool:
        try:
            outbox.mark(number, Sending.SENDING, NOW)
        except CaseChanged:
            return False
        return True

    with ThreadPoolExecutor(8) as eight:
        assert sum(eight.map(send, range(8))) == 1
    assert outbox.postings()[0].attempts == 1


def test_an_attempt_of_which_the_server_knew_nothing_does_not_count(outbox: BookOutbox) -> None:
    number = queued(outbox).number
    outbox.mark(number, Sending.SENDING, NOW)
    assert outbox.mark(number, Sending.QUEUED, NOW, "away").attempts == 0


@pytest.mark.parametrize("ended", [Sending.SENT, Sending.BOUNCED, Sending.TO_PRINT])
def test_a_letter_that_has_gone_out_came_back_or_is_printed_is_not_sent_again(
    outbox: BookOutbox, ended: Sending
) -> None:
    number = queued(outbox).number
    outbox.mark(number, Sending.SENDING, NOW)
    outbox.mark(number, ended, NOW)
    with pytest.raises(CaseChanged, match=f"Letter {number} is '{ended.value}'"):
        outbox.mark(number, Sending.SENDING, NOW)


def test_a_letter_that_was_put_in_the_place_of_another_is_refused(outbox: BookOutbox) -> None:
    first = queued(outbox).number
    asked, written = letter()
    receipt = replace(asked, template=Template.RECEIPT)
    outbox.queue(outbox.cases.case("2026-0001"), receipt, written, NOW)
    second = outbox.postings()[-1].number
    with outbox.cases.book.transaction() as connection:
        swap = text("UPDATE letters SET sealed = (SELECT sealed FROM letters WHERE number = :first)")
        connection.execute(swap, {"first": first})
    with pytest.raises(BookError, match=f"Letter {second} cannot be read"):
        outbox.letter(second)


def test_a_letter_that_is_not_there_is_told(outbox: BookOutbox) -> None:
    with pytest.raises(NotInTheBook, match="no letter 404"):
        outbox.letter(404)
    with pytest.raises(NotInTheBook, match="no letter 404"):
        outbox.mark(404, Sending.SENDING, NOW)
