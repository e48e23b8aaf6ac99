"""Conditions are simplified as they are made."""

from gestand.core.predicate import Equals, Missing, all_of, any_of


def test_what_another_part_makes_sure_of_is_left_out() -> None:
    """Else a condition reads columns on which nothing hangs, and changes to them are put in a wrong order."""
    hers, empty = Equals("email", "ann@example.org"), Missing("note")
    assert all_of(hers, any_of(hers, empty)) == hers
    assert all_of(any_of(hers, empty), hers) == hers
    assert all_of(any_of(hers, empty), empty, hers) == all_of(empty, hers)
