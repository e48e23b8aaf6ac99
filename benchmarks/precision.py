"""`python -m benchmarks.precision [CORPUS]`: how often each rule of lint is right, written to lint/precision.yaml.

Judged by the faults that people labelled, on the invented statements here and on those of CORPUS, a folder with
`texts` and `lint`. A fault that has no label of its own takes a person: `judged.yaml` holds what was said of each
finding under a digest of its passage, or of the whole text where something is missing.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from gestand.core.document import Document
from gestand.lint import issues, precision
from gestand.lint.judge import Choice, judge_text
from gestand.lint.remark import Remark
from gestand.reading.facts import facts_of
from gestand.reading.segments import segments_of
from gestand.reading.source import read_source

STATEMENTS = Path(__file__).parent / "statements"
JUDGED = Path(__file__).parent / "judged.yaml"
FIGURES = Path(precision.__file__).with_name("precision.yaml")
KEPT_ASIDE = ("12_", "16_", "20_", "26_")
"""Statements of the corpus that nobody looks at while rules are written."""
HEAD = """\
# How often each rule was right: right, wrong and left to a person, as `python -m benchmarks.precision` counts.
# `real` are statements of companies, labelled by hand; `invented` those of benchmarks/statements. Many of both were
# at hand while the rules were written, so expect less on others.
"""
Counts = Counter[tuple[str, str]]


def main() -> int:
    """Gives 1 while a finding was judged by nobody."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.precision", description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, help="a folder with `texts` and `lint`")
    corpus: Path | None = parser.parse_args().corpus
    written = YAML(typ="safe").load(FIGURES.read_text("utf-8"))
    counted = {"invented": figures(STATEMENTS)}
    if corpus and (corpus / "lint").is_dir():
        counted["real"] = figures(corpus)
    else:
        sys.stdout.write("No labelled statements of companies here: their figures stay as they were.\n")
    FIGURES.write_text(_page({**written, **counted}), "utf-8")
    open_ones = [line for folder in (STATEMENTS, corpus) if folder for line in unjudged(folder)]
    sys.stdout.writelines(f"judge in {JUDGED.name}: {line}\n" for line in open_ones)
    return 1 if open_ones else 0


def figures(folder: Path) -> dict[str, Any]:
    """The number of texts, and for each rule how often it was right, wrong and undecided."""
    counts: Counts = Counter()
    names = _names(folder)
    for name in names:
        counts.update((remark.rule.code, verdict) for remark, _, verdict in _verdicts(folder, name))
    codes = sorted({code for code, _ in counts})
    rules = {code: {key: counts[code, key] for key in ("right", "wrong", "undecided")} for code in codes}
    return {"texts": len(names), "rules": rules}


def unjudged(folder: Path) -> Iterator[str]:
    """Findings that neither a label nor a person has judged, as a line each."""
    for name in _names(folder):
        for remark, digest, verdict in _verdicts(folder, name):
            if verdict == "unjudged":
                yield f"{remark.rule.code} {digest} {name}: {remark.what.en} {[one.text for one in remark.quotes]}"


def _names(folder: Path) -> list[str]:
    names = (path.stem for path in (folder / "lint").glob("*.json"))
    return sorted(name for name in names if not name.startswith(KEPT_ASIDE))


def _verdicts(folder: Path, name: str) -> Iterator[tuple[Remark, str, str]]:
    document = read_source(folder / "texts" / f"{name}.txt")
    segments = segments_of(document)
    remarks = judge_text(document, segments, facts_of(segments, document), Choice(preview=True))
    labels = {one["issue"] for one in json.loads((folder / "lint" / f"{name}.json").read_text("utf-8"))}
    judged = YAML(typ="safe").load(JUDGED.read_text("utf-8"))
    told = iter(issues.named(remarks))
    for remark in remarks:
        digest = _digest(remark, document)
        issue = next(told)
        by_hand = (judged.get(remark.rule.code) or {}).get(digest)
        by_label = ("right" if issue in labels else "wrong") if issue else "unjudged"
        yield remark, digest, (by_hand or by_label) if remark.found else "undecided"


def _digest(remark: Remark, document: Document) -> str:
    passage = remark.quotes[0].text if remark.quotes else document.text
    return "d" + sha256(" ".join(passage.split()).encode()).hexdigest()[:8]


def _page(told: dict[str, Any]) -> str:
    lines = [f'{HEAD}measured: "{datetime.now(UTC).date().isoformat()}"']
    for group in ("real", "invented"):
        part = told[group]
        lines += [f"{group}:", f'  texts: "{part["texts"]}"', "  rules:"]
        for code, one in part["rules"].items():
            told_of = ", ".join(f'{key}: "{one[key]}"' for key in ("right", "wrong", "undecided"))
            lines.append(f"    {code}: {{{told_of}}}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
