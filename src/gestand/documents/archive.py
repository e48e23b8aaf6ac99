"""What the statement said on a day, out of all versions that were ever in use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from gestand.core.version import Version


@dataclass(frozen=True)
class Held:
    """The version that held on a day. `seen_later`: the book first saw its text only after that day."""

    version: Version
    seen_later: bool


def version_on(versions: Iterable[Version], day: date, zone: ZoneInfo) -> Held | None:
    """The version that held on `day` in the company's time zone; None when none was in force yet.

    The one with the latest day of effect decides. Where two texts share that day, a correction counts from when the
    book saw it; and where none of them had been seen by then, the first that was.
    """
    begun = [version for version in versions if version.effective <= day]
    if not begun:
        return None
    latest = max(version.effective for version in begun)
    same = sorted((one for one in begun if one.effective == latest), key=lambda one: one.at)
    seen = [one for one in same if _day(one.at, zone) <= day]
    return Held(seen[-1] if seen else same[0], not seen)


def version_before(versions: Iterable[Version], digest: str, effective: date) -> Version | None:
    """The last version in effect before the one with this digest; None when there is none."""
    others = [one for one in versions if one.digest != digest and one.effective <= effective]
    return max(others, key=lambda one: (one.effective, one.at), default=None)


def _day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()
