"""Every claim of the founding statements has its place in a sample statement."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from gestand.core.errors import ConfigurationError
from gestand.examples import SAMPLES
from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement
from gestand.statement.yaml import load_yaml

SHARED = Path(__file__).parents[3] / "shared" / "claims.yaml"
PACKAGE = Path(__file__).parents[2] / "src" / "gestand" / "examples"

LISTED = Path(__file__).parents[2] / "docs" / "claims.yaml"
CLAIMS: dict[str, dict[str, tuple[str, ...]]] = {
    sample: {claim: tuple(said["declared"]) for claim, said in claims.items()}
    for sample, claims in YAML(typ="safe").load(LISTED).items()
}
PLACES = [
    (sample, claim, path) for sample in CLAIMS for claim, paths in CLAIMS[sample].items() for path in paths
]


def statement_of(sample: str) -> Statement:
    return parse_statement(PACKAGE / sample.replace("-", "_") / "statement.yaml")


@pytest.fixture(scope="module")
def spoken() -> dict[str, dict[str, object]]:
    return {sample: statement_of(sample).model_dump(by_alias=True) for sample in SAMPLES}


def at(spoken: object, path: str) -> object:
    """What a parsed statement says at a path; a KeyError when it says nothing there."""
    for step in path.split("/"):
        if not isinstance(spoken, dict):
            raise KeyError(path)
        spoken = spoken[step]
    return spoken


@pytest.mark.parametrize(("sample", "claim", "path"), PLACES)
def test_every_claim_is_declared_where_the_list_says(
    sample: str, claim: str, path: str, spoken: dict[str, dict[str, object]]
) -> None:
    assert at(spoken[sample], path) not in (UNSTATED, (), {})


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_statement_itself_says_which_claim_a_part_declares(sample: str) -> None:
    text = (PACKAGE / sample.replace("-", "_") / "statement.yaml").read_text("utf-8")
    assert [claim for claim in CLAIMS[sample] if claim not in text] == []


def test_a_path_that_is_not_in_the_statement_is_found_missing(spoken: dict[str, dict[str, object]]) -> None:
    with pytest.raises(KeyError):
        at(spoken["sms-gateway"], "retention/carrier-pigeons")


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_shared_list_has_no_claim_that_the_sample_lacks(sample: str) -> None:
    if not SHARED.exists():
        pytest.skip("the list of claims, ../shared/claims.yaml, is not here")
    wanted = load_yaml(SHARED, "the claims", ConfigurationError).root.at(sample.replace("-", "_"))
    assert wanted is not None
    listed = [claim.value for item in wanted.items if (claim := item.at("id"))]
    assert listed == list(CLAIMS[sample])


def test_every_sample_has_a_list_of_claims() -> None:
    assert set(CLAIMS) == set(SAMPLES)
