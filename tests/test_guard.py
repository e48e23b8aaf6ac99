"""The guard: what of a plan may be done now, and what waits."""

from datetime import date

from tests.test_keeper import family, ids, messages, office

from gestand.guard import Allowed

OLD = date(2026, 11, 1)


def test_a_slice_never_goes_beyond_the_limit() -> None:
    here = office(messages(*[OLD] * 50))
    here.approve()
    here.keep(Allowed(at_most=10, slice=40))
    assert len(ids(here)) == 40


def test_a_row_too_large_for_the_slice_stays_and_says_so() -> None:
    here = office(family(notes=20))
    here.approve()
    (outcome,) = here.keep(Allowed(at_most=1_000, slice=11)).outcomes
    assert (outcome.rows, outcome.along, outcome.left) == (0, 0, 1)
    assert "more rows along than the 11 that may go at once" in outcome.trouble
    assert (ids(here), len(ids(here, "notes"))) == ([1], 20)
    assert here.keep(Allowed(at_most=1_000, slice=21)).along == 20
