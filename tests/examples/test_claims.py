"""Every claim of the founding statements has its place in a sample statement."""

from pathlib import Path

import pytest

from gestand.core.errors import ConfigurationError
from gestand.examples import SAMPLES
from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement
from gestand.statement.yaml import load_yaml

SHARED = Path(__file__).parents[3] / "shared" / "claims.yaml"
PACKAGE = Path(__file__).parents[2] / "src" / "gestand" / "examples"

CLAIMS: dict[str, dict[str, tuple[str, ...]]] = {
    "sms-gateway": {
        "SG01": (
            "purposes/message-delivery",
            "purposes/service-improvement",
            "purposes/statistics",
            "purposes/security",
            "purposes/customer-contact",
        ),
        "SG02": (
            "purposes/newsletter/basis",
            "purposes/customer-contact/basis",
            "purposes/service-improvement/basis/LegitimateInterest",
        ),
        "SG03": ("data/contact-details/fields", "people/contact-persons", "data/recipient-number"),
        "SG04": ("data/contact-details/required/otherwise", "data/recipient-number/required/otherwise"),
        "SG05": ("data/visit-statistics", "purposes/statistics", "recipients/visit-counter"),
        "SG06": ("disclosures/only-when-needed",),
        "SG07": ("recipients/message-centres/also elsewhere/when", "left out/no-other-recipients"),
        "SG08": ("retention/recipient-numbers", "left out/normally-a-week"),
        "SG09": ("retention/contact-details",),
        "SG10": ("rights/named", "rights/portability"),
        "SG11": ("authority",),
        "SG12": ("cookies/functional", "cookies/analytics/items/visitor", "left out/cookies-by-browser-only"),
        "SG13": (
            "marketing/newsletter/opt-out",
            "purposes/newsletter",
            "left out/marketing-with-the-account",
        ),
        "SG14": (
            "purposes/lead-generation/pages",
            "purposes/lead-generation/opt-out",
            "recipients/lead-service/for itself",
            "cookies/leads/items/lead_id",
            "cookies/leads/items/lead_visit",
            "data/visiting-company",
        ),
        "SG15": ("security", "security explained/who-can-see-them"),
        "SG16": ("controller/contact/email",),
        "SG17": ("explained/personal-data",),
        "SG18": ("agreements/processing-terms",),
    },
    "uptime-monitor": {
        "UM01": ("data/account-data/fields", "anonymous visit"),
        "UM02": ("self-service/profile", "self-service/contacts", "self-service/billing"),
        "UM03": ("retention/trial-accounts",),
        "UM04": ("retention/paid-accounts",),
        "UM05": ("retention/free-accounts", "left out/free-accounts-for-ever"),
        "UM06": ("rights/answered within/erasure",),
        "UM07": ("rights/portability/also to a third party",),
        "UM08": ("retention/billing-data", "purposes/payments/until"),
        "UM09": ("messages/alerts/confirmed", "messages/reports/confirmed", "retention/unconfirmed-contacts"),
        "UM10": ("recipients/message-carriers/for", "recipients/payment-processor/for"),
        "UM11": ("sold", "recipients/hosting/bound to"),
        "UM12": ("disclosures/law-and-safety/decided by", "disclosures/law-and-safety/on record"),
        "UM13": ("breach/people/within", "breach/people/when"),
        "UM14": ("security", "security explained/special-rights"),
        "UM15": ("cookies/preferences",),
        "UM16": ("regimes/california/promises",),
        "UM17": (
            "purposes/chat-bot",
            "recipients/chat-service/terms",
            "recipients/chat-service/reports of abuse",
        ),
        "UM18": ("changes/told by", "effective"),
        "UM19": ("security explained/data-centre", "left out/every-precaution"),
        "UM20": ("messages/alerts/chosen in", "messages/reports/chosen in"),
        "UM21": ("subscriptions/paid-plan",),
        "UM22": (
            "purposes/reaching-customers",
            "purposes/personalisation",
            "purposes/site-and-support",
            "purposes/payments",
        ),
        "UM23": ("marketing/newsletter/opt-out", "left out/news-without-a-way-out"),
        "UM24": ("anonymous data/visit-figures",),
        "UM25": ("rights/ways", "controller/contact/support"),
        "UM26": ("left out/meets-the-gdpr",),
    },
}
LISTS = {"sms-gateway": "sms_gateway", "uptime-monitor": "uptime_monitor"}
PLACES = [
    (sample, claim, path) for sample in CLAIMS for claim, paths in CLAIMS[sample].items() for path in paths
]


def statement_of(sample: str) -> Statement:
    return parse_statement(PACKAGE / LISTS[sample] / "statement.yaml")


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
    text = (PACKAGE / LISTS[sample] / "statement.yaml").read_text("utf-8")
    assert [claim for claim in CLAIMS[sample] if claim not in text] == []


def test_a_path_that_is_not_in_the_statement_is_found_missing(spoken: dict[str, dict[str, object]]) -> None:
    with pytest.raises(KeyError):
        at(spoken["sms-gateway"], "retention/carrier-pigeons")


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_shared_list_has_no_claim_that_the_sample_lacks(sample: str) -> None:
    if not SHARED.exists():
        pytest.skip("the list of claims, ../shared/claims.yaml, is not here")
    wanted = load_yaml(SHARED, "the claims", ConfigurationError).root.at(LISTS[sample])
    assert wanted is not None
    listed = [claim.value for item in wanted.items if (claim := item.at("id"))]
    assert listed == list(CLAIMS[sample])


def test_every_sample_has_a_list_of_claims() -> None:
    assert set(CLAIMS) == set(SAMPLES)
