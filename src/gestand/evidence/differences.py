"""Names what was done to a log: which entries were changed, dropped, swapped or added."""

from collections.abc import Iterator, Mapping, Sequence

from gestand.evidence.tiles import WIDTH

MOST_NAMED = 20


def name_differences(expected: Sequence[bytes], found: Sequence[bytes]) -> Iterator[str]:
    """Sentences on how the found leaf hashes differ from the expected ones; entries count from zero."""
    begin = _common(expected, found)
    end = _common(expected[begin:][::-1], found[begin:][::-1])
    was, now = expected[begin : len(expected) - end], found[begin : len(found) - end]
    if not now and was:
        yield f"{_entries(begin, len(was))} dropped."
    elif not was and now:
        yield f"{_entries(begin, len(now))} added."
    elif len(was) == len(now):
        yield from _same_length(begin, was, now)
    else:
        yield (
            f"From entry {begin} on, {len(was):,} entries were replaced by {len(now):,}: "
            "some were dropped or added, others changed."
        )


def _same_length(begin: int, was: Sequence[bytes], now: Sequence[bytes]) -> Iterator[str]:
    differing = [at for at in range(len(was)) if was[at] != now[at]]
    stood = {leaf: at for at, leaf in enumerate(was)}
    moved = [at for at in differing if now[at] in stood]
    if len(differing) == 2 and len(moved) == 2:
        yield f"Entries {begin + differing[0]} and {begin + differing[1]} were swapped."
        return
    for at in differing[:MOST_NAMED]:
        if at in moved:
            yield f"Entry {begin + at} stands out of order: it was entry {begin + stood[now[at]]}."
        else:
            yield f"Entry {begin + at} was changed."
    if len(differing) > MOST_NAMED:
        yield f"So were {len(differing) - MOST_NAMED:,} more entries after it."


def name_ranges(
    stored: Mapping[int, Sequence[bytes]], computed: Mapping[int, Sequence[bytes]]
) -> Iterator[str]:
    """The stretches in which the stored hashes of some level no longer fit the entries.

    For a log whose lowest tiles were changed along with the entries: the levels above still tell where.
    """
    named: list[range] = []
    for level in sorted(computed):
        span = WIDTH**level
        for at, (was, now) in enumerate(zip(stored.get(level, ()), computed[level], strict=False)):
            stretch = range(at * span, (at + 1) * span)
            if was == now or any(stretch.start <= one.start < stretch.stop for one in named):
                continue
            named.append(stretch)
            if len(named) > MOST_NAMED:
                yield "There are more."
                return
            yield _stretch(stretch)


def _stretch(stretch: range) -> str:
    if len(stretch) == 1:
        return f"Entry {stretch.start}, or the tile over it, was changed."
    return f"Among entries {stretch.start} to {stretch.stop - 1}, something was changed along with its tile."


def _common(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many leaf hashes both begin with."""
    at = 0
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


def _entries(begin: int, number: int) -> str:
    if number == 1:
        return f"Entry {begin} was"
    return f"Entries {begin} to {begin + number - 1} were"
