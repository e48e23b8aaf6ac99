"""Remarks for pipelines: JSON and SARIF 2.1.0."""

import json
import string

from gestand import __version__
from gestand.core.fact import Quote
from gestand.core.text import Language
from gestand.lint.remark import Remark, exit_code
from gestand.lint.rule import Rule, Weight
from gestand.lint.words import caution, precision_of

_PLAIN = string.ascii_letters + string.digits + "-._~/"
_LEVELS = {Weight.ERROR: "error", Weight.WARNING: "warning", Weight.NOTE: "note"}


def as_json(remarks: tuple[Remark, ...], language: Language) -> str:
    """One object: the remarks in order, and the exit code."""
    told = {
        "gestand": __version__,
        "exit": exit_code(remarks),
        "remarks": [_remark(remark, language) for remark in remarks],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _remark(remark: Remark, language: Language) -> dict[str, object]:
    told: dict[str, object] = {
        "code": remark.rule.code,
        "name": remark.rule.name,
        "verdict": "found" if remark.found else "undecided",
        "weight": remark.weight.value,
        "what": remark.what.said_in(language),
        "law": remark.rule.article.text.said_in(language),
        "caution": caution(remark).said_in(language),
        "place": {"file": remark.place.file, "line": remark.place.line, "column": remark.place.column},
        "quotes": [{"begin": one.begin, "end": one.end, "text": one.text} for one in remark.quotes],
    }
    if remark.path:
        told["path"] = remark.path
    if remark.ignored:
        told["ignored"] = remark.ignored
    return told


def as_sarif(remarks: tuple[Remark, ...], language: Language) -> str:
    """SARIF 2.1.0: a result a remark, with its rule; undecided is `open`, ignored is suppressed with its reason."""
    rules = {remark.rule.code: remark.rule for remark in remarks}
    driver = {
        "name": "gestand lint",
        "version": __version__,
        "rules": [_rule(rule, language) for _, rule in sorted(rules.items())],
    }
    run = {"tool": {"driver": driver}, "results": [_result(remark, language) for remark in remarks]}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


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


def _result(remark: Remark, language: Language) -> dict[str, object]:
    words = f" “{remark.quotes[0].text}”" if remark.quotes else ""
    what = f"{remark.what.said_in(language)}{words} ({caution(remark).said_in(language)})"
    region = {"startLine": remark.place.line, "startColumn": remark.place.column}
    artifact = {"uri": _uri(remark.place.file)}
    where = {"artifactLocation": artifact, "region": region}
    result: dict[str, object] = {
        "ruleId": remark.rule.code,
        "level": _LEVELS[remark.weight] if remark.found else "none",
        "kind": "fail" if remark.found else "open",
        "message": {"text": what},
        "locations": [{"physicalLocation": where}],
    }
    if remark.quotes[1:]:
        result["relatedLocations"] = [_related(artifact, one) for one in remark.quotes[1:]]
    if remark.ignored:
        result["suppressions"] = [{"kind": "inSource", "justification": remark.ignored}]
    return result


def _related(artifact: dict[str, str], passage: Quote) -> dict[str, object]:
    region = {"charOffset": passage.begin, "charLength": passage.end - passage.begin}
    return {
        "physicalLocation": {"artifactLocation": artifact, "region": region},
        "message": {"text": passage.text},
    }


def _uri(path: str) -> str:
    """The path with all that a URI may not hold as percent and two digits (RFC 3986)."""
    return "".join(chr(one) if chr(one) in _PLAIN else f"%{one:02X}" for one in path.encode())
