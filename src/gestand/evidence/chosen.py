"""Proof of what one subject chose: her choices, what she was shown, and for each its line in the log.

Needs the public key alone: the commitment is computed again from what the bundle says, and compared with the line.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from gestand.evidence.commitment import commitment, public_digest, word_of
from gestand.evidence.note import Checkpoint, NoteError, Verifier
from gestand.evidence.proof import Proven, check_proof

BUNDLE = "gestand proof of choices, version 1"
"""What a bundle says it is."""

IN_RECEIPT = "gestand:proof"
"""Under which a receipt carries its bundle."""

CANNOT_SHOW = (
    "What this cannot show: choices of the same person that were left out, and whether the statement and the moment "
    "of a choice are true. When it came on record, its line in the log tells."
)


@dataclass(frozen=True)
class Made:
    """A choice that is proven to be in the log; `shown` when all that was put before her is in the bundle."""

    choice: Mapping[str, Any] = field(repr=False)
    proven: Proven = field(repr=False)
    shown: bool

    @property
    def line(self) -> str:
        """The choice in one line: entry, moment, way, decisions."""
        said = ", ".join(
            f"{word}: {'yes' if yes else 'no'}" for word, yes in self.choice["decisions"].items()
        )
        text = "" if self.shown else " (what was shown is not here: unproven)"
        return f"Entry {self.proven.index}: {self.choice['at']}, {self.choice['way']}: {said}{text}"


@dataclass(frozen=True)
class Chosen:
    """What a bundle proves of one subject, all of it in the log of one checkpoint."""

    kind: str
    value: str = field(repr=False)
    made: tuple[Made, ...]

    @property
    def checkpoint(self) -> Checkpoint:
        return self.made[0].proven.checkpoint

    @property
    def lines(self) -> Iterator[str]:
        """What is proven, as people read it."""
        where = self.checkpoint
        yield (
            f"Sound. {len(self.made)} of the choices of {self.kind} {self.value} stand in {where.origin}, a log of "
            f"{where.size:,} entries:"
        )
        yield from (one.line for one in self.made)
        yield CANNOT_SHOW


def is_bundle(written: str) -> bool:
    """Whether this is JSON, and so no proof of a single entry."""
    return written.lstrip()[:1] == "{"


def check_choices(written: str, key: Verifier) -> Chosen:
    """What a bundle, or a receipt that carries one, shows; raises NoteError when it shows nothing."""
    try:
        told = json.loads(written)
        carried = [node[IN_RECEIPT]["@value"] for node in told.get("@graph", ()) if IN_RECEIPT in node]
        bundle = carried[0] if carried else told
        if bundle["what"] != BUNDLE:
            raise NoteError(f"This is no proof of choices: expected {BUNDLE!r}.")
        subject, offers = bundle["subject"], bundle["offers"]
        _refuse_changed_offers(offers)
        made = tuple(_made(one, subject, offers, key) for one in bundle["choices"])
        found = Chosen(str(subject["kind"]), str(subject["value"]), made)
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        if isinstance(error, NoteError):
            raise
        raise NoteError("This is no proof of choices: expected a subject, offers and choices.") from error
    if len({one.proven.checkpoint for one in made}) != 1:
        raise NoteError(
            "This is no proof of choices: they stand under several checkpoints, or there are none."
        )
    if len({one.proven.index for one in made}) != len(made):
        raise NoteError("This is no proof of choices: one line of the log stands for two of them.")
    return found


def _refuse_changed_offers(offers: Mapping[str, object]) -> None:
    for digest, offer in offers.items():
        if public_digest(offer) != digest:
            raise NoteError(f"What was shown is not the text of digest {digest}: it was changed.")


def _made(one: Mapping[str, Any], subject: object, offers: Mapping[str, Any], key: Verifier) -> Made:
    proven, choice = check_proof(one["proof"], key), one["choice"]
    line = json.loads(proven.entry)
    expected = {
        "kind": "choice",
        "action": commitment(bytes.fromhex(one["salt"]), subject, choice),  # type: ignore[arg-type]
        "statement": choice["statement"],
        "word": word_of(choice["decisions"]),
    }
    if any(line.get(name, "") != value for name, value in expected.items()):
        raise NoteError(
            f"Entry {proven.index} of the log is not this choice: subject, choice or salt was changed, or it is of "
            "another one."
        )
    words = {word for word, _ in offers.get(choice["offer"], {"purposes": ()})["purposes"]}
    return Made(choice, proven, words.issuperset(choice["decisions"]))
