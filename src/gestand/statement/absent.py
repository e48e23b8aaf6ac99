"""Three ways in which a statement can say nothing, which mean three different things."""

from enum import Enum
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Discriminator, Tag
from pydantic_core import PydanticCustomError


class Absent(Enum):
    """What stands where a value could have stood."""

    UNSTATED = "unstated"
    """The statement does not say: left out, or written as such."""
    NONE = "none"
    """The statement denies it: a promise too, and checked."""
    NOT_APPLICABLE = "not applicable"
    """The question does not arise."""

    def __bool__(self) -> Literal[False]:
        return False


UNSTATED, NONE, NOT_APPLICABLE = Absent.UNSTATED, Absent.NONE, Absent.NOT_APPLICABLE
ABSENT_WORDS = tuple(absent.value for absent in Absent)


def _which(value: object) -> str:
    return "absent" if isinstance(value, Absent) or value in ABSENT_WORDS else "said"


Said = TypeVar("Said")


def _not_empty(value: Said) -> Said:
    """An empty map or list could be a denial, or nothing said yet: the file has a word for each."""
    if value in ({}, ()):
        raise PydanticCustomError("empty", "nothing stands here")
    return value


OrAbsent = Annotated[
    Annotated[Said, AfterValidator(_not_empty), Tag("said")] | Annotated[Absent, Tag("absent")],
    Discriminator(lambda value: _which(value) if not isinstance(value, (dict, list)) else "said"),
]
"""A value of the statement, or one of the three absences; left out, it is UNSTATED."""
