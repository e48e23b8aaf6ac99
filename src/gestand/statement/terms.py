"""Terms as people write them: `1 week after message-sent`, `7 jaar na het boekjaar van invoice-date`."""

import re
from dataclasses import dataclass

from gestand.clock.errors import TermError
from gestand.clock.period import Language, parse_period, words
from gestand.clock.term import CountedFrom, Period, Term

EXPECTED = (
    "a term such as `1 week after message-sent`, `until relation-ended` "
    "or `7 years after the book year of invoice-date`"
)

_UNTIL = re.compile(r"(?:until|tot)\s+(?P<moment>.+)", re.IGNORECASE)
_AFTER = re.compile(r"(?P<period>.+?)\s+(?:after|na|nadat)\s+(?P<moment>.+)", re.IGNORECASE)
_YEAR_OF = re.compile(
    r"(?:(?:the\s+)?end\s+of\s+|(?:het\s+)?einde\s+van\s+)?(?:(?:the|het)\s+)?"
    r"(?P<year>calendar year|book year|financial year|kalenderjaar|boekjaar)"
    r"(?:\s+(?:of|van)\s+(?P<moment>.+))?",
    re.IGNORECASE,
)
_YEARS: dict[str, CountedFrom] = {
    "calendar year": "the calendar year",
    "kalenderjaar": "the calendar year",
    "book year": "the book year",
    "financial year": "the book year",
    "boekjaar": "the book year",
}
_JOINING: dict[Language, dict[CountedFrom, str]] = {
    "nl": {
        "the moment": "na",
        "the calendar year": "na het kalenderjaar van",
        "the book year": "na het boekjaar van",
    },
    "en": {
        "the moment": "after",
        "the calendar year": "after the calendar year of",
        "the book year": "after the book year of",
    },
}
_ARTICLE = re.compile(r"^(the|de|het)\s+", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Kept:
    """A term and the statement's word for the moment it counts from, with the text as written."""

    term: Term
    moment: str
    text: str

    def __str__(self) -> str:
        return self.text


def parse_kept(text: str, book_year_ends: tuple[int, int] = (12, 31)) -> Kept:
    """Read a term with its moment, in English or Dutch, or with an ISO 8601 period. Raises TermError."""
    plain = " ".join(text.split())
    until = _UNTIL.fullmatch(plain)
    if until:
        return Kept(Term(Period(), book_year_ends=book_year_ends), moment_word(until["moment"], text), text)
    after = _AFTER.fullmatch(plain)
    if not after:
        raise TermError(f"`{text}` is no term: {EXPECTED} was expected", found=text, expected=EXPECTED)
    period = parse_period(after["period"])
    year = _YEAR_OF.fullmatch(after["moment"])
    counted: CountedFrom = _YEARS[year["year"].lower()] if year else "the moment"
    moment = year["moment"] if year else after["moment"]
    return Kept(Term(period, counted, book_year_ends), moment_word(moment or "", text), text)


def parse_law_term(text: str) -> Term:
    """A law's term, whose moment the statement gives: `7 years after the book year`, or a bare `5 years`."""
    period, _, counted = text.partition(" after the ")
    return Term(parse_period(period), _YEARS[counted] if counted else "the moment")


def moment_word(text: str, whole: str) -> str:
    """The word of a moment, also when written apart: `the paid period ends` is `paid-period-ends`."""
    word = _ARTICLE.sub("", text.strip()).lower().replace(" ", "-")
    if not _WORD.fullmatch(word):
        raise TermError(f"`{whole}` names no moment: {EXPECTED} was expected", found=whole, expected=EXPECTED)
    return word


def term_words(term: Term, language: Language) -> str:
    """A term up to its moment: `1 week after`, `until`, `7 jaar na het boekjaar van`."""
    if term.period == Period():
        return {"nl": "tot", "en": "until"}[language]
    return f"{words(term.period, language)} {_JOINING[language][term.counted_from]}"
