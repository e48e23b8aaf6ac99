"""`gestand log`: the log for people, as JSON lines, or as files that others can verify."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC
from pathlib import Path

import click

from gestand.core.entry import Entry


@click.command("log")
@click.option("--export", "target", type=click.Path(path_type=Path, file_okay=False), help="Write it here.")
@click.option("--json", "as_json", is_flag=True, help="One entry a line, as JSON.")
@click.option("--last", type=click.IntRange(min=1), help="Only so many of the newest entries.")
@click.pass_obj
def command(company: Path, target: Path | None, as_json: bool, last: int | None) -> None:
    """Show what was seen and done, oldest first; or export it for `gestand verify`.

    The number before an entry counts from zero, as in its proof. Times are UTC.
    """
    from gestand.wiring import open_company

    records = open_company(company).records
    if target is not None:
        checkpoint = records.export(target)
        click.echo(f"{checkpoint.splitlines()[1]} entries lie in {target}. Verify: gestand verify {target}")
        return
    entries: Iterable[tuple[int, Entry]] = enumerate(records.entries())
    if last is not None:
        from collections import deque

        entries = deque(entries, maxlen=last)
    for number, entry in entries:
        click.echo(_as_json(number, entry) if as_json else _as_line(number, entry))


def _as_line(number: int, entry: Entry) -> str:
    counts = ", ".join(f"{name} {rows:,}" for name, rows in entry.counts)
    at = entry.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    told = [entry.promise, entry.word, counts, f"action {entry.action[:12]}" if entry.action else ""]
    return f"{number:>6}  {at}  {entry.kind:<9}  {' · '.join(filter(None, told))}".rstrip()


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
