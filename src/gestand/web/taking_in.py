"""A request is taken in whoever else asked in that name; only how much mail that sends to one mailbox is bounded."""

from gestand.core.case import Case
from gestand.core.letter import Sending
from gestand.core.request import Request
from gestand.core.step import Wrote
from gestand.core.text import Text
from gestand.wiring import Company

WAITS_FOR_YOU = Text(
    "wacht op u: in naam van dit adres is vandaag vaak iets gevraagd. Kijk of het echt is, en verstuur hem dan zelf",
    "waits for you: much was asked in the name of this address today. See whether it is meant, and then send it "
    "yourself",
)


def take_in(company: Company, asked: Request, *, mailed: bool) -> Case:
    """The case of a request, new or still open, with a link to confirm where it must be shown who asks.

    Not `mailed`: the clock starts all the same, and the mailbox hears nothing before a person of the staff sends it. A
    link that she has stays good.
    """
    work = company.casework
    if mailed:
        case = work.open(asked)
        return work.confirm(case.id, asked.entered) if case.needs_identity and not case.identified else case
    with work.as_one():
        case = work.open(asked)
        if case.request == asked:
            _leave_to_a_person(company, case)
    return case


def _leave_to_a_person(company: Company, case: Case) -> None:
    """The letters of a case that has just begun, before anybody else can send them."""
    why = WAITS_FOR_YOU.said_in(company.settings.language)
    for wrote in case.all_of(Wrote):
        company.outbox.mark(wrote.number, Sending.REFUSED, case.request.entered, why)
