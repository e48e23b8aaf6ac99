"""Writes a draft as YAML, with a comment that says why each line is there and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.schema import TableName
from gestand.core.text import Language, Text
from gestand.datamap.suggest import remarks
from gestand.datamap.suggest.drafted import Draft, keys_of
from gestand.datamap.suggest.lines import Line, lines_of
from gestand.datamap.suggest.spelled import laid, quoted

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


@dataclass(frozen=True)
class Writer:
    """Writes in one language; `variable` and `zone` are what the store's own lines say."""

    language: Language
    variable: str
    zone: str

    def write(self, draft: Draft) -> str:
        """The whole file."""
        head = f"{_HEAD.said_in(self.language)}gestand: datamap/1\n\nstores:\n"
        return head + "\n".join(map(self._written, self._store(draft))) + "\n"

    def _written(self, line: Line) -> str:
        return laid(line.indent, line.code, line.why.said_in(self.language) if line.why else "", line.stands)

    def _store(self, draft: Draft) -> Iterator[Line]:
        yield Line(2, f"{draft.store}:")
        yield Line(4, f"url: ${self.variable}", remarks.URL)
        yield Line(4, f"times without a zone: {self.zone}", remarks.ZONE)
        yield Line(0, "")
        keys = keys_of(draft)
        yield Line(4, "tables:" if draft.tables else "tables: {}")
        for table in draft.tables:
            yield from lines_of(table, keys)
            yield Line(0, "")
        if draft.without:
            yield Line(4, "no personal data:", remarks.NOTHING_FOUND)
        for name in draft.without:
            yield Line(6, f"- {_other(name)}", draft.doubts.get(name))


def _other(name: TableName) -> str:
    if not name.schema:
        return quoted(name.name)
    return f"{{table: {quoted(name.name)}, in schema: {quoted(name.schema)}}}"
