"""On the statements that gestand began with, lint finds what is wrong with them, without --preview."""

import pytest
from tests.house.repository import ROOT

from gestand.lint.judge import judge_text
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import read_source

TEXTS = ROOT.parent / "shared" / "corpus" / "texts"
MUST_FIND = {
    "s0": {
        "AVG1301": "no controller",
        "AVG1302": "no contact",
        "COO02": "analytics called necessary",
        "COO06": "refusal left to the browser",
    },
    "s1": {
        "AVG1305": "a purpose that allows anything",
        "AVG1316": "a citizen service number without a law",
        "COO11": "do-not-track ignored",
        "RET02": "a vague period",
        "TRF01": "Privacy Shield",
    },
    "s2": {
        "CON02": "consent bundled with an account",
        "COO06": "refusal left to the browser",
        "RGT04": "no right of restriction",
        "RGT06": "no right of objection",
    },
    "s3": {
        "AVG1301": "no controller",
        "AVG1306": "no legal basis",
        "RET01": "retention without end",
        "RGT04": "no right of restriction",
        "RGT06": "no right of objection",
        "RGT07": "no complaint with the authority",
    },
    "s4": {
        "CON03": "consent that cannot be withdrawn",
        "COO06": "refusal left to the browser",
        "COO08": "a visit that counts as consent",
        "LNG03": "a law that ended",
        "LNG10": "a statement that contradicts itself",
        "RET03": "no period",
        "RGT03": "no right of erasure",
        "RGT05": "no right of portability",
        "RGT06": "no right of objection",
        "RGT07": "no complaint with the authority",
    },
}


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the founding statements are not here")
@pytest.mark.parametrize("name", MUST_FIND)
def test_the_faults_of_a_founding_statement_are_found(name: str) -> None:
    (path,) = TEXTS.glob(f"{name}_*.txt")
    document = read_source(path)
    segments = segments_of(document)

    found = {
        one.rule.code for one in judge_text(document, segments, facts_of(segments, document)) if one.found
    }

    assert set(MUST_FIND[name]) - found == set()
