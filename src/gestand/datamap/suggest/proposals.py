"""What perhaps tells a condition or a last activity: never part of the draft, but ready beside it for a person."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from gestand.core.schema import Link, Schema, TableFacts, TableName
from gestand.core.text import Text
from gestand.datamap.suggest.about import is_list
from gestand.datamap.suggest.handful import TableLook
from gestand.datamap.suggest.lexicon import roles, spellings
from gestand.datamap.suggest.meeting import bag, bags, name_bag
from gestand.datamap.suggest.moments import ENDINGS, TimeAt, Times, Way
from gestand.datamap.suggest.names import words_in
from gestand.statement.model import Statement

_LAST = re.compile(
    r"\b(?:last|latest|most recent|laatst\w*|recentst\w*|activity|activiteit)\b", re.IGNORECASE
)
_DENIES = re.compile(r"\b(?:niet|nooit|not|never)\b", re.IGNORECASE)
_SIGNS = frozenset(("login", "visit", "session", "log", "changed", "click", "occurred", "registered", "used"))
"""Words of columns and tables that say that somebody did something."""
FEWEST = 2
"""Of how many moments the last can be."""


@dataclass(frozen=True)
class Told:
    """A column that holds a word of the condition; `others` are so many other values beside it.

    Without a value it is a time, empty as long as what the condition denies has not happened.
    """

    column: str
    value: str = ""
    others: int = 0


@dataclass(frozen=True)
class Latest:
    """Moments here, and tables below that have one, of which the last may be meant."""

    here: tuple[TimeAt, ...]
    below: tuple[tuple[TableName, str, TimeAt], ...]


@dataclass(frozen=True)
class Proposals:
    """By the word of the statement. Each is for a person to take over."""

    conditions: Mapping[str, Told | Way]
    moments: Mapping[str, Latest | Way | TimeAt]


NOTHING = Proposals({}, {})


@dataclass(frozen=True)
class Proposer:
    """Looks for what names and types alone do not tell."""

    statement: Statement
    schema: Schema
    looks: Mapping[TableName, TableLook]

    def propose(self, facts: TableFacts, moments: Iterable[str], conditions: Iterable[str]) -> Proposals:
        """For words that found no place in the table."""
        told = {word: self._told(facts, word) or self._above(facts, word, self._told) for word in conditions}
        last = {word: self._moment(facts, word) for word in moments}
        return Proposals(
            {word: at for word, at in told.items() if at},
            {word: latest for word, latest in last.items() if latest},
        )

    def _told(self, facts: TableFacts, word: str) -> Told | None:
        """The one column of states that holds the statement's own word."""
        said = (bag(word) | bags((self.statement.conditions[word].text,))) - name_bag(facts.name.name)
        look = self.looks.get(facts.name, TableLook(facts.name))
        found = [
            Told(column.column, value, column.seen - 1)
            for column in look.columns
            for value in column.states
            if spellings()[value.casefold()] in said
        ]
        found = found or [Told(column) for column in self._unfilled(facts, word)]
        return found[0] if len(found) == 1 else None

    def _unfilled(self, facts: TableFacts, word: str) -> Iterator[str]:
        """For a condition that denies something, the times that may be empty and are called after it."""
        text = self.statement.conditions[word].text
        if not (_DENIES.search(text.nl) and _DENIES.search(text.en)):
            return
        said = {each for each in bags((text,)) if roles().get(each) == "time"}
        for at in Times(self.statement, self.schema, self.looks).every(facts):
            column = facts.column(at.column)
            if column is not None and column.nullable and said & name_bag(at.column):
                yield at.column

    def _above(self, facts: TableFacts, word: str, found: Callable[[TableFacts, str], object]) -> Way | None:
        """The table that this one points at, where the same is found there."""
        for link in _alone(facts.links):
            above = self.schema.table(link.to)
            if above is not None and above is not facts and not is_list(above) and found(above, word):
                return Way(above.name, link.columns)
        return None

    def _moment(self, facts: TableFacts, word: str) -> Latest | Way | TimeAt | None:
        """A last activity, of several moments; of another that is no end, the only time that the row itself has."""
        text = self.statement.moments[word].text
        if _LAST.search(f"{word.replace('-', ' ')} {text.nl} {text.en}"):
            return self._latest(facts, word) or self._above(facts, word, self._latest)
        if ENDINGS & (bag(word) | bags((text,))):
            return None
        return Times(self.statement, self.schema, self.looks).only(facts)

    def _latest(self, facts: TableFacts, _: str) -> Latest | None:
        times = Times(self.statement, self.schema, self.looks)
        here = tuple(at for at in times.every(facts) if _SIGNS & set(words_in(at.column)))
        found = Latest(here, tuple(self._below(facts, times)))
        return found if len(found.here) + len(found.below) >= FEWEST else None

    def _below(self, facts: TableFacts, times: Times) -> Iterator[tuple[TableName, str, TimeAt]]:
        """Tables that say what somebody did, with one time in them."""
        for table in self.schema.tables:
            links = [link for link in _alone(table.links) if link.to == facts.name]
            every = times.every(table)
            if len(links) == 1 and len(every) == 1 and _SIGNS & set(words_in(table.name.name)):
                yield table.name, links[0].columns[0], every[0]


def why_told(told: Told) -> Text:
    """Why a condition is proposed. The value is the statement's own word; of the others only how many there are."""
    if not told.value:
        return Text(
            "misschien: leeg zolang het niet is gebeurd", "maybe: empty as long as it has not happened"
        )
    return Text(
        f"misschien: de kolom houdt dit woord, en nog {told.others} andere; hoort daar een bij?",
        f"maybe: the column holds this word, and {told.others} others; does one of them belong here?",
    )


def _alone(links: Iterable[Link]) -> list[Link]:
    """Links of one column, that no other link shares with its target."""
    every = list(links)
    return [
        link for link in every if len(link.columns) == 1 and sum(other.to == link.to for other in every) == 1
    ]
