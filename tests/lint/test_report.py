"""A remark in SARIF points at every passage that shows the fault."""

import json
from collections.abc import Callable
from dataclasses import replace

from gestand.core.document import Document, Segment
from gestand.lint.judge import Choice, judge_text
from gestand.lint.report import as_sarif

Make = Callable[..., tuple[Document, tuple[Segment, ...]]]


def test_a_fault_in_two_passages_is_one_result_with_both_places(plain: Make) -> None:
    document, segments = plain("Wij vragen uw BSN.", "Hallo.", "Uw burgerservicenummer bewaren wij.")
    named = replace(document, name="een map/tekst.txt")

    remarks = judge_text(named, segments, (), Choice(select=("AVG1316",)))
    (result,) = json.loads(as_sarif(remarks, "nl"))["runs"][0]["results"]

    first = result["locations"][0]["physicalLocation"]
    (other,) = result["relatedLocations"]
    region = other["physicalLocation"]["region"]
    assert first["artifactLocation"]["uri"] == "een%20map/tekst.txt"
    assert first["region"] == {"startLine": 1, "startColumn": 1}
    begin = region["charOffset"]
    assert document.text[begin : begin + region["charLength"]] == "Uw burgerservicenummer bewaren wij."
