"""What every store must do, as checks that anyone can run against a store of their own.

Each check takes a bench, an empty place where tables can be made and a store be opened, and raises AssertionError.
"""

from collections.abc import Callable

from gestand.stores.conformance import acting, families, finding, moments, names, predicates, together
from gestand.stores.conformance.bench import Bench

Check = Callable[[Bench], None]

CHECKS: tuple[Check, ...] = (
    *moments.CHECKS,
    *predicates.CHECKS,
    *names.CHECKS,
    *finding.CHECKS,
    *acting.CHECKS,
    *families.CHECKS,
    *together.CHECKS,
)
