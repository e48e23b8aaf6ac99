"""`gestand demo`: write a sample company and walk the whole path with it, each step a real command."""

import shlex
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from gestand.core.text import Language, Text

APPROVE = Text(
    "Een eerste keer wacht op iemand die haar naam eraan geeft:",
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

STEPS = (
    (("promises",), Text("Wat de verklaring belooft:", "What the statement promises:")),
    (("check",), Text("Wordt dat nagekomen? Nog niet:", "Is that kept? Not yet:")),
    (
        ("plan",),
        Text(
            "Wat nakomen vandaag vraagt. Er verandert nog niets:",
            "What keeping takes today. Nothing changes yet:",
        ),
    ),
)


@click.command("demo")
@click.argument("sample", type=click.Choice(["sms-gateway", "uptime-monitor"]), default="sms-gateway")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The folder below which it is written.",
)
@click.option("--lang", "language", type=click.Choice(["nl", "en"]), default="en", show_default=True)
@click.pass_context
def command(context: click.Context, sample: str, into: Path, language: str) -> int:
    """Write SAMPLE and walk the path: promises, check, plan, approve, keep, check, verify."""
    began = time.perf_counter()
    walk = Walk(context, write(sample, into, language), "en" if language == "en" else "nl")
    for arguments, why in STEPS:
        walk.step(arguments, why)
    code = walk.keep_and_prove()
    walk.go_on(time.perf_counter() - began)
    return code


def write(sample: str, into: Path, language: str) -> Path:
    """Write the sample company with keys and a book of its own; gives its folder."""
    from gestand.examples import write_sample
    from gestand.wiring import found_company, read_settings

    began = time.perf_counter()
    folder: Path = write_sample(sample, into, date.today(), language)  # noqa: DTZ011
    found_company(read_settings(folder), f"{sample}.example/gestand")
    seconds = time.perf_counter() - began
    click.echo(f"{folder}/: statement.yaml, datamap.yaml, gestand.toml and a database, in {seconds:.1f} s")
    return folder


@dataclass(frozen=True)
class Walk:
    """The walk through one sample: says why, shows the command, runs it."""

    context: click.Context
    folder: Path
    language: Language

    def step(self, arguments: tuple[str, ...], why: Text) -> int:
        """Run one command as a person would type it; gives its exit code."""
        group = self.context.find_root().command
        click.echo()
        click.secho(why.said_in(self.language), bold=True)
        click.secho(f"$ gestand {shlex.join(arguments)}", fg="cyan")
        code = group.main(["--company", str(self.folder), *arguments], standalone_mode=False)
        return code if isinstance(code, int) else 0

    def keep_and_prove(self) -> int:
        """Approve, keep, check again, export and verify; gives the exit code of the second check."""
        from gestand.wiring import open_company

        plan = open_company(self.folder).plan()
        digest = plan.digest[:12]
        self.step(("approve", digest, "--by", "Demo", "--reason", "first sweep of the sample"), APPROVE)
        self.step(("keep", "--plan", digest, "--at-most", str(plan.rows), "--exclusive"), KEEP)
        code = self.step(("check",), CHECK_AGAIN)
        export = str(self.folder / "export")
        self.step(("log", "--export", export), EXPORT)
        key = str(self.folder / ".gestand-keys" / "log.vkey")
        return self.step(("verify", export, "--key", key), VERIFY) or code

    def go_on(self, seconds: float) -> None:
        """The commands to go on with."""
        click.echo()
        click.secho(GO_ON.said_in(self.language).format(seconds=seconds), bold=True)
        for arguments in (
            "promises",
            "check --json",
            "plan",
            "log",
            "hold",
            "grants postgresql",
            "deadline gdpr_month 2026-03-05 1",
        ):
            click.echo(f"  gestand --company {self.folder} {arguments}")
