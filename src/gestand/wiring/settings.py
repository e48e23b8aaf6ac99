"""gestand.toml: language, zone, limits, addresses and schedule of one company; never a secret."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gestand.core.errors import SettingsError
from gestand.core.text import Language
from gestand.wiring import requesting
from gestand.wiring.requesting import Requesting, read_requesting

FILE = "gestand.toml"
AT_MOST = 10_000
"""Rows that one keep may change, where gestand.toml does not say."""

SQLITE = "sqlite:///"
_SAID_IN = re.compile(r"""^language:[ \t]*["']?(nl|en)\b""", re.MULTILINE)
"""The statement's own line, which is at its margin; to read the whole file as YAML would take every command longer."""

KNOWN = (
    "language",
    "zone",
    "statement",
    "data map",
    "keys",
    "book",
    "log",
    "limits",
    "addresses",
    "schedule",
    *requesting.TABLES,
)
HOW_OFTEN = {
    "hourly": timedelta(hours=2),
    "daily": timedelta(hours=26),
    "weekly": timedelta(days=7, hours=2),
    "never": timedelta.max,
}
"""How long after the last run `check` says that a schedule is not met."""


@dataclass(frozen=True)
class Settings:
    """One company's settings. Files are named as the folder was; `log` names the log in its checkpoints."""

    folder: Path
    statement: Path
    data_map: Path
    keys: Path
    book: str
    log: str
    language: Language = "nl"
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Amsterdam"))
    at_most: int = AT_MOST
    addresses: Mapping[str, str] = field(default_factory=dict)
    rhythm: Mapping[str, timedelta] = field(default_factory=dict)
    often: Mapping[str, str] = field(default_factory=dict)
    requesting: Requesting = field(default_factory=Requesting)

    def address(self, name: str) -> str:
        """The address of a store by the name of its variable; the environment wins over gestand.toml."""
        found = os.environ.get(name) or self.addresses.get(name, "")
        if not found:
            raise SettingsError(
                f"The data map takes a store's address from ${name}, and the environment does not hold it. "
                f"Set it: export {name}=postgresql://user@host/name. An address without a password may also "
                f"stand under [addresses] in {self.folder / FILE}."
            )
        return _beside(found, self.folder)


def read_settings(folder: Path) -> Settings:
    """Read gestand.toml in the company's folder; without the file, the defaults. Raises SettingsError.

    Where the file says no language, it is the statement's.
    """
    file = folder / FILE
    told = _read(file)
    for key in told:
        if key not in KNOWN:
            raise SettingsError(f"{file}: `{key}` is no setting.{_nearest(key, KNOWN)}")
    limits = _table(told, "limits", file)
    statement = folder / _text(told, "statement", "statement.yaml", file)
    return Settings(
        folder=folder,
        statement=statement,
        data_map=folder / _text(told, "data map", "datamap.yaml", file),
        keys=folder / Path(_text(told, "keys", ".gestand-keys", file)).expanduser(),
        book=_beside(_text(told, "book", "sqlite:///.gestand/book.db", file), folder),
        log=_text(told, "log", "", file),
        language=_language(told, statement, file),
        zone=_zone(told, file),
        at_most=_at_most(limits, file),
        addresses=_addresses(told, file),
        rhythm={verb: HOW_OFTEN[often] for verb, often in _often(told, file).items()},
        often=_often(told, file),
        requesting=read_requesting(told, file),
    )


def _read(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} cannot be read as TOML: {error}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read. It must be a text file in UTF-8.") from error


def _nearest(word: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(word, known, n=1)
    return f" Did you mean `{near[0]}`?" if near else f" Known are: {', '.join(known)}."


def _table(told: Mapping[str, object], key: str, file: Path) -> dict[str, object]:
    table = told.get(key, {})
    if not isinstance(table, dict):
        raise SettingsError(f"{file}: `{key}` must be a table: write [{key}] and its lines below it.")
    return table


def _text(told: Mapping[str, object], key: str, default: str, file: Path) -> str:
    value = told.get(key, default)
    if not isinstance(value, str):
        raise SettingsError(f'{file}: `{key}` must be a text in quotes, such as {key} = "{default}".')
    return value


def _language(told: Mapping[str, object], statement: Path, file: Path) -> Language:
    value = _text(told, "language", _language_of(statement), file)
    if value not in ("nl", "en"):
        raise SettingsError(f"{file}: language `{value}` is unknown; gestand speaks nl and en.")
    return "nl" if value == "nl" else "en"


def _language_of(statement: Path) -> Language:
    """What the statement says that it is in; Dutch where it says nothing, or is not there yet."""
    try:
        said = _SAID_IN.search(statement.read_text("utf-8", errors="replace"))
    except OSError:
        return "nl"
    return "en" if said and said[1] == "en" else "nl"


def _zone(told: Mapping[str, object], file: Path) -> ZoneInfo:
    value = _text(told, "zone", "Europe/Amsterdam", file)
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(
            f"{file}: `{value}` is no time zone; write one such as Europe/Amsterdam."
        ) from error


def _at_most(limits: Mapping[str, object], file: Path) -> int:
    for key in limits:
        if key != "at most":
            raise SettingsError(f"{file}: `{key}` is no limit.{_nearest(key, ('at most',))}")
    value = limits.get("at most", AT_MOST)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SettingsError(f"{file}: `at most` must be a whole number of rows from 1, such as {AT_MOST}.")
    return value


def _addresses(told: Mapping[str, object], file: Path) -> dict[str, str]:
    """Addresses without a password may stand in the file; one with a password is refused."""
    found = {}
    for name, address in _table(told, "addresses", file).items():
        if not isinstance(address, str):
            raise SettingsError(f"{file}: the address {name} must be a text in quotes.")
        login = address.partition("://")[2].rpartition("@")[0]
        if ":" in login:
            raise SettingsError(
                f"{file}: the address {name} holds a password. Take it out, and set it in the environment: "
                f"export {name}=... (systemd: EnvironmentFile, mode 0600)."
            )
        found[name] = address
    return found


def _often(told: Mapping[str, object], file: Path) -> dict[str, str]:
    found = {}
    for verb, often in _table(told, "schedule", file).items():
        if verb not in ("keep", "check") or str(often) not in HOW_OFTEN:
            raise SettingsError(
                f"{file}: [schedule] takes `keep` and `check`, each one of {', '.join(HOW_OFTEN)}."
            )
        found[verb] = str(often)
    return found


def _beside(address: str, folder: Path) -> str:
    """An SQLite path that is not absolute lies in the company's folder; also one as `file:NAME?mode=ro`."""
    if not address.startswith(SQLITE):
        return address
    written = address.removeprefix(SQLITE)
    uri = "file:" if written.startswith("file:") else ""
    path = written.removeprefix(uri)
    return address if path.startswith("/") else f"{SQLITE}{uri}{(folder / path).resolve()}"
