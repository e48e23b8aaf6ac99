"""`gestand replay`: after a restore, do the erasures again that the back-up did not know of."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.plan import SHOWN
from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.replay import Replay

_NOTHING = Text(
    "Er is niets terug van wat sinds de back-up werd gewist.",
    "Nothing is back of what was erased since then.",
)
_DOUBT = Text(
    "? {table}: {rows} met alleen haar sleutel of alleen haar kenmerk; kijk zelf, er gebeurt niets mee",
    "? {table}: {rows} with her key alone, or her identifier alone; look yourself, nothing is done",
)
_NEXT = Text("Verder: {command}", "Next: {command}")
_DONE = Text("{rows} opnieuw gewist of geleegd.", "{rows} erased or emptied again.")


@click.command("replay")
@click.option(
    "--taken",
    required=True,
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]),
    help="When the back-up was made that was put back.",
)
@click.option("--keep", "doing", is_flag=True, help="Do it; without this it is only shown.")
@click.option("--plan", "digest", default="", metavar="DIGEST", help="With --keep: do this plan or nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def command(company: Path, taken: datetime, doing: bool, digest: str, as_json: bool) -> None:
    """Erase again what a restored back-up brought back of people who were erased since it was made.

    They are found by keyed digests alone. What a law or a hold keeps stays. It shows first, and does it with --keep.
    """
    from gestand.wiring import open_company

    opened = open_company(company)
    made = taken.replace(tzinfo=opened.settings.zone)
    replayer, now = opened.replayer, opened.clock
    replay = replayer.keep(made, now, digest) if doing else replayer.plan(made, now())
    language = opened.settings.language
    lines = [json.dumps(_told(replay), indent=2)] if as_json else _lines(replay, taken, doing, language)
    for line in lines:
        click.echo(line)


def _lines(replay: "Replay", taken: datetime, done: bool, language: Language) -> Iterator[str]:
    from gestand.cli.page import folded, typed
    from gestand.documents import casefile

    for again in replay.cases:
        yield again.plan.case
        for text in casefile.planned(again.plan):
            yield folded(f"{'✓' if done else '→'} {text.said_in(language)}", 2, 4)
        for why in (
            *(one.why for one in again.plan.impossible),
            *(one.reason for one in again.plan.silences),
        ):
            yield folded(f"✗ {why}", 2, 4)
        for table, rows in again.doubtful:
            counted = casefile.rows_words(rows).said_in(language)
            yield folded(_DOUBT.said_in(language).format(table=table, rows=counted), 2, 4)
    if not replay.rows:
        yield _NOTHING.said_in(language)
    elif done:
        yield _DONE.said_in(language).format(rows=casefile.rows_words(replay.rows).said_in(language))
    else:
        again_typed = (
            "replay",
            "--taken",
            f"{taken:%Y-%m-%dT%H:%M}",
            "--keep",
            "--plan",
            replay.digest[:SHOWN],
        )
        yield _NEXT.said_in(language).format(command=typed(*again_typed))


def _told(replay: "Replay") -> dict[str, object]:
    return {
        "digest": replay.digest,
        "rows": replay.rows,
        "cases": [
            {
                "case": again.plan.case,
                "deeds": [
                    {
                        "deed": type(one).__name__.lower(),
                        "store": one.store,
                        "table": str(one.table),
                        "rows": one.rows,
                    }
                    for one in again.plan.deeds
                ],
                "doubtful": dict(again.doubtful),
                "stopped": [one.why for one in again.plan.impossible]
                + [one.reason for one in again.plan.silences],
            }
            for again in replay.cases
        ],
    }
