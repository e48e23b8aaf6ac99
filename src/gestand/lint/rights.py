"""Which rights people have there, and whether a statement or a text names them (GDPR chapter III)."""

import re
from collections.abc import Iterator

from gestand.core.fact import Doubt, Fact, Quote
from gestand.core.fact import Right as RightRead
from gestand.core.text import Text
from gestand.lint.bases import bases_in_statement, bases_in_text
from gestand.lint.judgment import Judgment, fault_at
from gestand.lint.law.tables import rights
from gestand.lint.missing import missing
from gestand.lint.published import Published, quote_of
from gestand.statement.model import Statement
from gestand.statement.right import READ_AS

_LEAVE_NO_ROOM = frozenset({"legal_obligation", "vital_interest"})
"""On these bases alone nobody can object or take data along (GDPR 20(1), 21(1))."""
_TO_A_PERSON = re.compile(
    r"\brecht(en)? (op|om|tot|van)\b|\bverzoek\w*\b|\b(u|je|jij) (kunt|kan|mag|heeft|hebt|wilt)\b"
    r"|\b(kunt|kun|kan|mag|wilt|wil|heeft|hebt|heb|ziet|zie) (u|je|jij)\b|\bis (ook |altijd )?(possible|mogelijk)\b"
    r"|\brights? (to|of)\b|\brequests?\b|\byou (can|may|have|wish|want)\b|\b(te )?laten\b"
    r"|\b(als|indien|wanneer|zodra) (u|je|jij)\b.{0,20}\b(vraagt|wilt|wil|verzoekt|wenst)\b|\bif you (ask|want|wish)\b"
    r"|^\W*((dan|gerust|even) )?(maak|vraag|stuur|mail|meld|neem|trek|laat|schrijf|geef|bel|ask|tell|write|send|mail)\b"
    r"|\b(staat|stelt) (u|je|jou) (vrij|in staat)\b|, dan \w+ (wij|we)\b|\b(geef|meld) (uw|je|het|dit"
    r"|dat)\b.{0,30}\b(door|aan ons)\b"
    r"|\b(maak|vraag|stuur|mail|neem|laat) (dan|ons|het|gerust|even|daarvoor)\b|\b(let us know|ask us|tell us)\b",
    re.IGNORECASE,
)
_OF_SAFEGUARDS = re.compile(
    r"\b(contractual clauses|modelcontract\w*|\w*contractbepalingen|safeguards?|waarborgen)\b"
    r".{0,120}\b(copy|kopie|afschrift)\b"
    r"|\b(copy|kopie|afschrift) (of|van) (the|those|these|de|deze|die)"
    r" (\w+ )?(clauses|safeguards|bepalingen|waarborgen)\b",
    re.IGNORECASE | re.DOTALL,
)
_OF_OTHER_THINGS = re.compile(
    r"cookie|browser|nieuwsbrief|newsletter|(deze|dit|onze|ons|this|our) (privacy\W?)?(verklaring"
    r"|statement|beleid|policy|voorwaarden)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\brechten\b|\brights\b|\b(wat|what) (kun|kunt|can|may) (je|u|you)\b|\b(your|uw|je|jouw) (choices|keuzes)\b",
    re.IGNORECASE,
)


def holds_in_statement(right: str, statement: Statement) -> bool:
    """Whether people have this right against the purposes that the company has as controller."""
    needed = rights()[right]
    on_basis = not needed.on or bool(bases_in_statement(statement) & set(needed.on))
    return on_basis or (needed.or_marketing and bool(statement.marketing))


def holds_in_text(right: str, published: Published) -> bool:
    """Whether a text has to name the right (GDPR 13(2)(b)).

    It names its bases seldom in full, so that only bases that plainly leave no room for a right excuse it; to
    withdraw consent takes consent as a basis.
    """
    bases = bases_in_text(published)
    if right == "withdraw_consent":
        return "consent" in bases
    return not rights()[right].on or not bases or not bases <= _LEAVE_NO_ROOM


def facts_of(right: str, published: Published) -> tuple[Fact, ...]:
    """The facts that name the right."""
    return tuple(fact for said, fact in published.of(RightRead) if said.right == right)


def right_missing(
    right: str, published: Published, what: Text, candidate: re.Pattern[str]
) -> Iterator[Judgment]:
    """That a text lacks a right which people have there. A statement about cookies alone is not asked."""
    if published.is_about_cookies_only or not holds_in_text(right, published):
        return
    near = for_people(published, candidate) or _not_understood(published)
    stated = tuple(fact for fact in facts_of(right, published) if _may_tell(published, fact))
    yield from missing(published, what, stated, near, about=right)


def for_people(published: Published, candidate: re.Pattern[str]) -> tuple[Quote, ...]:
    """Passages that speak to a person of what they can ask, and not of cookies, newsletters or the text itself."""
    return tuple(quote for quote in published.quotes(candidate) if _is_for_people(quote.text))


def _is_for_people(text: str) -> bool:
    return bool(_TO_A_PERSON.search(text)) and not _OF_OTHER_THINGS.search(text)


def _not_understood(published: Published) -> tuple[Quote, ...]:
    """What stands below a heading on rights, where no right but to complain was read anywhere."""
    if any(said.right != "complaint" for said, _ in published.of(RightRead)):
        return ()
    return tuple(quote_of(one) for one in published.below(_HEADING) if _is_for_people(one.text))


def _may_tell(published: Published, fact: Fact) -> bool:
    """A fact in much doubt is a candidate only where the passage speaks to a person of what they can ask.

    A copy of the safeguards of a transfer (GDPR 13(1)(f)) is no copy of somebody's data.
    """
    at = published.at(fact)
    if at and _OF_SAFEGUARDS.search(at.text):
        return False
    return fact.doubt is not Doubt.MUCH or (at is not None and _is_for_people(at.text))


def unnamed(right: str, statement: Statement, what: Text) -> tuple[Judgment, ...]:
    """The fault that a statement does not name a right that people have."""
    if not holds_in_statement(right, statement):
        return ()
    named = statement.rights.named if statement.rights else ()
    return () if READ_AS[right] in (named or ()) else (fault_at("rights/named", what),)
