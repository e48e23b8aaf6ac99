"""A draft that nobody has looked at leaves much unstated: every format can be made of it, and fits."""

import json
from functools import cache

import pytest
from benchmarks.rendering import STATEMENTS
from rdflib import Graph, URIRef
from tests.exchange.test_dpv import TERMS
from tests.exchange.test_tilt import TILT

from gestand.cli.export import project
from gestand.exchange.carried import NothingToExport
from gestand.reading.draft.compose import draft
from gestand.reading.draft.material import Material
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import read_source
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
NAMES = ["logistics", "ouderraad", "tuincookies", "voetbal"]


@cache
def drafted(name: str) -> Statement:
    document = read_source(STATEMENTS / f"{name}.txt")
    segments = segments_of(document)
    return parse_statement(draft(Material(document, segments, facts_of(segments, document))))


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_fits_the_schema_of_tilt(name: str) -> None:
    for language in ("nl", "en"):
        TILT.validate(json.loads(project(drafted(name), "tilt", language).text))


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_uses_no_term_that_dpv_does_not_have(name: str) -> None:
    graph = Graph().parse(data=project(drafted(name), "dpv", "nl").text, format="json-ld")
    used = {str(node) for triple in graph for node in triple if isinstance(node, URIRef)}
    assert {iri for iri in used if iri.startswith("https://w3id.org/dpv")} <= TERMS


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_becomes_a_register_and_a_disclosure_or_says_why_not(name: str) -> None:
    assert project(drafted(name), "ropa", "nl").text
    if drafted(name).cookies:
        assert json.loads(project(drafted(name), "device-storage", "nl").text)["disclosures"]
        return
    with pytest.raises(NothingToExport):
        project(drafted(name), "device-storage", "nl")
