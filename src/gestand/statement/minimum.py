"""The law that demands keeping what a promise lets go, resolved for one promise of one statement."""

from dataclasses import replace

from gestand.core.promise import LegalMinimum, Limit
from gestand.statement.laws import laws
from gestand.statement.model import Statement
from gestand.statement.retention import AtLeast


def legal_minimum(statement: Statement, key: str) -> LegalMinimum | None:
    """The law named by `retention/KEY`, counted from its own moment or else the promise's; None without."""
    promise = statement.retention[key]
    named = promise.kept_at_least
    if not named:
        return None
    name, moment = (named.law, named.after) if isinstance(named, AtLeast) else (named, promise.kept.moment)
    law = laws()[name]
    term = replace(law.at_least, book_year_ends=statement.controller.book_year_ends)
    return LegalMinimum(law.name, law.short, Limit(term, moment))
