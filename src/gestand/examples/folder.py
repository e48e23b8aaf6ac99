"""Writes a sample company into a folder, and never over anything that is not an untouched sample."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from gestand.core.errors import SampleError
from gestand.examples.sms_gateway.database import write_portal
from gestand.examples.uptime_monitor.database import write_monitor

TEXTS = ("statement.yaml", "datamap.yaml", "gestand.toml")
MADE_LATER = (".gestand", ".gestand-keys")
"""What gestand itself makes in a company's folder."""


@dataclass(frozen=True)
class Sample:
    """Where a sample's texts are, its database file, and what fills that."""

    package: str
    database: str
    write: Callable[[Path, date], None]


_SAMPLES = {
    "sms-gateway": Sample("gestand.examples.sms_gateway", "portal.db", write_portal),
    "uptime-monitor": Sample("gestand.examples.uptime_monitor", "monitor.db", write_monitor),
}
SAMPLES: tuple[str, ...] = tuple(_SAMPLES)


def write_sample(name: str, into: Path, today: date) -> Path:
    """Write the sample into the folder `into/name`, and give that folder. Its rows lead up to `today`.

    An untouched sample is written anew, its book and keys gone with it. Raises SampleError when the name is
    no sample's, and when the folder holds anything else, a sample that somebody has edited included.
    """
    sample, folder = _sample(name), into / name
    if folder.exists():
        _make_room(sample, folder)
    folder.mkdir(parents=True, exist_ok=True)
    for text in TEXTS:
        (folder / text).write_bytes(_text(sample, text))
    sample.write(folder / sample.database, today)
    return folder


def database_url(name: str, folder: Path) -> str:
    """The address of a sample's database, for a folder that `write_sample` gave."""
    return f"sqlite:///{folder / _sample(name).database}"


def _sample(name: str) -> Sample:
    if name not in _SAMPLES:
        raise SampleError(f"There is no sample `{name}`; there is {', '.join(SAMPLES)}.")
    return _SAMPLES[name]


def _text(sample: Sample, name: str) -> bytes:
    return files(sample.package).joinpath(name).read_bytes()


def _make_room(sample: Sample, folder: Path) -> None:
    if not folder.is_dir():
        raise SampleError(f"{folder} is a file; the sample needs a folder of that name. Choose another with `--into`.")
    if any(folder.iterdir()) and not _untouched(sample, folder):
        raise SampleError(
            f"{folder} is no untouched sample of gestand, and nothing in it was changed. Choose another folder "
            "with `--into`, or move this one away."
        )
    for made in (*folder.glob(f"{sample.database}*"), *(folder / name for name in MADE_LATER)):
        _remove(made)


def _untouched(sample: Sample, folder: Path) -> bool:
    return all(_same(folder / text, _text(sample, text)) for text in TEXTS)


def _same(file: Path, content: bytes) -> bool:
    return file.is_file() and file.read_bytes() == content


def _remove(made: Path) -> None:
    if made.is_dir() and not made.is_symlink():
        shutil.rmtree(made)
    else:
        made.unlink(missing_ok=True)
