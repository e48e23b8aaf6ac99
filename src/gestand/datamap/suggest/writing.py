"""Writes a draft as YAML, with a comment that says why each line is there and how sure that is."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.schema import TableName
from gestand.core.text import Language, Text
from gestand.datamap.suggest.drafted import Draft, DraftedDatum, DraftedTable, keys_of
from gestand.datamap.suggest.match import Match
from gestand.datamap.suggest.moments import TimeAt, Way
from gestand.datamap.suggest.people import Belonging
from gestand.datamap.suggest.personal import Personal, Sure
from gestand.datamap.suggest.proposals import Latest, Told, why_told
from gestand.datamap.suggest.spelled import comment, line, pair, quoted, route_to
from gestand.datamap.suggest.spelled import key as key_of

SURE = {
    Sure.SURE: Text("zeker", "sure"),
    Sure.LIKELY: Text("waarschijnlijk", "likely"),
    Sure.MAYBE: Text("misschien", "maybe"),
}
_HEAD = Text(
    """\
# Een ontwerp van `gestand map`: uit namen van tabellen en kolommen, en uit hoe een deel van hun waarden eruitziet.
# Lees elke regel na voordat zij geldt: wat hier `erase` heet, wordt gewist. Waarden staan hier nergens.
""",
    """\
