"""How the data are protected, and who is told when that fails (GDPR 32-34)."""

from typing import Literal

from pydantic import Field

from gestand.core.text import Text
from gestand.statement.absent import UNSTATED, OrAbsent
from gestand.statement.retention import TermAfter
from gestand.statement.written import Bilingual, Line, Word, Written


class TellPeople(Written):
    """Who is told of a breach, how soon, and when (GDPR 34)."""

    to: tuple[Word, ...] = Field(min_length=1, description="Words of `people`.")
    within: TermAfter = Field(description="`48 hours after established`.")
    when: OrAbsent[Literal["high risk", "every breach", "unencrypted data"]] = Field(
        UNSTATED, description="`high risk` is the law's own threshold."
    )


class TellController(Written):
    """What a processor does: it tells the controller, who reports (GDPR 33(2))."""

    within: TermAfter = Field(description="`24 hours after aware`.")
    to: OrAbsent[Line | Bilingual] = Field(
        UNSTATED, description="Whom: the named contact, else the management."
    )


class Breach(Written):
    """What is done when personal data are lost, leaked or out of reach (GDPR 33-34)."""

    authority: OrAbsent[TermAfter] = Field(UNSTATED, description="`72 hours after aware` (GDPR 33(1)).")
    people: OrAbsent[TellPeople] = Field(UNSTATED, description="Who else is told.")
    as_processor: OrAbsent[TellController] = Field(
        UNSTATED, description="What holds where others are the controller."
    )
    examples: OrAbsent[Bilingual] = Field(UNSTATED, description="What a breach is, with examples.")


BREACH_MOMENTS = {
    "aware": Text("wij ervan weten", "we know of it"),
    "detected": Text("het is ontdekt", "it was detected"),
    "established": Text("het is vastgesteld", "it was established"),
}
"""Moments of a breach that gestand knows by itself; they need no entry in `moments`."""
