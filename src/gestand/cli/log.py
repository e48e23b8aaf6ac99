"""`gestand log`: the log for people, as JSON lines, or as files that others can verify."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.entry import Entry
from gestand.core.text import Language

if TYPE_CHECKING:
    from gestand.wiring.settings import Settings


@click.command("log")
@click.option("--export", "target", type=click.Path(path_type=Path, file_okay=False), help="Write it here.")
@click.option(
    "--prove", type=click.IntRange(min=0), metavar="N", help="Print a proof that entry N is in the log."
)
@click.option("--json", "as_json", is_flag=True, help="One entry a line, as JSON.")
@click.option("--last", type=click.IntRange(min=1), help="Only so many of the newest entries.")
@click.pass_obj
def command(company: Path, target: Path | None, prove: int | None, as_json: bool, last: int | None) -> None:
    """Show what was seen and done, oldest first; or export it for `gestand verify`.

    The number before an entry counts from zero, as in its proof. Times are those of the
    company's zone, with how far that is from UTC; --json and a proof have UTC. A proof carries one entry and a
    signed checkpoint: `gestand log --prove N > N.proof` to hand out, `gestand verify --proof N.proof` to check.
    """
    from gestand.wiring import open_company

    opened = open_company(company)
    records, settings = opened.log, opened.settings
    if target is not None:
        _exported(records.export(target).splitlines()[1], target, settings.language)
        return
    if prove is not None:
        click.echo(records.prove(prove), nl=False)
        return
    entries: Iterable[tuple[int, Entry]] = enumerate(records.entries())
    if last is not None:
        from collections import deque

        entries = deque(entries, maxlen=last)
    for number, entry in entries:
        line = _as_json(number, entry) if as_json else _as_line(number, entry, settings)
        click.echo(line)


def _exported(entries: str, target: Path, language: Language) -> None:
    """How many entries were written, and the command that verifies them."""
    from gestand.cli import words
    from gestand.cli.page import typed

    told = words.EXPORTED.said_in(language).format(entries=entries, folder=target)
    click.echo(f"{told} {typed('verify', str(target))}")


def _as_line(number: int, entry: Entry, settings: Settings) -> str:
    """An entry on one line; a count of nothing is left out, and no line is folded."""
    from gestand.cli import words
    from gestand.cli.page import at

    language = settings.language
    word = words.LOG_WORDS[entry.word].said_in(language) if entry.word in words.LOG_WORDS else entry.word
    action = words.ACTION.said_in(language).format(digest=entry.action[:12]) if entry.action else ""
    told = [entry.promise, word, _counts(entry, language), action]
    kind = words.KINDS[entry.kind].said_in(language)
    return (
        f"{number:>6}  {at(entry.at, settings.zone)}  {kind:<11}  {' · '.join(filter(None, told))}".rstrip()
    )


def _counts(entry: Entry, language: Language) -> str:
    """The counts that are not nothing; those per year as one, for `--json` tells each."""
    from gestand.cli import words
    from gestand.cli.page import number

    years = {name.removeprefix("year "): rows for name, rows in entry.counts if name.startswith("year ")}
    told = [
        f"{words.LOG_COUNTS[name].said_in(language)} {number(rows, language)}"
        for name, rows in entry.counts
        if rows and name in words.LOG_COUNTS
    ]
    if years:
        rows = number(sum(years.values()), language)
        told.append(words.YEARS.said_in(language).format(first=min(years), last=max(years), rows=rows))
    return ", ".join(told)


def _as_json(number: int, entry: Entry) -> str:
    told = {
        "number": number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "kind": entry.kind.value,
        "promise": entry.promise,
        "statement": entry.statement,
        "action": entry.action,
        "counts": dict(entry.counts),
        "word": entry.word,
    }
    return json.dumps({name: value for name, value in told.items() if value not in ("", {})})
