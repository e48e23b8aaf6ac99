"""`gestand demo`: write a sample company and walk the whole path with it, each step a real command."""

import os
import shlex
import shutil
import sys
import time
from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from gestand.cli.check import DEVIATION
from gestand.core.text import Language, Text

WRITTEN = Text(
    "Een bedrijf dat niet bestaat, gemaakt in {seconds:.1f} s: verklaring, datakaart, instellingen en database.",
    "A company that does not exist, made in {seconds:.1f} s: statement, data map, settings and database.",
)
PROMISES = Text("Wat de verklaring belooft:", "What the statement promises:")
CHECK = Text("Wordt dat nagekomen? Nog niet:", "Is that kept? Not yet:")
PLAN = Text(
    "Wat nakomen vandaag vraagt. Er verandert nog niets:", "What keeping takes today. Nothing changes yet:"
)
APPROVE = Text(
    "Een eerste keer wacht op iemand die er met naam voor instaat:",
    "A first sweep waits for a person to put her name to it:",
)
KEEP = Text(
    "Nu doen, precies dit plan; niemand anders gebruikt deze database:",
    "Now do it, exactly this plan; nobody else uses this database:",
)
CHECK_AGAIN = Text("En nu?", "And now?")
EXPORT = Text("Het logboek, zoals een ander het kan nakijken:", "The log, as someone else can verify it:")
VERIFY = Text("Nagekeken met niets dan de openbare sleutel:", "Verified with nothing but the public key:")
GO_ON = Text("Klaar in {seconds:.0f} s. Ga verder met:", "Done in {seconds:.0f} s. Go on with:")

NEXT = (
    "promises --json",
    "check --json",
    "plan",
    "log --last 5",
    "hold list",
    "checkpoint",
    "deadline gdpr_month 2026-03-05 1",
)


@click.command("demo")
@click.argument(
    "sample",
    type=click.Choice(["sms-gateway", "uptime-monitor", "software-maker", "cookie-site", "shop"]),
    default="sms-gateway",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The folder below which it is written.",
)
@click.option("--lang", "language", type=click.Choice(["nl", "en"]), default="en", show_default=True)
@click.option("--no-walk", is_flag=True, help="Write it, and leave every step to you.")
@click.pass_context
def command(context: click.Context, sample: str, into: Path, language: Language, no_walk: bool) -> int:
    """Write SAMPLE and walk the path: promises, check, plan, approve, keep, check, verify."""
    began = time.perf_counter()
    folder = write(sample, into, language)
    walk = Walk(context, language)
    walk.say(WRITTEN, time.perf_counter() - began)
    walk.command("cd", str(folder))
    if no_walk:
        return 0
    with chdir(folder):
        code = walk.whole_path()
    walk.go_on(folder, time.perf_counter() - began)
    return code


def write(sample: str, into: Path, language: str) -> Path:
    """Write the sample company with keys and a book of its own; gives its folder."""
    from gestand.examples import write_sample
    from gestand.wiring import found_company, read_settings

    folder: Path = write_sample(sample, into, date.today(), "en" if language == "en" else "nl")  # noqa: DTZ011
    found_company(read_settings(folder), f"{sample}.example/gestand")
    return folder


@dataclass(frozen=True)
class Walk:
    """The walk through one sample: says why, shows the command, runs it in the sample's folder."""

    context: click.Context
    language: Language

    def say(self, why: Text, seconds: float = 0) -> None:
        """One sentence, in bold."""
        click.secho(why.said_in(self.language).format(seconds=seconds), bold=True)

    def command(self, *arguments: str) -> None:
        """One command, as a person would type it."""
        click.secho(f"$ {shlex.join(arguments)}", fg="cyan")

    def step(self, why: Text, *arguments: str) -> int:
        """Say why, show the command and run it; gives its exit code."""
        click.echo()
        self.say(why)
        self.command("gestand", *arguments)
        group = self.context.find_root().command
        code = group.main(list(arguments), prog_name="gestand", standalone_mode=False)
        return code if isinstance(code, int) else 0

    def whole_path(self) -> int:
        """From promises to proof. Gives 0, or 1 if the last check found a deviation or the log does not verify.

        What a person keeps by hand cannot be told here, and is no failure of the demo.
        """
        from gestand.wiring import open_company

        self.step(PROMISES, "promises")
        self.step(CHECK, "check")
        self.step(PLAN, "plan")
        plan = open_company(Path()).plan()
        digest = plan.digest[:12]
        self.step(APPROVE, "approve", digest, "--by", "Demo", "--reason", "first sweep of the sample")
        self.step(KEEP, "keep", "--plan", digest, "--at-most", str(plan.rows), "--exclusive")
        code = self.step(CHECK_AGAIN, "check")
        self.step(EXPORT, "log", "--export", "export")
        return self.step(VERIFY, "verify", "export", "--key", ".gestand-keys/log.vkey") or int(
            code == DEVIATION
        )

    def go_on(self, folder: Path, seconds: float) -> None:
        """The commands to go on with, each of which can be pasted."""
        click.echo()
        self.say(GO_ON, seconds)
        beside = Path(sys.executable).parent
        if shutil.which("gestand") is None and (beside / "gestand").exists():
            click.echo(f'  export PATH={shlex.quote(str(beside))}{os.pathsep}"$PATH"')
        click.echo(f"  cd {shlex.quote(str(folder))}")
        for arguments in NEXT:
            click.echo(f"  gestand {arguments}")
