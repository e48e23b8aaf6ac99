"""Letters by which staff move a case: a link, a question, a request passed on, an end without a decision."""

from pathlib import Path

import click

from gestand.cli.request.deciding import named, shown
from gestand.core.errors import SettingsError
from gestand.core.letter import Addressee
from gestand.core.step import Asked

ENDS = ("not identified", "taken back")


@click.command("link")
@click.argument("case_id", metavar="CASE")
@click.pass_obj
def link(company: Path, case_id: str) -> None:
    """Mail a link by which she shows that her address is hers. It works for a day; the one before it ends."""
    from gestand.wiring import open_company

    opened = open_company(company)
    if not opened.cases.case(case_id).request.asker.email:
        raise SettingsError(
            f"Case {case_id} has no mail address. Show who asks in another way: `gestand request identify {case_id}`."
        )
    opened.casework.confirm(case_id, opened.clock())
    shown(company, case_id)


@click.command("ask")
@click.argument("case_id", metavar="CASE")
@click.option(
    "--doubt", required=True, metavar="WHY", help="What gives reason to doubt (GDPR 12(6)); she reads it."
)
@click.option(
    "--question", required=True, help="A fact that only she knows; never a copy of an identity document."
)
@click.option("--by", required=True, metavar="NAME", help="Who asks.")
@click.pass_obj
def ask(company: Path, case_id: str, doubt: str, question: str, by: str) -> None:
    """Ask who asks, because of a doubt; the letter goes out, and the clock pauses until it is shown."""
    from gestand.wiring import open_company

    if not doubt.strip() or not question.strip():
        raise SettingsError(
            "A question says what is doubted, and what is asked: --doubt WHY --question WHAT."
        )
    opened = open_company(company)
    opened.correspondence.ask(case_id, Asked(opened.clock(), named(by), doubt.strip(), question.strip()))
    shown(company, case_id)


@click.command("pass-on")
@click.argument("case_id", metavar="CASE")
@click.option("--to", "name", required=True, metavar="NAME", help="The customer who decides on these data.")
@click.option("--email", default="", help="Where the letter goes; without it, to --address.")
@click.option("--address", default="", help="The customer's postal address.")
@click.option("--by", required=True, metavar="NAME", help="Who passes it on.")
@click.pass_obj
def pass_on(company: Path, case_id: str, name: str, email: str, address: str, by: str) -> None:
    """Pass a request on to the customer for whom the data are processed (GDPR 28(3)(e)). Her letter says to whom."""
    from gestand.wiring import open_company

    if not (name.strip() and (email.strip() or address.strip())):
        raise SettingsError(
            "The customer has a name and an address: --to NAME --email ADDRESS, or --address."
        )
    opened = open_company(company)
    to = Addressee(name.strip(), email.strip(), address.strip())
    opened.correspondence.pass_on(case_id, to, named(by), opened.clock())
    shown(company, case_id)


@click.command("close")
@click.argument("case_id", metavar="CASE")
@click.option("--because", required=True, type=click.Choice(ENDS), help="Why nothing is decided.")
@click.option("--by", required=True, metavar="NAME", help="Who ends it.")
@click.pass_obj
def close(company: Path, case_id: str, because: str, by: str) -> None:
    """End a request without a decision; she is written so, and how she can go on."""
    from gestand.wiring import open_company

    opened = open_company(company)
    letters = opened.correspondence
    end = letters.withdrawn if because == "taken back" else letters.not_identified
    end(case_id, opened.clock(), named(by))
    shown(company, case_id)


COMMANDS = {"link": link, "ask": ask, "pass-on": pass_on, "close": close}
