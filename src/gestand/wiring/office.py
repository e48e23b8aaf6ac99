"""Writes what goes out for a case: gathers the facts from the statement, the world and the case, and renders them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from email.utils import parseaddr
from functools import cached_property
from zoneinfo import ZoneInfo

from gestand.clock.cutoff import last_day
from gestand.clock.term import Period, Term
from gestand.core.case import Case
from gestand.core.caseplan import Task
from gestand.core.caseports import Links
from gestand.core.letter import Addressee, Letter, LetterFacts, Template, Told, Written
from gestand.core.package import Category, Listing, Package
from gestand.core.promise import RightPromise
from gestand.core.question import Find, Rows
from gestand.core.request import Right
from gestand.core.schema import TableName
from gestand.core.staff import LinkPurpose
from gestand.core.step import Asked, Extended, Lifted, Wrote
from gestand.core.text import Text
from gestand.datamap.bound import BoundTable
from gestand.documents.answering import authority_name, backups_follow, category, contact, receivers
from gestand.duties import requests
from gestand.duties.requests.granted import is_a_customers
from gestand.duties.world import World
from gestand.statement.controller import ProtectionOfficer
from gestand.statement.model import Statement
from gestand.statement.recipients import Recipient
from gestand.wiring.requesting import Requesting
from gestand.wiring.telling import (
    CHANGED,
    called,
    erased_names,
    is_changed,
    is_copied,
    is_erased,
    is_moved,
    kept_by,
    known_by,
    readable,
    to_take_along,
)

LOGICAL = Text(
    "gewist uit de systemen hieronder; de schijfruimte wordt later overschreven",
    "erased from the systems below; their disk space is overwritten later",
)
CONFIRMED_WITHIN = timedelta(hours=24)
PAGE_STAYS = timedelta(days=180)
"""The page of a case by the link of its receipt: longer than the longest term with its extension (GDPR 12(3))."""
_DECIDED = Text("over uw bezwaar is beslist", "your objection was decided on")


@dataclass(frozen=True)
class Office:
    """The letters and packages of one company, with days as in its `zone`. `checkpoint` gives the newest of the log."""

    statement: Statement
    settings: Requesting
    checkpoint: Callable[[], str]
    links: Links
    zone: ZoneInfo

    def letter(
        self, case: Case, template: Template, world: World, told: tuple[Told, ...], now: datetime
    ) -> Letter:
        """The letter with its facts, still to be written."""
        asker = case.request.asker
        to = Addressee(asker.name, asker.email, asker.address)
        facts = self._facts(case, world, told, now)
        if template is Template.LIFTING:
            facts = _with_lifting(case, world, facts)
        if template is Template.PASSED_ON:
            facts = replace(facts, answer_by=self._limit(case))
        if template in (Template.QUESTION, Template.NOT_IDENTIFIED):
            facts = _with_doubt(case, facts)
        if asker.email:
            facts = self._with_link(case, template, facts, now)
        return Letter(template, case.request.language, to, facts)

    def written(self, letter: Letter) -> Written:
        """The bytes that go out."""
        from gestand.documents.letters import write

        return write(letter)

    def package(
        self, case: Case, world: World, copies: tuple[tuple[Find, Rows], ...], now: datetime
    ) -> bytes:
        """Her copy, as one archive."""
        from gestand.documents.package import package

        kind = Right.ACCESS if Right.ACCESS in case.request.rights else Right.PORTABILITY
        tables = tuple(_tables(world, copies))
        words = dict.fromkeys(one.data for table, _ in tables for one in requests.shown(world, table))
        return package(
            Package(
                kind=kind,
                language=case.request.language,
                case=case.id,
                name=case.request.asker.name,
                company=str(self.statement.controller.name or ""),
                contact=contact(self.statement),
                authority=self._authority,
                made_on=now.astimezone(world.zone).date(),
                rights=tuple(Right),
                categories=tuple(self._category(word, _listings(word, tables)) for word in words),
                withheld=_withheld(world, (table for table, _ in tables)),
                systems=_systems(world),
                by_hand=world.bound.by_hand,
                unsearchable=tuple(map(world.called, requests.unsearchable(world))),
                checkpoint=self.checkpoint(),
            )
        )

    def package_for_another(
        self, case: Case, world: World, copies: tuple[tuple[Find, Rows], ...], now: datetime
    ) -> bytes | None:
        """What the organisation that she names gets: what she may take along, and nothing else (GDPR 20(2))."""
        taken = to_take_along(case)
        there = replace(world, case=taken)
        shown = any(requests.shown(there, table) for table, _ in _tables(there, copies))
        return self.package(taken, there, copies, now) if case.request.sent_on_to and shown else None

    def package_until(self, now: datetime) -> datetime:
        """Until when a package that is made now can be fetched."""
        return _after(self.settings.package_stays, now.astimezone(self.zone))

    def case_until(self, now: datetime) -> datetime:
        """Until when the file of a case that is closed now is kept: as long as a claim may come (BW 3:310)."""
        return _after(self.settings.case_stays, now.astimezone(self.zone))

    def to_be_told(self, world: World, told: tuple[Told, ...]) -> tuple[Task, ...]:
        """A task for each recipient whose address gestand.toml does not know (GDPR 19); whoever keeps by hand what he
        got, tells him; of what lies in databases alone, the desk.
        """
        rights = tuple(dict.fromkeys(line.right for line in told if is_changed(world, line)))
        got = {word: tuple(one.data or ()) for word, one in self._receiving(world, told).items()}
        return tuple(
            Task(word, kept_by(world, data) or self._desk, data, rights, searched=False)
            for word, data in got.items()
            if word not in self.settings.recipients
        )

    def backups_until(self, now: datetime) -> datetime:
        """When the back-ups hold nothing any more of what is erased now; half a year where the statement is silent."""
        return _after(backups_follow(self.statement) or Period(months=6), now.astimezone(self.zone))

    def to_recipients(
        self, case: Case, world: World, told: tuple[Told, ...], now: datetime
    ) -> tuple[Letter, ...]:
        """The letters to those who got the data and whose addresses gestand.toml knows (GDPR 19), and to whom she wants
        to have them (GDPR 20(2)).
        """
        receiving = self._receiving(world, told).items()
        known = {word: one for word, one in receiving if word in self.settings.recipients}
        if not known and not case.request.sent_on_to:
            return ()
        facts = replace(self._facts(case, world, told, now), about=known_by(case), link="", words="")
        changed = (
            Letter(
                Template.RECIPIENT,
                self.statement.language,
                Addressee(called(one).said_in(self.statement.language), self.settings.recipients[word]),
                replace(facts, told=self._of_theirs(world, word, told)),
                word,
            )
            for word, one in known.items()
        )
        return (*changed, *self._transfer(case, facts, now))

    def _of_theirs(self, world: World, recipient: str, told: tuple[Told, ...]) -> tuple[Told, ...]:
        """What became of the data that this recipient got; of the rest he hears nothing."""
        theirs = {
            world.called(word) for word in self.statement.data if recipient in receivers(self.statement, word)
        }
        mine = (line for line in told if line.data in theirs and is_changed(world, line))
        return tuple(line if line.right in CHANGED else replace(line, right=Right.ERASURE) for line in mine)

    def to_controller(self, case: Case, world: World, to: Addressee, now: datetime) -> Letter:
        """Her request, to the customer who decides on it: we only process these data for him (GDPR 28(3)(e))."""
        facts = replace(
            self._facts(case, world, (), now),
            about=known_by(case),
            answer_by=self._limit(case),
            data=tuple(
                world.called(word)
                for word in world.names
                if case.covers(word) and is_a_customers(world, word)
            ),
        )
        who = f"{to.name} ({to.email or to.address})" if to.name else to.email or to.address
        return Letter(Template.CONTROLLER, self.statement.language, to, facts, who)

    def _transfer(self, case: Case, facts: LetterFacts, now: datetime) -> Iterator[Letter]:
        """A link that works once, to whom she named; without a mail address the letter is printed."""
        if not facts.sent_on_to:
            return
        from gestand.documents.letters import is_address

        language, to = self.statement.language, facts.sent_on_to
        name, email = parseaddr(to)
        until, here = self.package_until(now), LinkPurpose.TRANSFER
        token = self.links.link(here, case.id, now, until)
        link = f"{self.settings.pages}{here.page.said_in(language)}{token}"
        yield Letter(
            Template.TRANSFER,
            language,
            Addressee(name, email) if is_address(email) else Addressee("", "", to),
            replace(facts, told=(), link=link, link_until=until),
            to,
        )

    def _with_link(self, case: Case, template: Template, facts: LetterFacts, now: datetime) -> LetterFacts:
        """The page that a letter to her leads to: to confirm, to see how far we are, or to collect her copy."""
        if template is Template.LINK:
            purpose, until, told = LinkPurpose.IDENTITY, now + CONFIRMED_WITHIN, True
        elif template is Template.ANSWER and any(map(is_copied, facts.told)):
            purpose, until, told = LinkPurpose.CASE, self.package_until(now), True
        elif template is Template.RECEIPT:
            purpose, until, told = LinkPurpose.CASE, now + PAGE_STAYS, False
        else:
            return facts
        token = self.links.link(purpose, case.id, now, until)
        link = f"{self.settings.pages}{purpose.page.said_in(case.request.language)}{token}"
        return replace(facts, link=link, link_until=until.astimezone(self.zone) if told else None)

    def _facts(self, case: Case, world: World, told: tuple[Told, ...], now: datetime) -> LetterFacts:
        clocks = requests.clocks(case, self._promises, world.zone)
        today, extended = now.astimezone(world.zone).date(), case.last(Extended)
        erased = any(line.data in erased_names(world) and is_erased(line) for line in told)
        changed = any(is_changed(world, line) for line in told)
        sent_on = case.request.sent_on_to if is_moved(case, world, told) else ""
        return LetterFacts(
            case=case.id,
            company=str(self.statement.controller.name or ""),
            contact=contact(self.statement),
            authority=self._authority,
            public_body=self.settings.public_body,
            received=case.request.received.astimezone(self.zone),
            rights=case.request.rights,
            answer_by=(clocks.told - timedelta(seconds=1)).astimezone(world.zone).date(),
            written_on=today,
            data=tuple(map(world.called, case.request.data)),
            acts_for=case.request.asker.acts_for,
            told=tuple(map(readable, told)),
            systems=_systems(world),
            by_hand=world.bound.by_hand,
            unsearchable=tuple(map(world.called, requests.unsearchable(world))),
            withheld=_of_others(case, world) if any(map(is_copied, told)) else (),
            told_recipients=_names(self._receiving(world, told)) if changed else (),
            level=LOGICAL if erased else None,
            backups_by=self._backups(now) if erased else None,
            suppressed=Right.MARKETING in case.request.rights,
            passed_on_to="; ".join(one.to for one in case.all_of(Wrote) if one.letter == Template.CONTROLLER),
            sent_on_to=sent_on,
            sent_on_until=self.package_until(now) if sent_on else None,
            words=case.request.words,
            reason=extended.reason if extended and not told else "",
            checkpoint=self.checkpoint(),
        )

    def _category(self, word: str, listings: tuple[Listing, ...]) -> Category:
        """What the statement says of a datum is the same in every package."""
        if word not in self._said:
            self._said[word] = category(self.statement, word, ())
        return replace(self._said[word], listings=listings)

    @cached_property
    def _said(self) -> dict[str, Category]:
        return {}

    @cached_property
    def _authority(self) -> Text:
        return authority_name(self.statement)

    @property
    def _desk(self) -> str:
        """Who is mailed when something waits; without them the protection officer."""
        officer = self.statement.controller.protection_officer
        hers = (officer.email or officer.name) if isinstance(officer, ProtectionOfficer) else ""
        return self.settings.owner or self.settings.deputy or str(hers or "")

    @cached_property
    def _promises(self) -> tuple[RightPromise, ...]:
        return requests.promises(self.statement)

    def _limit(self, case: Case) -> date:
        """The last day that the law allows: our own promise binds no customer, and is not extended."""
        clocks = requests.clocks(case, requests.promises(self.statement), self.zone)
        return (clocks.limit - timedelta(seconds=1)).astimezone(self.zone).date()

    def _backups(self, now: datetime) -> date | None:
        """The day by which the back-ups follow, as the statement says it."""
        within = backups_follow(self.statement)
        return last_day(Term(within), now.astimezone(self.zone).date()) if within else None

    def _receiving(self, world: World, told: tuple[Told, ...]) -> dict[str, Recipient]:
        """Who got data that were corrected, erased or restricted."""
        names = {name.en: word for word, name in world.names.items()}
        changed = [names[line.data.en] for line in told if is_changed(world, line)]
        return {key: one for word in changed for key, one in receivers(self.statement, word).items()}


def _with_lifting(case: Case, world: World, facts: LetterFacts) -> LetterFacts:
    """What is used again from today on, and why: somebody lifted it, or the objection was decided on."""
    lifted = case.last(Lifted)
    why = [one.reason for one in case.decisions if one.right is Right.OBJECTION and one.reason]
    reason = lifted.reason if lifted else "; ".join(why) or _DECIDED.said_in(case.request.language)
    found = {amount.data for amount in case.found.amounts if amount.rows} if case.found else set()
    kept = (
        word for word in requests.in_use_again(world) if word in found and not is_a_customers(world, word)
    )
    data = tuple(map(world.called, kept))
    return replace(facts, data=data, from_day=facts.written_on, reason=reason)


def _with_doubt(case: Case, facts: LetterFacts) -> LetterFacts:
    """Why we are not sure who asks, and what we ask to know it."""
    asked = case.last(Asked)
    return replace(
        facts, reason=asked.doubt if asked else "", question=asked.question if asked else facts.question
    )


def _names(found: dict[str, Recipient]) -> tuple[Text, ...]:
    return tuple(map(called, found.values()))


def _after(period: Period, now: datetime) -> datetime:
    """The end of the day on which a period from now ends."""
    return datetime.combine(last_day(Term(period), now.date()) + timedelta(days=1), time(), now.tzinfo)


def _systems(world: World) -> tuple[str, ...]:
    return tuple(store.name for store in world.bound.stores)


def _tables(world: World, copies: tuple[tuple[Find, Rows], ...]) -> Iterator[tuple[BoundTable, Rows]]:
    for find, rows in copies:
        table = world.bound.table(find.store, find.table)
        if table is not None and rows.rows:
            yield table, rows


def _listings(word: str, tables: tuple[tuple[BoundTable, Rows], ...]) -> tuple[Listing, ...]:
    """The columns of one datum out of each table that holds it."""
    return tuple(
        Listing(table.store, _name(table.name), _columns(rows, one.columns))
        for table, rows in tables
        for one in table.data
        if one.data == word
    )


def _columns(rows: Rows, columns: tuple[str, ...]) -> Rows:
    places = [rows.columns.index(column) for column in columns]
    return Rows(columns, tuple(tuple(row[place] for place in places) for row in rows.rows), rows.more)


def _name(table: TableName) -> str:
    return table.name


def _of_others(case: Case, world: World) -> tuple[Text, ...]:
    """The data of others in the rows of hers that were found."""
    found = case.found.amounts if case.found else ()
    tables = (world.bound.table(one.store, one.table) for one in found if one.rows)
    return _withheld(world, (table for table in tables if table is not None))


def _withheld(world: World, tables: Iterable[BoundTable]) -> tuple[Text, ...]:
    words = dict.fromkeys(one.data for table in tables for one in requests.withheld(world, table))
    return tuple(map(world.called, words))
