"""May I? Asked before each mail, profile or sharing: one read of the book, through its driver alone."""

import hmac
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from json.encoder import encode_basestring_ascii as quoted
from zoneinfo import ZoneInfo

from gestand.book.choices import way_of
from gestand.book.links import digest_of
from gestand.book.quick import Quick, Rows
from gestand.core.choice import VISITOR, AgeRoute, Subject
from gestand.core.errors import NotAChoice
from gestand.core.hold import Hold
from gestand.core.lasting import Suppression
from gestand.core.staff import LinkPurpose
from gestand.datamap.parse import DataMap
from gestand.duties.consent import Facts, Heard, May, Word, decide, facts
from gestand.duties.consent.facts import DOUBLE
from gestand.duties.rows.people import without_plus
from gestand.evidence.keys import Keys, Secret
from gestand.statement.model import Statement
from gestand.wiring.choices import normalised, subject_digest
from gestand.wiring.records import BookRecords
from gestand.wiring.settings import Settings

_A_SUPPRESSION, _HOLDS = 2, 3
_HEARD = (
    "SELECT CAST(granted AS INTEGER), at, CAST(proven AS INTEGER), age, {told} FROM standing "
    "WHERE subject = ? AND purpose IN ({words}) "
    "UNION ALL SELECT 2, since, 0, scope, channel FROM suppressions WHERE digest IN ({digests}) "
    "UNION ALL SELECT 3, '', count(*) + count(ends), '', '' FROM holds"
)
"""Her words, her objections, and by how many holds began and ended whether those that are known are still all.

The first column is 0 for a no, 1 for a yes, and then one of the two numbers above.
"""
_HOW_SHE_SAID_IT = "(SELECT told_json FROM choices WHERE choices.number = standing.number)"
_HOLDER = "SELECT subject, until FROM links WHERE digest = ? AND purpose = ? AND used_at IS NULL"
_OF_A_RESTRICTION = "case-"
"""How the id of a hold begins by which a case keeps data out of use; one for a claim keeps, and forbids no use."""


@dataclass(frozen=True)
class Known:
    """By what kinds of identifier people are known, and which of them is a mail address."""

    kinds: frozenset[str]
    address: str

    def subject(self, person: str) -> Subject | None:
        """Whom `kind=value` or a bare mail address means; None where that is nobody the data map could know."""
        kind, equals, value = person.partition("=")
        if equals and kind in self.kinds:
            return Subject(kind, value) if value.strip() else None
        return Subject(self.address, person) if "@" in person else None


def known(data_map: DataMap) -> Known:
    """The kinds of the data map, and the visitors of the site."""
    tables = (table for store in data_map.databases.values() for table in store.tables.values())
    kinds = [kind for table in tables if isinstance(table.known_by, dict) for kind in table.known_by]
    address = next((kind for kind in kinds if "mail" in kind.casefold()), "email")
    return Known(frozenset({*kinds, address, VISITOR}), address)


