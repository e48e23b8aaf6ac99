"""Facts: every quote exact, each thing said once, and the same whatever the letters are made of."""

import unicodedata
from collections.abc import Iterator

import pytest
from tests.reading.sources import STATEMENT

from gestand.core.document import Document, Segment
from gestand.core.fact import (
    ComplaintAuthority,
    DataCategory,
    DeviceItem,
    Doubt,
    Fact,
    Kept,
    Quote,
    Recipient,
    ResponseTerm,
    Right,
)
from gestand.reading import facts as running
from gestand.reading.exchange import exchanged
from gestand.reading.facts import NotInTheText, facts_of, sure
from gestand.reading.merge import merged
from gestand.reading.plain import plain_of
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of


def read(text: str) -> tuple[Document, tuple[Fact, ...]]:
    document = document_of(text.encode(), "a.txt")
    return document, facts_of(segments_of(document), document)


def fact(said: object, begin: int = 0, doubt: Doubt = Doubt.NONE, text: str = "x") -> Fact:
    return Fact(said, Quote(begin, begin + len(text), text), "a_pattern", doubt)  # type: ignore[arg-type]


def test_every_quote_stands_in_the_text_where_the_fact_says() -> None:
    document, facts = read(STATEMENT)
    assert len(facts) > 5
    assert all(document.text[one.quote.begin : one.quote.end] == one.quote.text for one in facts)


@pytest.mark.parametrize("odd", ["decomposed", "no-break spaces", "hidden hyphens"])
def test_the_same_is_read_whatever_the_letters_are_made_of(odd: str) -> None:
    text = STATEMENT.replace("7 jaar", "één jaar")
    changed = {
        "decomposed": unicodedata.normalize("NFD", text),
        "no-break spaces": text.replace(" ", "\u00a0"),
        "hidden hyphens": text.replace("bewaren", "be\u00adwaren"),
    }[odd]
    (_, plainly), (document, facts) = read(text), read(changed)
    assert changed != text
    assert {repr(one.said) for one in facts} == {repr(one.said) for one in plainly}
    assert all(document.text[one.quote.begin : one.quote.end] == one.quote.text for one in facts)


def test_a_plain_text_is_searched_as_it_is() -> None:
    document = document_of(b"Wij bewaren niets.", "a.txt")
    assert plain_of(document).document is document


def test_a_hyphen_at_which_no_line_breaks_is_a_hyphen_to_patterns() -> None:
    assert plain_of(document_of("Uw e\u2011mail.".encode(), "a.txt")).document.text == "Uw e-mail."


def test_a_quote_within_a_ligature_is_its_letter() -> None:
    document = document_of("Wij zijn oﬃcieel.".encode(), "a.txt")
    home = plain_of(document).at_home(fact(Right("access"), 10, text="f"))
    assert document.text[home.quote.begin : home.quote.end] == home.quote.text != ""


def test_a_pattern_that_quotes_what_is_not_there_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def invents(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
        yield fact(Right("access"), 3, text="niet daar")

    monkeypatch.setattr(running, "finders", lambda: {"invents": invents})
    with pytest.raises(NotInTheText, match="pattern a_pattern quotes characters 3 to 12"):
        read(STATEMENT)


def test_every_file_with_a_find_is_a_pattern() -> None:
    assert {"rights", "retention"} <= set(running.finders())
    assert "words" not in running.finders()


def test_what_stands_twice_is_told_once_at_its_surest_place() -> None:
    twice = [
        fact(Right("access"), 9, Doubt.NONE),
        fact(Right("access"), 1, Doubt.SOME),
        fact(Right("erasure"), 5),
    ]
    assert [(one.said, one.quote.begin) for one in merged(twice, ())] == [
        (Right("erasure"), 5),
        (Right("access"), 9),
    ]


def test_the_fuller_of_two_is_kept() -> None:
    bare, full = (
        fact(DeviceItem("analytics", "_ga"), 1),
        fact(DeviceItem("analytics", "_GA", "third", "P2Y"), 9),
    )
    assert merged([bare, full], ()) == (full,)
    assert (
        merged([fact(Recipient("De Post")), fact(Recipient("de  post", "processor"), 7)], ())[0].quote.begin
        == 7
    )


def test_two_terms_for_the_same_are_two_facts() -> None:
    assert len(merged([fact(Kept("invoices", "P7Y"), 1), fact(Kept("invoices", "P2Y"), 9)], ())) == 2


def test_what_is_much_in_doubt_is_not_told() -> None:
    assert sure((fact(Right("access"), 0, Doubt.MUCH), fact(Right("erasure"), 3, Doubt.SOME)))[
        0
    ].said == Right("erasure")


def test_the_exchange_form_has_a_list_for_many_and_a_map_for_one() -> None:
    told = exchanged(
        "nl",
        (
            fact(Right("access")),
            fact(ComplaintAuthority("AP")),
            fact(ResponseTerm("any request", working_days=5)),
            fact(Kept("invoices", "P7Y", "after the book year")),
            fact(DataCategory("email")),
        ),
    )
    assert told["rights"] == [{"right": "access", "quote": "x"}]
    assert told["complaint_authority"] == {"name": "AP", "quote": "x"}
    assert told["response_terms"] == [
        {"what": "any request", "duration": {"amount": 5, "unit": "working_days"}, "quote": "x"}
    ]
    assert told["retention"] == [
        {
            "what": "invoices",
            "duration_iso": "P7Y",
            "anchor": "after the book year",
            "vague": False,
            "unlimited": False,
            "quote": "x",
        }
    ]
    assert "cookies" not in told
