"""One case as one page, and what is done on it; every look is recorded."""

from fastapi.responses import Response

from gestand.core.caseplan import CUSTOMER, CasePlan
from gestand.core.errors import NotInTheBook
from gestand.core.letter import Addressee
from gestand.core.request import Known, Right
from gestand.core.step import Advised, Answered, Asked, Decided, Decision, Extended, Identified, Judged, Proof
from gestand.correspondence import names_a_document
from gestand.documents.grounds import is_ground
from gestand.web.access import Act, Answer, Visit, staff_page
from gestand.web.asking import BAD_EMAIL, is_address
from gestand.web.desk import words_case
from gestand.web.desk.casepage import case_page
from gestand.web.desk.refusals import Faulty
from gestand.web.offered import email_kind, offered
from gestand.web.posting import soon
from gestand.web.site import Page

DIGITS = 64
_PROOFS = (Proof.FACTS, Proof.DESK, Proof.SIGNED_IN)


def show(visit: Visit, case_id: str) -> Response:
    visit.company.cases.seen(case_id, visit.member.name, visit.now)
    case = visit.company.cases.case(case_id)
    return visit.page("case.html", words_case.CASE.filled(case=case.id), case_page(visit, case))


def package(visit: Visit, case_id: str) -> Response:
    """Her copy, for a carrier or the post; taking it out is recorded."""
    content = visit.company.casework.package(case_id, visit.member.name, visit.now)
    if content is None:
        raise NotInTheBook(f"Case {case_id} has no copy.")
    attached = {"Content-Disposition": f'attachment; filename="{case_id}.zip"'}
    return Response(content, media_type="application/zip", headers=attached)


def identify(visit: Visit, case_id: str) -> Response:
    """What was ticked of what she gave, and one identifier more, are proven hers."""
    case = visit.case_as_seen(case_id)
    proof = next((one for one in _PROOFS if one == visit.form.line("proof")), None)
    ticked = visit.form.all_of("hers")
    hers = [one for number, one in enumerate(case.request.known) if str(number) in ticked]
    kind, value = visit.form.line("kind"), visit.form.line("value")
    if kind in _kinds(visit) and value:
        hers.append(Known(kind, value))
    if proof is None or not hers:
        raise Faulty(words_case.NOTHING_HERS)
    proven = tuple(dict.fromkeys(Known(one.kind, one.value, True) for one in hers))
    visit.company.casework.add(case, Identified(visit.now, visit.member.name, proof, proven))
    return _back(visit, case_id, "plan")


def mail_link(visit: Visit, case_id: str) -> Response:
    """The lightest proof: she opens a link that only her mailbox has."""
    visit.case_as_seen(case_id)
    visit.company.cases.seen(case_id, visit.member.name, visit.now)
    visit.company.casework.confirm(case_id, visit.now)
    return _back(visit, case_id, "letters", send=True)


def doubt(visit: Visit, case_id: str) -> Response:
    """A question to her, with its reason, in a letter; the doubt pauses the clock (GDPR 12(6))."""
    visit.case_as_seen(case_id)
    why, question = _said(visit, "doubt"), _said(visit, "question")
    if names_a_document(question):
        raise Faulty(words_case.NO_DOCUMENT)
    visit.company.correspondence.ask(case_id, Asked(visit.now, visit.member.name, why, question))
    return _back(visit, case_id, "identity", send=True)


def decide(visit: Visit, case_id: str) -> Response:
    """Grant or refuse one right, for all data or for one; a refusal has a ground and a reason (GDPR 12(4))."""
    case, form = visit.case_as_seen(case_id), visit.form
    right = next((one for one in case.request.rights if one == form.line("right")), None)
    data, granted = form.line("data"), {"grant": True, "refuse": False}.get(form.line("decision"))
    if right is None or granted is None or (data and data not in visit.company.statement.data):
        raise Faulty(words_case.CHOOSE)
    ground, reason = ("", "") if granted else (form.line("ground"), form.text("reason"))
    _refuse_groundless(right, granted, ground, reason)
    decision = Decision(right, granted, data, ground, reason)
    visit.company.casework.add(case, Decided(visit.now, visit.member.name, (decision,)))
    return _back(visit, case_id, "decisions")


def extend(visit: Visit, case_id: str) -> Response:
    visit.case_as_seen(case_id)
    reason = _said(visit, "reason")
    visit.company.casework.extend(case_id, Extended(visit.now, visit.member.name, reason))
    return _back(visit, case_id, "letters", send=True)


def advise(visit: Visit, case_id: str) -> Response:
    case, advice = visit.case_as_seen(case_id), _said(visit, "advice")
    visit.company.casework.add(case, Advised(visit.now, visit.member.name, advice))
    return _back(visit, case_id, "advice")


