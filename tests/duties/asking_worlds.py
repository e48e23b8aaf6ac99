"""Random small companies that somebody asks to erase her, and what must become of each row, reckoned row by row.

The reckoning knows nothing of predicates: it follows her through the rows as a person with a pencil would.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from hypothesis import strategies as st

TODAY = date(2028, 3, 15)
PEOPLE = {
    "ann": ("ann@example.org", "0611111111"),
    "bob": ("bob@example.org", "0622222222"),
    "cor": ("cor@example.org", "0633333333"),
}
ANN = PEOPLE["ann"][0]
OFTEN = st.sampled_from([True, True, True, False])
SELDOM = st.sampled_from([False, False, False, True])
DAYS = ["2018-05-05", "2020-12-31", "2021-01-01", "2027-06-01", None, "rubbish"]
COLUMNS = {"email": "text", "phone": "text", "at": "text"}
WIDTHS = ["one", "one", "two", "shared"]
"""How wide a foreign key is: one column; two of its own; or two, of which one is also part of the row's own key."""
Told = dict[str, Any]
Row = dict[str, Any]


@st.composite
def datum(draw: st.DrawFn) -> Told:
    """One column, how it ends, and whether a law demands keeping it."""
    kind = draw(st.sampled_from(["plain", "plain", "required", "unique"]))
    return {
        "kind": kind,
        "act": "erase" if draw(OFTEN) else "blank",
        "replaced": draw(OFTEN),
        "law": draw(SELDOM),
    }


@st.composite
def told_table(draw: st.DrawFn, number: int, count: int, circles: bool) -> Told:
    others = st.integers(0, count - 1) if circles else st.integers(0, max(number - 1, 0))
    links = draw(
        st.lists(
            st.tuples(
                others, st.sampled_from(["restrict", "cascade", "set null", "none"]), st.sampled_from(WIDTHS)
            ),
            min_size=1 if number else 0,
            max_size=2 if number or circles else 1,
        )
    )
    known = (
        ["email", "both"]
        if not number
        else ["email", "phone", "both", "path", "path", "path", "none", "no map"]
    )
    return {
        "known": draw(st.sampled_from(known)),
        "key": draw(st.sampled_from([["id"], ["id"], ["id"], ["part", "id"], []])),
        "data": draw(st.lists(datum(), min_size=0 if number else 1, max_size=2)),
        "address": draw(st.booleans()),
        "links": links,
        "rows": draw(st.lists(told_row(), min_size=2, max_size=4)),
    }


def told_row() -> st.SearchStrategy[Told]:
    return st.fixed_dictionaries(
        {
            "who": st.sampled_from(["ann", "ann", "bob", "cor", None]),
            "bears": st.sampled_from(["both", "email", "phone"]),
            "at": st.sampled_from(DAYS),
            "filled": st.lists(st.booleans(), min_size=2, max_size=2),
            "to": st.lists(st.sampled_from([1, 2, 3, None]), min_size=2, max_size=2),
        }
    )


@st.composite
def asked(draw: st.DrawFn, circles: bool = False) -> Told:
    """A case as `tests.duties.askers.office` reads it: Ann asks that all of hers is erased."""
    count = draw(st.integers(2, 5 if not circles else 4))
    tables = [draw(told_table(number, count, circles)) for number in range(count)]
    for one in tables:
        one["links"] = [_wide_enough(link, tables) for link in one["links"]]
    retention: Told = {}
    case: Told = {
        "today": TODAY,
        "asks": "erasure",
        "known": {"email": ANN},
        "retention": retention,
        "tables": {f"t{number}": _table(number, one, tables, retention) for number, one in enumerate(tables)},
    }
    words = [word for table in case["tables"].values() for word in table.get("data", {})]
    if draw(SELDOM) and words:
        case["holds"] = [{"id": "H-1", "data": [draw(st.sampled_from(words))]}]
    if draw(SELDOM) and words:
        case["refused"] = draw(st.sampled_from(words))
        case["decided"] = ["erasure", f"no erasure of {case['refused']} by GDPR 17(3)(e): a claim"]
    return case


