"""The guard: what of a plan may be done now, and what waits."""

from datetime import date

from tests.test_keeper import ids, messages, office

from gestand.guard import Allowed

OLD = date(2026, 11, 1)


def test_a_slice_never_goes_beyond_the_limit() -> None:
    here = office(messages(*[OLD] * 50))
    here.approve()
    here.keep(Allowed(at_most=10, slice=40))
    assert len(ids(here)) == 40
