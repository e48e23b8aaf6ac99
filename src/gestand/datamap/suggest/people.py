"""Whose rows a table holds: by the data in it, by its name, or by the table of people that it points at."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gestand.core.schema import Link, Schema, TableFacts, TableName
from gestand.datamap.suggest.about import is_list, is_of_people
from gestand.datamap.suggest.match import Matched, Matcher
from gestand.datamap.suggest.meeting import bags, name_bag
from gestand.datamap.suggest.names import words_in
from gestand.datamap.suggest.personal import Found, Personal

IDENTIFIERS = {"email": "email", "phone": "phone", "username": "username", "customer-number": "number"}
"""Kinds of column by which a person can be found, and the word for each under `known by`."""
_AUTHORS = frozenset(("by", "door", "changed", "created", "approved", "editor", "auteur", "author"))


@dataclass(frozen=True)
class Belonging:
    """Whose rows a table's are; `through` is the link to the people, None where it holds them itself.

    `people` is a word of the statement, empty where none fits.
    """

    people: str
    through: Link | None = None
    guessed: bool = False


def belongings(
    schema: Schema, found: Found, matched: Mapping[TableName, Matched], matcher: Matcher
) -> dict[TableName, Belonging]:
    """Every table that holds personal data or hangs on one that does, the people first."""
    settled: dict[TableName, Belonging] = {}
    for table in schema.tables:
        if table.name in found:
            settled[table.name] = _own(table, matched[table.name], matcher)
    _through(schema, settled)
    while new := [each for each in _hanging(schema, settled) if each[0] not in settled]:
        settled.update(new)
    return settled


def known_through(belongings: Mapping[TableName, Belonging], found: Found, table: TableName) -> bool:
    """Whether the way from a table to its people ends where a column tells who they are."""
    at = table
    for _ in range(len(belongings)):
        through = belongings[at].through
        if through is None:
            break
        at = through.to
    return at != table and bool(identifiers(found.get(at, ())))


def identifiers(columns: tuple[Personal, ...]) -> dict[str, str]:
    """How the people of a table can be found: word of the kind to column, one of each kind."""
    found: dict[str, str] = {}
    for personal in columns:
        word = IDENTIFIERS.get(personal.kind.key)
        if word is not None:
            found.setdefault(word, personal.column)
    return found


def _own(table: TableFacts, matched: Matched, matcher: Matcher) -> Belonging:
    """The owner of most of its data; else the group whose words the name has; else the only group there is."""
    owners = {datum.word: datum for datum in matcher.data}
    votes: Counter[str] = Counter()
    for match in matched.matches:
        datum = owners[match.datum]
        votes[datum.owner] += 2 + int(2 * datum.affinity(table.name.name))
    if votes:
        return Belonging(votes.most_common(1)[0][0])
    return _by_name(table, matcher)


def _by_name(table: TableFacts, matcher: Matcher) -> Belonging:
    statement = matcher.statement
    groups = statement.people if statement else {}
    words = name_bag(table.name.name)
    near = [word for word, text in groups.items() if words & bags((word, text.text))]
    if len(near) == 1:
        return Belonging(near[0], guessed=True)
    only = next(iter(groups)) if len(groups) == 1 and is_of_people(table, None) else ""
    return Belonging(only, guessed=True)


def _through(schema: Schema, settled: dict[TableName, Belonging]) -> None:
    """Rows that point at a table of the same people are known through it."""
    for table in schema.tables:
        mine = settled.get(table.name)
        if mine is None:
            continue
        for link in _links(table):
            theirs = settled.get(link.to)
            same = theirs is not None and (theirs.people == mine.people or not mine.people)
            if theirs and same and not _leads_back(settled, link.to, table.name):
                settled[table.name] = Belonging(theirs.people, link, mine.guessed)
                break


def _leads_back(settled: Mapping[TableName, Belonging], start: TableName, to: TableName) -> bool:
    at: TableName | None = start
    for _ in range(len(settled) + 1):
        if at is None or at == to:
            return at == to
        through = settled[at].through if at in settled else None
        at = through.to if through else None
    return True


def _hanging(schema: Schema, settled: Mapping[TableName, Belonging]) -> Iterator[tuple[TableName, Belonging]]:
    """Tables that hold nothing personal themselves, and whose rows are somebody's all the same."""
    for table in schema.tables:
        if table.name in settled or table.view or table.partition_of or not table.readable:
            continue
        if is_list(table) and "config" not in words_in(table.name.name):
            continue
        for link in _links(table):
            if link.to in settled:
                yield table.name, Belonging(settled[link.to].people, link, guessed=True)
                break


def _links(table: TableFacts) -> list[Link]:
    """Its foreign keys, those that say who made a row left out: that is not whose row it is."""
    return [
        link for link in table.links if link.to != table.name and not _AUTHORS & name_bag(link.columns[0])
    ]
