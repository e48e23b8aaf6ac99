"""One letter: its exact text, its PDF for the post, and where it stands."""

from dataclasses import dataclass
from types import ModuleType

from fastapi.responses import Response

from gestand.core.errors import NotInTheBook
from gestand.core.letter import Posting, Sending, Template
from gestand.core.text import Text
from gestand.documents import casefile
from gestand.web.access import Act, Visit, staff_page
from gestand.web.desk import words_case
from gestand.web.desk.clockface import moment
from gestand.web.desk.refusals import Faulty
from gestand.web.paths import without_links
from gestand.web.posting import soon

MOVES = {
    Sending.TO_PRINT: ((Sending.POSTED, words_case.POSTED),),
    Sending.SENDING: ((Sending.SENT, words_case.ARRIVED), (Sending.QUEUED, words_case.AGAIN)),
    Sending.BOUNCED: (
        (Sending.QUEUED, words_case.AGAIN),
        (Sending.TO_PRINT, words_case.BY_POST),
    ),
    Sending.REFUSED: ((Sending.QUEUED, words_case.AGAIN), (Sending.TO_PRINT, words_case.BY_POST)),
}
"""What a person may say of a letter, by where it stands."""
TOLD_MOVES = ((Sending.TOLD, words_case.TOLD_OTHERWISE),)
"""Beside that, of a letter that came back: she must know that a restriction ends before it does (GDPR 18(3))."""


@dataclass(frozen=True)
class LetterPage:
    """A letter as it went out, or will; `shortened`: without the links that only its reader may follow."""

    number: int
    case: str
    name: Text
    stands: Text
    at: str
    trouble: str
    to: tuple[str, ...]
    subject: str
    text: str
    shortened: bool
    pdf: str
    stood: Sending
    language: str
    moves: tuple[tuple[Sending, Text], ...]
    may_post: bool
    why: Text | None
    its: ModuleType = words_case


def show(visit: Visit, number: str) -> Response:
    """To read a letter is to look into its case, and is recorded as that."""
    posting = _posting(visit, number)
    visit.company.cases.seen(posting.case, visit.member.name, visit.now)
    to, written = visit.company.outbox.letter(posting.number)
    text = without_links(written.text)
    content = LetterPage(
        number=posting.number,
        case=posting.case,
        name=casefile.LETTERS[posting.template],
        stands=words_case.STANDS[posting.state],
        at=moment(posting.at, visit.company.settings.zone, visit.language),
        trouble=posting.trouble,
        to=tuple(filter(None, (to.name, to.email or to.address))),
        subject=written.subject,
        text=text,
        shortened=text != written.text,
        pdf=f"/desk/letters/{posting.number}/pdf" if visit.may(Act.POST) and _pdf(visit, posting) else "",
        stood=posting.state,
        language=posting.language,
        moves=_moves(posting),
        may_post=visit.may(Act.POST),
        why=words_case.TOLD_WHY if _has_to_be_told(posting) else None,
    )
    return visit.page("letter.html", words_case.LETTER.filled(number=posting.number), content)


def pdf(visit: Visit, number: str) -> Response:
    """What is printed is whole, with its links: for those alone who put it in the post."""
    posting = _posting(visit, number)
    content = _pdf(visit, posting)
    if content is None:
        raise NotInTheBook(f"Letter {posting.number} goes by mail: it has no PDF.")
    visit.company.cases.seen(posting.case, visit.member.name, visit.now)
    named = {"Content-Disposition": f'inline; filename="{posting.case}-{posting.number}.pdf"'}
    return Response(content, media_type="application/pdf", headers=named)


def move(visit: Visit, number: str) -> Response:
    """What a person knows of a letter: posted, arrived, or to go out once more."""
    posting, wanted = _posting(visit, number), visit.form.line("state")
    state = next((one for one, _ in _moves(posting) if one == wanted), None)
    if state is None or visit.form.line("stood") != posting.state:
        raise Faulty(words_case.LETTER_MOVED)
    visit.company.cases.seen(posting.case, visit.member.name, visit.now)
    if state is Sending.TOLD:
        visit.company.correspondence.told_otherwise(posting.number, visit.member.name, visit.now)
    else:
        visit.company.outbox.mark(posting.number, state, visit.now)
    response = visit.to(f"/desk/letters/{posting.number}")
    response.background = soon(visit.site) if state is Sending.QUEUED else None
    return response


def _moves(posting: Posting) -> tuple[tuple[Sending, Text], ...]:
    return (*MOVES.get(posting.state, ()), *(TOLD_MOVES if _has_to_be_told(posting) else ()))


def _has_to_be_told(posting: Posting) -> bool:
    """It came back, and what it tells cannot be done before she knows."""
    return posting.template is Template.LIFTING and posting.state is Sending.BOUNCED


def _posting(visit: Visit, number: str) -> Posting:
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise NotInTheBook("There is no such letter.")
    return visit.company.outbox.posting(int(number))


def _pdf(visit: Visit, posting: Posting) -> bytes | None:
    attachments = visit.company.outbox.letter(posting.number)[1].attachments
    return next((content for name, content in attachments if name.endswith(".pdf")), None)


PAGES = (
    staff_page("/desk/letters/{number}", Act.READ, show),
    staff_page("/desk/letters/{number}/pdf", Act.POST, pdf),
    staff_page("/desk/letters/{number}", Act.POST, move, "POST"),
)
