"""What people decide in a case: who asks, yes or no, and how much longer."""

from datetime import datetime
from pathlib import Path

import click

from gestand.core.case import Case
from gestand.core.errors import CaseNotReady, SettingsError
from gestand.core.request import Known, Right
from gestand.core.step import Advised, Decided, Decision, Extended, Identified, Judged, Proof, Step


@click.command("identify")
@click.argument("case_id", metavar="CASE")
@click.option(
    "--proof", required=True, type=click.Choice([one.value for one in Proof if one is not Proof.NOT_NEEDED])
)
@click.option("--by", required=True, metavar="NAME", help="Who established it.")
@click.option(
    "--known", multiple=True, metavar="KIND=VALUE", help="What is proven hers; what she gave unless said."
)
@click.pass_obj
def identify(company: Path, case_id: str, proof: str, by: str, known: tuple[str, ...]) -> None:
    """Say how it was shown who asks. Never ask for a copy of an identity document (GDPR 12(6))."""
    from gestand.wiring import open_company

    opened = open_company(company)
    given = opened.cases.case(case_id).request.known
    pairs = (one.partition("=") for one in known)
    proven = tuple(Known(kind, value, True) for kind, _, value in pairs) if known else given
    mine = tuple(Known(one.kind, one.value, True) for one in proven)
    _add(company, case_id, Identified(opened.clock(), named(by), Proof(proof), mine))


@click.command("judge")
@click.argument("case_id", metavar="CASE")
@click.option("--hers/--not-hers", "taken", required=True, default=None, help="All rows in doubt, or none.")
@click.option("--by", required=True, metavar="NAME", help="Who looked at the rows.")
@click.pass_obj
def judge(company: Path, case_id: str, taken: bool, by: str) -> None:
    """Say whose the rows in doubt are, which bear her identifier beside somebody else's. Look at them first."""
    _add(company, case_id, Judged(_now(company), named(by), taken))


@click.command("second")
@click.argument("case_id", metavar="CASE")
@click.option(
    "--plan", "digest", required=True, metavar="DIGEST", help="The plan, as `request plan` shows it."
)
@click.option("--by", required=True, metavar="NAME", help="Who approves; never whoever decided.")
@click.pass_obj
def second(company: Path, case_id: str, digest: str, by: str) -> None:
    """Approve a large plan, or the first erasure of all, beside whoever decided."""
    from gestand.wiring import open_company

    opened = open_company(company)
    opened.casework.second(case_id, named(by), opened.clock(), digest)
    shown(company, case_id)


@click.command("decide")
@click.argument("case_id", metavar="CASE")
@click.option(
    "--right",
    "rights",
    multiple=True,
    type=click.Choice([one.value for one in Right]),
    help="All that was asked unless said.",
)
@click.option("--grant/--refuse", "granted", required=True, default=None)
@click.option("--data", default="", help="For one word of the statement's data; for all unless said.")
@click.option("--ground", default="", metavar="ARTICLE", help="The article for a refusal: GDPR 17(3)(e).")
@click.option("--reason", default="", help="Why; she reads it in her letter.")
@click.option("--by", required=True, metavar="NAME", help="Who decides.")
@click.pass_obj
def decide(
    company: Path,
    case_id: str,
    rights: tuple[str, ...],
    granted: bool,
    data: str,
    ground: str,
    reason: str,
    by: str,
) -> None:
    """Grant or refuse. A refusal names its ground and its reason (GDPR 12(4))."""
    from gestand.cli.request.coming_in import words
    from gestand.wiring import open_company

    if not granted and not (ground.strip() and reason.strip()):
        raise SettingsError(
            "A refusal names its ground and its reason: --ground ARTICLE --reason WHY (GDPR 12(4))."
        )
    opened = open_company(company)
    words("data", (data,) if data else (), opened.statement.data)
    case = opened.cases.case(case_id)
    if case.closed:
        raise CaseNotReady(f"Case {case_id} was answered: {case.closed.result}. Nothing is left to decide.")
    asked = tuple(map(Right, rights)) or case.request.rights
    _refuse_strange(case, asked, "" if granted else ground.strip())
    decisions = tuple(Decision(right, granted, data, ground.strip(), reason.strip()) for right in asked)
    _add(company, case_id, Decided(opened.clock(), named(by), decisions))


def _refuse_strange(case: Case, rights: tuple[Right, ...], ground: str) -> None:
    """A right that was not asked, or a ground on which the law lets nobody refuse it. Raises SettingsError."""
    from gestand.documents.grounds import grounds_of, is_ground

    for right in rights:
        if right not in case.request.rights:
            raise SettingsError(
                f"--right {right}: case {case.id} did not ask that, but {', '.join(case.request.rights)}."
            )
        if ground and not is_ground(right, ground):
            known = ", ".join(grounds_of(right)) or "none"
            raise SettingsError(f"--ground {ground} is no ground to refuse {right}. There is: {known}.")


@click.command("advise")
@click.argument("case_id", metavar="CASE")
@click.option("--advice", required=True)
@click.option("--by", required=True, metavar="NAME")
@click.pass_obj
def advise(company: Path, case_id: str, advice: str, by: str) -> None:
    """Put the data protection officer's advice on the record; it decides nothing (GDPR 38(3), 39(1)(a))."""
    _add(company, case_id, Advised(_now(company), named(by), advice))


@click.command("extend")
@click.argument("case_id", metavar="CASE")
@click.option("--reason", required=True, help="Complex, or many requests; she reads it in her letter.")
@click.option("--by", required=True, metavar="NAME")
@click.pass_obj
def extend(company: Path, case_id: str, reason: str, by: str) -> None:
    """Take two months more; she is told within the first month, and why (GDPR 12(3))."""
    from gestand.wiring import open_company

    opened = open_company(company)
    opened.casework.extend(case_id, Extended(opened.clock(), named(by), reason))
    shown(company, case_id)


def _add(company: Path, case_id: str, step: Step) -> None:
    from gestand.wiring import open_company

    opened = open_company(company)
    opened.casework.add(opened.cases.case(case_id), step)
    shown(company, case_id)


def shown(company: Path, case_id: str) -> None:
    """Print the case as it now stands."""
    from gestand.cli.request.showing import case_lines
    from gestand.wiring import open_company

    opened = open_company(company)
    for line in case_lines(opened.cases.case(case_id), opened):
        click.echo(line)


def named(by: str) -> str:
    """Who did it. Raises SettingsError for nobody."""
    if not by.strip():
        raise SettingsError("Somebody did this: --by NAME. It stays in the book, and never reaches the log.")
    return by.strip()


def _now(company: Path) -> datetime:
    from gestand.wiring import open_company

    return open_company(company).clock()


COMMANDS = {
    "identify": identify,
    "judge": judge,
    "decide": decide,
    "second": second,
    "advise": advise,
    "extend": extend,
}
