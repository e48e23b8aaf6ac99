"""What the log says of one case, and the proof of it to take along: nothing in it tells who the case is about."""

from collections.abc import Iterator

from gestand.core.entry import Entry
from gestand.core.step import Did, Found
from gestand.wiring.company import Company


def entries_of(company: Company, case_id: str) -> Iterator[tuple[int, Entry]]:
    """The entries with their numbers that carry the case's own digest, or that of something done for it."""
    digest, case = company.records.digest, company.cases.case(case_id)
    digests = {digest(("case", case_id)), *(step.action for step in case.all_of(Did))}
    shares = (share for step in case.all_of(Found) for share in step.shares)
    digests |= {digest(("deeds", case_id, share.deeds)) for share in shares}
    digests |= {digest(("replayed", case_id, store)) for store in company.keeper.stores}
    return ((number, entry) for number, entry in enumerate(company.log.entries()) if entry.action in digests)


def proof_of(company: Company, case_id: str) -> Iterator[tuple[str, str]]:
    """Files by name: the newest checkpoint, and a proof for each entry."""
    yield "checkpoint", company.log.checkpoint()
    for number, _ in entries_of(company, case_id):
        yield f"{number}.proof", company.log.prove(number)
