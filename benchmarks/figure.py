"""A figure: what was measured by hand and with gestand, what it should be, and whether it is."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """One line of a table. `met` is None where there is no target, or where it could not be measured."""

    what: str
    by_hand: str
    gestand: str
    found: str
    target: str = ""
    met: bool | None = None


@dataclass(frozen=True)
class Section:
    """The figures of one benchmark, and how they were come by."""

    title: str
    how: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Size:
    """How much to measure: rows of the large tables, entries of the log, rounds of every comparison."""

    rows: int
    entries: int
    rounds: int

    @property
    def past(self) -> int:
        """Rows past their term: one in ten."""
        return self.rows // 10


def ratio(what: str, by_hand: list[float], gestand: list[float], at_most: float | None = None) -> Figure:
    """Seconds of both sides, round by round; the ratio is that of the medians."""
    found = median(gestand) / median(by_hand)
    target = "" if at_most is None else f"at most {at_most:g} times"
    met = None if at_most is None else found <= at_most
    return Figure(what, spread(by_hand), spread(gestand), f"{found:.2f} times", target, met)


def faster(what: str, by_hand: list[float], gestand: list[float], at_least: float | None = None) -> Figure:
    """How many times faster gestand is."""
    found = median(by_hand) / median(gestand)
    target = "" if at_least is None else f"at least {at_least:g} times faster"
    met = None if at_least is None else found >= at_least
    return Figure(what, spread(by_hand), spread(gestand), f"{found:.1f} times faster", target, met)


def below(what: str, value: float, limit: float, unit: str, by_hand: str = "") -> Figure:
    """A value with a limit of its own."""
    said = f"{value:,.3g} {unit}" if value < 1_000 else f"{value:,.0f} {unit}"
    return Figure(what, by_hand, said, said, f"under {limit:g} {unit}", value < limit)


def spread(seconds: list[float]) -> str:
    """The median, and the fastest and slowest round."""
    if len(seconds) == 1:
        return said(seconds[0])
    return f"{said(median(seconds))} ({said(min(seconds))} to {said(max(seconds))})"


def said(seconds: float) -> str:
    """Seconds as people read them."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def counted(many: int, thing: str) -> str:
    """`1 fault`, `2 faults`."""
    return f"{many:,} {thing}{'' if many == 1 else 's'}"


def percentile(values: list[float], share: float) -> float:
    """The smallest value that so large a share of all does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
