"""After a whole case nothing of the person lies in the book unsealed, in the log, or in what was said on stderr."""

import base64
import re
from pathlib import Path

import sqlalchemy as sa
from tests.requests.company import HER, PHONE, Club, customers, invoices, orders, tickets
from tests.requests.mailbox import Mailbox

NAME, STREET, WORDS = "Annelotte Vermeulen-Quist", "Zonnebloemstraat 8417", "I moved house last Wimpleday"
WRITTEN, SPELLED = "+31 6 1234 5678", "0031612345678"
ANSWERED = "An officer with a rare name"
OF_HERS = (
    "Quistian novel",
    "leave it with neighbour Przybylski",
    "Q-2026-7788",
    "Mevrouw Quist",
    "where is my Quistian?",
)
PERSONAL = (HER, PHONE, NAME, STREET, WORDS, WRITTEN, SPELLED, ANSWERED, "Ann de Wit", *OF_HERS)
"""Her identifiers in each spelling, what she wrote, what stands in her rows, and who answered her."""


def her_rows(company: Club) -> None:
    company.do(customers.update().where(customers.c.id == 1).values(name=NAME))
    company.do(orders.update().where(orders.c.customer_id == 1).values(article=OF_HERS[0], note=OF_HERS[1]))
    company.do(
        invoices.update().where(invoices.c.customer_id == 1).values(number=OF_HERS[2], payer=OF_HERS[3])
    )
    hers = sa.func.lower(tickets.c.email) == HER
    company.do(tickets.update().where(hers).values(words=OF_HERS[4]), at_the_desk=True)


def walk(company: Club, folder: Path) -> list[str]:
    """A whole case with everything that can be asked at once; what each command said on stderr, refusals included."""
    said: list[str] = []

    def typed(*arguments: str) -> str:
        process = company.start(*arguments)
        out, err = process.communicate(timeout=120)
        said.append(err)
        return out

    rights = ("--right", "access", "--right", "erasure", "--right", "rectification", "--right", "objection")
    known = (
        "--email",
        HER,
        "--known",
        f"phone={WRITTEN}",
        "--address",
        STREET,
        "--words",
        WORDS,
        "--correct",
        "invoice.payer=Ann de Wit",
    )
    added = typed("request", "add", "--name", NAME, *known, *rights)
    assert added, said
    case = added.split()[0]
    by = ("--by", ANSWERED)
    typed("request", "keep", case)
    typed("request", "identify", case, "--proof", "mailed link", *by)
    typed("request", "decide", case, "--grant", *by)
    typed("request", "plan", case)
    typed("request", "keep", case)
    typed("request", "found", case, "paper", "1", "1", *by)
    typed("request", "keep", case)
    typed("mail", "send")
    typed("request", "show", case, *by)
    typed("request", "package", case, "--to", str(folder / "copy.zip"), *by)
    typed("request", "proof", case, "--to", str(folder / "proof"), *by)
    for command in (("check",), ("keep",), ("replay", "--taken", "2020-01-01"), ("log",)):
        typed(*command)
    typed("log", "--export", str(folder / "export"))
    assert company.opened().cases.case(case).closed, said
    return said


def spellings(value: str) -> set[bytes]:
    """As it is, and as an encoding would show it."""
    plain = {value, value.lower(), value.upper(), value.replace(" ", "%20"), value.replace(" ", "_")}
    plain |= {re.sub(r"\\D", "", value)[-9:]} if value in (PHONE, WRITTEN, SPELLED) else set()
    encoded = {one.encode(code) for one in plain for code in ("utf-8", "utf-16-le")}
    return encoded | {base64.b64encode(one.encode())[:-4] for one in plain}


def test_nothing_of_her_lies_anywhere_unsealed_after_a_whole_case(
    company: Club, mail: Mailbox, tmp_path: Path
) -> None:
    her_rows(company)
    said = walk(company, tmp_path)
    assert len([one for one in mail.to(HER) if "answer" in str(one["Subject"])]) == 1
    letter = mail.to(HER)[-1].get_content()
    assert all(value in letter for value in (NAME, "Ann de Wit"))
    places = {f"stderr {number}": text.encode() for number, text in enumerate(said)}
    kept = (
        company.folder / ".gestand",
        company.folder / ".gestand-keys",
        tmp_path / "proof",
        tmp_path / "export",
    )
    files = [file for folder in kept for file in folder.rglob("*") if file.is_file()]
    assert {"book.db", "cases.keys", "checkpoint"} <= {file.name for file in files}
    places |= {str(file): file.read_bytes() for file in files}
    found = [
        (place, value)
        for place, content in places.items()
        for value in (*PERSONAL, *NAME.split(), "Przybylski", "Wimpleday")
        for spelling in spellings(value)
        if spelling in content
    ]
    assert not found
    _log_is_of_our_words(company)


def _log_is_of_our_words(company: Club) -> None:
    """Nothing else can stand in it than words of ours, digests, numbers, moments and the ids of promises."""
    opened = company.opened()
    ids = {promise.id for promise in opened.keeper.promises()}
    for entry in opened.log.entries():
        assert re.fullmatch(r"[0-9a-f]{64}|", entry.action)
        assert re.fullmatch(r"[0-9a-f]{64}|", entry.statement)
        assert entry.promise in ids or re.fullmatch(r"rights/[a-z-]+|", entry.promise)
        assert re.fullmatch(r"[A-Za-z, ]*", entry.word)
        assert all(re.fullmatch(r"[a-z ]+(?: [0-9]{4})?", name) for name, _ in entry.counts)
