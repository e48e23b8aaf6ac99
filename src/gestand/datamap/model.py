"""The data map as it is written: stores, their tables, and where each word of the statement is found."""

import re
from typing import Annotated, Any, Literal, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    StringConstraints,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from gestand.core.predicate import MOST_CONSTANTS, Reading
from gestand.statement.written import Line, Word, Written

NONE = "none"
_ENVIRONMENT = re.compile(r"\$[A-Za-z_][A-Za-z0-9_]*")

Name = Annotated[str, StringConstraints(min_length=1, strict=True)]
"""A name as the database spells it, spaces and all."""

Part = TypeVar("Part")
Plain = StrictStr | StrictInt | StrictFloat | StrictBool | None
"""A constant: a text, a number, true, false or null."""


def refusal(kind: str, why: str) -> PydanticCustomError:
    """A fault whose whole message is `why`."""
    return PydanticCustomError("datamap", "{whole}", {"kind": kind, "whole": why})


def _is_map(value: object) -> str:
    return "map" if isinstance(value, (dict, Written)) else "plain"


OrPlain = Annotated[
    Annotated[Name, Tag("plain")] | Annotated[Part, Tag("map")],
    Discriminator(_is_map),
]
"""A bare text in short, or a map that says more."""


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Columns = Annotated[
    tuple[Name, ...],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
    ),
]
"""One column, or a list of them."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        why = f"`{name}` is no time zone; write one such as Europe/Amsterdam or UTC"
        raise refusal("zone", why) from problem
    return name


Zone = Annotated[Name, AfterValidator(_zone)]
"""A time zone by its IANA name: `Europe/Amsterdam`."""


def _environment(value: object) -> object:
    if isinstance(value, str) and _ENVIRONMENT.fullmatch(value):
        return value
    why = (
        "an address never stands in this file, for it may hold a password; put it in the environment "
        "and write its name, as in `url: $PORTAL_URL`"
    )
    raise refusal("environment", why)


EnvironmentName = Annotated[
    str,
    BeforeValidator(_environment),
    WithJsonSchema({"type": "string", "pattern": r"^\$[A-Za-z_][A-Za-z0-9_]*$"}),
]
"""`$NAME`: the environment variable that holds the address."""


class ColumnMoment(Written):
    """A moment in a column of this table."""

    column: Name = Field(description="The column, as the database spells it.")
    as_: Reading | None = Field(
        default=None, description="How to read it; left out, the column's type says so."
    )
    empty: Literal["not yet"] | None = Field(
        default=None, description="`not yet`: an empty column has not come yet."
    )
    zone: Zone | None = Field(
        default=None, description="Where its times without a zone, or bare dates, were written."
    )


class LatestMoment(Written):
    """The last of several moments: a person's last activity."""

    latest_of: tuple[OrPlain[ColumnMoment], ...] = Field(
        min_length=2,
        description="Columns here, and `TABLE via KEY` for the same word in parents and children.",
    )


def _moment(value: object) -> str:
    if isinstance(value, LatestMoment) or (isinstance(value, dict) and "latest of" in value):
        return "latest"
    return _is_map(value)


MomentWritten = Annotated[
    Annotated[Name, Tag("plain")]
    | Annotated[ColumnMoment, Tag("map")]
    | Annotated[LatestMoment, Tag("latest")],
    Discriminator(_moment),
]
"""A column, `TABLE via KEY`, a map that says how to read the column, or the latest of several."""


class ColumnCondition(Written):
    """A condition on a column of this table: exactly one of `is`, `in` and `not in`."""

    column: Name = Field(description="The column, as the database spells it.")
    is_: Plain = Field(default=None, description="The column holds this value; null: it is empty.")
    in_: Literal["EU"] | tuple[Plain, ...] | None = Field(
        default=None,
        description="The column holds one of these; `EU`: the ISO country code of a member state.",
    )
    not_in: Literal["EU"] | tuple[Plain, ...] | None = Field(
        default=None, description="The column is filled, and holds none of these."
    )

    @model_validator(mode="after")
    def _one_test(self) -> "ColumnCondition":
        said = self.model_fields_set & {"is_", "in_", "not_in"}
        if len(said) != 1:
            raise refusal("condition", "a condition says one of `is`, `in` and `not in`")
        for values in (self.in_, self.not_in):
            if isinstance(values, tuple) and not 0 < len(values) <= MOST_CONSTANTS:
                raise refusal("condition", f"a condition lists 1 to {MOST_CONSTANTS:,} values")
        return self


def _blank_values(value: object) -> object:
    return dict.fromkeys(value) if isinstance(value, (list, tuple)) else value


class Blank(Written):
    """The row stays; its columns are made unusable."""

    blank: Annotated[
        dict[str, Plain],
        BeforeValidator(_blank_values),
        WithJsonSchema(
            {
                "anyOf": [
                    {
                        "type": "object",
                        "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
                    },
                    {"type": "array", "items": {"type": "string"}},
                ]
            }
        ),
    ] = Field(description="Each column with what replaces its value, or a list of columns to empty.")


