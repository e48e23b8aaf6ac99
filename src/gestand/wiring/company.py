"""A company's folder, opened: its statement, data map, stores, book and keys, and the keeper of all these."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gestand.core.action import Mode
from gestand.core.caseports import (
    Attempts,
    Cases,
    Links,
    Outbox,
    Postman,
    Staff,
    Suppressions,
    Tombstones,
    Visitors,
)
from gestand.core.errors import BookNotOurs, SettingsError
from gestand.core.finding import Finding
from gestand.core.hold import Hold
from gestand.core.letter import Addressee, Posting, Sending, Template, Written
from gestand.core.plan import Kept, Plan
from gestand.core.ports import Archive, Records, Witness
from gestand.core.staff import Role
from gestand.core.text import Language
from gestand.core.told import Approved, Told
from gestand.datamap.parse import DataMap, parse_data_map
from gestand.duties.world import World
from gestand.guard import Allowed
from gestand.keeper import Checked, Keeper
from gestand.run import Watcher, unwatched
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement
from gestand.wiring.records import BookRecords
from gestand.wiring.requesting import refuse_strange
from gestand.wiring.settings import FILE, SQLITE, Settings, read_settings

if TYPE_CHECKING:
    from gestand.casework import Casework
    from gestand.core.choice import Subject
    from gestand.core.choiceports import Choices
    from gestand.correspondence import Correspondence
    from gestand.evidence.keys import Keys
    from gestand.replay import Replayer
    from gestand.selfservice import SelfService
    from gestand.sending import Notice
    from gestand.wiring.cases import BookCases
    from gestand.wiring.desk import BookDoors
    from gestand.wiring.lasting import BookLasting
    from gestand.wiring.may import BookMay
    from gestand.wiring.reminders import BookReminders
    from gestand.wiring.unsubscribing import Link, Unsubscribing


def system_clock() -> datetime:
    """The time, aware: the only place that asks the machine for it."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Company:
    """One company, opened as far as is asked for: files are read and doors opened on first use.

    `notice` is told whether mail goes out, where a process sends by itself.
    """

    settings: Settings
    clock: Callable[[], datetime] = system_clock
    notice: "Notice | None" = None

    @cached_property
    def statement(self) -> Statement:
        return parse_statement(self.settings.statement)

    @cached_property
    def data_map(self) -> DataMap:
        return parse_data_map(self.settings.data_map)

    @property
    def records(self) -> Records:
        """What gestand remembers."""
        return self._book

    @property
    def log(self) -> Witness:
        """The log, for those who look at it from outside."""
        return self._book

    @property
    def archive(self) -> Archive:
        """Every version of the statement."""
        return self._book

    @property
    def cases(self) -> Cases:
        """Requests, and what was done about them."""
        return self._cases

    @property
    def outbox(self) -> Outbox:
        """The letters."""
        from gestand.wiring.letters import BookOutbox

        return BookOutbox(self._cases)

    @cached_property
    def casework(self) -> "Casework":
        """Requests from receipt to answer."""
        from gestand.casework import Casework
        from gestand.wiring.office import Office

        self.refuse_unfit()
        settings = self.settings
        office = Office(self.statement, settings.requesting, self.log.checkpoint, self.links, settings.zone)
        return Casework(
            self.keeper,
            self.cases,
            self.outbox,
            office,
            self._lasting,
            self.settings.requesting.second_decider_above,
            self._there_are_two_deciders,
            as_one=self._book.book.transaction,
            plus_addresses=self.settings.requesting.plus_addresses,
        )

    def refuse_unfit(self) -> None:
        """Raises SettingsError where gestand.toml speaks of what the statement does not have."""
        recipients = self.statement.recipients
        known = recipients if isinstance(recipients, dict) else {}
        refuse_strange(self.settings.requesting.recipients, known, self.settings.folder / FILE)

    def _there_are_two_deciders(self) -> bool:
        """So that a second one can approve."""
        deciders = (one for one in self.staff.members() if one.role is Role.DECIDER and one.ready)
        return len([one for one in deciders if one.revoked is None]) > 1

    @property
    def replayer(self) -> "Replayer":
        """Past erasures, done again after a restore."""
        from gestand.replay import Replayer

        return Replayer(self.keeper, self._lasting)

    @property
    def correspondence(self) -> "Correspondence":
        """Letters by which staff move a case."""
        from gestand.correspondence import Correspondence

        return Correspondence(self.casework)

    @property
    def self_service(self) -> "SelfService":
        """What people see to themselves."""
        from gestand.selfservice import SelfService

        return SelfService(self.casework)

    def send_letters(self) -> Iterator[Posting]:
        """Send what waits. Raises SettingsError where gestand.toml names no mail server."""
        from gestand.sending import send

        return send(self.outbox, self._mail_server(), self.clock)

    def mail_link(self, to: Addressee, written: Written, name: str) -> None:
        """Mail a link that lets somebody in for minutes; it lies in no outbox. Raises MailError, SettingsError.

        `name` is a word that no other mail of the company has.
        """
        posting = Posting(0, name, Template.LINK, self.settings.language, Sending.SENDING, self.clock())
        self._mail_server().deliver(posting, to, written)

    def _mail_server(self) -> Postman:
        server = self.postman()
        if server is None:
            raise SettingsError(
                f"{self.settings.folder / FILE} names no mail server, so no letter goes out. Write [mail] with host, "
                "from and security; the password goes into the environment (GESTAND_MAIL_PASSWORD)."
            )
        return server

    def postman(self) -> Postman | None:
        """The way to the mail server; None where gestand.toml names none."""
        from gestand.stores.mail import MailServer

        mail = self.settings.requesting.mail
        if mail is None:
            return None
        server = MailServer(mail.host, mail.port, mail.sender, mail.security, mail.user, mail.password)
        return self.notice.noticing(server) if self.notice else server

    @property
    def suppressions(self) -> Suppressions:
        """Who is to be left alone."""
        return self._lasting

    @property
    def tombstones(self) -> Tombstones:
        """By what the erased are found again."""
        return self._lasting

    @property
    def staff(self) -> Staff:
        """Who may sign in."""
        from gestand.wiring.desk import BookStaff

        return BookStaff(self._book.book, self._book.keys)

    @property
    def links(self) -> Links:
        """Links for people without a password."""
        return self._doors

    @property
    def visitors(self) -> Visitors:
        """People who see to their own data."""
        from gestand.wiring.visitors import BookVisitors

        return BookVisitors(self._book.book, self._book.keys)

    @property
    def reminders(self) -> "BookReminders":
        """Who was mailed of what."""
        from gestand.wiring.reminders import BookReminders

        return BookReminders(self._book.book, self._book.keys)

    @cached_property
    def choices(self) -> "Choices":
        """What people said yes and no to."""
        from gestand.wiring.choices import BookChoices

        return BookChoices(self._book.book, self._book.keys, self.clock)

    @cached_property
    def may(self) -> "BookMay":
        """`if company.may(person, purpose, channel): ...`, for the company's own code: ask before each use."""
        from gestand.wiring.may import may_of

        return may_of(self._book, self.statement, self.data_map, self.settings, self.clock)

    @cached_property
    def unsubscribing(self) -> "Unsubscribing":
        """Who stops a stream of mail with one click."""
        from gestand.wiring.unsubscribing import unsubscribing_of

        return unsubscribing_of(self._lasting, self.statement, self.data_map, self.settings, self.clock)

    def unsubscribe_link(self, who: "str | Subject", stream: str, language: Language | None = None) -> "Link":
        """For the company's own mail program: put its `headers` into the mail, and its `url` below the text."""
        return self.unsubscribing.link(who, stream, language or self.settings.language)

    @property
    def attempts(self) -> Attempts:
        """How often somebody tried."""
        return self._doors

    @cached_property
    def _cases(self) -> "BookCases":
        from gestand.book.keyring import FILE, KeyRing
        from gestand.wiring.cases import BookCases

        ring = KeyRing(self.settings.keys / FILE)
        return BookCases(self._book.book, self._book.keys, ring, self.settings.zone)

    @cached_property
    def _lasting(self) -> "BookLasting":
        from gestand.wiring.lasting import BookLasting

        return BookLasting(self._book.book, self._book.keys, self.settings.requesting.plus_addresses)

    @cached_property
    def _doors(self) -> "BookDoors":
        from gestand.wiring.desk import BookDoors

        return BookDoors(self._book.book, self._book.keys)

    @cached_property
    def _book(self) -> BookRecords:
        from gestand.book import owner
        from gestand.book.database import open_book
        from gestand.evidence.keys import read_keys

        book, keys = open_book(self.settings.book.removeprefix(SQLITE)), read_keys(self.settings.keys)
        with book.reading() as connection:
            owner.refuse_others(connection, *_marks(keys))
        return BookRecords(book, keys, self.statement, self._text())

    def _text(self) -> str:
        """The statement's text, of which the digest was taken. Raises SettingsError when it changed since."""
        written = self.settings.statement.read_bytes()
        if hashlib.sha256(written).hexdigest() != self.statement.digest:
            raise SettingsError(f"{self.settings.statement} changed while it was being read. Run this again.")
        return written.decode("utf-8")

    @cached_property
    def keeper(self) -> Keeper:
        from gestand.stores.sql import SqlStore

        stores = {
            name: SqlStore(name, self.settings.address(database.url.removeprefix("$")))
            for name, database in self.data_map.databases.items()
        }
        settings = self.settings
        return Keeper(
            self.statement, self.data_map, stores, self.records, settings.zone, settings.rhythm, self.cases
        )

    def world(self) -> World:
        """What the stores look like now, tied to the data map."""
        return self.keeper.world(self.clock())

    def plan(self) -> Plan:
        return self.keeper.plan(self.clock())

    def keep(self, allowed: Allowed, mode: Mode, watcher: Watcher = unwatched) -> Kept:
        return self.keeper.keep(self.clock, allowed, mode, watcher)

    def check(self) -> Checked:
        return self.keeper.check(self.clock())

    def tell(self, told: Told) -> Approved | None:
        return self.keeper.tell(told, self.clock())

    def reach_of(self, hold: Hold) -> tuple[tuple[str, int | None], ...]:
        """How many rows of each table a hold keeps; None where the map cannot tell whose they are."""
        return self.keeper.reach_of(hold, self.clock())

    def drift(self) -> tuple[Finding, ...]:
        """What has changed in the mapped databases since their shape was last accepted."""
        return self.keeper.drift(self.clock())


