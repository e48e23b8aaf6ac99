"""Random small companies, and what the founding text says must become of their rows, reckoned row by row.

The reckoning knows nothing of predicates: it reads the case itself, and asks of each row what a person would.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

TODAY = date(2034, 3, 15)
TERMS: dict[str, Callable[[date], date]] = {
    "until": lambda day: day,
    "1 day after": lambda day: day + timedelta(days=1),
    "2 weeks after": lambda day: day + timedelta(days=14),
    "1 year after the calendar year of": lambda day: date(day.year + 1, 12, 31),
    "9 years after the book year of": lambda day: date(day.year + 9, 12, 31),
}
MOMENTS = [
    *("2020-01-01", "2033-06-01", "2024-05-05", "2019-12-31", "2034-03-01", "2034-03-14", "2034-03-13"),
    *("2020-01-01", "2022-02-02", "2032-12-31", "2026-12-31", "2027-01-01", "2034-03-15", "2040-01-01"),
    *(None, "rubbish", ""),
]
COLUMNS = {"at": "text", "c": "text", "r": "text"}
OFTEN = st.sampled_from([True, True, True, False])
SELDOM = st.sampled_from([False, False, False, False, True])
Told = dict[str, Any]
Row = dict[str, Any]


@st.composite
def datum(draw: st.DrawFn) -> Told:
    """One column, how it ends, and whether somebody promised anything of it."""
    return {
        "act": "erase" if draw(OFTEN) else "blank",
        "required": draw(SELDOM),
        "replaced": draw(OFTEN),
        "promise": draw(promise()) if draw(OFTEN) else None,
    }


@st.composite
def promise(draw: st.DrawFn) -> Told:
    law = draw(SELDOM)
    term = "9 years after the book year of" if law else draw(st.sampled_from(list(TERMS)))
    up = draw(st.booleans())
    return {"term": term, "law": law, "when": draw(SELDOM), "up": up, "law up": draw(st.booleans())}


@st.composite
def told_table(draw: st.DrawFn, number: int, count: int, circles: bool) -> Told:
    others = st.integers(0, count - 1) if circles else st.integers(0, max(number - 1, 0))
    link = st.tuples(others, st.sampled_from(["restrict", "cascade", "set null", "none"]))
    most = 2 if circles or number else 0
    return {
        "data": draw(st.lists(datum(), min_size=1, max_size=2)),
        "links": draw(st.lists(link, min_size=min(most, 1), max_size=most)),
        "not yet": draw(st.booleans()),
        "rows": draw(st.lists(told_row(), min_size=2, max_size=4)),
    }


def told_row() -> st.SearchStrategy[Told]:
    """The moment, the condition, the person, the data and the links of a row."""
    return st.fixed_dictionaries(
        {
            "at": st.sampled_from(MOMENTS),
            "c": st.sampled_from(["x", "y", None]),
            "r": st.sampled_from(["ann", "bob", None]),
            "values": st.lists(st.sampled_from(["v", "w", None]), min_size=2, max_size=2),
            "to": st.lists(st.sampled_from([1, 2, 3, None]), min_size=2, max_size=2),
        }
    )


@st.composite
def worlds(draw: st.DrawFn, circles: bool = False) -> Told:
    """A case as `tests.duties.worlds.company` reads it."""
    count = draw(st.integers(2, 4 if not circles else 3))
    tables = [draw(told_table(number, count, circles)) for number in range(count)]
    words = [
        f"d{number}{letter}"
        for number, table in enumerate(tables)
        for letter, _ in zip("ab", table["data"], strict=False)
    ]
    hold = st.fixed_dictionaries(
        {
            "id": st.just("H-1"),
            "data": st.lists(st.sampled_from(words), max_size=1),
            "people": st.sampled_from([{}, {"ref": "ann"}]),
        }
    )
    promises: Told = {}
    case: Told = {
        "today": TODAY,
        "retention": promises,
        "tables": {
            f"t{number}": _table(number, table, tables, promises) for number, table in enumerate(tables)
        },
        "holds": draw(st.lists(hold, min_size=1, max_size=1)) if draw(SELDOM) else [],
    }
    if not promises:
        first = tables[0]["data"][0]
        first["promise"] = {
            "term": "2 weeks after",
            "law": False,
            "when": False,
            "up": False,
            "law up": False,
        }
        case["tables"]["t0"] = _table(0, tables[0], tables, promises)
    return case


def _letters(told: Told) -> str:
    """The columns of the data of a table."""
    return "ab"[: len(told["data"])]


def _table(number: int, told: Told, tables: list[Told], promises: Told) -> Told:
    data = dict(zip(_letters(told), told["data"], strict=True))
    links: Told = {f"l{index}": link for index, link in enumerate(told["links"])}
    ups = {f"m{to}": f"t{to} via {link}" for link, (to, _) in links.items() if to != number}
    own: Told = {"column": "at", "as": "ISO text"}
    for letter, one in data.items():
        if one["promise"] is not None:
            promises[f"p{number}{letter}"] = _promise(number, letter, one["promise"], list(ups))
    kinds = {letter: "text required" if one["required"] else "text" for letter, one in data.items()}
    return {
        "rows of": "people",
        "columns": {"id": "integer required", **dict.fromkeys(links, "integer"), **COLUMNS, **kinds},
        "links": {link: f"t{to} / {how}" for link, (to, how) in links.items() if how != "none"},
        "known by": {"ref": "r"},
        "data": {f"d{number}{letter}": letter for letter in data},
        "moments": {f"m{number}": own | ({"empty": "not yet"} if told["not yet"] else {}), **ups},
        "conditions": {"is-x": {"column": "c", "is": "x"}},
        "at the end": {
            f"d{number}{letter}": "erase" if one["act"] == "erase" else {"blank": [letter]}
            for letter, one in data.items()
        },
        "emptied to": {letter: "-" for letter, one in data.items() if one["replaced"]},
        "rows": [_row(index, row, told, tables) for index, row in enumerate(told["rows"], start=1)],
    }


def _row(index: int, row: Told, told: Told, tables: list[Told]) -> list[Any]:
    values = [
        "v" if one["required"] and value is None else value
        for one, value in zip(told["data"], row["values"], strict=False)
    ]
    links = [
        key if key is None or how == "none" or key <= len(tables[to]["rows"]) else None
        for (to, how), key in zip(told["links"], row["to"], strict=False)
    ]
    return [index, *links, row["at"], row["c"], row["r"], *values]


def _promise(number: int, letter: str, told: Told, ups: list[str]) -> Told:
    moment = ups[0] if told["up"] and ups else f"m{number}"
    written: Told = {"data": [f"d{number}{letter}"], "kept": f"{told['term']} {moment}"}
    if told["when"]:
        written["when"] = "is-x"
    if told["law"]:
        written["kept at least"] = {
            "law": "AWR 52",
            "after": ups[0] if told["law up"] and ups else f"m{number}",
        }
    return written


@dataclass(frozen=True)
class Reckoning:
    """What may happen to each row, by the words of the promises alone. `rows` are those of all tables as they stand."""

    told: Told
    rows: dict[str, list[Row]]

    def day(self, table: str, row: Row, word: str) -> date | None:
        """The day of a moment; None when it has not come or cannot be told."""
        where = self.told["tables"][table]["moments"][word]
        if isinstance(where, str):
            above, _, link = where.split()
            parents = [parent for parent in self.rows[above] if parent["id"] == row[link]]
            return self.day(above, parents[0], word) if parents else None
        try:
            return date.fromisoformat(row["at"] or "")
        except ValueError:
            return None

    def promises_on(self, word: str) -> list[Told]:
        return [one for one in self.told["retention"].values() if word in one["data"]]

    def applies(self, one: Told, row: Row) -> bool:
        return "when" not in one or row["c"] == "x"

    def is_over(self, table: str, row: Row, one: Told) -> bool:
        term, _, word = one["kept"].rpartition(" ")
        day = self.day(table, row, word)
        return self.applies(one, row) and day is not None and TERMS[term](day) <= TODAY

    def law_keeps(self, table: str, row: Row, one: Told) -> bool:
        """A law wins where nobody can tell whether it demands the row."""
        may_apply = self.applies(one, row) or row["c"] is None
        if "kept at least" not in one or not may_apply:
            return False
        day = self.day(table, row, one["kept at least"]["after"])
        return day is None or date(day.year + 7, 12, 31) >= TODAY

    def is_held(self, row: Row, word: str) -> bool:
        return any(
            (not hold["data"] or word in hold["data"])
            and (not hold["people"] or row["r"] == hold["people"]["ref"])
            for hold in self.told["holds"]
        )

    def must_stay(self, table: str, row: Row, word: str) -> bool:
        """A law or a hold wins over every promise about the datum."""
        return self.is_held(row, word) or any(
            self.law_keeps(table, row, one) for one in self.promises_on(word)
        )

    def may_go(self, table: str, row: Row, word: str) -> bool:
        over = any(self.is_over(table, row, one) for one in self.promises_on(word))
        return over and not self.must_stay(table, row, word)

    def takes_the_row(self, table: str, word: str) -> bool:
        return self.told["tables"][table]["at the end"][word] == "erase" and bool(self.promises_on(word))

    def is_promised(self, table: str) -> bool:
        return any(self.promises_on(word) for word in self.told["tables"][table]["data"])

    def frees_itself(self, table: str, row: Row) -> bool:
        """All that ends with the row may go, and nothing in it must stay; its children are not looked at."""
        words = self.told["tables"][table]["data"]
        ending = [word for word in words if self.takes_the_row(table, word)]
        stays = any(self.must_stay(table, row, word) for word in words)
        return bool(ending) and not stays and all(self.may_go(table, row, word) for word in ending)

    def goes(self, table: str, row: Row) -> bool:
        """Only where no table hangs on itself, by whatever way."""
        return self.frees_itself(table, row) and all(
            self.lets_go(*child) for child in self.children(table, row)
        )

    def lets_go(self, table: str, row: Row, how: str) -> bool:
        """A child lets its parent go when it goes itself, or has no promise and nothing below or in it is kept."""
        if self.is_promised(table):
            return self.goes(table, row)
        if how == "set null":
            return True
        held = any(self.is_held(row, word) for word in self.told["tables"][table]["data"])
        return not held and all(self.lets_go(*child) for child in self.children(table, row))

    def children(self, table: str, row: Row) -> Iterator[tuple[str, Row, str]]:
        for name, other in self.told["tables"].items():
            for link in (column for column in other["columns"] if column[0] == "l"):
                target, _, how = other["links"].get(link, "").partition(" / ")
                paths = [path for path in other["moments"].values() if isinstance(path, str)]
                if target == table or f"{table} via {link}" in paths:
                    yield from ((name, child, how) for child in self.rows[name] if child[link] == row["id"])
