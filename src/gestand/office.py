"""What a case asks of those who write: letters, packages, and until when each thing is kept."""

from datetime import datetime
from typing import Protocol

from gestand.core.case import Case
from gestand.core.caseplan import Task
from gestand.core.letter import Addressee, Letter, Template, Told, Written
from gestand.core.question import Find, Rows
from gestand.duties.world import World


class Office(Protocol):
    """Writes what goes out: letters, and the package with somebody's copy."""

    def letter(
        self, case: Case, template: Template, world: World, told: tuple[Told, ...], now: datetime
    ) -> Letter:
        """The letter with its facts, still to be written."""
        ...

    def written(self, letter: Letter) -> Written:
        """The bytes that go out."""
        ...

    def package(
        self, case: Case, world: World, copies: tuple[tuple[Find, Rows], ...], now: datetime
    ) -> bytes:
        """Her copy, as one archive."""
        ...

    def package_for_another(
        self, case: Case, world: World, copies: tuple[tuple[Find, Rows], ...], now: datetime
    ) -> bytes | None:
        """What the organisation that she names gets; None where she names none, or nothing of it may be taken along."""
        ...

    def to_recipients(
        self, case: Case, world: World, told: tuple[Told, ...], now: datetime
    ) -> tuple[Letter, ...]:
        """The letters to those who got the data, as far as their addresses are known, and to whom she names."""
        ...

    def to_controller(self, case: Case, world: World, to: Addressee, now: datetime) -> Letter:
        """Her request, to the customer who decides on it."""
        ...

    def to_be_told(self, world: World, told: tuple[Told, ...]) -> tuple[Task, ...]:
        """Those who got the data and whose addresses are not known: a person tells them."""
        ...

    def backups_until(self, now: datetime) -> datetime:
        """When the back-ups hold nothing any more of what is erased now."""
        ...

    def package_until(self, now: datetime) -> datetime:
        """Until when a package that is made now can be fetched."""
        ...

    def case_until(self, now: datetime) -> datetime:
        """Until when the file of a case that is closed now is kept."""
        ...
