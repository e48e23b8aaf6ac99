"""How long the data are kept: one promise a key, `retention/KEY` in the log for ever."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from gestand.core.errors import TermError
from gestand.statement.absent import UNSTATED, OrAbsent
from gestand.statement.laws import laws
from gestand.statement.terms import EXPECTED, Kept, parse_kept
from gestand.statement.written import Bilingual, Line, Word, Written


def _kept(value: object, info: ValidationInfo) -> Kept:
    """A term in the year of this statement's books, which the parser hands over as context."""
    if isinstance(value, Kept):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("term", "{why}", {"why": f"{EXPECTED} was expected"})
    context = info.context if isinstance(info.context, dict) else {}
    try:
        return parse_kept(value, context.get("book year ends", (12, 31)))
    except TermError as problem:
        raise PydanticCustomError(
            "term", "{why}", {"why": str(problem), "nearest": problem.nearest}
        ) from problem


def _law(name: str) -> str:
    if name not in laws():
        raise PydanticCustomError("law", "a law that gestand knows", {"known": tuple(laws())})
    return name


TermAfter = Annotated[
    Kept,
    BeforeValidator(_kept),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^(until|tot) .+|.+ (after|na|nadat) .+$",
            "examples": ["1 week after message-sent", "until relation-ended", "P1W after message-sent"],
        }
    ),
]
"""A term and the moment it counts from."""

LawName = Annotated[Line, AfterValidator(_law)]
"""A law whose term gestand knows: `AWR 52`."""


class AtLeast(Written):
    """A law that demands keeping, counted from a moment other than the promise's own."""

    law: LawName = Field(description="A law that gestand knows: `AWR 52`.")
    after: Word = Field(description="The moment from which the law's term counts: a word of `moments`.")


class Retention(Written):
    """One promise: these data are gone when the term has passed."""

    data: tuple[Word, ...] = Field(min_length=1, description="Words of `data`.")
    kept: TermAfter = Field(description="`1 week after message-sent`, `until relation-ended`.")
    when: OrAbsent[Word] = Field(UNSTATED, description="Only then: a word of `conditions`.")
    kept_at_least: OrAbsent[LawName | AtLeast] = Field(
        UNSTATED, description="The law that demands keeping: `AWR 52`. A shorter promise is refused."
    )
    says: OrAbsent[Bilingual] = Field(
        UNSTATED, description="The published sentence, where gestand's own will not do."
    )
