"""What the log says of one case, and the proof of it to take along."""

import io
import zipfile
from dataclasses import dataclass
from types import ModuleType

from fastapi.responses import Response

from gestand.core.entry import Entry
from gestand.core.plan import SHOWN
from gestand.core.text import Text
from gestand.web.access import Act, Visit, staff_page
from gestand.web.desk import words_inbox, words_proof
from gestand.web.desk.clockface import moment
from gestand.wiring.proof import entries_of, proof_of


@dataclass(frozen=True)
class Row:
    """One entry of the log, without anything that tells who it is about."""

    number: int
    at: str
    told: str
    counts: str
    digest: str


@dataclass(frozen=True)
class LogPage:
    """The entries of one case, oldest first."""

    case: str
    rows: tuple[Row, ...]
    its: ModuleType = words_proof


def show(visit: Visit, case_id: str) -> Response:
    visit.company.cases.seen(case_id, visit.member.name, visit.now)
    rows = tuple(_row(visit, number, entry) for number, entry in entries_of(visit.company, case_id))
    return visit.page("log.html", words_proof.LOG.filled(case=case_id), LogPage(case_id, rows))


def export(visit: Visit, case_id: str) -> Response:
    """One proof file an entry, and the newest checkpoint: nothing in it tells who the case is about."""
    visit.company.cases.seen(case_id, visit.member.name, visit.now)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in proof_of(visit.company, case_id):
            archive.writestr(name, text)
    named = {"Content-Disposition": f'attachment; filename="{case_id}-proof.zip"'}
    return Response(packed.getvalue(), media_type="application/zip", headers=named)


def _row(visit: Visit, number: int, entry: Entry) -> Row:
    language, known = visit.language, words_inbox.STANDS | words_proof.CLASSES
    kind = words_proof.KINDS.get(entry.kind, Text(entry.kind, entry.kind)).said_in(language)
    word = known.get(entry.word, Text(entry.word, entry.word)).said_in(language)
    return Row(
        number=number,
        at=moment(entry.at, visit.company.settings.zone, language),
        told=" · ".join(filter(None, (kind, word))),
        counts=", ".join(f"{_counted(name).said_in(language)} {rows}" for name, rows in entry.counts),
        digest=entry.action[:SHOWN],
    )


def _counted(name: str) -> Text:
    return words_proof.COUNTED.get(name, Text(name, name))


PAGES = (
    staff_page("/desk/cases/{case_id}/log", Act.READ, show),
    staff_page("/desk/cases/{case_id}/proof", Act.READ, export),
)
