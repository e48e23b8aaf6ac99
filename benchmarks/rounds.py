"""Both sides in turn: A B, B A, A B, each from the same prepared state, so that noise falls on both."""

import time
from collections.abc import Callable

Side = Callable[[], object]


def in_turn(rounds: int, sides: dict[str, Callable[[], Side]]) -> dict[str, list[float]]:
    """Seconds by side and round. Each side first prepares, unmeasured, and gives what is to be measured."""
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds):
        names = list(sides) if number % 2 == 0 else list(reversed(sides))
        for name in names:
            act = sides[name]()
            began = time.perf_counter()
            act()
            seconds[name].append(time.perf_counter() - began)
    return seconds
