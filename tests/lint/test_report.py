"""What programs are told: the same as a person, and a place only where the file has one."""

import json
from collections.abc import Callable
from dataclasses import replace

from gestand.core.document import Document, Segment, Unread
from gestand.core.text import Text
from gestand.lint.judge import Choice, judge_text
from gestand.lint.linted import Linted, text_linted
from gestand.lint.report import as_json
from gestand.lint.sarif import as_sarif

Make = Callable[..., tuple[Document, tuple[Segment, ...]]]


def test_a_fault_in_two_passages_is_one_result_with_both_places(plain: Make) -> None:
    document, segments = plain("Wij vragen uw BSN.", "Hallo.", "Uw burgerservicenummer bewaren wij.")
    named = replace(document, name="een map/tekst.txt")

    remarks = judge_text(named, segments, (), Choice(select=("AVG1316",)))
    (result,) = json.loads(as_sarif(Linted("nl", remarks), "nl"))["runs"][0]["results"]

    first = result["locations"][0]["physicalLocation"]
    (other,) = result["relatedLocations"]
    region = other["physicalLocation"]["region"]
    assert first["artifactLocation"]["uri"] == "een%20map/tekst.txt"
    assert first["region"] == {"startLine": 1, "startColumn": 1}
    begin = region["charOffset"]
    assert document.text[begin : begin + region["charLength"]] == "Uw burgerservicenummer bewaren wij."


def test_programs_are_told_of_what_was_not_read_and_of_ignores_that_do_nothing(plain: Make) -> None:
    document, segments = plain("Wij vragen uw BSN.", "# gestand: ignore AVG1316")
    document = replace(document, unread=(Unread(Text("blad 3 is een plaatje", "page 3 is a picture")),))
    remarks = judge_text(document, segments, (), Choice(select=("RET01",)))
    linted = text_linted(document, document.text, remarks)

    told = json.loads(as_json(linted, "en"))
    (run,) = json.loads(as_sarif(linted, "en"))["runs"]
    (invocation,) = run["invocations"]
    (asked,) = invocation["toolConfigurationNotifications"]

    assert told["remarks"] == []
    assert told["exit"] == invocation["exitCode"] == 1
    assert told["notes"] == ["page 3 is a picture"]
    assert told["incomplete"][0]["place"] == {"file": "text", "line": 2, "column": 1}
    assert [one["message"]["text"] for one in invocation["toolExecutionNotifications"]] == told["notes"]
    assert asked["message"]["text"] == told["incomplete"][0]["what"]
    assert asked["locations"][0]["physicalLocation"]["region"]["startLine"] == 2


def test_a_page_whose_lines_are_not_those_that_were_read_has_no_line(plain: Make) -> None:
    document, segments = plain("Hallo.", "Wij vragen uw BSN.", "Uw burgerservicenummer bewaren wij.")
    page = replace(document, in_lines=False)
    linted = text_linted(page, "", judge_text(page, segments, (), Choice(select=("AVG1316",))))

    (remark,) = json.loads(as_json(linted, "nl"))["remarks"]
    (result,) = json.loads(as_sarif(linted, "nl"))["runs"][0]["results"]

    assert remark["place"] == {"file": "text"}
    for location in (*result["locations"], *result["relatedLocations"]):
        assert location["physicalLocation"] == {"artifactLocation": {"uri": "text"}}
