"""A draft in a file: written over an earlier one, of which nothing is lost that a person did."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from gestand.reading.draft.compose import Draft, composed
from gestand.reading.draft.decided import Decided, decided_in, gone
from gestand.reading.draft.ends import FIRST_LINE
from gestand.reading.draft.material import Material
from gestand.reading.draft.writing import OURS

_FIRST_LINES = tuple(f"{OURS} {line}" for line in (FIRST_LINE.nl, FIRST_LINE.en))


@dataclass(frozen=True)
class Rewritten:
    """What became of a file; `copy` is the earlier draft, kept where `changed` names values that a person may miss."""

    draft: Draft
    kept: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    copy: Path | None = None


def is_a_draft(file: Path) -> bool:
    """Whether a draft may be written there: nothing stands there, or an earlier draft."""
    if not file.exists() or not file.stat().st_size:
        return True
    with file.open(encoding="utf-8-sig", errors="replace") as stream:
        return stream.readline().strip() in _FIRST_LINES


def rewrite(file: Path, material: Material) -> Rewritten:
    """Write the draft there, with what a person decided. Raises StatementError where the earlier one is no YAML."""
    decided = decided_in(file) if file.exists() and file.stat().st_size else Decided()
    made = composed(material, decided)
    changed = gone(decided, made.text)
    copy = _put_aside(file) if changed else None
    beside = file.with_name(f"{file.name}.new")  # what was decided is never half written over
    beside.write_text(made.text, encoding="utf-8")
    beside.replace(file)
    return Rewritten(made, tuple("/".join(path) for path, _ in decided.values), changed, copy)


def _put_aside(file: Path) -> Path:
    """The earlier draft under the first name that is free."""
    names = (file.with_name(f"{file.name}.before{number or ''}") for number in count())
    copy = next(name for name in names if not name.exists())
    copy.write_bytes(file.read_bytes())
    return copy
