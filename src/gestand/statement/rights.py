"""What people may ask, how they ask it, how it is known who asks, and how soon they are answered."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from gestand.clock.period import parse_period
from gestand.clock.term import Period
from gestand.core.errors import TermError
from gestand.statement.absent import UNSTATED, OrAbsent
from gestand.statement.right import Right
from gestand.statement.written import Bilingual, Line, Word, Written


def _period(value: object) -> Period:
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("term", "{why}", {"why": "a period such as `4 weeks` was expected"})
    try:
        return parse_period(value)
    except TermError as problem:
        raise PydanticCustomError(
            "term", "{why}", {"why": str(problem), "nearest": problem.nearest}
        ) from problem


Length = Annotated[
    Period,
    BeforeValidator(_period),
    WithJsonSchema({"type": "string", "examples": ["4 weeks", "5 working days", "72 hours", "P1M"]}),
]
"""A period: `4 weeks`, `5 working days`, `72 hours`, `P1M`."""


class AnsweredWithin(Written):
    """How soon a request is answered. The law's month stays the outer limit (GDPR 12(3))."""

    any_right: OrAbsent[Length] = Field(UNSTATED, description="For every right that is not named apart.")
    access: OrAbsent[Length] = Field(UNSTATED, description="GDPR 15.")
    rectification: OrAbsent[Length] = Field(UNSTATED, description="GDPR 16.")
    erasure: OrAbsent[Length] = Field(UNSTATED, description="GDPR 17.")
    restriction: OrAbsent[Length] = Field(UNSTATED, description="GDPR 18.")
    portability: OrAbsent[Length] = Field(UNSTATED, description="GDPR 20.")
    objection: OrAbsent[Length] = Field(UNSTATED, description="GDPR 21.")
    withdrawal_of_consent: OrAbsent[Length] = Field(UNSTATED, description="GDPR 7(3).")


class Portability(Written):
    """How data are handed over (GDPR 20)."""

    formats: tuple[Literal["CSV", "JSON", "XML"], ...] = Field(
        min_length=1, description="Machine-readable forms."
    )
    also_to_a_third_party: OrAbsent[bool] = Field(
        UNSTATED, description="Straight to another organisation (20(2))."
    )


Ways = Annotated[
    tuple[Literal["email", "post", "phone", "form", "support", "account"], ...], Field(min_length=1)
]
"""How people can ask."""


class Withheld(Bilingual):
    """A right that is not given, and the law that allows that."""

    law: Line = Field(description="The article: `UAVG 41`.")


class Rights(Written):
    """The rights of chapter III, and how they are exercised."""

    ways: OrAbsent[Ways] = Field(
        UNSTATED, description="How people can ask. A request by any other way counts too."
    )
    identity: OrAbsent[
        Literal[
            "mailed link", "signed in", "known reference", "question at the desk", "copy of identity document"
        ]
    ] = Field(UNSTATED, description="How it is made sure who asks (GDPR 12(6)).")
    named: OrAbsent[tuple[Right, ...]] = Field(UNSTATED, description="The rights that the text names.")
    answered_within: OrAbsent[AnsweredWithin] = Field(UNSTATED, description="How soon.")
    portability: OrAbsent[Portability] = Field(UNSTATED, description="How data are handed over.")
    cost: OrAbsent[Line | Bilingual] = Field(
        UNSTATED, description="`none`: the law allows no charge but for abuse (12(5))."
    )
    withheld_rights: OrAbsent[dict[Right, Withheld]] = Field(
        UNSTATED, description="`none`, or each with its law."
    )
    backups_follow_within: OrAbsent[Length] = Field(
        UNSTATED, description="When erasure has reached the back-ups."
    )


class Minors(Bilingual):
    """Children: from which age, and who consents below it (GDPR 8, UAVG 5)."""

    under: int = Field(16, ge=12, le=18, description="Below this age a parent or guardian consents.")
    consent_of: OrAbsent[Literal["a parent or guardian"]] = Field(
        UNSTATED, description="Whose consent is asked."
    )


class AutomatedDecision(Bilingual):
    """A decision without a person in it, with legal or similar effect (GDPR 22)."""

    data: tuple[Word, ...] = Field(min_length=1, description="Words of `data`.")
    logic: Bilingual = Field(description="How it decides, in words a person understands (GDPR 13(2)(f)).")
    contested_at: OrAbsent[Line] = Field(UNSTATED, description="Where a person can be asked to look again.")
