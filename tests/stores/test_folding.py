"""Every spelling that folds alike is written out, and no other one."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from gestand.stores.folding import MOST_SPELLINGS, folded, mailbox, replacements, spellings

LETTERS = "aBéÉßẞσςΣ1@."


@given(st.text(LETTERS, max_size=5))
@settings(deadline=None)
def test_the_spellings_are_exactly_those_that_fold_alike(wanted: str) -> None:
    first = replacements(wanted)
    alike = folded(wanted, first)
    written = spellings(wanted)
    assert {folded(one, first) for one in written} <= {alike}
    longest = len(alike)
    small = sorted({*alike, *(letter for letter, _ in first)})
    if len(small) ** longest < 5_000:
        every = ("".join(one) for length in range(longest + 1) for one in product(small, repeat=length))
        assert {one for one in every if folded(one, first) == alike} <= {*written}


def test_a_text_of_too_many_spellings_has_none_written_out() -> None:
    assert len(spellings("é" * 8)) == MOST_SPELLINGS
    assert spellings("é" * 9) == ()


def test_an_ordinary_address_has_one_spelling() -> None:
    assert spellings(" Jan@Example.ORG\u00a0") == ("jan@example.org",)


@given(st.text("an+,@.", max_size=9))
def test_the_addresses_of_a_mailbox_lie_together_in_the_order_of_bytes(text: str) -> None:
    box = mailbox("an@n.a")
    inside = text.startswith("an+") and text.endswith("@n.a")
    assert box.holds(text) is inside
    assert not inside or box.first <= text < box.last


def test_an_end_that_overlaps_the_beginning_is_no_address_of_the_mailbox() -> None:
    assert not mailbox("a@ex@ex+a").holds("a@ex+a")
    assert mailbox("a@ex@ex+a").holds("a@ex+@ex+a")
