"""Every store passes the suite that is shipped with the package."""

import pytest

from gestand.stores.conformance import CHECKS, Check
from gestand.stores.conformance.bench import Bench


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_store_conforms(bench: Bench, check: Check) -> None:
    check(bench)
