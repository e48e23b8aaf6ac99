"""What one case takes: what is done in the stores, what people do by hand, and what she is told of each datum."""

from dataclasses import dataclass
from datetime import datetime

from gestand.core.action import Deed, Erase, Impossible
from gestand.core.question import Find, Silence
from gestand.core.request import Right
from gestand.core.step import Amount, Share, Trail

CUSTOMER = "customer"
"""The store of a task to pass a request on to the customer whose data they are (GDPR 28(3)(e))."""
DECISION = "decision"
"""The store of a task to look again at a decision that was made without a person in it (GDPR 22(3))."""

PERSON = "person"
"""The store of an answer that she was told in another way what a letter to her said that came back (GDPR 18(3))."""


@dataclass(frozen=True)
class Task:
    """Something that a person does: she looks through a system kept by hand, or tells somebody, and says so.

    `store` is the system; where nothing is `searched`, whom to tell: CUSTOMER, or a recipient's word;
    or DECISION.
    """

    store: str
    owner: str
    data: tuple[str, ...]
    rights: tuple[Right, ...]
    searched: bool = True


@dataclass(frozen=True)
class CasePlan:
    """`digest` is keyed, and stays the same all day while nothing changes. `copies` fetch what she gets to see.
    `shares` are the deeds by store.

    Nothing is done while anything is impossible or silent: half an answer would be no answer.
    """

    case: str
    digest: str
    at: datetime
    trail: Trail
    amounts: tuple[Amount, ...]
    deeds: tuple[Deed, ...] = ()
    shares: tuple[Share, ...] = ()
    copies: tuple[Find, ...] = ()
    tasks: tuple[Task, ...] = ()
    impossible: tuple[Impossible, ...] = ()
    silences: tuple[Silence, ...] = ()

    def tells(self, store: str) -> bool:
        """Whoever does this task tells a recipient what has changed, and looks for nothing (GDPR 19)."""
        searched = {task.store for task in self.tasks if task.searched} | {one.store for one in self.amounts}
        return store not in searched | {CUSTOMER, DECISION}

    @property
    def rows(self) -> int:
        """The rows of hers that would change, those of their own table alone."""
        return sum(deed.rows for deed in self.deeds)

    @property
    def rows_in_all(self) -> int:
        """The same, with those of other tables that go along."""
        along = sum(one.rows for deed in self.deeds if isinstance(deed, Erase) for one in deed.along)
        return self.rows + along