# A draft by `gestand map`: from the names of tables and columns, and from what a part of their values looks like.
# Read every line before it counts: what is called `erase` here will be erased. No value stands anywhere in it.
""",
)
_URL = Text(
    "de omgeving, of gestand.toml bij een adres zonder wachtwoord", "the environment, or gestand.toml"
)
_ZONE = Text("een aanname: de zone van gestand.toml", "assumed: the zone of gestand.toml")
_NO_GROUP = Text(
    "van wie de rijen zijn, zeggen de namen niet: vul aan", "whose rows these are no name tells: fill in"
)
_ERASE = Text(
    "de hele rij; `blank` als zij om iets anders moet blijven", "the whole row; `blank` if it must stay"
)
_BLANK = Text("de rij blijft, zij houdt meer dan dit", "the row stays, for it holds more than this")
_UNPLACED = Text("niet in de verklaring", "not in the statement")
_GUARDED = Text("LET OP, bijzonder of wettelijk beschermd", "MIND: special, or guarded by law")
_THROUGH = Text("langs de sleutel die daarheen wijst", "along the key that points there")
_KNOWN = Text("waaraan iemand hier te herkennen is", "by what somebody can be found here")
_NOT_KNOWN = Text("geen kolom zegt wie het is", "no column tells who it is")
_NO_MOMENT_OF_OURS = Text(
    "van niemand; hier staat een moment van andere tabellen", "no one's; moments of others are here"
)
_UNREAD = Text("waarden niet bekeken", "values not looked at")
_BYTES = Text("niet in gekeken, het zijn bytes", "not looked into, for they are bytes")
_NONE = Text("hier is niets persoonlijks gevonden", "nothing personal was found in these")
_INDEX = Text("geen index: elke controle leest alle rijen", "no index: every check reads all rows")
_EMPTIED = Text("kolommen die niet leeg kunnen zijn", "columns that cannot be empty")
_OR = Text("of", "or")
_LATEST = Text("misschien: de laatste van deze", "maybe: the last of these")
_BELOW = Text("en dan bij", "and then at")
_LIST = Text("misschien: de kolom zegt wie de post wil", "maybe: the column says who wants the mail")
_WHOLE_LIST = Text("misschien: geen kolom zegt wie zich afmeldde", "maybe: no column says who has left")


@dataclass(frozen=True)
class Writer:
    """Writes in one language; `variable` and `zone` are what the store's own lines say."""

    language: Language
    variable: str
    zone: str

    def write(self, draft: Draft) -> str:
        """The whole file."""
        return (
            "\n".join([self.say(_HEAD).rstrip(), "gestand: datamap/1", "", "stores:", *self._store(draft)])
            + "\n"
        )

    def say(self, text: Text) -> str:
        return text.said_in(self.language)

    def _store(self, draft: Draft) -> Iterator[str]:
        yield f"  {draft.store}:"
        yield line(f"    url: ${self.variable}", self.say(_URL))
        yield line(f"    times without a zone: {self.zone}", self.say(_ZONE))
        yield ""
        keys = keys_of(draft)
        yield "    tables:" if draft.tables else "    tables: {}"
        for table in draft.tables:
            yield from self._table(table, keys)
            yield ""
        if draft.without:
            yield line("    no personal data:", self.say(_NONE))
            for name in draft.without:
                other = f"{{table: {quoted(name.name)}, in schema: {quoted(name.schema)}}}"
                doubt = draft.doubts.get(name)
                yield line(
                    f"      - {other if name.schema else quoted(name.name)}", self.say(doubt) if doubt else ""
                )

    def _table(self, table: DraftedTable, keys: dict[TableName, str]) -> Iterator[str]:
        name, key = table.facts.name, keys[table.facts.name]
        for personal in table.unplaced:
            yield f"      # {comment(self._unplaced(personal))}"
        for what, rest in ((_UNREAD, table.unread), (_BYTES, ", ".join(table.bytes))):
            if rest:
                yield f"      # {comment(f'{self.say(what)}: {rest}')}"
        yield f"      {key_of(key, 6)}"
        if key != name.name:
            yield f"        table: {quoted(name.name)}"
        if name.schema:
            yield f"        in schema: {quoted(name.schema)}"
        yield from self._people(table, keys)
        yield from self._data(table)
        yield from self._moments(table, keys)
        yield from self._conditions(table, keys)
        yield from self._lists(table)
        yield from self._end(table)

    def _unplaced(self, personal: Personal) -> str:
        loud = f"{self.say(_GUARDED)} · " if personal.kind.special else ""
        return f"{loud}{self.say(_UNPLACED)}: {quoted(personal.column)} · {self._why(personal.sure, personal.why)}"

    def _why(self, sure: Sure, why: Text) -> str:
        return f"{self.say(SURE[sure])}: {self.say(why)}"

    def _people(self, table: DraftedTable, keys: dict[TableName, str]) -> Iterator[str]:
        belonging = table.belonging
        yield line(f"        rows of: {belonging.people or 'none'}", self._whose(table, belonging))
        if belonging.through is not None and belonging.through.to in keys:
            route = route_to(keys[belonging.through.to], (belonging.through.columns[0],))
            yield line(f"        known by: {route}", self.say(_THROUGH))
        elif table.known_by:
            pairs = ", ".join(f"{word}: {quoted(column)}" for word, column in table.known_by.items())
            yield line(f"        known by: {{{pairs}}}", self.say(_KNOWN))
        elif table.data or table.unplaced:
            yield line("        known by: none", self.say(_NOT_KNOWN))

    def _whose(self, table: DraftedTable, belonging: Belonging) -> str:
        if not (table.data or table.unplaced or belonging.through or belonging.guessed):
            return self.say(_NO_MOMENT_OF_OURS)
        if not belonging.people:
            return self.say(_NO_GROUP)
        return self.say(SURE[Sure.MAYBE if belonging.guessed else Sure.LIKELY])

    def _data(self, table: DraftedTable) -> Iterator[str]:
        if table.data:
            yield f"        {'' if table.standing else '# '}data:"
        for datum in table.standing:
            yield f"          {datum.word}:"
            for match in datum.matches:
                yield line(f"            - {quoted(match.personal.column)}", self._because(match))
        waiting = [datum for datum in table.data if datum.waits is not None]
        for datum in waiting:
            yield f"          # {comment(self.say(datum.waits or _NONE))}"
            yield f"          # {datum.word}:"
            for match in datum.matches:
                yield line(f"          #   - {quoted(match.personal.column)}", self._because(match))
        if waiting:
            ends = ", ".join(f"{datum.word}: {_end_of(datum)}" for datum in waiting)
            yield f"        # at the end: {{{ends}}}"

    def _because(self, match: Match) -> str:
        rival = f"; {self.say(_OR)} {match.rival}" if match.rival else ""
        loud = f"{self.say(_GUARDED)} · " if match.personal.kind.special else ""
        return f"{loud}{self._why(match.sure, match.personal.why)}{rival}"

    def _moments(self, table: DraftedTable, keys: dict[TableName, str]) -> Iterator[str]:
        found = {word: at for word, at in table.moments.items() if isinstance(at, TimeAt) or at.table in keys}
        perhaps = table.proposed.moments
        if found or perhaps:
            yield f"        {'' if found else '# '}moments:"
        for word, at in found.items():
            yield line(f"          {word}: {_moment(at, keys)}", self._of_moment(at))
        for word, latest in perhaps.items():
            if isinstance(latest, Latest):
                yield from self._latest(word, latest, keys)
            elif latest.table in keys:
                yield line(f"          # {word}: {_moment(latest, keys)}", self.say(_THROUGH))

    def _latest(self, word: str, latest: Latest, keys: dict[TableName, str]) -> Iterator[str]:
        here = [_moment(at, keys, whole=True) for at in latest.here]
        below = [route_to(keys.get(name, name.name), (key,)) for name, key, _ in latest.below]
        yield line(f"          # {word}: {{latest of: [{', '.join((*here, *below))}]}}", self.say(_LATEST))
        for name, _, at in latest.below:
            moment = f"{word}: {_moment(at, keys)}"
            yield f"          # {self.say(_BELOW)} {quoted(keys.get(name, name.name))}: moments: {{{moment}}}"

    def _conditions(self, table: DraftedTable, keys: dict[TableName, str]) -> Iterator[str]:
        perhaps = table.proposed.conditions
        if table.conditions or perhaps:
            yield f"        {'' if table.conditions else '# '}conditions:"
        for word, (column, test) in table.conditions.items():
            yield f"          {word}: {{column: {quoted(column)}, {test}: EU}}"
        for word, at in perhaps.items():
            if isinstance(at, Told):
                test = f"{{column: {quoted(at.column)}, is: {quoted(at.value)}}}"
                yield line(f"          # {word}: {test}", self.say(why_told(at)))
            elif at.table in keys:
                yield line(f"          # {word}: {route_to(keys[at.table], at.keys)}", self.say(_THROUGH))

    def _lists(self, table: DraftedTable) -> Iterator[str]:
        if table.lists:
            yield "        lists:"
        for word, at in table.lists.items():
            who = f", subscribed: {quoted(at.subscribed)}" if at.subscribed else ""
            why = _LIST if at.subscribed else _WHOLE_LIST
            yield line(f"          {word}: {{address: {quoted(at.address)}{who}}}", self.say(why))

    def _of_moment(self, at: TimeAt | Way) -> str:
        if isinstance(at, Way):
            return self.say(_THROUGH)
        said = self.say(SURE[at.sure])
        return said if at.indexed else f"{said}; {self.say(_INDEX)}"

    def _end(self, table: DraftedTable) -> Iterator[str]:
        standing = table.standing
        if not standing:
            return
        if len(standing) == 1:
            yield line(
                f"        at the end: {_end_of(standing[0])}",
                self.say(_ERASE if standing[0].erase else _BLANK),
            )
        else:
            yield "        at the end:"
            for datum in standing:
                yield line(
                    f"          {datum.word}: {_end_of(datum)}", self.say(_ERASE if datum.erase else _BLANK)
                )
        held = {match.personal.column for datum in standing for match in datum.matches}
        emptied = {name: value for name, value in table.emptied.items() if name in held}
        if emptied:
            pairs = ", ".join(pair(name, json.dumps(value)) for name, value in emptied.items())
            yield line(f"        emptied to: {{{pairs}}}", self.say(_EMPTIED))


def _moment(at: TimeAt | Way, keys: dict[TableName, str], whole: bool = False) -> str:
    """A column in short; `whole` as a map, whatever it is."""
    if isinstance(at, Way):
        return route_to(keys[at.table], at.keys)
    more = [f"as: {at.reading.value}"] if at.reading else []
    more += ["empty: not yet"] if at.not_yet else []
    return f"{{{', '.join([f'column: {quoted(at.column)}', *more])}}}" if more or whole else quoted(at.column)


def _end_of(datum: DraftedDatum) -> str:
    if datum.erase:
        return "erase"
    return f"{{blank: [{', '.join(quoted(match.personal.column) for match in datum.matches)}]}}"