def answer_by_hand(visit: Visit, case_id: str) -> Response:
    """So much was found in a system kept by hand, and so much done."""
    case, form = visit.case_as_seen(case_id), visit.form
    store, found, done = form.line("store"), form.whole("found"), form.whole("done")
    if found is None or done is None or done > found:
        raise Faulty(words_case.TASK_NUMBERS)
    plan = _refuse_other_tasks(visit, case_id, store)
    if store == CUSTOMER:
        raise Faulty(words_case.PASS_ON_FIRST)
    answered = Answered(visit.now, visit.member.name, store, found, done, plan.tells(store))
    visit.company.casework.add(case, answered)
    return _back(visit, case_id, "tasks")


def pass_on(visit: Visit, case_id: str) -> Response:
    """Her request goes by letter to the customer who decides on these data (GDPR 28(3)(e))."""
    visit.case_as_seen(case_id)
    form = visit.form
    to = Addressee(form.line("customer"), form.line("customer-email"), form.text("customer-address"))
    if not (to.name and (to.email or to.address)):
        raise Faulty(words_case.NO_CUSTOMER)
    if to.email and not is_address(to.email):
        raise Faulty(BAD_EMAIL)
    _refuse_other_tasks(visit, case_id, CUSTOMER)
    visit.company.correspondence.pass_on(case_id, to, visit.member.name, visit.now)
    return _back(visit, case_id, "letters", send=True)


def judge(visit: Visit, case_id: str) -> Response:
    """A person looked at the rows in doubt: all of them are hers, or none is."""
    case = visit.case_as_seen(case_id)
    taken = {"hers": True, "not hers": False}.get(visit.form.line("taken"))
    if taken is None:
        raise Faulty(words_case.EMPTY)
    visit.company.casework.add(case, Judged(visit.now, visit.member.name, taken))
    return _back(visit, case_id, "plan")


def second(visit: Visit, case_id: str) -> Response:
    visit.case_as_seen(case_id)
    visit.company.casework.second(case_id, visit.member.name, visit.now, _digest(visit))
    return _back(visit, case_id, "plan")


def keep(visit: Visit, case_id: str) -> Response:
    """Do the plan that was shown, and no other; letters go out once the page has answered."""
    visit.case_as_seen(case_id)
    visit.company.casework.keep(case_id, visit.company.clock, _digest(visit))
    return _back(visit, case_id, "plan", send=True)


def _refuse_other_tasks(visit: Visit, case_id: str, store: str) -> CasePlan:
    """Only what the plan leaves to people is answered for; gives that plan."""
    plan = visit.company.casework.plan(case_id, visit.now)
    if store not in {task.store for task in plan.tasks}:
        raise Faulty(words_case.NO_TASK)
    return plan


def _refuse_groundless(right: Right, granted: bool, ground: str, reason: str) -> None:
    if granted:
        return
    if not (ground and reason):
        raise Faulty(words_case.GROUND_MISSING)
    if not is_ground(right, ground):
        raise Faulty(words_case.GROUND_WRONG)


def _kinds(visit: Visit) -> set[str]:
    known = {one.value for one in offered(visit.company, visit.language).kinds}
    return {email_kind(visit.company), *known}


def _digest(visit: Visit) -> str:
    """The whole digest of the plan that was on the page: an empty one would allow any plan."""
    digest = visit.form.line("digest")
    if len(digest) != DIGITS:
        raise Faulty(words_case.NOT_THE_PLAN)
    return digest


def _said(visit: Visit, name: str) -> str:
    if not (said := visit.form.text(name)):
        raise Faulty(words_case.EMPTY)
    return said


def _back(visit: Visit, case_id: str, part: str, *, send: bool = False) -> Response:
    response = visit.to(f"/desk/cases/{case_id}#{part}")
    if send:
        response.background = soon(visit.site)
    return response


def _page(part: str, act: Act, answer: Answer) -> Page:
    return staff_page(f"/desk/cases/{{case_id}}/{part}", act, answer, "POST")


PAGES = (
    staff_page("/desk/cases/{case_id}", Act.READ, show),
    staff_page("/desk/cases/{case_id}/package", Act.TAKE, package),
    _page("identify", Act.IDENTIFY, identify),
    _page("mail-link", Act.IDENTIFY, mail_link),
    _page("doubt", Act.IDENTIFY, doubt),
    _page("decide", Act.DECIDE, decide),
    _page("extend", Act.DECIDE, extend),
    _page("judge", Act.DECIDE, judge),
    _page("second", Act.DECIDE, second),
    _page("keep", Act.KEEP, keep),
    _page("answer", Act.ANSWER, answer_by_hand),
    _page("pass-on", Act.ANSWER, pass_on),
    _page("advise", Act.ADVISE, advise),
)
