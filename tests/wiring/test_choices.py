"""The ledger of choices: added to and never changed, its last words, and what log and book have of a person."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import delete, event, func, select, text, update
from tests.wiring.requests import NOW

from gestand.book import choices as rows
from gestand.book.database import open_book
from gestand.core.choice import (
    VISITOR,
    AgeRoute,
    Choice,
    ChoiceWay,
    Offer,
    Recorded,
    Signal,
    Standing,
    Subject,
)
from gestand.core.entry import Kind
from gestand.core.errors import BookError, ClockRanBack, NotAChoice, NotInTheBook, Tampered
from gestand.evidence import log
from gestand.evidence.chosen import check_choices
from gestand.evidence.keys import make_keys
from gestand.wiring.choices import BookChoices, digest_of

SECOND, YEAR = timedelta(seconds=1), timedelta(days=365)
PERSON = Subject("email", "wilhelmina.zonnebloem@example.org")
OTHER = Subject(VISITOR, "Zm9yZ2VkLW9yLW5vdA")
OFFER = Offer(
    "nl", "banner 1", ("Mogen wij meten?",), ("Ja", "Nee"), (("statistics", "Meten"), ("adverts", "Reclame"))
)
SHOWN = digest_of(OFFER)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(address: str, tmp_path: Path, clock: Clock) -> Iterator[BookChoices]:
    book = open_book(address, create=True)
    made = BookChoices(book, make_keys(tmp_path / "keys", "example.org/log"), clock)
    made.offer(OFFER)
    yield made
    book.close()


def choice(statistics: bool = True, at: datetime = NOW, **other: object) -> Choice:
    told = Choice(at, (("statistics", statistics),), SHOWN, "a" * 64, 3, "nl", ChoiceWay.BANNER)
    return replace(told, **other)  # type: ignore[arg-type]


def test_a_choice_comes_back_as_it_was_made(ledger: BookChoices) -> None:
    made = choice(
        decisions=(("statistics", True), ("adverts", False)),
        language="en",
        way=ChoiceWay.STAFF,
        signals=(Signal.GPC, Signal.DNT),
        age=AgeRoute.PARENT_AGREED,
        by="The desk",
    )
    (recorded,) = ledger.record([(PERSON, made)])
    assert recorded.choice == made
    assert ledger.history(PERSON) == (recorded,)
    assert ledger.history(OTHER) == ()
    assert ledger.last_words(PERSON) == {
        "adverts": Standing(False, NOW, SHOWN, True, AgeRoute.PARENT_AGREED, 1),
        "statistics": Standing(True, NOW, SHOWN, True, AgeRoute.PARENT_AGREED, 1),
    }
    assert ledger.standing(PERSON, "statistics") == ledger.last_words(PERSON)["statistics"]
    assert ledger.standing(PERSON, "newsletter") is None
    assert ledger.standing(OTHER, "statistics") is None


def test_choices_are_numbered_in_order_each_with_its_own_line_and_salt(
    ledger: BookChoices, clock: Clock
) -> None:
    first = ledger.record([(PERSON, choice()), (OTHER, choice(False))])
    clock.now += SECOND
    second = ledger.record([(PERSON, choice(False, NOW + SECOND))])
    assert [one.number for one in (*first, *second)] == [1, 2, 3]
    assert [one.entry for one in (*first, *second)] == [0, 1, 2]
    assert ledger.history(PERSON) == (first[0], second[0])
    with ledger.book.reading() as connection:
        told = list(log.read(connection))
    assert [(one.kind, one.word) for one in told] == [
        (Kind.CHOICE, "granted"),
        (Kind.CHOICE, "refused"),
        (Kind.CHOICE, "refused"),
    ]
    assert len({one.action for one in told}) == len({one.salt for one in (*first, *second)}) == 3


def test_nothing_to_record_is_nothing_recorded(ledger: BookChoices) -> None:
    assert ledger.record([]) == ()


def test_all_are_recorded_or_none(ledger: BookChoices) -> None:
    ledger.record([(OTHER, choice())])
    with pytest.raises(NotAChoice):
        ledger.record([(PERSON, choice()), (OTHER, choice(decisions=()))])

    def fails(connection: object, cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO standing"):
            raise BookError("the disk is full")

    event.listen(ledger.book.engine, "before_cursor_execute", fails)
    with pytest.raises(BookError):
        ledger.record([(PERSON, choice()), (OTHER, choice(False))])
    event.remove(ledger.book.engine, "before_cursor_execute", fails)
    assert ledger.history(PERSON) == ()
    with ledger.book.reading() as connection:
        assert log.size_and_root(connection)[0] == 1
    (recorded,) = ledger.record([(PERSON, choice())])
    assert (recorded.number, recorded.entry) == (2, 1)


def test_a_withdrawal_is_another_choice_and_the_last_word(ledger: BookChoices, clock: Clock) -> None:
    (given,) = ledger.record([(PERSON, choice())])
    clock.now += SECOND
    (withdrawn,) = ledger.record([(PERSON, choice(False, clock.now))])
    assert ledger.history(PERSON) == (given, withdrawn)
    found = ledger.standing(PERSON, "statistics")
    assert found is not None
    assert (found.granted, found.number) == (False, 2)


def test_an_older_choice_that_is_imported_later_changes_no_last_word(ledger: BookChoices) -> None:
    ledger.record([(PERSON, choice(False))])
    older = choice(
        at=NOW - 5 * YEAR, way=ChoiceWay.IMPORT, decisions=(("statistics", True), ("adverts", True))
    )
    (imported,) = ledger.record([(PERSON, older)])
    assert ledger.history(PERSON)[1] == imported
    words = ledger.last_words(PERSON)
    assert (words["statistics"].granted, words["statistics"].number) == (False, 1)
    assert (words["adverts"].granted, words["adverts"].number) == (True, 2)


def test_a_yes_that_is_sent_again_after_a_withdrawal_changes_no_last_word(
    ledger: BookChoices, clock: Clock
) -> None:
    given = choice()
    ledger.record([(PERSON, given)])
    clock.now += SECOND
    ledger.record([(PERSON, choice(False, clock.now))])
    clock.now += SECOND
    ledger.record([(PERSON, given)])
    found = ledger.standing(PERSON, "statistics")
    assert found is not None
    assert (found.granted, found.at) == (False, NOW + SECOND)
    assert len(ledger.history(PERSON)) == 3


def test_of_two_choices_at_one_moment_the_one_that_came_in_last_stands(ledger: BookChoices) -> None:
    ledger.record([(PERSON, choice()), (PERSON, choice(False))])
    found = ledger.standing(PERSON, "statistics")
    assert found is not None
    assert (found.granted, found.number) == (False, 2)


@pytest.mark.parametrize(
    ("made", "proven"),
    [
        (choice(), True),
        (choice(offer="f" * 64), False),
        (choice(offer=""), False),
        (choice(decisions=(("newsletter", True),)), False),
    ],
    ids=["on record", "unknown", "none", "another purpose was shown"],
)
def test_a_choice_is_proven_by_what_was_shown_of_that_very_purpose(
    ledger: BookChoices, made: Choice, proven: bool
) -> None:
    ledger.record([(PERSON, made)])
    assert [one.proven for one in ledger.last_words(PERSON).values()] == [proven]


def test_an_offer_is_kept_once_and_known_by_all_that_it_says(ledger: BookChoices) -> None:
    assert ledger.offer(OFFER) == ledger.offer(OFFER) == SHOWN
    assert ledger.offered(SHOWN) == OFFER
    assert ledger.offered("f" * 64) is None
    others = [
        replace(OFFER, language="en"),
        replace(OFFER, layout="banner 2"),
        replace(OFFER, texts=("Mogen wij?",)),
        replace(OFFER, buttons=("Nee", "Ja")),
        replace(OFFER, purposes=OFFER.purposes[::-1]),
    ]
    assert len({SHOWN, *map(digest_of, others)}) == 6
    with ledger.book.reading() as connection:
        assert connection.execute(select(func.count()).select_from(rows.offers)).scalar() == 1


REFUSED: dict[str, Choice] = {
    "no purpose": choice(decisions=()),
    "two answers on one purpose": choice(decisions=(("statistics", True), ("statistics", False))),
    "a name for a purpose": choice(decisions=(("Wilhelmina Zonnebloem", True),)),
    "an address for a purpose": choice(decisions=(("wilhelmina@example.org", True),)),
    "a purpose without end": choice(decisions=(("a" * 201, True),)),
    "neither yes nor no": choice(decisions=(("statistics", "Zonnebloem"),)),
    "a text for an offer": choice(offer="Zonnebloem"),
    "a text for a statement": choice(statement="Zonnebloem"),
    "tomorrow": choice(at=NOW + timedelta(days=1)),
    "no zone": choice(at=NOW.replace(tzinfo=None)),
    "half a character": choice(by="\ud83d"),
}


@pytest.mark.parametrize("made", REFUSED.values(), ids=REFUSED)
def test_what_is_no_choice_is_refused_without_telling_what_it_said(ledger: BookChoices, made: Choice) -> None:
    with pytest.raises(NotAChoice) as refused:
        ledger.record([(PERSON, made)])
    assert "onnebloem" not in str(refused.value)
    assert "example.org" not in str(refused.value)
    assert ledger.history(PERSON) == ()


@pytest.mark.parametrize(
    "nobody",
    [
        Subject("email", " "),
        Subject("email", "x" * 1_001),
        Subject("", "x"),
        Subject("E mail", "x"),
        Subject("email", "a\0b"),
        Subject("email", "\udc80"),
    ],
)
def test_who_is_nobody_is_neither_recorded_nor_looked_up(ledger: BookChoices, nobody: Subject) -> None:
    asked: list[Callable[[], object]] = [
        lambda: ledger.record([(nobody, choice())]),
        lambda: ledger.standing(nobody, "statistics"),
        lambda: ledger.history(nobody),
        lambda: ledger.proof(nobody),
        lambda: ledger.seen(nobody, "The desk"),
    ]
    for ask in asked:
        with pytest.raises(NotAChoice):
            ask()


def test_a_clock_that_ran_a_little_ahead_is_borne_and_one_that_ran_back_is_not(
    ledger: BookChoices, clock: Clock
) -> None:
    ledger.record([(PERSON, choice(at=NOW + 30 * SECOND))])
    clock.now -= 90 * SECOND
    with pytest.raises(ClockRanBack):
        ledger.record([(PERSON, choice(at=clock.now))])
    assert len(ledger.history(PERSON)) == 1


def test_a_person_is_known_in_any_spelling_and_a_visitor_in_her_own_alone(ledger: BookChoices) -> None:
    ledger.record([(PERSON, choice()), (Subject("phone", "06-12345678"), choice()), (OTHER, choice())])
    for same in (" WILHELMINA.Zonnebloem@Example.ORG ", PERSON.value):
        assert ledger.standing(Subject("email", same), "statistics") is not None
    for same in ("0612345678", "+31 6 12345678", "0031612345678", "31612345678"):
        assert ledger.standing(Subject("phone", same), "statistics") is not None
    assert ledger.standing(Subject("customer", PERSON.value), "statistics") is None
    assert ledger.standing(replace(OTHER, value=OTHER.value.lower()), "statistics") is None


def test_two_writers_at_once_lose_nothing_and_share_no_number(ledger: BookChoices, address: str) -> None:
    other = replace(ledger, book=open_book(address))
    start = Barrier(4)

    def writes(writer: int) -> list[Recorded]:
        start.wait()
        place = (ledger, other)[writer % 2]
        made = [(Subject(VISITOR, f"{writer}-{turn}"), choice(turn % 2 == 0)) for turn in range(20)]
        return [*place.record(made[:10]), *(one for each in made[10:] for one in place.record([each]))]

    with ThreadPoolExecutor(4) as four:
        recorded = [one for found in four.map(writes, range(4)) for one in found]
    other.book.close()
    assert sorted(one.number for one in recorded) == list(range(1, 81))
    assert sorted(one.entry for one in recorded) == list(range(80))
    assert all(one.number == one.entry + 1 for one in recorded)
    for writer in range(4):
        for turn in range(20):
            subject = Subject(VISITOR, f"{writer}-{turn}")
            found = ledger.standing(subject, "statistics")
            assert found is not None
            assert found.granted is (turn % 2 == 0)
            assert ledger.proof(subject)


def test_log_and_book_have_digests_alone_of_who_chose(ledger: BookChoices) -> None:
    ledger.record([(PERSON, choice()), (OTHER, choice(way=ChoiceWay.API))])
    ledger.seen(PERSON, "Officier-Achternaam")
    private = ("wilhelmina", "zonnebloem", OTHER.value.lower(), "officier")
    with ledger.book.reading() as connection:
        names = ("offers", "choices", "standing", "choice_looks", "log_entries")
        told = "".join(str(connection.execute(text(f"SELECT * FROM {name}")).all()) for name in names)
        lines = list(log.lines_between(connection, 0, 9))
    assert len(lines) == 3
    assert not [word for word in private if word in told.lower()]
    subject = ledger.subject(PERSON)
    assert not [line for line in lines if subject in line or subject.hex().encode() in line]


def test_nobody_can_tell_from_the_log_who_chose_the_same_twice(ledger: BookChoices) -> None:
    ledger.record([(PERSON, choice()), (PERSON, choice())])
    with ledger.book.reading() as connection:
        assert len({entry.action for entry in log.read(connection)}) == 2


def test_with_other_keys_nobody_is_found(ledger: BookChoices, tmp_path: Path) -> None:
    ledger.record([(PERSON, choice())])
    stranger = replace(ledger, keys=make_keys(tmp_path / "others", "example.org/log"))
    assert stranger.history(PERSON) == ()


def test_who_looked_is_kept_and_logged_before_it_is_shown(ledger: BookChoices, clock: Clock) -> None:
    ledger.seen(PERSON, " The officer ")
    clock.now += SECOND
    ledger.seen(PERSON, "The desk")
    assert [(one.by, one.at) for one in ledger.looks(PERSON)] == [
        ("The officer", NOW),
        ("The desk", NOW + SECOND),
    ]
    assert ledger.looks(OTHER) == ()
    with ledger.book.reading() as connection:
        assert [(one.kind, one.word) for one in log.read(connection)] == [(Kind.CHOICE, "seen")] * 2
    with pytest.raises(NotAChoice):
        ledger.seen(PERSON, " ")


@pytest.mark.parametrize(
    "forge",
    [
        update(rows.standings).values(granted=True),
        update(rows.standings).values(number=1),
        delete(rows.standings),
        update(rows.choices)
        .where(rows.choices.c.number == 2)
        .values(told_json=func.replace(rows.choices.c.told_json, '"statistics",false', '"statistics",true')),
        update(rows.choices).where(rows.choices.c.number == 1).values(entry=1),
        update(rows.choices).where(rows.choices.c.number == 1).values(salt=b"x" * 16),
        update(rows.choices)
        .where(rows.choices.c.number == 1)
        .values(told_json=func.replace(rows.choices.c.told_json, '"banner"', '"staff"')),
        update(rows.offers).values(told_json=func.replace(rows.offers.c.told_json, "meten", "volgen")),
        delete(rows.choices).where(rows.choices.c.number == 2),
    ],
)
def test_what_was_changed_in_the_book_by_hand_is_not_proven(
    ledger: BookChoices, clock: Clock, forge: object
) -> None:
    ledger.record([(PERSON, choice())])
    clock.now += SECOND
    ledger.record([(PERSON, choice(False, clock.now))])
    assert ledger.proof(PERSON)
    with ledger.book.transaction() as connection:
        connection.execute(forge)  # type: ignore[call-overload]
    with pytest.raises(Tampered):
        ledger.proof(PERSON)


def test_a_choice_that_was_slipped_into_the_book_is_not_proven(ledger: BookChoices) -> None:
    ledger.record([(OTHER, choice())])
    with ledger.book.transaction() as connection:
        forged = rows.New(ledger.subject(PERSON), choice(), 0, b"s" * 16)
        rows.add(connection, [forged])
    with pytest.raises(Tampered, match="not this choice"):
        ledger.proof(PERSON)


def test_a_choice_is_proven_in_a_log_of_several_tiles(ledger: BookChoices) -> None:
    ledger.record([(Subject(VISITOR, f"{number}"), choice()) for number in range(600)])
    for number in (0, 255, 256, 511, 599):
        bundle = ledger.proof(Subject(VISITOR, f"{number}"))
        (made,) = check_choices(bundle, ledger.keys.verifier).made
        assert made.proven.index == number


def test_there_is_no_proof_of_what_nobody_chose(ledger: BookChoices) -> None:
    ledger.record([(OTHER, choice())])
    with pytest.raises(NotInTheBook):
        ledger.proof(PERSON)
    with pytest.raises(NotInTheBook):
        ledger.proof(OTHER, 7)
