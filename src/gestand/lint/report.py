"""What came of judging one file, as JSON for programs."""

import json

from gestand import __version__
from gestand.core.place import Place
from gestand.core.text import Language
from gestand.lint.linted import Linted
from gestand.lint.remark import Remark
from gestand.lint.words import caution


def as_json(linted: Linted, language: Language) -> str:
    """One object: the exit code, notes on the whole, ignores that do nothing, edits, and the remarks in order."""
    told = {
        "gestand": __version__,
        "exit": linted.exit_code,
        "notes": [one.said_in(language) for one in linted.notes],
        "incomplete": [
            {"what": one.what.said_in(language), "place": _place(one.place)} for one in linted.incomplete
        ],
        "edits": [{"line": one.line, "what": one.what.said_in(language)} for one in linted.edits],
        "remarks": [_remark(remark, linted.in_lines, language) for remark in linted.remarks],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _place(place: Place, in_lines: bool = True) -> dict[str, object]:
    """The file, with line and column where these are the file's own."""
    if not in_lines:
        return {"file": place.file}
    return {"file": place.file, "line": place.line, "column": place.column}


def _remark(remark: Remark, in_lines: bool, language: Language) -> dict[str, object]:
    told: dict[str, object] = {
        "code": remark.rule.code,
        "name": remark.rule.name,
        "verdict": "found" if remark.found else "undecided",
        "weight": remark.weight.value,
        "what": remark.what.said_in(language),
        "law": remark.rule.article.text.said_in(language),
        "caution": caution(remark).said_in(language),
        "place": _place(remark.place, in_lines),
        "quotes": [{"begin": one.begin, "end": one.end, "text": one.text} for one in remark.quotes],
    }
    if remark.path:
        told["path"] = remark.path
    if remark.ignored:
        told["ignored"] = remark.ignored
    return told