def open_company(folder: Path, clock: Callable[[], datetime] = system_clock) -> Company:
    """Open the company in a folder. Raises SettingsError when there is none."""
    company = Company(read_settings(folder), clock)
    if not company.settings.statement.exists():
        raise SettingsError(
            f"There is no {company.settings.statement.name} in {folder.resolve()}. `gestand init` writes a starter, "
            "`gestand demo sms-gateway` a whole sample; or name the folder: `gestand --company FOLDER ...`."
        )
    return company


def found_company(settings: Settings, log_name: str) -> bool:
    """Make the keys and the book of a new company; False when both are there already, and left alone.

    Raises SettingsError when one of the two is there without the other, which belongs to it.
    """
    from gestand.book import owner
    from gestand.book.database import open_book
    from gestand.evidence.keys import SIGNING, make_keys

    address = settings.book.removeprefix(SQLITE)
    keys, book = (settings.keys / SIGNING).exists(), _is_there(settings.book)
    if keys and not book:
        raise SettingsError(
            f"The keys in {settings.keys} belong to a book that is missing: {address}. Put that book back from its "
            "back-up. To begin a new log instead, move the keys away first, and keep them."
        )
    if book and not keys:
        raise SettingsError(
            f"The book {address} belongs to keys that are missing: {settings.keys}. Put those keys back from their "
            "own back-up. To begin a new log instead, move the book away first, and keep it."
        )
    if not keys:
        made, opened = make_keys(settings.keys, log_name), open_book(address, create=True)
        with opened.transaction() as connection:
            owner.put(connection, *_marks(made))
        opened.close()
    return not keys


def _marks(keys: "Keys") -> tuple[str, str]:
    """What a book knows its keys by: the public key, and a digest of something known."""
    from gestand.evidence.digest import keyed_digest

    return str(keys.verifier), keyed_digest(keys.digest, "whose book is this")


def _is_there(book: str) -> bool:
    """Whether a book lies at this address already. Raises BookAway when a server does not answer."""
    from gestand.book.database import open_book

    if book.startswith(SQLITE):
        return Path(book.removeprefix(SQLITE)).exists()
    try:
        open_book(book).close()
    except BookNotOurs:
        return False
    return True
