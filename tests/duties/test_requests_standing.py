"""Which right reaches which data: the whole matrix, and what rests on more than one basis."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from gestand.core.request import Right
from gestand.core.use import Use
from gestand.duties.requests.standing import ARTICLES, SHIELD, Stands, standing

MATRIX = Path(__file__).parents[1] / "cases" / "requests_matrix.yaml"
BASES = {
    "consent": "Consent",
    "contract": "Contract",
    "legal duty": "LegalObligation",
    "vital": "VitalInterest",
    "public task": "PublicInterest",
    "interest": "LegitimateInterest",
}
MIXED = [
    ("erasure", ("Consent", "Contract"), "by decision", ARTICLES[Right.ERASURE]),
    ("erasure", ("Consent", "LegalObligation"), "by decision", SHIELD),
    ("erasure", ("OfficialAuthorityOfController",), "by decision", SHIELD),
    ("portability", ("Contract", "LegalObligation"), "in part", "GDPR 20"),
    ("withdrawal of consent", ("Consent", "Contract"), "in part", "GDPR 7(3)"),
    ("objection", ("LegitimateInterest", "Contract"), "by decision", "GDPR 21(1)"),
    ("objection", ("OfficialAuthorityOfController",), "by decision", "GDPR 21(1)"),
]


def cells() -> list[Any]:
    told = YAML(typ="safe", pure=True).load(MATRIX)
    assert set(told) == {right.value for right in Right}
    assert all(set(row) == set(BASES) for row in told.values())
    return [
        pytest.param(
            Right(right), BASES[basis], {True: "yes", False: "no"}.get(cell, cell), id=f"{right}, {basis}"
        )
        for right, row in told.items()
        for basis, cell in row.items()
    ]


@pytest.mark.parametrize(("right", "basis", "expected"), cells())
def test_a_right_stands_on_a_basis_as_the_matrix_says(right: Right, basis: str, expected: str) -> None:
    found = standing(right, (Use("orders", (basis,), marketing=right is Right.MARKETING),))
    stands, _, shielded = expected.partition(", ")
    assert found.stands == stands
    assert found.article == (SHIELD if shielded else ARTICLES[right])
    assert found.uses == (() if stands == "no" else ("orders",))


@pytest.mark.parametrize("basis", BASES.values())
def test_nobody_objects_to_marketing_where_there_is_none(basis: str) -> None:
    assert standing(Right.MARKETING, (Use("orders", (basis,)),)).stands is Stands.NO


@pytest.mark.parametrize(("right", "bases", "stands", "article"), MIXED)
def test_what_rests_on_more_bases_stands_for_some_of_its_uses(
    right: str, bases: tuple[str, ...], stands: str, article: str
) -> None:
    uses = tuple(Use(f"use-{number}", (basis,)) for number, basis in enumerate(bases))
    found = standing(Right(right), uses)
    assert (found.stands, found.article) == (stands, article)


@pytest.mark.parametrize("right", Right)
def test_data_used_for_customers_alone_are_theirs_to_decide_on(right: Right) -> None:
    found = standing(right, (Use("sending", ("Contract",), as_processor=True),))
    assert (found.stands, found.article) == (Stands.PASSED_ON, "GDPR 28(3)(e)")


def test_data_used_for_a_customer_and_for_ourselves_stay_ours_to_answer_for() -> None:
    uses = (Use("sending", ("Contract",), as_processor=True), Use("billing", ("Contract",)))
    assert standing(Right.ACCESS, uses).stands is Stands.YES
    assert standing(Right.PORTABILITY, uses).uses == ("billing",)


def test_a_use_without_a_basis_is_open_to_objection_and_to_no_other_right_of_a_basis() -> None:
    unsaid = (Use("orders"),)
    assert standing(Right.OBJECTION, unsaid).stands is Stands.BY_DECISION
    assert standing(Right.PORTABILITY, unsaid).stands is Stands.NO
    assert standing(Right.WITHDRAWAL, unsaid).stands is Stands.NO
