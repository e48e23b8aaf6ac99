"""Which personal data the statement speaks of: whose, from where, and whether giving them is required."""

from typing import Literal

from pydantic import Field

from gestand.statement.absent import UNSTATED, Absent, OrAbsent
from gestand.statement.vocabulary import BasisTerm, DataTerm
from gestand.statement.written import Bilingual, Line, Word, Written


class Required(Written):
    """Giving the data is required: by what, and what follows when they are not given (GDPR 13(2)(e))."""

    because: BasisTerm = Field(description="The ground: `Contract` or `LegalObligation`.")
    otherwise: Bilingual | Absent = Field(UNSTATED, description="What follows when the data are not given.")


class Datum(Bilingual):
    """One kind of data, named as its people would name it."""

    kind: tuple[DataTerm, ...] = Field(min_length=1, description="W3C DPV terms: [Name, EmailAddress].")
    of: Word = Field(description="Whose: a word of `people`.")
    from_: Literal["the person", "observation"] | Word = Field(
        description="`the person`, `observation`, or a word of `people` or `sources` (then GDPR 14 applies)."
    )
    required: OrAbsent[Required] = Field(UNSTATED, description="`none` when giving them is free.")
    fields: OrAbsent[tuple[Line | Bilingual, ...]] = Field(
        UNSTATED, description="The fields of the form, by name."
    )
    collected_at: OrAbsent[tuple[Word, ...]] = Field(
        UNSTATED, description="Contact points: [order, newsletter]."
    )
    in_use_because: OrAbsent[Line] = Field(
        UNSTATED,
        description="The law that allows special categories or a citizen service number (GDPR 9(2), 87).",
    )


class SelfService(Bilingual):
    """What people can do with their data themselves, signed in."""

    data: tuple[Word, ...] = Field(min_length=1, description="Words of `data`.")
    can: tuple[Literal["view", "correct", "export", "erase"], ...] = Field(
        min_length=1, description="What they can do."
    )
    at: OrAbsent[Line] = Field(UNSTATED, description="The page.")
