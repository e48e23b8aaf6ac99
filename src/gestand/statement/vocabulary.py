"""The words of the W3C Data Privacy Vocabulary (DPV 2.3) that a statement may use, by family."""

import csv
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

Family = Literal["basis", "data", "measure", "purpose", "role"]
FAMILIES: tuple[Family, ...] = get_args(Family)


@cache
def terms(family: Family) -> dict[str, str]:
    """The terms of one family, each with its IRI."""
    lines = files("gestand.statement").joinpath("dpv.csv").read_text("utf-8").splitlines()
    return {row["term"]: row["iri"] for row in csv.DictReader(lines) if row["family"] == family}


def _known(family: Family, term: str) -> str:
    if term not in terms(family):
        raise PydanticCustomError(
            "dpv", "a DPV {family} term", {"family": family, "known": tuple(terms(family))}
        )
    return term


_SHAPE = WithJsonSchema({"type": "string", "pattern": "^[A-Z][A-Za-z0-9-]+$"})
"""The long lists stay out of the JSON Schema: an editor that offers 260 words helps nobody."""

DataTerm = Annotated[str, AfterValidator(lambda term: _known("data", term)), _SHAPE]
PurposeTerm = Annotated[str, AfterValidator(lambda term: _known("purpose", term)), _SHAPE]
MeasureTerm = Annotated[str, AfterValidator(lambda term: _known("measure", term)), _SHAPE]
RoleTerm = Literal[
    "Authority", "DataController", "DataProcessor", "DataSubProcessor", "JointDataControllers", "ThirdParty"
]
BasisTerm = Literal[
    "Consent",
    "Contract",
    "LegalObligation",
    "LegitimateInterest",
    "OfficialAuthorityOfController",
    "PublicInterest",
    "VitalInterest",
]
