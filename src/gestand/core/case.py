"""A case: one request of a person, from its receipt to its answer, told as steps (GDPR 12, 15 to 22)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from gestand.core.request import Known, Request, Right
from gestand.core.step import Closed, Decided, Decision, Found, Identified, Seconded, Step, Wrote

_Kind = TypeVar("_Kind", bound=Step)


@dataclass(frozen=True)
class Case:
    """A request and everything that has been done about it, oldest first. `id` names it to staff: `2026-0017`."""

    id: str
    request: Request
    steps: tuple[Step, ...] = ()

    def all_of(self, kind: type[_Kind]) -> Iterator[_Kind]:
        return (step for step in self.steps if isinstance(step, kind))

    def last(self, kind: type[_Kind]) -> _Kind | None:
        """The newest step of a kind."""
        return next((step for step in reversed(self.steps) if isinstance(step, kind)), None)

    @property
    def closed(self) -> Closed | None:
        return self.last(Closed)

    @property
    def identified(self) -> bool:
        """It is known who asks, or need not be."""
        return self.last(Identified) is not None or not self.needs_identity

    @property
    def needs_identity(self) -> bool:
        return any(right.needs_identity for right in self.request.rights)

    @property
    def known(self) -> tuple[Known, ...]:
        """The identifiers that may be searched by: those proven, or all where nothing has to be proven."""
        proven = tuple(known for step in self.all_of(Identified) for known in step.known)
        return proven or (() if self.needs_identity else self.request.known)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Everything that was decided, the last word last."""
        return tuple(one for step in self.all_of(Decided) for one in step.decisions)

    def decision(self, right: Right, data: str) -> Decision | None:
        """What a person decided on this right for this datum; the last word counts, and the more exact one."""
        decided = [one for one in self.decisions if one.right is right]
        exact = [one for one in decided if one.data == data]
        general = [one for one in decided if not one.data]
        return (exact or general)[-1] if exact or general else None

    def granted(self, right: Right, data: str) -> bool:
        decided = self.decision(right, data)
        return decided is not None and decided.granted

    def seconded(self, digest: str) -> bool:
        """Somebody who decided nothing in this case approved the plan of this digest."""
        deciders = {_folded(step.by) for step in self.all_of(Decided)}
        return any(one.digest == digest and _folded(one.by) not in deciders for one in self.all_of(Seconded))

    @property
    def found(self) -> Found | None:
        """What the first search found; a case acts on nothing else afterwards."""
        return self.last(Found)

    def wrote(self, letter: str, to: str = "") -> bool:
        """A letter of this template was written to her, or to this recipient."""
        return any((one.letter, one.to) == (letter, to) for one in self.all_of(Wrote))

    def covers(self, data: str) -> bool:
        return not self.request.data or data in self.request.data


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


@dataclass(frozen=True)
class Clocks:
    """When a case must be answered; each is the first instant that is too late.

    `answer_by` is the earliest of the statement's promise and the law, and governs. `safe` is the earliest end
    under every reading, on which alarms run; `limit` the law's own. `paused`: a question on recorded doubt is open.
    `extended`: she was told that the answer takes up to that limit; what the statement promised stays as it was.
    """

    safe: datetime
    answer_by: datetime
    limit: datetime
    paused: bool = False
    extended: bool = False

    @property
    def told(self) -> datetime:
        """The end that she was told, and that every letter and page of hers tells."""
        return self.limit if self.extended else self.answer_by
