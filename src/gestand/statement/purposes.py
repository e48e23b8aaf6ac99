"""What the data are used for, and on which legal basis (GDPR 6)."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from gestand.statement.absent import UNSTATED, OrAbsent
from gestand.statement.vocabulary import BasisTerm, PurposeTerm
from gestand.statement.written import Address, Bilingual, Line, Link, Word, Words, Written


class NamedBasis(Written):
    """A basis that names what it stands on. Exactly one."""

    legitimate_interest: OrAbsent[Bilingual] = Field(
        UNSTATED, alias="LegitimateInterest", description="The interest, named (GDPR 13(1)(d))."
    )
    legal_obligation: OrAbsent[Line] = Field(
        UNSTATED, alias="LegalObligation", description="The law that obliges: `AWR 52`."
    )
    contract: OrAbsent[Bilingual] = Field(UNSTATED, alias="Contract", description="Which contract.")
    vital_interest: OrAbsent[Bilingual] = Field(
        UNSTATED, alias="VitalInterest", description="Whose interest."
    )
    public_interest: OrAbsent[Line] = Field(
        UNSTATED, alias="PublicInterest", description="The law that gives the task."
    )


def _shape(value: object) -> str:
    return (
        "named"
        if isinstance(value, (dict, NamedBasis))
        else "list"
        if isinstance(value, (list, tuple))
        else "term"
    )


Basis = Annotated[
    Annotated[BasisTerm, Tag("term")]
    | Annotated[NamedBasis, Tag("named")]
    | Annotated[tuple[BasisTerm, ...], Tag("list")],
    Discriminator(_shape),
]
"""A DPV term, several, or one that names its interest or law: `{LegalObligation: AWR 52}`."""


class OptOut(Written):
    """How to stop a purpose, and what holds afterwards."""

    link: Link = Field(description="The page.")
    afterwards: Literal["nothing more is recorded", "data no longer used", "data erased"] = Field(
        description="What holds from then on."
    )


class Purpose(Bilingual):
    """One thing that data are used for."""

    kind: PurposeTerm = Field(description="A W3C DPV term: `ServiceProvision`.")
    data: OrAbsent[Words] = Field(UNSTATED, description="Which data: words of `data`.")
    basis: OrAbsent[Basis] = Field(UNSTATED, description="The legal basis (GDPR 6(1)).")
    as_: Literal["controller", "processor"] = Field(
        "controller", description="In which role (GDPR 4(7), 4(8))."
    )
    pages: OrAbsent[tuple[Address, ...]] = Field(
        UNSTATED, description="Where it happens, when not everywhere."
    )
    opt_out: OrAbsent[Link | OptOut] = Field(UNSTATED, description="How to stop it.")
    until: OrAbsent[Word] = Field(UNSTATED, description="The moment at which it stops: a word of `moments`.")
    when: OrAbsent[Word] = Field(UNSTATED, description="Only then: a word of `conditions`.")
    profiling: OrAbsent[Bilingual] = Field(
        UNSTATED, description="Which profile is made, and what it leads to."
    )


def basis_terms(purpose: Purpose) -> set[str]:
    """The bases of a purpose by their DPV names; one that is not stated may be any."""
    basis = purpose.basis
    if isinstance(basis, NamedBasis):
        fields = NamedBasis.model_fields.items()
        return {field.alias or name for name, field in fields if getattr(basis, name)}
    return set(basis) if isinstance(basis, tuple) else {basis} if isinstance(basis, str) else set()
