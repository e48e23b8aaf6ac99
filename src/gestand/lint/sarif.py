"""Remarks as SARIF 2.1.0, for code scanning."""

import json
import string

from gestand import __version__
from gestand.core.fact import Quote
from gestand.core.place import Place
from gestand.core.text import Language
from gestand.lint.linted import Linted
from gestand.lint.remark import Remark
from gestand.lint.rule import Rule, Weight
from gestand.lint.words import caution, precision_of

_PLAIN = string.ascii_letters + string.digits + "-._~/"
_LEVELS = {Weight.ERROR: "error", Weight.WARNING: "warning", Weight.NOTE: "note"}


def as_sarif(linted: Linted, language: Language) -> str:
    """SARIF 2.1.0: a result a remark, with its rule; undecided is `open`, ignored is suppressed with its reason.

    Notes on the file as a whole, and ignores that do nothing, are notifications of the run.
    """
    rules = {remark.rule.code: remark.rule for remark in linted.remarks}
    driver = {
        "name": "gestand lint",
        "version": __version__,
        "rules": [_rule(rule, language) for _, rule in sorted(rules.items())],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(linted, language)],
        "results": [_result(remark, linted.in_lines, language) for remark in linted.remarks],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _invocation(linted: Linted, language: Language) -> dict[str, object]:
    """Notes on the whole as warnings, and ignores that do nothing as errors, each with its place."""
    notes = [{"level": "warning", "message": {"text": one.said_in(language)}} for one in linted.notes]
    incomplete = [
        {
            "level": "error",
            "message": {"text": one.what.said_in(language)},
            "locations": [_location(one.place, in_lines=True)],
        }
        for one in linted.incomplete
    ]
    return {
        "executionSuccessful": True,
        "exitCode": linted.exit_code,
        "toolExecutionNotifications": notes,
        "toolConfigurationNotifications": incomplete,
    }


def _location(place: Place, in_lines: bool) -> dict[str, object]:
    """The file, with a region where its lines are the file's own."""
    where: dict[str, object] = {"artifactLocation": {"uri": _uri(place.file)}}
    if in_lines:
        where["region"] = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": where}


def _rule(rule: Rule, language: Language) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.said_in(language)},
        "fullDescription": {"text": rule.why.said_in(language)},
        "defaultConfiguration": {"level": _LEVELS[rule.weight]},
        "properties": {
            "law": rule.article.text.said_in(language),
            "inForceFrom": rule.article.in_force_from.isoformat(),
            "precision": precision_of(rule).words.said_in(language),
        },
    }


def _result(remark: Remark, in_lines: bool, language: Language) -> dict[str, object]:
    words = f" “{remark.quotes[0].text}”" if remark.quotes else ""
    what = f"{remark.what.said_in(language)}{words} ({caution(remark).said_in(language)})"
    result: dict[str, object] = {
        "ruleId": remark.rule.code,
        "level": _LEVELS[remark.weight] if remark.found else "none",
        "kind": "fail" if remark.found else "open",
        "message": {"text": what},
        "locations": [_location(remark.place, in_lines)],
    }
    if remark.quotes[1:]:
        result["relatedLocations"] = [_related(remark.place.file, one, in_lines) for one in remark.quotes[1:]]
    if remark.ignored:
        result["suppressions"] = [{"kind": "inSource", "justification": remark.ignored}]
    return result


def _related(file: str, passage: Quote, in_lines: bool) -> dict[str, object]:
    where: dict[str, object] = {"artifactLocation": {"uri": _uri(file)}}
    if in_lines:
        where["region"] = {"charOffset": passage.begin, "charLength": passage.end - passage.begin}
    return {"physicalLocation": where, "message": {"text": passage.text}}


def _uri(path: str) -> str:
    """The path with all that a URI may not hold as percent and two digits (RFC 3986)."""
    return "".join(chr(one) if chr(one) in _PLAIN else f"%{one:02X}" for one in path.encode())