def _table(number: int, told: Told, tables: list[Told], retention: Told) -> Told:
    letters = dict(zip("ab", told["data"], strict=False))
    links = {" + ".join(link_columns(index, link)): link for index, link in enumerate(told["links"])}
    own = (column for index, link in enumerate(told["links"]) for column in link_columns(index, link))
    kinds = {letter: _KINDS[one["kind"]] for letter, one in letters.items()}
    table: Told = {
        "columns": {
            "id": "integer required" if _in_pairs(number, told, tables) else "integer required unique",
            "part": "integer required",
            **{column: "integer" for column in own if column != "part"},
            **COLUMNS,
            **kinds,
        },
        "key": told["key"],
        "links": {link: f"t{to} / {how}" for link, (to, how, width) in links.items() if how != "none"},
        "rows": [
            [*_key(index, _in_pairs(number, told, tables)), *_row(index, row, number, tables)]
            for index, row in enumerate(told["rows"], start=1)
        ],
    }
    known = _known_by(number, told, tables)
    return table if known is None else {**table, **_mapped(number, told, letters, known, retention)}


_KINDS = {"plain": "text", "required": "text required", "unique": "text unique"}


def _wide_enough(link: tuple[int, str, str], tables: list[Told]) -> tuple[int, str, str]:
    """A key of two columns is pointed at by both: only so is one of them not enough to tell a row."""
    to, how, width = link
    pairs = tables[to]["key"] == ["part", "id"] and width == "one"
    return (to, how, "two") if pairs else link


def _in_pairs(number: int, told: Told, tables: list[Told]) -> bool:
    """A key of two columns, neither of which tells a row alone; only where no link points at one of them."""
    pointing = (width for one in tables for to, _, width in one["links"] if to == number)
    return told["key"] == ["part", "id"] and "one" not in pointing


def link_columns(index: int, link: tuple[int, str, str]) -> tuple[str, ...]:
    """The columns of a table's link, in the order of those it points at: `id`, or `part` and `id`."""
    first = {"one": (), "two": (f"p{index}",), "shared": ("part",)}[link[2]]
    return (*first, f"l{index}")


