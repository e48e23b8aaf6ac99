"""`gestand verify`: is an exported log what was signed? Needs the public key alone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import SettingsError
from gestand.core.text import Language

if TYPE_CHECKING:
    from gestand.evidence.verify import Chosen, Proven, Report


@click.command("verify")
@click.argument("export", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--proof",
    type=click.Path(path_type=Path, exists=True),
    help="The proof of one entry or of somebody's choices, a receipt, or a folder of proofs, instead of an export.",
)
@click.option("--key", metavar="FILE|VKEY", help="The public key; that of this company unless said.")
@click.option(
    "--since",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="An earlier checkpoint, kept elsewhere.",
)
@click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="The company's language unless said."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def command(
    company: Path,
    export: Path | None,
    proof: Path | None,
    key: str | None,
    since: Path | None,
    language: str | None,
    as_json: bool,
) -> int:
    """Check that every entry of EXPORT is as it was signed, and name what is not.

    With --since also that the log goes on from an earlier checkpoint: consistent, nothing cut off or rewritten.
    With --proof that one entry is in the log (`gestand log --prove`), or each of a folder (`gestand request proof`),
    or what somebody chose (`gestand consent proof`, `gestand consent receipt`). Exit codes: 0 sound, 1 tampered,
    3 usage.
    """
    from gestand.cli.page import spoken
    from gestand.wiring import read_settings

    if (export is None) == (proof is None) or (proof and since):
        raise SettingsError(
            "Name an export, with --since or without; or a proof: `gestand verify --proof FILE`."
        )
    settings = read_settings(company)
    said_in, own = spoken(language, settings.language), key or _own_key(settings.keys)
    if proof is not None:
        return _proof(proof, own, said_in, as_json)
    return _export(Path(export or ""), own, since, said_in, as_json)


def _export(export: Path, key: str, since: Path | None, language: Language, as_json: bool) -> int:
    from gestand.cli.page import folded
    from gestand.evidence.verify import key_of, verify

    try:
        earlier = since.read_text(encoding="utf-8") if since else None
        report = verify(export, key_of(key), earlier)
    except (ValueError, OSError) as error:
        raise SettingsError(f"Nothing was verified. {_why(error)}") from error
    if as_json:
        click.echo(json.dumps(_told(report), ensure_ascii=False, indent=2))
    else:
        for line in _lines(report, language):
            click.echo(folded(line, hanging=2))
    return 0 if report.sound else 1


def _proof(place: Path, key: str, language: Language, as_json: bool) -> int:
    """Show each entry that is proven; or say why it is not."""
    proofs = place.glob("*.proof") if place.is_dir() else (place,)
    files = sorted(proofs, key=lambda file: (len(file.name), file.name))
    if not files:
        raise SettingsError(
            f"Nothing was verified: {place} holds no proof. `gestand request proof` writes them."
        )
    found = [_proven(file, key) for file in files]
    faults = [
        f"{file.name}: {fault}" if place.is_dir() else fault
        for file, (_, fault) in zip(files, found, strict=True)
    ]
    if as_json:
        told = [{"file": file.name, **_proof_told(*one)} for file, one in zip(files, found, strict=True)]
        click.echo(json.dumps(told if place.is_dir() else told[0], ensure_ascii=False, indent=2))
    else:
        for (proven, _), fault in zip(found, faults, strict=True):
            for line in _proof_lines(proven, fault, language):
                click.echo(line)
    checkpoint = _checkpoint_fault(place, key) if place.is_dir() else ""
    if checkpoint:
        for line in _proof_lines(None, checkpoint, language):
            click.echo(line, err=as_json)
    return 0 if all(proven for proven, _ in found) and not checkpoint else 1


def _checkpoint_fault(folder: Path, key: str) -> str:
    """What is wrong with the checkpoint beside the proofs, if anything is."""
    from gestand.evidence.verify import NoteError, key_of, verify_checkpoint

    try:
        verify_checkpoint(folder / "checkpoint", key_of(key))
    except (NoteError, OSError, UnicodeDecodeError) as error:
        return f"checkpoint: {error}"
    return ""


def _why(error: ValueError | OSError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename} cannot be read: {error.strerror}."
    return str(error)


def _proven(file: Path, key: str) -> "tuple[Proven | Chosen | None, str]":
    """What a file proves; or nothing, and why."""
    from gestand.evidence.verify import NoteError, key_of, verify_any_proof

    try:
        verifier = key_of(key)
    except (ValueError, OSError) as error:
        raise SettingsError(f"Nothing was verified. {_why(error)}") from error
    try:
        return verify_any_proof(file, verifier), ""
    except (NoteError, UnicodeDecodeError) as error:
        return None, str(error)


def _proof_told(proven: "Proven | Chosen | None", fault: str) -> dict[str, object]:
    from gestand.evidence.verify import Chosen

    if proven is None:
        return {"sound": False, "faults": [fault]}
    told = {"sound": True, "origin": proven.checkpoint.origin, "entries": proven.checkpoint.size}
    if not isinstance(proven, Chosen):
        return {**told, "number": proven.index, "entry": json.loads(proven.entry), "faults": []}
    made = [{"number": one.proven.index, "shown": one.shown, **one.choice} for one in proven.made]
    return {**told, "subject": {"kind": proven.kind, "value": proven.value}, "choices": made, "faults": []}


def _proof_lines(proven: "Proven | Chosen | None", fault: str, language: Language) -> Iterator[str]:
    from gestand.cli import words
    from gestand.cli.page import folded, number
    from gestand.evidence.verify import Chosen

    if proven is None:
        yield folded(f"{words.NOT_PROVEN.said_in(language)} {fault}", hanging=2)
        return
    size, where = number(proven.checkpoint.size, language), proven.checkpoint.origin
    if isinstance(proven, Chosen):
        yield from _chosen_lines(proven, size, language)
        return
    yield folded(words.PROVEN.said_in(language).format(number=proven.index, origin=where, size=size))
    yield proven.entry.decode("ascii", "backslashreplace")


def _chosen_lines(chosen: "Chosen", size: str, language: Language) -> Iterator[str]:
    """Whose choices these are, each of them on a line, and what this cannot show."""
    from gestand.cli import words_consent as words
    from gestand.cli.page import folded, number

    of = {"kind": chosen.kind, "value": chosen.value, "origin": chosen.checkpoint.origin, "size": size}
    made = number(len(chosen.made), language)
    yield folded(words.PROVEN.said_in(language).format(made=made, **of))
    for one in chosen.made:
        said = words.decided(one.choice["decisions"], language)
        line = f"{one.proven.index}: {one.choice['at']} · {words.way(one.choice['way'], language)} · {said}"
        yield folded(line if one.shown else f"{line} · {words.UNPROVEN.said_in(language)}", 2, 4)
    yield folded(words.CANNOT_SHOW.said_in(language))


def _own_key(keys: Path) -> str:
    """The file with this company's public key. SettingsError where there is none."""
    file = keys / "log.vkey"
    if not file.exists():
        raise SettingsError(
            f"There is no public key {file}. Name the one that its company gave you: --key FILE or --key "
            "'NAME+HASH+BASE64'; or name your own company: `gestand --company FOLDER verify ...`."
        )
    return str(file)


def _lines(report: "Report", language: Language) -> Iterator[str]:
    """The report as people read it; what was found wrong is told in English."""
    from gestand.cli import words
    from gestand.cli.page import number
    from gestand.evidence.verify import MOST_NAMED

    if report.faults:
        yield words.TAMPERED.said_in(language)
        yield from (f"- {fault}" for fault in report.faults)
    elif report.checkpoint:
        size = number(report.checkpoint.size, language)
        yield words.SOUND.said_in(language).format(size=size, origin=report.checkpoint.origin)
        if report.since:
            yield words.CONTINUES.said_in(language).format(size=number(report.since.size, language))
    for entry in report.open[:MOST_NAMED]:
        yield words.UNENDED.said_in(language).format(number=entry)
    yield (words.COULD_SHOW if report.since else words.CANNOT_SHOW).said_in(language)


def _told(report: "Report") -> dict[str, object]:
    return {
        "sound": report.sound,
        "origin": report.checkpoint.origin if report.checkpoint else None,
        "entries": report.checkpoint.size if report.checkpoint else None,
        "since": report.since.size if report.since else None,
        "faults": report.faults,
        "open": report.open,
    }
