"""Writes a sample company into a folder, and never over anything that is not an untouched sample."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from gestand.core.errors import SampleError
from gestand.core.text import Language
from gestand.examples.cookie_site.database import write_site
from gestand.examples.shop.database import write_shop
from gestand.examples.sms_gateway.database import write_portal
from gestand.examples.software_maker.database import write_relations
from gestand.examples.uptime_monitor.database import write_monitor

SETTINGS = "gestand.toml"
TEXTS = ("statement.yaml", "datamap.yaml", SETTINGS)
PUBLISHED = "published.html"
"""The page on the company's website before there was a statement.yaml; not every sample has one."""
MADE_LATER = (".gestand", ".gestand-keys", "export")
"""What gestand itself makes in a sample's folder: the book, the keys, and the log as the demo exports it."""
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@dataclass(frozen=True)
class Sample:
    """Where a sample's texts are, its database file, and what fills that."""

    package: str
    database: str
    write: Callable[[Path, date], None]


_SAMPLES = {
    "sms-gateway": Sample("gestand.examples.sms_gateway", "portal.db", write_portal),
    "uptime-monitor": Sample("gestand.examples.uptime_monitor", "monitor.db", write_monitor),
    "software-maker": Sample("gestand.examples.software_maker", "relations.db", write_relations),
    "cookie-site": Sample("gestand.examples.cookie_site", "site.db", write_site),
    "shop": Sample("gestand.examples.shop", "shop.db", write_shop),
}
SAMPLES: tuple[str, ...] = tuple(_SAMPLES)


def write_sample(name: str, into: Path, today: date, language: Language = "nl") -> Path:
    """Write the sample into the folder `into/name`, and give that folder. Its rows lead up to `today`.

    `language` is that of its findings; statement and data map are the same. An untouched sample is written
    anew, its book, keys and export gone with it. Raises SampleError when the name is
    no sample's, and when the folder holds anything else, a sample that somebody has edited included.
    """
    sample, folder = _sample(name), into / name
    if folder.exists():
        _make_room(sample, folder)
    folder.mkdir(parents=True, exist_ok=True)
    for text in _texts(sample):
        (folder / text).write_bytes(_text(sample, text, language))
    sample.write(folder / sample.database, today)
    return folder


def database_url(name: str, folder: Path) -> str:
    """The address of a sample's database, for a folder that `write_sample` gave."""
    return f"sqlite:///{folder / _sample(name).database}"


def _sample(name: str) -> Sample:
    if name not in _SAMPLES:
        raise SampleError(f"There is no sample `{name}`; there is {', '.join(SAMPLES)}.")
    return _SAMPLES[name]


def _texts(sample: Sample) -> tuple[str, ...]:
    return (*TEXTS, PUBLISHED) if files(sample.package).joinpath(PUBLISHED).is_file() else TEXTS


def _text(sample: Sample, name: str, language: Language) -> bytes:
    text = files(sample.package).joinpath(name).read_bytes()
    return text.replace(b'language = "nl"', f'language = "{language}"'.encode()) if name == SETTINGS else text


def _make_room(sample: Sample, folder: Path) -> None:
    if not folder.is_dir():
        raise SampleError(
            f"{folder} is a file; the sample needs a folder of that name. Choose another with `--into`."
        )
    if any(folder.iterdir()) and not _untouched(sample, folder):
        raise SampleError(
            f"{folder} is no untouched sample of gestand, and nothing in it was changed. Choose another folder "
            "with `--into`, or move this one away."
        )
    for made in (*folder.glob(f"{sample.database}*"), *(folder / name for name in MADE_LATER)):
        _remove(made)


def _untouched(sample: Sample, folder: Path) -> bool:
    return all(_as_written(sample, folder, text) for text in _texts(sample))


def _as_written(sample: Sample, folder: Path, text: str) -> bool:
    file = folder / text
    return file.is_file() and file.read_bytes() in [_text(sample, text, language) for language in LANGUAGES]


def _remove(made: Path) -> None:
    if made.is_dir() and not made.is_symlink():
        shutil.rmtree(made)
    else:
        made.unlink(missing_ok=True)
