"""What runs by itself while `gestand serve` runs: letters, keep, check, the ends of terms; and what it tells to whom.

What ran and when is read from the log, so that a restart repeats nothing and forgets nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from gestand.core.action import Mode
from gestand.core.caseports import Postman
from gestand.core.entry import Kind
from gestand.core.errors import GestandError
from gestand.core.finding import Finding, Verdict
from gestand.core.letter import Posting, Sending
from gestand.core.question import Silence
from gestand.core.request import Right
from gestand.core.text import Text
from gestand.duties import requests
from gestand.guard import Allowed
from gestand.sending import uncertain
from gestand.wiring.company import Company
from gestand.wiring.reminders import Reminders, Trouble

EVERY = {"hourly": timedelta(hours=1), "daily": timedelta(days=1), "weekly": timedelta(weeks=1)}
TRIED_AGAIN = timedelta(minutes=15)
"""After so long a keep or check that did not run is tried once more."""
RESTED_AGAIN = timedelta(hours=1)
"""After so long the rows of a person whose objection waits are looked for once more."""
STUCK = timedelta(minutes=5)
"""A letter that has been on its way for longer was left by a process that died."""
_GRAVE = (Verdict.DEVIATION, Verdict.CANNOT_TELL)
_TOLD = ("request-due-soon", "no-keep-lately", "no-check-lately")
"""What is running and told all the same: a clock near its end, a run that was missed."""


@dataclass
class Schedule:
    """One company's. `tick` is called every minute or so, and does whatever is due."""

    company: Company
    postman: Callable[[], Postman | None]
    tried: dict[str, datetime] = field(default_factory=dict)
    rested: dict[str, datetime] = field(default_factory=dict)
    alive: datetime | None = None

    def tick(self) -> None:
        """Everything that is due now; trouble is told, and stops nothing else."""
        now = self.company.clock()
        trouble: list[Trouble] = []
        steps = (self._keep, self._check, self._remind, self._rest, self._answer, self._send, self._end)
        for step in steps:
            try:
                trouble += map(Trouble.of, step(now))
            except GestandError as error:
                trouble.append(_stopped(error))
        self.reminders.tell(trouble, now)
        self.alive = now

    @cached_property
    def reminders(self) -> Reminders:
        return Reminders(self.company.reminders, self.company.settings, self.postman)

    def last(self, verb: str) -> datetime | None:
        """When `keep` or `check` last ran to its end."""
        if verb == "keep":
            done = self.company.records.last(Kind.DONE, "")
            return done.at if done else None
        promises = (promise.id for promise in self.company.keeper.promises())
        seen = (self.company.records.last(Kind.CHECKED, one) for one in promises)
        return max((entry.at for entry in seen if entry), default=None)

    def _due(self, verb: str, now: datetime) -> bool:
        often = EVERY.get(self.company.settings.often.get(verb, ""))
        if often is None or (verb in self.tried and now - self.tried[verb] < TRIED_AGAIN):
            return False
        last = self.last(verb)
        if last is not None and now - last < often:
            return False
        self.tried[verb] = now
        return True

    def _missed(self, verb: str, now: datetime) -> Iterator[Trouble]:
        """A run that should have been, and was not: nothing ran here meanwhile."""
        last, patience = self.last(verb), self.company.settings.rhythm.get(verb, timedelta.max)
        if last is not None and now - last > patience:
            when = f"{last.astimezone(self.company.settings.zone):%Y-%m-%d %H:%M}"
            often = self.company.settings.often[verb]
            text = Text(
                f"`gestand {verb}` liep voor het laatst op {when}, te lang geleden voor `{often}`. Nu loopt het weer; "
                "was `gestand serve` uit?",
                f"`gestand {verb}` last ran on {when}, too long ago for `{often}`. It runs now; was `gestand serve` "
                "off?",
            )
            yield Trouble(text, f"missed {verb} since {when}")

    def _keep(self, now: datetime) -> Iterator[Trouble]:
        if not self._due("keep", now):
            return
        yield from self._missed("keep", now)
        try:
            kept = self.company.keep(Allowed(self.company.settings.at_most), Mode.POLITE)
        except GestandError as error:
            yield _did_not_run("keep", error)
            return
        yield from (_silent(one) for one in kept.plan.silences)
        for waiting in kept.waiting:
            text = Text(
                f"{waiting.sweep.promise}: {waiting.rows} rijen wachten op goedkeuring (`gestand approve`)",
                f"{waiting.sweep.promise}: {waiting.rows} rows wait for an approval (`gestand approve`)",
            )
            yield Trouble(text, f"waits {waiting.sweep.promise}")
        for outcome in kept.outcomes:
            if outcome.trouble:
                yield Trouble(in_english(outcome.trouble), outcome.trouble)

    def _check(self, now: datetime) -> Iterator[Trouble]:
        if not self._due("check", now):
            return
        yield from self._missed("check", now)
        try:
            found = self.company.check().findings
        except GestandError as error:
            yield _did_not_run("check", error)
            return
        yield from _grave(found)

    def _remind(self, now: datetime) -> Iterator[Trouble]:
        """Of the clocks of cases, also where no check is scheduled, or one but seldom."""
        if now - self.tried.get("remind", now - EVERY["hourly"]) < EVERY["hourly"]:
            return
        self.tried["remind"] = now
        counts = self.company.cases.counts(now, now + requests.SOON)
        promises = requests.promises(self.company.statement)
        yield from _grave(requests.check(promises, counts, self.company.settings.zone))

    def _rest(self, now: datetime) -> Iterator[Text | Trouble]:
        """While an objection waits for its decision, the use rests (GDPR 18(1)(d)); new rows of hers come under it."""
        objections = self.company.cases.open_cases(right=Right.OBJECTION)
        self.rested = {one.id: self.rested[one.id] for one in objections if one.id in self.rested}
        for line in objections:
            if line.id in self.rested and now - self.rested[line.id] < RESTED_AGAIN:
                continue
            case = self.company.cases.case(line.id)
            if not case.identified or any(one.right is Right.OBJECTION for one in case.decisions):
                continue
            self.rested[line.id] = now
            try:
                self.company.casework.meanwhile(line.id, self.company.clock)
            except GestandError as error:
                yield _stopped(error)

    def _answer(self, now: datetime) -> Iterator[Text | Trouble]:
        """Whoever did not open her link is answered all the same, before the term ends."""
        try:
            for case in self.company.correspondence.without_a_click(now):
                yield Text(
                    f"zaak {case.id} is afgesloten: niemand opende de link. Dat is geschreven aan wie het vroeg.",
                    f"case {case.id} was closed: nobody opened the link. Whoever asked was written so.",
                )
        except GestandError as error:
            yield _stopped(error)

    def _send(self, now: datetime) -> Iterator[Text | Trouble]:
        if self.company.settings.requesting.mail is None:
            return
        try:
            for posting in self.company.send_letters():
                if posting.state in (Sending.QUEUED, Sending.REFUSED) and posting.not_before is None:
                    yield Text(
                        f"brief {posting.number} ging niet uit. {IN_ENGLISH}: {posting.trouble}",
                        f"letter {posting.number} did not go out: {posting.trouble}",
                    )
            found = uncertain(self.company.outbox.postings())
            yield from (_asked(posting) for posting in found if now - posting.at >= STUCK)
        except GestandError as error:
            yield _stopped(error)

    def _end(self, now: datetime) -> Iterator[Text | Trouble]:
        """The keys of whatever has reached the end of its term."""
        try:
            self.company.cases.destroy_expired(now)
        except GestandError as error:
            yield _stopped(error)


