"""Which tables are perhaps a mailing list of the statement: an address, and a column that says who wants the mail."""

import re
from dataclasses import dataclass

from gestand.core.schema import ColumnFacts, ColumnKind, TableFacts
from gestand.datamap.suggest.handful import TableLook
from gestand.datamap.suggest.meeting import bag, bags, name_bag
from gestand.datamap.suggest.personal import Personal
from gestand.statement.absent import Absent
from gestand.statement.model import Statement

_WANTS = re.compile(
    r"newsletter|nieuwsbrief|nwsbrf|mailing|marketing|subscri|abonn|(?:^|_|wants?|wil)(?:news|nieuws|mail)"
    r"|opt_?in|optedin|aangemeld",
    re.IGNORECASE,
)
_NOT = re.compile(r"opt_?out|unsubscri|uitgeschreven|afgemeld|afmeld|geen|^no_|bounce", re.IGNORECASE)
_CHANNELS = {"email": "email", "text message": "phone", "phone": "phone"}
_ANSWERS = 3
"""Yes, no, and not asked."""


@dataclass(frozen=True)
class ListAt:
    """The column with the address, and the one that says whether somebody is on the list; empty where none does."""

    address: str
    subscribed: str


def lists_in(
    facts: TableFacts, look: TableLook, personal: tuple[Personal, ...], people: str, statement: Statement
) -> dict[str, ListAt]:
    """By the word of `marketing`: of lists to these people, those that a column or the table's name speaks of."""
    if isinstance(statement.marketing, Absent):
        return {}
    found: dict[str, ListAt] = {}
    wants = [one.name for one in facts.columns if _says_who(one, look)]
    for word, messages in statement.marketing.items():
        channels = (messages.channel,) if isinstance(messages.channel, str) else messages.channel
        kinds = {_CHANNELS[channel] for channel in channels if channel in _CHANNELS}
        address = next((one.column for one in personal if one.kind.key in kinds), "")
        about = bag(word) if isinstance(messages.about, Absent) else bags((word, messages.about.text))
        if messages.to == people and address and (len(wants) == 1 or about & name_bag(facts.name.name)):
            found[word] = ListAt(address, wants[0] if len(wants) == 1 else "")
    return found


def _says_who(column: ColumnFacts, look: TableLook) -> bool:
    """Whether its name asks for mail, and its values can be a yes or a no."""
    if not _WANTS.search(column.name) or _NOT.search(column.name):
        return False
    yes_or_no = column.kind in (ColumnKind.INTEGER, ColumnKind.OTHER, ColumnKind.TEXT)
    return yes_or_no and look.column(column.name).seen <= _ANSWERS
