"""The reports for pipelines say the whole reach, and leave no finding out."""

import json
from xml.etree import ElementTree

from gestand.cli.reports import as_junit, as_sarif
from gestand.core.finding import Finding, Reach, Verdict
from gestand.core.text import Text

REACH = Reach(("portal",), ("archive",), ("mailbox",), ("photos",))
DRIFT = Finding(Verdict.RUNNING, "drift", Text("veranderd", "changed"))
CLOCK = Finding(Verdict.CANNOT_TELL, "clock-ahead", Text("klok", "clock"))
KEPT = Finding(Verdict.KEPT, "kept", Text("nagekomen", "kept"), "retention/a")


def test_junit_tells_the_whole_reach() -> None:
    suite = ElementTree.fromstring(as_junit(REACH, (KEPT,), "en", 0))
    told = {one.attrib["name"]: one.attrib["value"] for one in suite.iter("property")}
    assert told == {
        "connected": "portal",
        "not connected": "archive",
        "kept by hand": "mailbox",
        "data not covered": "photos",
        "exit": "0",
    }


def test_junit_has_a_case_for_what_is_about_no_promise() -> None:
    suite = ElementTree.fromstring(as_junit(REACH, (KEPT, DRIFT, CLOCK), "en", 2))
    assert {case.attrib["name"] for case in suite.iter("testcase")} == {"retention/a", "drift", "clock-ahead"}
    assert (suite.attrib["tests"], suite.attrib["errors"]) == ("3", "1")


def test_junit_is_xml_whatever_a_table_is_called() -> None:
    what = Text("`a\x1b` is nieuw", "`a\x1b` is new")
    drift = (Finding(verdict, "drift", what) for verdict in Verdict)
    suite = ElementTree.fromstring(as_junit(REACH, tuple(drift), "en", 1))
    failure, error = suite.find(".//failure"), suite.find(".//error")
    assert failure is not None
    assert error is not None
    assert failure.attrib["message"] == error.attrib["message"] == "`a\\x1b` is new"


def test_sarif_tells_what_is_kept_by_hand() -> None:
    (run,) = json.loads(as_sarif(REACH, (KEPT,), "en", 0))["runs"]
    assert run["properties"]["keptByHand"] == ["mailbox"]
