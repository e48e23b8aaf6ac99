"""The findings of a check for pipelines: JSON, JUnit XML and SARIF."""

import json
from collections.abc import Callable
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gestand import __version__
from gestand.cli.page import legible
from gestand.core.finding import Finding, Reach, Verdict
from gestand.core.text import Language

Report = Callable[[Reach, tuple[Finding, ...], Language, int], str]

LEVELS = {
    Verdict.DEVIATION: "error",
    Verdict.CANNOT_TELL: "warning",
    Verdict.RUNNING: "note",
    Verdict.EXPLAINED: "note",
    Verdict.KEPT: "none",
}


def as_json(reach: Reach, findings: tuple[Finding, ...], language: Language, code: int) -> str:
    """One object: the reach, the findings in order, the exit code."""
    told = {
        "gestand": __version__,
        "exit": code,
        "reach": {
            "connected": reach.connected,
            "not connected": reach.away,
            "kept by hand": reach.by_hand,
            "data not covered": reach.not_covered,
        },
        "findings": [_finding(finding, language) for finding in findings],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _finding(finding: Finding, language: Language) -> dict[str, object]:
    told: dict[str, object] = {
        "verdict": finding.verdict.value,
        "code": finding.code,
        "promise": finding.promise or None,
        "what": finding.what.said_in(language),
        "rows": finding.rows,
    }
    if finding.sentence:
        told["sentence"] = finding.sentence.said_in(language)
    if finding.place:
        told["place"] = {
            "file": finding.place.file,
            "line": finding.place.line,
            "column": finding.place.column,
        }
    return told


def as_junit(reach: Reach, findings: tuple[Finding, ...], language: Language, code: int) -> str:
    """A test case a promise: a deviation fails it, "cannot tell" is an error in it. The rest is a case by its code."""
    suite = Element("testsuite", name="gestand check")
    properties = SubElement(suite, "properties")
    for name, value in (
        ("connected", reach.connected),
        ("not connected", reach.away),
        ("kept by hand", reach.by_hand),
        ("data not covered", reach.not_covered),
        ("exit", (str(code),)),
    ):
        SubElement(properties, "property", name=name, value=", ".join(value))
    told = sorted(findings, key=_case_name)
    cases = [(name, tuple(group)) for name, group in groupby(told, key=_case_name)]
    for name, group in cases:
        _case(suite, name, group, language)
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
    indent(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suite, encoding="unicode")


def _case_name(finding: Finding) -> str:
    """The promise; or the code of what is about no promise, such as a database that has changed."""
    return finding.promise or finding.code


def _case(suite: Element, name: str, findings: tuple[Finding, ...], language: Language) -> None:
    case = SubElement(suite, "testcase", classname="gestand", name=name)
    for finding in findings:
        what, quote = legible(finding.what.said_in(language)), legible(_quote(finding, language))
        if finding.verdict is Verdict.DEVIATION:
            SubElement(case, "failure", message=what, type=finding.code).text = quote
        elif finding.verdict is Verdict.CANNOT_TELL:
            SubElement(case, "error", message=what, type=finding.code).text = quote
        else:
            SubElement(case, "system-out").text = f"{finding.verdict.value}: {what}\n{quote}"


def _quote(finding: Finding, language: Language) -> str:
    """The promise's own sentence, and where it stands."""
    sentence = f"“{finding.sentence.said_in(language)}”" if finding.sentence else ""
    return f"{sentence} {finding.place or ''}".strip()


def as_sarif(reach: Reach, findings: tuple[Finding, ...], language: Language, code: int) -> str:  # noqa: ARG001
    """SARIF 2.1.0: each finding at the line of the statement that it is about."""
    codes = sorted({finding.code for finding in findings})
    run = {
        "tool": {
            "driver": {"name": "gestand", "version": __version__, "rules": [{"id": code} for code in codes]}
        },
        "properties": {
            "connected": reach.connected,
            "notConnected": reach.away,
            "keptByHand": reach.by_hand,
            "notCovered": reach.not_covered,
        },
        "results": [_result(finding, language) for finding in findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(finding: Finding, language: Language) -> dict[str, object]:
    said = finding.what.said_in(language)
    quote = f"{finding.promise}: “{finding.sentence.said_in(language)}” " if finding.sentence else ""
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.verdict],
        "kind": "fail" if finding.verdict is Verdict.DEVIATION else "informational",
        "message": {"text": quote + said},
    }
    if finding.verdict in (Verdict.KEPT,):
        result["kind"] = "pass"
    elif finding.verdict is Verdict.CANNOT_TELL:
        result["kind"] = "open"
    if result["kind"] != "fail":
        result["level"] = "none"
    if finding.place:
        region = {"startLine": finding.place.line, "startColumn": finding.place.column}
        where = {"artifactLocation": {"uri": finding.place.file}, "region": region}
        result["locations"] = [{"physicalLocation": where}]
    return result


FORMS: dict[str, Report] = {"json": as_json, "junit": as_junit, "sarif": as_sarif}
