"""What outlasts a case: that somebody is to be left alone, and by what the erased is found again after a restore."""

from dataclasses import dataclass
from datetime import datetime

from gestand.core.schema import TableName


@dataclass(frozen=True)
class Suppression:
    """Somebody is not to be reached (GDPR 21(3)): for what `scope`, by which `channel`; empty is every one.

    Whom, only those can tell who hold her identifier: the book has a keyed digest of it. `source` is where it
    was said: the id of a case, `unsubscribe`.
    """

    scope: str
    channel: str
    since: datetime
    source: str


@dataclass(frozen=True)
class Tombstone:
    """By what one who was erased is found again, without knowing her: a keyed digest, kept until back-ups are gone.

    Of the key of a row of hers: `store`, `table` and `columns` say where to look. Of an identifier: `kind` is a
    word of the data map, and every column that bears one is looked through. `data` are the words that were erased.
    """

    case: str
    digest: str
    data: tuple[str, ...]
    at: datetime
    until: datetime
    kind: str = ""
    store: str = ""
    table: TableName | None = None
    columns: tuple[str, ...] = ()
