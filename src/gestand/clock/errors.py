"""What can go wrong with time, and the two roots of the whole error tree, drawn in `core/errors.py`."""


class GestandError(Exception):
    """Something gestand was asked to do cannot be done."""


class ConfigurationError(GestandError):
    """What a person wrote cannot be used as it stands."""


class TermError(ConfigurationError):
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