@dataclass
class _Restricted:
    """By subject, the restrictions that were read last, and the mark of all holds at that time."""

    mark: int = 0
    by_subject: Mapping[bytes, tuple[Hold, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class BookMay:
    """Whether something may be done to somebody, for the company's own code: ask it before each use.

        may = open_company(Path("shop")).may
        if may("email=ann@example.org", "newsletter", "email"):
            send(...)

    Open the company once, and ask as often as you like, from any thread. A person is `kind=value`, with a kind of the
    data map, a bare mail address, or a Subject; a purpose is a word of the statement: of `purposes`, `marketing`,
    `messages` or `cookies`. Name the channel where you know it: without one, a no to any of them counts.
    What comes back is true or false, and `.reason` says why. Each answer knows of every choice and objection that
    was recorded before, by whichever process. Raises BookError when the book does not answer: then do nothing.
    """

    quick: Quick
    keys: Keys
    facts: Mapping[str, Facts]
    known: Known
    holds: Callable[[], tuple[Hold, ...]]
    clock: Callable[[], datetime]
    zone: ZoneInfo
    plus_addresses: bool = False
    _restricted: _Restricted = field(default_factory=_Restricted, repr=False, compare=False)
    _statements: dict[tuple[bool, int, int], str] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, person: str | Subject, purpose: str, channel: str = "") -> May:
        told, now = self.facts.get(purpose), self.clock()
        subject = self.known.subject(person) if isinstance(person, str) else person
        if told is None or subject is None or subject.kind not in self.known.kinds:
            return decide(told, None, channel, now)
        try:
            value = normalised(subject)
        except NotAChoice:  # what identifies nobody
            return decide(told, None, channel, now)
        digest = subject_digest(self.keys.people, subject.kind, value)
        left_alone = self._suppressed(subject.kind, value)
        statement = self._statement(told.confirmed == DOUBLE, len(told.words), len(left_alone))
        rows = self.quick.read(statement, (digest, *told.words, *left_alone))
        return decide(told, self._heard(subject.kind, digest, rows, now), channel, now)

    def system(self, token: str) -> str:
        """The system of the company that holds a token for asking; empty for any other token."""
        rows = self.quick.read(self.quick.statement(_HOLDER), (digest_of(token), LinkPurpose.MAY.value))
        now = self.clock()
        return next((str(name) for name, until in rows if datetime.fromisoformat(until) > now), "")

    def _statement(self, double: bool, words: int, digests: int) -> str:
        """The same text for the same question, which the driver has prepared already."""
        found = self._statements.get((double, words, digests))
        if found is None:
            told = _HOW_SHE_SAID_IT if double else "''"
            marks = {"words": ", ".join("?" * words), "digests": ", ".join("?" * digests)}
            found = self.quick.statement(_HEARD.format(told=told, **marks))
            self._statements[double, words, digests] = found
        return found

    def _suppressed(self, kind: str, value: str) -> tuple[str, ...]:
        """By what the book knows whom to leave alone: her, and her whole mailbox where plus addresses are one."""
        first = suppression_digest(self.keys.digest, kind, value)
        bare = without_plus(value) if self.plus_addresses else ""
        return (first, suppression_digest(self.keys.digest, kind, bare)) if bare else (first,)

    def _heard(self, kind: str, digest: bytes, rows: Rows, now: datetime) -> Heard:
        words, suppressions = [], []
        restricted: tuple[str, ...] = ()
        for what, at, number, said, more in rows:
            if what == _HOLDS:
                restricted = self._restricted_data(digest, number, now)
            elif what == _A_SUPPRESSION:
                suppressions.append(Suppression(said, more, datetime.fromisoformat(at), ""))
            else:
                way = way_of(more) if more else None
                words.append(Word(bool(what), datetime.fromisoformat(at), bool(number), AgeRoute(said), way))
        return Heard(kind, tuple(words), tuple(suppressions), restricted)

    def _restricted_data(self, digest: bytes, mark: int, now: datetime) -> tuple[str, ...]:
        """The data of hers that are kept and not used today; an empty word is all of them."""
        if mark != self._restricted.mark:
            self._read_restrictions(mark)
        found = self._restricted.by_subject.get(digest)
        if not found:
            return ()
        today = now.astimezone(self.zone).date()
        return tuple(word for hold in found if hold.in_force(today) for word in hold.data or ("",))

    def _read_restrictions(self, mark: int) -> None:
        by_subject: dict[bytes, tuple[Hold, ...]] = {}
        for hold in self.holds():
            for kind, value in hold.people if hold.id.startswith(_OF_A_RESTRICTION) else ():
                with suppress(NotAChoice):  # nobody can be asked about by what identifies nobody
                    digest = subject_digest(self.keys.people, kind, normalised(Subject(kind, value)))
                    by_subject[digest] = (*by_subject.get(digest, ()), hold)
        self._restricted.by_subject, self._restricted.mark = by_subject, mark


def suppression_digest(key: Secret, kind: str, value: str) -> str:
    """The keyed digest of ("suppressed", kind, identifier), without looking at the values one by one."""
    return hmac.digest(key.bytes, f'["suppressed",{quoted(kind)},{quoted(value)}]'.encode(), "sha256").hex()


def may_of(
    records: BookRecords,
    statement: Statement,
    data_map: DataMap,
    settings: Settings,
    clock: Callable[[], datetime],
) -> BookMay:
    """All that the statement and the data map settle is worked out here, once."""
    return BookMay(
        quick=Quick(records.book),
        keys=records.keys,
        facts=facts(statement),
        known=known(data_map),
        holds=records.holds,
        clock=clock,
        zone=settings.zone,
        plus_addresses=settings.requesting.plus_addresses,
    )
