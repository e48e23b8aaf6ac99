"""Letters by which a person of the staff moves a case: a question, a request passed on, an end without identity.

Each letter and the step that it belongs to are kept together, or not at all.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from gestand.casework import Casework
from gestand.core.case import Case
from gestand.core.caseplan import CUSTOMER, PERSON
from gestand.core.errors import CaseNotReady
from gestand.core.letter import Addressee, Posting, Sending, Template
from gestand.core.request import Right
from gestand.core.step import Answered, Asked, Closed, Lifted, Result, Wrote

LAST_DAY = timedelta(days=1)
"""So long before the term may have ended, whoever did not open her link is answered all the same."""
_TOLD = (Sending.SENT, Sending.POSTED, Sending.TOLD)
"""Where a letter stands of which she knows, as far as we can tell: one that came back told her nothing."""


_DOCUMENT = re.compile(
    r"\b\w*(paspoort|rijbewij[sz]|legitimatie|verblijfsdocument)\w*|\bpassports?\b|\bdriv(ing|er'?s) licen[cs]e"
    r"|\b(identiteits?|id)[- ]?(bewij[sz]|kaart|document|papier)\w*|\b(identity|id)[- ](card|document|paper)s?\b"
    r"|\b(kopie|scan|foto|copy|photo) (van|of) (uw|je|your|an) id\b",
    re.IGNORECASE,
)
"""What tells far more of her than any question takes (GDPR 5(1)(c), 12(6))."""


def names_a_document(question: str) -> bool:
    """A question to her speaks of an identity document, in Dutch or English; none of ours may."""
    return _DOCUMENT.search(question) is not None


@dataclass(frozen=True)
class Correspondence:
    """One company's."""

    casework: Casework

    def ask(self, case_id: str, asked: Asked) -> Case:
        """Ask what shows who she is, and say why. Only a doubt pauses the clock (GDPR 12(6)).

        Raises CaseNotReady where nobody has to ask, and for a question that wants an identity document.
        """
        case = self._open(case_id)
        if names_a_document(asked.question):
            raise CaseNotReady(
                f"Case {case_id}: nobody is asked for an identity document, or a copy of one (GDPR 12(6)). Ask a fact "
                "that only she knows. Nothing was asked."
            )
        if not case.needs_identity:
            raise CaseNotReady(
                f"Case {case_id}: nobody is asked who she is before an objection to marketing or a withdrawal of "
                "consent (GDPR 7(3), 21(3)). Nothing was asked."
            )
        with self.casework.as_one():
            case = self.casework.add(case, asked)
            return self._written(case, Template.QUESTION, asked.at) if asked.question else case

    def pass_on(self, case_id: str, to: Addressee, by: str, now: datetime) -> Case:
        """Pass her request on to the customer who decides on these data (GDPR 28(3)(e)); she is told to whom."""
        case = self._open(case_id)
        office, outbox = self.casework.office, self.casework.outbox
        with self.casework.as_one():
            letter = office.to_controller(case, self.casework.keeper.world(now, case), to, now)
            case = outbox.queue(case, letter, office.written(letter), now)
            return self.casework.add(case, Answered(now, by, CUSTOMER, 1, 1))

    def not_identified(self, case_id: str, now: datetime, by: str = "") -> Case:
        """End a case in which it was not shown who asks: she is told, and may ask again (GDPR 11(2), 12(4)).

        `by` nobody: nobody opened the link.
        """
        case = self._open(case_id)
        if case.identified:
            raise CaseNotReady(
                f"Case {case_id}: it is known who asks. `gestand request decide {case_id}` grants or refuses."
            )
        return self._closed(case, Template.NOT_IDENTIFIED, Closed(now, Result.NOT_IDENTIFIED, by))

    def withdrawn(self, case_id: str, now: datetime, by: str) -> Case:
        """End a case because she takes her request back; that is confirmed to her."""
        return self._closed(self._open(case_id), Template.WITHDRAWN, Closed(now, Result.WITHDRAWN, by))

    def lift(self, case_id: str, step: Lifted, now: Callable[[], datetime]) -> Posting | None:
        """End a restriction once its letter has gone (GDPR 18(3)); gives the letter that must go first, if one must.

        Raises CaseNotReady where nothing was kept out of use on her request.
        """
        case = self.casework.cases.case(case_id)
        _refuse_unrestricted(case)
        with self.casework.as_one():
            case = case if case.last(Lifted) else self.casework.add(case, step)
            if not case.wrote(Template.LIFTING):
                case = self._written(case, Template.LIFTING, step.at)
        letters = self.casework.outbox.postings(case_id)
        waits = next(
            (one for one in letters if one.template is Template.LIFTING and one.state not in _TOLD), None
        )
        if waits is None:
            self.casework.lift(case_id, step, now)
        return waits

    def told_otherwise(self, number: int, by: str, now: datetime) -> Case:
        """She was told in another way that a restriction ends, for the letter came back (GDPR 18(3)); by whom is kept.

        Raises CaseNotReady for any other letter, and CaseChanged for one that did not come back.
        """
        posting = self.casework.outbox.posting(number)
        if posting.template is not Template.LIFTING:
            raise CaseNotReady(
                f"Letter {number} tells of no restriction that ends. Send it again, or by post. Nothing was changed."
            )
        with self.casework.as_one():
            self.casework.outbox.mark(number, Sending.TOLD, now)
            case = self.casework.cases.case(posting.case)
            return self.casework.add(case, Answered(now, by, PERSON, 1, 1, told=True))

    def without_a_click(self, now: datetime) -> Iterator[Case]:
        """Answer whoever was mailed a link and did not open it, before the term ends; never in silence."""
        for line in self.casework.cases.open_cases():
            if line.clocks.safe - now > LAST_DAY:
                return
            case = self.casework.cases.case(line.id)
            if not line.clocks.paused and _waits_for_a_click(case, now):
                yield self.not_identified(case.id, now)

    def _open(self, case_id: str) -> Case:
        case = self.casework.cases.case(case_id)
        if case.closed:
            raise CaseNotReady(f"Case {case_id} was answered: {case.closed.result}. Nothing is left to do.")
        return case

    def _closed(self, case: Case, template: Template, closed: Closed) -> Case:
        with self.casework.as_one():
            return self.casework.add(self._written(case, template, closed.at), closed)

    def _written(self, case: Case, template: Template, now: datetime) -> Case:
        office, world = self.casework.office, self.casework.keeper.world(now, case)
        letter = office.letter(case, template, world, (), now)
        return self.casework.outbox.queue(case, letter, office.written(letter), now)


def _refuse_unrestricted(case: Case) -> None:
    """Only what was restricted on her request is lifted; what an objection keeps out of use ends by its decision."""
    granted = any(case.granted(Right.RESTRICTION, one.data) for one in case.decisions)
    if granted and case.found:
        return
    if granted:
        why = f"the restriction was granted, and nothing is kept out of use yet: `gestand request keep {case.id}`"
    elif _objection_waits(case):
        why = f"what an objection keeps out of use ends once it is decided on: `gestand request decide {case.id}`"
    else:
        why = "no restriction was granted in it, so there is none to lift"
    raise CaseNotReady(f"Case {case.id}: {why}. Nothing was changed, and nobody was written to.")


def _objection_waits(case: Case) -> bool:
    decided = (one.right for one in case.decisions)
    return Right.OBJECTION in case.request.rights and Right.OBJECTION not in decided


def _waits_for_a_click(case: Case, now: datetime) -> bool:
    """She was mailed a link, had a day to open it, and did not."""
    mailed = [wrote.at for wrote in case.all_of(Wrote) if wrote.letter == Template.LINK]
    return not case.identified and bool(mailed) and now - max(mailed) >= LAST_DAY
