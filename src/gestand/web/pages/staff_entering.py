"""A request that came by post, phone, e-mail or in a conversation, entered by staff."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType

from fastapi.responses import Response

from gestand.core.text import Text
from gestand.web.access import Act, Visit, staff_page
from gestand.web.desk import entering, words_entering
from gestand.web.desk.entering import Entering
from gestand.web.offered import Offered, email_kind, offered
from gestand.web.posting import soon


@dataclass(frozen=True)
class EnteringPage:
    """The form: what it offers, what was typed, what is wrong. `late`: to be confirmed, for it came so long ago."""

    offers: Offered
    entering: Entering
    faults: Mapping[str, Text] = field(default_factory=dict)
    late: int = 0
    texts: ModuleType = words_entering


def show(visit: Visit) -> Response:
    settings = visit.company.settings
    content = EnteringPage(
        offered(visit.company, visit.language), entering.blank(visit.now, settings.zone, visit.language)
    )
    return visit.page("enter.html", words_entering.TITLE, content)


def enter(visit: Visit) -> Response:
    """Open the case; what lies further back than two days is asked about once."""
    offers = offered(visit.company, visit.language)
    typed = entering.read(visit.form, offers, visit.company.settings.zone)
    faults, late = entering.faults(typed, visit.now), typed.days_late(visit.now)
    if faults or (late and visit.form.line("confirmed") != str(late)):
        content = EnteringPage(offers, typed, faults, 0 if faults else late)
        return visit.page("enter.html", words_entering.TITLE, content, 422)
    made = entering.requests(typed, email_kind(visit.company), visit.now)
    cases = [visit.company.casework.open(one) for one in made]
    response = visit.to(f"/desk/cases/{cases[0].id}" if len(cases) == 1 else "/desk")
    response.background = soon(visit.site)
    return response


PAGES = (
    staff_page("/desk/enter", Act.ENTER, show),
    staff_page("/desk/enter", Act.ENTER, enter, "POST"),
)
