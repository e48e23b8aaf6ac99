"""What can go wrong with time, and the root of the whole error tree, which `core/errors.py` draws."""


class GestandError(Exception):
    """Something gestand was asked to do cannot be done."""


class TermError(GestandError):
    """These words are no term.

    `found` is what was written, `expected` what would have done, `nearest` the nearest valid form;
    each is empty where it does not apply.
    """

    def __init__(self, message: str, *, found: str = "", expected: str = "", nearest: str = "") -> None:
        super().__init__(message)
        self.found = found
        self.expected = expected
        self.nearest = nearest


class BeyondTheTable(GestandError):
    """A date lies beyond the holidays that gestand knows."""
