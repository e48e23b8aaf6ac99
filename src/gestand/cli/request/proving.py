"""What the log holds of one case, as files that anyone with the public key can verify."""

from pathlib import Path

import click

from gestand.core.errors import SettingsError
from gestand.core.text import Text

_WRITTEN = Text(
    "{entries} bewijzen geschreven in {folder}. Controleren: {command}",
    "{entries} proofs written to {folder}. Verify: {command}",
)


@click.command("proof")
@click.argument("case_id", metavar="CASE")
@click.option(
    "--to", "folder", required=True, type=click.Path(path_type=Path, file_okay=False), help="A new folder."
)
@click.option("--by", required=True, metavar="NAME", help="Who takes it out; kept with the case.")
@click.pass_obj
def proof(company: Path, case_id: str, folder: Path, by: str) -> None:
    """Write a proof of each entry of CASE in the log, and the newest checkpoint. No personal data is in it."""
    from gestand.cli.page import typed
    from gestand.wiring import open_company
    from gestand.wiring.proof import proof_of

    opened = open_company(company)
    opened.cases.seen(case_id, by, opened.clock())
    files = dict(proof_of(opened, case_id))
    try:
        folder.mkdir(parents=True)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
    except OSError as error:
        raise SettingsError(
            f"{folder} cannot be written: {error.strerror}. Name a folder that is not there yet."
        ) from error
    said, verify = _WRITTEN.said_in(opened.settings.language), typed("verify", "--proof", str(folder))
    click.echo(said.format(entries=len(files) - 1, folder=folder, command=verify))


COMMANDS = {"proof": proof}
