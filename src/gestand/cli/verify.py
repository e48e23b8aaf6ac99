"""`gestand verify`: is an exported log what was signed? Needs the public key alone."""

from pathlib import Path

import click

from gestand.core.errors import SettingsError


@click.command("verify")
@click.argument("export", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--key", metavar="FILE|VKEY", help="The public key; that of this company unless said.")
@click.option(
    "--since",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="An earlier checkpoint, kept elsewhere.",
)
@click.pass_obj
def command(company: Path, export: Path, key: str | None, since: Path | None) -> int:
    """Check that every entry of EXPORT is as it was signed, and name what is not.

    Exit codes: 0 sound, 1 tampered, 3 usage.
    """
    from gestand.evidence.verify import key_of, verify

    try:
        earlier = since.read_text(encoding="utf-8") if since else None
        report = verify(export, key_of(key or str(_own_key(company))), earlier)
    except (ValueError, OSError) as error:
        raise SettingsError(f"Nothing was verified. {error}") from error
    for line in report.lines():
        click.echo(line)
    return 0 if report.sound else 1


def _own_key(company: Path) -> Path:
    """The file with this company's public key."""
    from gestand.wiring import read_settings

    return read_settings(company.resolve()).keys / "log.vkey"
