"""Who receives the data of a purpose."""

from collections.abc import Iterator

from gestand.statement.model import Statement
from gestand.statement.recipients import Recipient


def recipients_of(statement: Statement, word: str) -> Iterator[Recipient]:
    """Those who serve the purpose; and who is not said to serve any, by the data.

    The law asks for everybody who receives data (GDPR 30(1)(d)), so that nobody is left out for what is not said.
    """
    used = set(statement.purposes[word].data or ())
    for one in (statement.recipients or {}).values():
        by_data = not one.data or not used or used & set(one.data)
        if word in one.for_ if one.for_ else by_data:
            yield one
