"""How texts name the countries outside the EEA."""

import re
from collections.abc import Iterable
from functools import cache

from gestand.lint.law.tables import partly_adequate, third_countries


@cache
def third_country() -> re.Pattern[str]:
    """Any country outside the EEA."""
    return _named(third_countries())


@cache
def united_states() -> re.Pattern[str]:
    """Adequate for those on a list only, so that a text has to name it, or something else."""
    return _named(["US"])


@cache
def far_country() -> re.Pattern[str]:
    """A country that no adequacy decision covers, not even in part."""
    return _named(third_countries().keys() - partly_adequate())


def _named(countries: Iterable[str]) -> re.Pattern[str]:
    names = sorted({name for country in countries for name in third_countries()[country]})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?!\w)")