def _end(value: object) -> str:
    if isinstance(value, (dict, Blank)):
        return "blank" if isinstance(value, Blank) or "blank" in value else "each"
    return "erase"


EndOfData = Annotated[
    Annotated[Literal["erase"], Tag("erase")] | Annotated[Blank, Tag("blank")],
    Discriminator(lambda value: "erase" if _end(value) == "erase" else "blank"),
]
"""What happens to a datum: its row goes, or its columns are made unusable."""

End = Annotated[
    Annotated[Literal["erase"], Tag("erase")]
    | Annotated[Blank, Tag("blank")]
    | Annotated[dict[Word, EndOfData], Tag("each")],
    Discriminator(_end),
]
"""`erase`, `{blank: ...}`, or one of these for each datum."""


class MailingList(Written):
    """Who is on a list, for the marketing duty."""

    address: Name = Field(description="The column with the address.")
    subscribed: Name | None = Field(
        default=None, description="The column that says whether the person is on the list."
    )


class Restriction(Written):
    """How a row says that it may be kept and not used (GDPR 18)."""

    column: Name = Field(description="The column, as the database spells it.")
    is_: Plain = Field(description="What stands in it while the row is out of use.")
    lifted: Plain = Field(default=None, description="What stands in it when it is back in use.")


def _one_group(value: object) -> object:
    if isinstance(value, list):
        why = (
            "a row belongs to one group of people; name that one here, and give the columns about others "
            "a datum of their own, whose owner the statement names (`of:`)"
        )
        raise refusal("two groups", why)
    return value


class Table(Written):
    """A table: whose rows it holds, what is in them, and what happens at the end."""

    rows_of: Annotated[Word, BeforeValidator(_one_group)] = Field(
        description="The people whose rows these are, a word of the statement; `none` for no one."
    )
    table: Name | None = Field(
        default=None, description="The table's own name, where the key is another word for it."
    )
    in_schema: Name | None = Field(default=None, description="The schema or database that the table is in.")
    known_by: OrPlain[dict[Word, Name]] = Field(
        default=NONE, description="Kind of identifier to column, or `TABLE via KEY`, or `none`."
    )
    data: dict[Word, Columns] = Field(
        default_factory=dict, description="Data of the statement to the columns that hold them."
    )
    moments: dict[Word, MomentWritten] = Field(
        default_factory=dict, description="Moments of the statement to where they are."
    )
    conditions: dict[Word, OrPlain[ColumnCondition]] = Field(
        {}, description="Conditions of the statement to the column that tells."
    )
    at_the_end: End | None = Field(default=None, description="What happens when a promise's term has passed.")
    emptied_to: dict[str, Plain] = Field(
        {}, description="What replaces the value of a column that cannot be empty; `{key}` is the row's key."
    )
    lists: dict[Word, MailingList] = Field(
        default_factory=dict, description="Mailing lists that the rows are on."
    )
    restricted_by: Restriction | None = Field(
        default=None, description="The column that keeps a row out of use."
    )


class OtherTable(Written):
    """A table that holds no personal data, in another schema than the connection's own."""

    table: Name = Field(description="The table's own name.")
    in_schema: Name = Field(description="The schema or database that the table is in.")


class Database(Written):
    """A store that gestand reaches itself."""

    url: EnvironmentName = Field(description="`$NAME` of the environment variable that holds the address.")
    times_without_a_zone: Zone | None = Field(
        default=None, description="Where times without a zone were written."
    )
    tables: dict[Name, Table] = Field(description="The tables that hold personal data, or lead to them.")
    no_personal_data: tuple[OrPlain[OtherTable], ...] = Field(
        default=(), description="Tables that hold none."
    )


class Hand(Written):
    """Who keeps a system by hand, and what is in it."""

    owner: Line = Field(description="Who does it: a role, not a person's name.")
    data: tuple[Word, ...] = Field(default=(), description="Data of the statement that the system holds.")


class ByHand(Written):
    """A system that a person keeps: a mailbox, a help desk, paper, back-ups."""

    kept_by_hand: Hand = Field(description="Who keeps it, and what is in it.")


def _store(value: object) -> str:
    by_hand = isinstance(value, ByHand) or (isinstance(value, dict) and "kept by hand" in value)
    return "by hand" if by_hand else "database"


StoreWritten = Annotated[
    Annotated[Database, Tag("database")] | Annotated[ByHand, Tag("by hand")], Discriminator(_store)
]


class DataMapWritten(Written):
    """Where the words of the statement live."""

    gestand: Literal["datamap/1"] = Field(description="The format of this file.")
    stores: dict[Word, StoreWritten] = Field(min_length=1, description="The systems that hold the data.")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a data map, for editors."""
    schema = DataMapWritten.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://gestand.example/schema/datamap-1.json",
        **schema,
        "title": "gestand data map, version 1",
    }
