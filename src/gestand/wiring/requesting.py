"""What gestand.toml says of requests: the mail server, the desk, the recipients' addresses, the terms of the files."""

import os
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_network
from pathlib import Path
from typing import Literal, get_args

from gestand.clock.period import parse_period
from gestand.clock.term import Period
from gestand.core.errors import SettingsError, TermError
from gestand.core.place import Fault, Place
from gestand.statement.faults import unknown

PASSWORD = "GESTAND_MAIL_PASSWORD"  # noqa: S105
"""The variable of the environment that holds the mail server's password: it never stands in a file."""

Security = Literal["starttls", "tls", "none"]
TABLES = ("mail", "desk", "web", "requests", "recipients")
_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Mail:
    """The mail server; without TLS only on this machine."""

    host: str
    port: int
    sender: str
    security: Security
    user: str = ""

    @property
    def password(self) -> str:
        return os.environ.get(PASSWORD, "")


@dataclass(frozen=True)
class Requesting:
    """`owner` and `deputy` are mailed when something waits; `address` is where the web pages are reached.
    `proxies` are servers that are believed when they say from where a visitor comes; no other is.

    `package_stays` and `case_stays` are the terms of a copy and of a case file. `recipients` are addresses by the
    statement's word; `public_body`: a refusal is a decision under the Awb (UAVG 34). A case of more rows than
    `second_decider_above`, and the first erasure, take two deciders, where there are two. `plus_addresses`: what stands
    between + and @ in an e-mail address tells no two people apart.
    """

    mail: Mail | None = None
    owner: str = ""
    deputy: str = ""
    address: str = ""
    listen: tuple[str, int] = ("127.0.0.1", 8470)
    package_stays: Period = Period(days=30)  # noqa: RUF009  a frozen value
    case_stays: Period = Period(months=60)  # noqa: RUF009
    public_body: bool = False
    proxies: tuple[str, ...] = ()
    second_decider_above: int = 1_000
    plus_addresses: bool = False
    recipients: Mapping[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> str:
        """Where links lead: the address of the pages, or else this machine."""
        return self.address or f"http://{self.listen[0]}:{self.listen[1]}"


def read_requesting(told: Mapping[str, object], file: Path) -> Requesting:
    """The tables of gestand.toml that are about requests. Raises SettingsError, naming what to write."""
    desk, web = (
        _Table(told, "desk", file, ("owner", "deputy")),
        _Table(told, "web", file, ("address", "listen", "proxy")),
    )
    terms = ("package stays", "case file stays", "public body", "plus addresses", "second decider above")
    requests, recipients = _Table(told, "requests", file, terms), _Table(told, "recipients", file, ())
    plain = Requesting()
    return Requesting(
        mail=_mail(told, file) if "mail" in told else None,
        owner=desk.mail("owner"),
        deputy=desk.mail("deputy"),
        address=_address(web),
        listen=_listen(web, plain.listen),
        package_stays=requests.period("package stays", plain.package_stays),
        case_stays=requests.period("case file stays", plain.case_stays),
        proxies=_proxies(web),
        public_body=requests.truth("public body"),
        second_decider_above=requests.rows("second decider above", plain.second_decider_above),
        plus_addresses=requests.truth("plus addresses"),
        recipients={word: recipients.mail(word) for word in recipients.told},
    )


def refuse_strange(recipients: Iterable[str], known: Collection[str], file: Path) -> None:
    """Raises SettingsError for a recipient that the statement does not have: nobody would be told (GDPR 19)."""
    strange = [word for word in recipients if word not in known]
    if not strange:
        return
    text = file.read_text(encoding="utf-8").splitlines()
    faults = []
    for word in strange:
        message, near = unknown(word, "a recipient of the statement", known)
        faults.append(Fault(_place(word, text, file), message, word, "a word of `recipients`", near))
    raise SettingsError(
        f"{file}: [recipients] names who gets data by the words of the statement. Mend the word here or there:",
        tuple(faults),
    )


def _place(word: str, lines: list[str], file: Path) -> Place:
    """Where a recipient is written: below [recipients], or as `recipients.WORD`, or in a table on one line."""
    inside, written = False, re.compile(rf"""(?<![\w-])["']?({re.escape(word)})["']?\s*=""")
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("["):
            inside = (
                re.fullmatch(r"""\[\s*["']?recipients["']?\s*\]""", line.partition("#")[0].strip())
                is not None
            )
        found = written.search(line)
        if found and (inside or line.lstrip().startswith("recipients")):
            return Place(str(file), number, found.start(1) + 1)
    return Place(str(file), 1)


class _Table:
    """One table of the file; an unknown key is a slip of the pen, and told of."""

    def __init__(self, told: Mapping[str, object], name: str, file: Path, known: tuple[str, ...]) -> None:
        found = told.get(name, {})
        if not isinstance(found, dict):
            raise SettingsError(f"{file}: `{name}` must be a table: write [{name}] and its lines below it.")
        self.told, self.name, self.file = found, name, file
        for key in found:
            if known and key not in known:
                raise SettingsError(f"{file}: [{name}] knows no `{key}`. Known are: {', '.join(known)}.")

    def text(self, key: str, default: str = "") -> str:
        value = self.told.get(key, default)
        if not isinstance(value, str):
            raise self.refused(key, "a text in quotes")
        return value.strip()

    def mail(self, key: str) -> str:
        value = self.text(key)
        if value and (
            value.count("@") != 1 or not all(value.split("@")) or any(one.isspace() for one in value)
        ):
            raise self.refused(key, 'an e-mail address, such as "privacy@example.org"')
        return value

    def truth(self, key: str) -> bool:
        value = self.told.get(key, False)
        if not isinstance(value, bool):
            raise self.refused(key, "true or false, without quotes")
        return value

    def whole(self, key: str, default: int) -> int:
        value = self.told.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 65_536:
            raise self.refused(key, "a port: a whole number up to 65535")
        return value

    def rows(self, key: str, default: int) -> int:
        value = self.told.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.refused(key, f"a whole number of rows, such as {default}")
        return value

    def period(self, key: str, default: Period) -> Period:
        if key not in self.told:
            return default
        try:
            return parse_period(self.text(key))
        except TermError as error:
            raise SettingsError(f"{self.file}: [{self.name}] {key}: {error}") from error

    def refused(self, key: str, expected: str) -> SettingsError:
        return SettingsError(f"{self.file}: [{self.name}] `{key}` must be {expected}.")


def _mail(told: Mapping[str, object], file: Path) -> Mail:
    table = _Table(told, "mail", file, ("host", "port", "from", "security", "user"))
    security = table.text("security", "starttls")
    host, sender = table.text("host", "localhost"), table.mail("from")
    known: tuple[Security, ...] = get_args(Security)
    chosen = next((one for one in known if one == security), None)
    if chosen is None:
        raise table.refused("security", f"one of {', '.join(known)}")
    if chosen == "none" and host not in _LOCAL:
        raise SettingsError(
            f'{file}: [mail] letters hold personal data, so `security = "none"` is for a server on this machine. '
            "Write starttls or tls."
        )
    if not sender:
        raise table.refused("from", 'the address that letters come from, such as "privacy@example.org"')
    port = table.whole("port", {"starttls": 587, "tls": 465, "none": 25}[chosen])
    return Mail(host, port, sender, chosen, table.text("user"))


def _address(web: _Table) -> str:
    value = web.text("address").rstrip("/")
    if value and not value.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise web.refused("address", 'where the pages are reached: "https://privacy.example.org"')
    return value


def _proxies(web: _Table) -> tuple[str, ...]:
    """Numbers of machines or of networks, between commas."""
    found = tuple(filter(None, (one.strip() for one in web.text("proxy").split(","))))
    for one in found:
        try:
            ip_network(one)
        except ValueError as error:
            expected = 'the number of the machine that the proxy runs on: "127.0.0.1"; several between commas'
            raise web.refused("proxy", expected) from error
    return found


def listening(written: str) -> tuple[str, int]:
    """`HOST:PORT`. Raises SettingsError for anything else."""
    host, _, port = written.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65_536:
        raise SettingsError(f"{written!r} is no place to listen; write a host and a port: 127.0.0.1:8470.")
    return host.strip("[]"), int(port)


def _listen(web: _Table, default: tuple[str, int]) -> tuple[str, int]:
    return listening(web.text("listen", f"{default[0]}:{default[1]}"))