def _asked(posting: Posting) -> Text:
    return Text(
        f"van brief {posting.number} is niet te zeggen of hij aankwam: vraag het na (`gestand mail list`)",
        f"nobody can tell whether letter {posting.number} arrived: ask (`gestand mail list`)",
    )


def _grave(found: Iterable[Finding]) -> Iterator[Trouble]:
    for finding in found:
        if finding.verdict in _GRAVE or finding.code in _TOLD:
            named = f"{finding.promise}: " if finding.promise else ""
            text = Text(named + finding.what.nl, named + finding.what.en)
            same = (
                text.en if finding.code.startswith("request-") else f"{finding.code} {named}{finding.place}"
            )
            yield Trouble(text, same)


IN_ENGLISH = "De melding, in het Engels"


def in_english(told: str) -> Text:
    """What went wrong is told in English; a reader of Dutch is told that it is."""
    return Text(f"{IN_ENGLISH}: {told}", told)


def _did_not_run(verb: str, error: GestandError) -> Trouble:
    text = Text(
        f"`gestand {verb}` liep niet. {IN_ENGLISH}: {error}", f"`gestand {verb}` did not run: {error}"
    )
    return Trouble(text, f"{verb} {type(error).__name__}")


def _silent(silence: Silence) -> Trouble:
    text = Text(f"{silence.store} gaf geen antwoord. {IN_ENGLISH}: {silence.reason}", silence.reason)
    return Trouble(text, f"silent {silence.store} {silence.away}")


def _stopped(error: GestandError) -> Trouble:
    return Trouble.of(in_english(str(error)))
