"""What stands around the promises: other laws, other terms, running charges, and how changes are told."""

from typing import Literal

from pydantic import Field

from gestand.statement.absent import UNSTATED, OrAbsent
from gestand.statement.written import Bilingual, Line, Link, Word, Written


class Subscription(Bilingual):
    """Something that is charged again by itself, with payment data that are kept for it."""

    data: tuple[Word, ...] = Field(min_length=1, description="Words of `data`.")
    until: OrAbsent[Word] = Field(
        UNSTATED, description="The moment at which charging stops: a word of `moments`."
    )
    told_before: OrAbsent[Bilingual] = Field(UNSTATED, description="How people hear of the next charge.")


class Regime(Bilingual):
    """A second law that the statement meets, and what it promises under it."""

    law: Line = Field(description="Its usual name: `CalOPPA`.")
    promises: tuple[Bilingual, ...] = Field(min_length=1, description="What is promised under it.")
    kept_by: OrAbsent[tuple[Line, ...]] = Field(
        UNSTATED, description="The parts of this statement that carry it: [sold, self-service/profile]."
    )


class Agreement(Bilingual):
    """Terms beside the statement that data fall under."""

    terms: OrAbsent[Link] = Field(UNSTATED, description="Where they are published.")
    data: OrAbsent[tuple[Word, ...]] = Field(UNSTATED, description="Words of `data`.")
    with_: OrAbsent[Line | Bilingual] = Field(UNSTATED, description="With whom.")


class Changes(Written):
    """How people hear that the statement has changed."""

    told_by: tuple[
        Literal["the date at the top", "a list of changes", "email", "a notice on the site"], ...
    ] = Field(min_length=1, description="By what.")
    told_before: OrAbsent[Line] = Field(UNSTATED, description="How long before a change holds: `1 month`.")


class LeftOut(Bilingual):
    """A sentence that was left out on purpose: nl and en say what it claimed."""

    why: Bilingual = Field(description="Why it is not said.")
