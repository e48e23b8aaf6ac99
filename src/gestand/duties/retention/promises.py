"""What the statement promises about keeping: each promise with its sentence and its place."""

from gestand.core.promise import Limit, RetentionPromise
from gestand.core.text import Text
from gestand.statement.minimum import legal_minimum
from gestand.statement.model import Statement
from gestand.statement.retention import Retention
from gestand.statement.sentences import retention_sentence


def promises(statement: Statement) -> tuple[RetentionPromise, ...]:
    """Every promise about retention, in the order of the file."""
    return tuple(_promise(statement, key, kept) for key, kept in statement.retention.items())


def _promise(statement: Statement, key: str, kept: Retention) -> RetentionPromise:
    promise_id = f"retention/{key}"
    return RetentionPromise(
        id=promise_id,
        sentence=Text(*(retention_sentence(statement, key, language) for language in ("nl", "en"))),
        place=statement.place_of(promise_id),
        data=kept.data,
        kept=Limit(kept.kept.term, kept.kept.moment),
        when=kept.when if isinstance(kept.when, str) else None,
        at_least=legal_minimum(statement, key),
    )
