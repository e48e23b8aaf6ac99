"""A receipt says in DPV what was chosen, out of the statement of that day, and carries its proof."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from rdflib import DCTERMS, RDF, Graph, Literal, Namespace, URIRef
from tests.exchange.statements import STATEMENTS, said, statement

from gestand.book.database import open_book
from gestand.core.choice import AgeRoute, Choice, ChoiceWay, Offer, Recorded, Signal, Subject
from gestand.evidence.chosen import IN_RECEIPT, check_choices
from gestand.evidence.keys import make_keys
from gestand.exchange.receipt import PROOF, receipt
from gestand.statement.asked import asked
from gestand.statement.model import Statement
from gestand.wiring.choices import BookChoices

LISTED = Path(__file__).parent / "dpv-2.3-terms.txt"
TERMS = {line for line in LISTED.read_text("utf-8").splitlines() if not line.startswith("#")}
DPV = Namespace("https://w3id.org/dpv#")
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PERSON = Subject("email", "wilhelmina@example.org")

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def words_of(parsed: Statement) -> list[str]:
    return list(asked(parsed)) or list(parsed.purposes)[:2] or ["newsletter"]


def offer_of(parsed: Statement) -> Offer:
    shown = tuple((word, f"Mag {word}?") for word in words_of(parsed))
    return Offer("nl", "banner 1", ("Kies maar.",), ("Ja", "Nee"), shown)


def choice_on(parsed: Statement, granted: bool = True, **other: Any) -> Choice:
    decisions = tuple((word, granted) for word in words_of(parsed))
    told = {"offer": "f" * 64, "way": ChoiceWay.BANNER, **other}
    return Choice(
        at=NOW, decisions=decisions, statement=parsed.digest, version=parsed.version, language="nl", **told
    )


def receipt_of(name: str, choice: Choice, offer: Offer | None, had: tuple[str, ...] = ()) -> str:
    proof = json.dumps({"what": "a bundle"})
    return receipt(statement(name), PERSON, Recorded(7, 12, choice, b"s" * 16), offer, proof, had)


@pytest.fixture(params=STATEMENTS)
def made(request: pytest.FixtureRequest) -> tuple[Statement, Graph, str]:
    """A receipt from each statement, as a program reads it."""
    parsed = statement(request.param)
    text = receipt_of(request.param, choice_on(parsed), offer_of(parsed))
    return parsed, Graph().parse(data=text, format="json-ld"), text


def test_every_term_is_one_of_dpv_2_3(made: tuple[Statement, Graph, str]) -> None:
    used = {str(node) for triple in made[1] for node in triple if isinstance(node, URIRef)}
    ours = {iri for iri in used if iri.startswith("https://w3id.org/dpv")}
    assert ours - TERMS == set()
    assert len(ours) > 10


def test_what_is_referred_to_is_there_and_nothing_of_other_purposes(
    made: tuple[Statement, Graph, str],
) -> None:
    parsed, graph, _ = made
    site = (*parsed.controller.sites, "unstated.invalid")[0]
    referred = {node for node in graph.objects() if str(node).startswith(f"https://{site}/#")}
    assert {node for node in referred if not list(graph.predicate_objects(node))} == set()
    processes = {str(node).rpartition("/")[2] for node in graph.subjects(RDF.type, DPV.Process)}
    assert processes == set(words_of(parsed))


def test_it_says_who_chose_what_and_when_from_which_text_and_statement(
    made: tuple[Statement, Graph, str],
) -> None:
    parsed, graph, text = made
    (node,) = graph.subjects(RDF.type, DPV.ConsentReceipt)
    decisions = list(graph.objects(node, DPV.hasLegalBasis))
    assert len(decisions) == len(words_of(parsed))
    for decision in decisions:
        assert graph.value(decision, DPV.hasConsentStatus) == DPV.ConsentGiven
        moment = graph.value(decision, DPV.isIndicatedAtTime)
        assert isinstance(moment, Literal)
        assert moment.toPython() == NOW
    subject = graph.value(node, DPV.hasDataSubject)
    assert str(graph.value(subject, DCTERMS.identifier)) == PERSON.value
    strings = said(json.loads(text))
    assert {*offer_of(parsed).texts, *offer_of(parsed).buttons, "f" * 64, parsed.digest} <= set(strings)
    assert [words for _, words in offer_of(parsed).purposes if words not in strings] == []


@pytest.mark.parametrize(
    ("granted", "had", "status"),
    [
        (True, False, "ConsentGiven"),
        (True, True, "RenewedConsentGiven"),
        (False, False, "ConsentRefused"),
        (False, True, "ConsentWithdrawn"),
    ],
)
def test_a_no_after_a_yes_is_a_withdrawal_and_a_yes_after_a_yes_a_renewal(
    granted: bool, had: bool, status: str
) -> None:
    parsed = statement("cookie-site")
    before = tuple(words_of(parsed)) if had else ()
    text = receipt_of("cookie-site", choice_on(parsed, granted), None, before)
    graph = Graph().parse(data=text, format="json-ld")
    assert set(graph.objects(None, DPV.hasConsentStatus)) == {DPV[status]}


def test_who_of_the_staff_entered_it_the_signals_and_the_age_are_told() -> None:
    parsed = statement("cookie-site")
    choice = choice_on(
        parsed, way=ChoiceWay.STAFF, by="The desk", signals=(Signal.GPC,), age=AgeRoute.PARENT_AGREED
    )
    strings = said(json.loads(receipt_of("cookie-site", choice, None)))
    assert {"The desk", "GPC", "a parent agreed", "said to a member of the staff"} <= set(strings)


def test_what_was_shown_and_is_not_on_record_is_told_by_its_digest_alone() -> None:
    parsed = statement("cookie-site")
    graph = Graph().parse(data=receipt_of("cookie-site", choice_on(parsed), None), format="json-ld")
    (shown,) = graph.subjects(RDF.type, DPV.ConsentNotice)
    assert str(graph.value(shown, DCTERMS.identifier)) == "f" * 64
    assert graph.value(shown, DCTERMS.description) is None


def test_a_receipt_is_made_from_no_other_statement() -> None:
    other = choice_on(statement("shop"))
    with pytest.raises(ValueError, match="in force"):
        receipt_of("cookie-site", other, None)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[BookChoices]:
    book = open_book(tmp_path / "book.sqlite", create=True)
    yield BookChoices(book, make_keys(tmp_path / "keys", "example.org/log"), lambda: NOW)
    book.close()


def test_whoever_holds_a_receipt_shows_that_the_choice_was_made(ledger: BookChoices) -> None:
    parsed = statement("cookie-site")
    shown = ledger.offer(offer_of(parsed))
    (one,) = ledger.record([(PERSON, choice_on(parsed, offer=shown))])
    text = receipt(parsed, PERSON, one, ledger.offered(shown), ledger.proof(PERSON, one.number))
    found = check_choices(text, ledger.keys.verifier)
    assert [(made.proven.index, made.shown) for made in found.made] == [(one.entry, True)]
    assert PROOF == IN_RECEIPT