def _key(index: int, in_pairs: bool) -> tuple[int, int]:
    return ((index + 1) // 2, 2 - index % 2) if in_pairs else (index, 1)


def _known_by(number: int, told: Told, tables: list[Told]) -> Any:
    """As the data map writes it; None for a table that is not mapped."""
    if told["known"] == "path":
        found = (
            f"t{to} via l{index}"
            for index, (to, how, width) in enumerate(told["links"])
            if to < number
            and (how != "none" or (tables[to]["key"] == ["id"] and width == "one"))
            and _known_by(to, tables[to], tables) not in (None, "none")
        )
        return next(found, None)
    both = {"email": "email", "phone": "phone"}
    ways: Told = {"both": both, "email": {"email": "email"}, "phone": {"phone": "phone"}, "none": "none"}
    return ways.get(told["known"])


def _mapped(number: int, told: Told, letters: Told, known: Any, retention: Told) -> Told:
    """The part of a table that the data map tells."""
    replaced = {letter: one for letter, one in letters.items() if one["replaced"] and one["kind"] != "plain"}
    emptied = {
        letter: "-" if one["kind"] == "required" else "gone-{key}"
        for letter, one in replaced.items()
        if one["kind"] == "required" or told["key"] == ["id"]
    }
    data = {f"d{number}{letter}": letter for letter in letters}
    ends: Told = {
        f"d{number}{letter}": "erase" if one["act"] == "erase" else {"blank": {letter: emptied.get(letter)}}
        for letter, one in letters.items()
    }
    if told["address"] and isinstance(known, dict):
        data[f"d{number}e"], ends[f"d{number}e"] = "email", "erase"
    for letter, one in letters.items():
        if one["law"]:
            retention[f"p{number}{letter}"] = {
                "data": [f"d{number}{letter}"],
                "kept": f"7 years after the book year of m{number}",
                "kept at least": "AWR 52",
            }
    return {
        "rows of": "people",
        "known by": known,
        "data": data,
        "moments": {f"m{number}": {"column": "at", "as": "ISO text"}},
        "emptied to": emptied,
        **({"at the end": ends} if ends else {}),
    }


def _pointing(
    index: int, link: tuple[int, str, str], place: int | None, number: int, tables: list[Told]
) -> tuple[int | None, ...]:
    """What stands in the columns of a link, but for the row's own: half of a key, or none, points nowhere."""
    to, _, width = link
    there = place is not None and place <= len(tables[to]["rows"])
    key, part = _key(place or 1, _in_pairs(to, tables[to], tables))
    if width == "shared":
        own = _key(index, _in_pairs(number, tables[number], tables))[1]
        return (key if there and part == own else None,)
    if width == "two":
        return (part, key if there else None)
    return (key if there else None,)


def _row(index: int, row: Told, number: int, tables: list[Told]) -> list[Any]:
    told = tables[number]
    email, phone = PEOPLE.get(row["who"], (None, None))
    links = [
        value
        for link, place in zip(told["links"], row["to"], strict=False)
        for value in _pointing(index, link, place, number, tables)
    ]
    values = [
        None if one["kind"] == "plain" and not filled else f"v{index}"
        for one, filled in zip(told["data"], row["filled"], strict=False)
    ]
    shown = row["bears"]
    return [
        *links,
        email if shown in ("both", "email") else None,
        phone if shown in ("both", "phone") else None,
        *(row["at"], *values),
    ]


@dataclass(frozen=True)
class Reckoning:
    """What may happen to each row; `rows` are those of all tables as they stood before."""

    told: Told
    rows: dict[str, list[Row]]

    @cached_property
    def known(self) -> set[str]:
        """Her address, and all that stands beside what is known of her in rows that are people."""
        known, before = {ANN}, set[str]()
        while known != before:
            before = set(known)
            for table in self.root_tables():
                for row in self.rows[table]:
                    borne = {row[column] for column in self.known_by(table) if row[column]}
                    known |= borne if borne & known else set()
        return known

    def known_by(self, table: str) -> Any:
        return self.told["tables"][table].get("known by", "none")

    def root_tables(self) -> Iterator[str]:
        ends = {self.end(table) for table in self.rows if isinstance(self.known_by(table), str)}
        for table in self.rows:
            own = self.known_by(table)
            if isinstance(own, dict) and (len(own) > 1 or table in ends):
                yield table

    def end(self, table: str) -> str:
        known = self.known_by(table)
        return self.end(known.split()[0]) if isinstance(known, str) and known != "none" else table

    def is_hers(self, table: str, row: Row) -> bool:
        known = self.known_by(table)
        if isinstance(known, dict):
            return any(row[column] in self.known for column in known)
        if known == "none":
            return False
        columns, above, _ = self.way(table)
        parents = (parent for parent in self.rows[above] if leads(row, columns, parent))
        return any(self.is_hers(above, parent) for parent in parents)

    def way(self, table: str) -> tuple[tuple[str, ...], str, str]:
        """The link by which the map tells whose a table's rows are, whether or not it is declared."""
        above, _, named = self.known_by(table).split()
        here = (link for link in self.declared(table) if named in link[0])
        return next(here, ((named,), above, "none"))

    def declared(self, table: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
        """Columns, parent, and what the database does."""
        for link, told in self.told["tables"][table]["links"].items():
            above, _, how = told.partition(" / ")
            yield tuple(link.split(" + ")), above, how

    def is_held(self, word: str) -> bool:
        return any(word in hold["data"] for hold in self.told.get("holds", ()))

    def must_stay(self, table: str, row: Row, word: str) -> bool:
        """A law or a hold wins over her request, a law also where nobody can tell; what was refused stays."""
        return self.is_refused(table, row, word) or self.is_held(word) or self._law_keeps(row, word)

    def is_refused(self, table: str, row: Row, word: str) -> bool:
        """Nobody granted it; of what is empty already, and does not end with its row, nothing is kept."""
        column = self.data(table)[word]
        empty = word not in self.ends_with_the_row(table) and row[column] == self.emptied(table, row, column)
        return word == self.told.get("refused") and not empty

    def _law_keeps(self, row: Row, word: str) -> bool:
        if not any(word in one["data"] for one in self.told["retention"].values()):
            return False
        try:
            return date(date.fromisoformat(row["at"] or "").year + 7, 12, 31) >= TODAY
        except ValueError:
            return True

    def data(self, table: str) -> dict[str, str]:
        found: dict[str, str] = self.told["tables"][table].get("data", {})
        return found

    def ends_with_the_row(self, table: str) -> list[str]:
        ends = self.told["tables"][table].get("at the end", {})
        return [word for word in self.data(table) if ends[word] == "erase"]

    def emptied(self, table: str, row: Row, column: str) -> Any:
        """What stands in a column once it is made unusable."""
        put = self.told["tables"][table].get("emptied to", {}).get(column)
        return put.replace("{key}", str(row["id"])) if put else None

    def links(self) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """Child, columns of the link, and parent; the map's own links too."""
        for table in self.told["tables"]:
            ways = [self.way(table)] if " via " in str(self.known_by(table)) else []
            for columns, above, _ in dict.fromkeys((*self.declared(table), *ways)):
                yield table, columns, above


def leads(row: Row, columns: tuple[str, ...], parent: Row) -> bool:
    """A key of which nothing is empty, and that is the parent's."""
    held = [row[column] for column in columns]
    return None not in held and held == [parent[column] for column in ("part", "id")[-len(columns) :]]
