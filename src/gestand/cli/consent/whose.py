"""Whose choices are meant, and who of the staff asks."""

import sys
from typing import TYPE_CHECKING

from gestand.core.choice import Subject
from gestand.core.errors import SettingsError

if TYPE_CHECKING:
    from gestand.wiring import Company


def subject_of(written: str, opened: "Company") -> Subject:
    """`KIND=VALUE`, a bare mail address, or that from standard input. Raises SettingsError for what is neither.

    The message never has what was written: it names somebody.
    """
    from gestand.wiring.may import known

    told = sys.stdin.readline() if written == "-" else written
    kinds = known(opened.data_map)
    subject = kinds.subject(told.strip())
    if subject is None or subject.kind not in kinds.kinds:
        raise SettingsError(
            "Whose choices? Write KIND=VALUE, such as email=name@example.org. The data map knows people by: "
            f"{', '.join(sorted(kinds.kinds))}."
        )
    return subject


def looked(opened: "Company", subject: Subject, by: str) -> None:
    """Put on record that somebody looks, before anything is shown. Raises SettingsError for nobody."""
    if not by.strip():
        raise SettingsError(
            "Who looks? --by takes the name of one member of the staff; every look is logged."
        )
    opened.choices.seen(subject, by)
