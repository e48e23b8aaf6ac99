"""The statements that every format is tried on: the samples, one with every part, and one with hardly any."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "src" / "gestand" / "examples"
STATEMENTS = {
    "cookie-site": SAMPLES / "cookie_site" / "statement.yaml",
    "shop": SAMPLES / "shop" / "statement.yaml",
    "sms-gateway": SAMPLES / "sms_gateway" / "statement.yaml",
    "software-maker": SAMPLES / "software_maker" / "statement.yaml",
    "uptime-monitor": SAMPLES / "uptime_monitor" / "statement.yaml",
    "full": ROOT / "tests" / "statement" / "full.yaml",
    "small": ROOT / "tests" / "statement" / "small.yaml",
    "unstated": ROOT / "tests" / "statement" / "unstated.yaml",
    "minimal": Path(__file__).parent / "minimal.yaml",
}


@cache
def statement(name: str) -> Statement:
    return parse_statement(STATEMENTS[name])


def said(document: object) -> list[str]:
    """Every string in a JSON document."""
    return list(_strings(document))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
