"""DPV output parses as JSON-LD without fetching anything, and uses no term that DPV 2.3 does not have."""

import json
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, Graph, Namespace, URIRef
from tests.exchange.statements import STATEMENTS, said, statement

from gestand.core.text import Text
from gestand.exchange.carried import fits
from gestand.exchange.dpv import CARRIED, dpv
from gestand.exchange.dpv_recipients import safeguard_term
from gestand.statement.leaves import leaves

LISTED = Path(__file__).parent / "dpv-2.3-terms.txt"
TERMS = {line for line in LISTED.read_text("utf-8").splitlines() if not line.startswith("#")}
DPV = Namespace("https://w3id.org/dpv#")

# rdflib's own reader of JSON-LD still makes a graph of a kind that rdflib itself calls old.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def graph_of(name: str) -> Graph:
    return Graph().parse(data=dpv(statement(name)).text, format="json-ld")


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_term_is_one_of_dpv_2_3(name: str) -> None:
    used = {str(node) for triple in graph_of(name) for node in triple if isinstance(node, URIRef)}
    ours = {iri for iri in used if iri.startswith("https://w3id.org/dpv")}
    assert ours - TERMS == set()
    assert len(ours) > 10


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_purpose_is_a_process_and_every_promise_a_duration(name: str) -> None:
    parsed, graph = statement(name), graph_of(name)
    assert len(set(graph.subjects(RDF.type, DPV.Process))) == len(parsed.purposes)
    assert len(set(graph.subjects(RDF.type, DPV.StorageDuration))) == len(parsed.retention)


@pytest.mark.parametrize("name", STATEMENTS)
def test_what_is_referred_to_is_there(name: str) -> None:
    graph = graph_of(name)
    site = (*statement(name).controller.sites, "unstated.invalid")[0]
    referred = {node for node in graph.objects() if str(node).startswith(f"https://{site}/#")}
    assert {node for node in referred if not list(graph.predicate_objects(node))} == set()


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_text_that_has_a_place_is_said_in_both_languages(name: str) -> None:
    parsed = statement(name)
    strings = said(json.loads(dpv(parsed).text))
    silent = [
        path
        for path, value in leaves(parsed).items()
        if isinstance(value, Text) and fits(path, CARRIED) and path[0] not in ("moments", "conditions")
        if value.nl not in strings or value.en not in strings
    ]
    assert silent == []


def test_a_processor_is_no_controller() -> None:
    graph = graph_of("sms-gateway")
    delivery = URIRef("https://www.berichtpoort.example/#purposes/message-delivery")
    assert list(graph.objects(delivery, DPV.hasDataController)) == []
    assert len(list(graph.objects(delivery, DPV.hasDataProcessor))) == 1


def test_the_version_and_the_digest_say_which_text_it_was() -> None:
    graph = graph_of("shop")
    notice = URIRef("https://www.schijvenhuis.example/#notice")
    assert str(graph.value(notice, DCTERMS.hasVersion)) == "7"
    assert str(graph.value(notice, DCTERMS.identifier)) == statement("shop").digest


@pytest.mark.parametrize(
    ("safeguard", "term"),
    [
        ("GDPR 45", "eu-gdpr:A45-3"),
        ("GDPR 46(2)(c)", "eu-gdpr:A46-2-c"),
        ("GDPR 46(3)(c)", "dpv:DataTransferLegalBasis"),
        ("GDPR 47", "eu-gdpr:A46-2-b"),
        ("GDPR 49(1)(b)", "eu-gdpr:A49-1-b"),
        ("GDPR 49", "dpv:DataTransferLegalBasis"),
    ],
)
def test_a_safeguard_has_the_narrowest_term_that_dpv_has(safeguard: str, term: str) -> None:
    assert safeguard_term(safeguard) == term


def test_what_has_no_place_is_told() -> None:
    lost = dict(dpv(statement("shop")).lost)
    assert {"cookies", "signals", "marketing", "sold"} <= set(lost)
    assert "security" not in lost
