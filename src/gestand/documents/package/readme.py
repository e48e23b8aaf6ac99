"""The README of a package: what each file is, in text that any machine can show."""

import textwrap
from collections.abc import Iterator

from gestand.core.package import Package
from gestand.core.text import Text
from gestand.documents.package.filing import Filed, enclosed_names
from gestand.documents.package.page import NOT_ELSEWHERE, SEARCHED, TITLES, complaint, searched_lines
from gestand.documents.package.speaking import Speaker
from gestand.documents.voice import day_words, words_text

_WIDTH = 76
_OPEN = Text(
    "Open index.html met een browser. Daar leest u wat wij van u hebben en waarom.",
    "Open index.html with a browser. There you read what we have of you and why.",
)
_CASE = Text("Zaak {case}, gemaakt op {day}.", "Case {case}, made on {day}.")
_FILES = Text("Bestanden", "Files")
_CSV = Text(
    "CSV-bestanden opent u met een programma voor tabellen. Begint een vakje met een apostrof ('), dan hoort die er "
    "niet bij: hij zorgt dat het programma niets uitvoert. In JSON staat alles precies zoals het is.",
    "Open CSV files with a program for tables. Where a cell begins with an apostrophe ('), that sign does not belong "
    "to it: it keeps the program from running anything. JSON has everything exactly as it is.",
)
_SCHEMA = Text("beschrijft de JSON-bestanden (JSON Schema)", "describes the JSON files (JSON Schema)")
_WITHHELD = Text(
    "Niet meegegeven, want van anderen (artikel 15 lid 4 AVG): {listed}.",
    "Not given, for they are of others (Article 15(4) GDPR): {listed}.",
)
_SAFE = Text("Bewaar dit bestand veilig: het gaat over u.", "Keep this file safe: it is about you.")


def readme(packed: Package, every: tuple[Filed, ...]) -> str:
    """The README, its lines folded."""
    checkpoint = f"\n{packed.checkpoint.strip()}\n" if packed.checkpoint else ""
    return "".join(f"{_folded(part)}\n" for part in _parts(packed, every)) + checkpoint


def _parts(packed: Package, every: tuple[Filed, ...]) -> Iterator[str]:
    speak = Speaker(packed.language)
    yield speak(TITLES[packed.kind], company=packed.company)
    yield speak(_CASE, case=packed.case, day=day_words(packed.made_on, packed.language))
    yield from ("", speak(_OPEN), speak(_SAFE), "", speak(_CSV), "", f"{speak(_FILES)}:")
    yield f"- data/schema.json: {speak(_SCHEMA)}"
    for one in every:
        for name in (one.json, *(name for name, _ in one.listings)):
            yield f"- {name}: {speak(one.category.name)}"
    yield from (f"- {name}" for name, _ in enclosed_names(packed))
    yield from ("", f"{speak(SEARCHED)}:")
    yield from (f"- {line}" for line in searched_lines(packed, speak))
    yield f"- {speak(NOT_ELSEWHERE)}"
    if packed.withheld:
        yield speak(_WITHHELD, listed=speak.listed(map(speak, packed.withheld)))
    yield words_text(complaint(packed, speak).words)


def _folded(part: str) -> str:
    if len(part) <= _WIDTH and part.isprintable():
        return part.rstrip()
    indent = "  " if part.startswith("- ") else ""
    return textwrap.fill(
        part, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
