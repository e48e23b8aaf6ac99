"""What the statement promises about keeping: each promise with its sentence and its place."""

from dataclasses import replace

from gestand.core.promise import LegalMinimum, Limit, RetentionPromise
from gestand.core.text import Text
from gestand.statement.laws import laws
from gestand.statement.model import Statement
from gestand.statement.retention import AtLeast, Retention
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
        at_least=_minimum(statement, kept),
    )


def _minimum(statement: Statement, kept: Retention) -> LegalMinimum | None:
    demanded = kept.kept_at_least
    if isinstance(demanded, AtLeast):
        name, moment = demanded.law, demanded.after
    elif isinstance(demanded, str):
        name, moment = demanded, kept.kept.moment
    else:
        return None
    law = laws()[name]
    term = replace(law.at_least, book_year_ends=statement.controller.book_year_ends)
    return LegalMinimum(name, law.article, Limit(term, moment))
