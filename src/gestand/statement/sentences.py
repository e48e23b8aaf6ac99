"""The plain sentence of a retention promise, in Dutch and in English."""

from gestand.clock.period import words
from gestand.clock.term import Period, Term
from gestand.core.text import Language
from gestand.statement.minimum import legal_minimum
from gestand.statement.model import Statement
from gestand.statement.security import BREACH_MOMENTS

_AND: dict[Language, str] = {"nl": " en ", "en": " and "}
_UNTIL: dict[Language, str] = {"nl": "tot", "en": "until"}
_AFTER: dict[Language, tuple[str, str]] = {"nl": ("nadat", "na"), "en": ("after", "after")}
_ARTICLES: dict[Language, tuple[str, ...]] = {"nl": ("de", "het", "een"), "en": ("the", "a", "an")}
_ASIDES = (", met ", ", zoals ", ", with ", ", such as ")
_OPENINGS = (
    "the a an your our their its his her my all any each every no some this that these those "
    "what whatever which who whom whose how when where whether everything anything"
)
_WITHOUT_ARTICLE = frozenset(_OPENINGS.split())
"""A datum that begins with one of these takes no "the": "your name", "what a lender says"."""
_YEARS: dict[Language, dict[str, tuple[str, str]]] = {
    "nl": {
        "the calendar year": ("na het kalenderjaar waarin", "na het kalenderjaar van"),
        "the book year": ("na het boekjaar waarin", "na het boekjaar van"),
    },
    "en": {
        "the calendar year": ("after the calendar year in which", "after the calendar year of"),
        "the book year": ("after the book year in which", "after the book year of"),
    },
}


def retention_sentence(statement: Statement, key: str, language: Language) -> str:
    """What `retention/KEY` promises, in one to three sentences: the company's own, or else gestand's.

    Raises KeyError when the statement has no such promise.
    """
    promise = statement.retention[key]
    if promise.says:
        return promise.says.said_in(language)
    data = listed(
        [_named(statement.data[name].said_in(language), language) for name in promise.data], language
    )
    until = until_words(statement, promise.kept.term, promise.kept.moment, language)
    parts = [
        _kept(data, until, language),
        _condition(statement, key, language),
        law_sentence(statement, key, language),
    ]
    return " ".join(part for part in parts if part)


def retention_data(statement: Statement, key: str, language: Language) -> str:
    """The data of `retention/KEY` by name, to begin a sentence with."""
    names = statement.retention[key].data
    return _capital(listed([statement.data[name].said_in(language) for name in names], language))


def until_words(statement: Statement, term: Term, moment: str, language: Language) -> str:
    """`tot 1 week nadat het bericht is verzonden`, `until the relation ended`."""
    known = statement.moments.get(moment) or BREACH_MOMENTS.get(moment)
    text = known.said_in(language) if known else moment
    return f"{_UNTIL[language]} {_after_words(term, text, language)}"


def listed(texts: list[str], language: Language) -> str:
    """Texts in a row; semicolons where a text has commas or an "and" of its own."""
    crowded = any("," in text or _AND[language] in text for text in texts)
    comma, last = ("; ", f";{_AND[language]}") if crowded else (", ", _AND[language])
    texts = [*(text.removesuffix(",") for text in texts[:-1]), texts[-1]] if crowded else texts
    return last.join(filter(None, [comma.join(texts[:-1]), texts[-1]]))


def _after_words(term: Term, moment: str, language: Language) -> str:
    """A term from its length on: `1 week nadat het bericht is verzonden`, or the moment alone."""
    if term.period == Period():
        return moment
    names = _is_name(moment, language)
    joining = _AFTER[language] if term.counted_from == "the moment" else _YEARS[language][term.counted_from]
    return f"{words(term.period, language)} {joining[names]} {moment}"


def _is_name(moment: str, language: Language) -> bool:
    """Whether a moment is a name ("het bezoek") and not a clause ("het bericht is verzonden")."""
    first, *rest = moment.split()
    return not rest or (first.lower() in _ARTICLES[language] and len(rest) == 1)


def _named(data: str, language: Language) -> str:
    """A datum inside a sentence: with its article, and a comma after "invoices, with name and address"."""
    whole = language == "nl" or data.split()[0].lower() in _WITHOUT_ARTICLE
    trailing = "," if any(aside in data for aside in _ASIDES) else ""
    return f"{'' if whole else 'the '}{data}{trailing}"


def _kept(data: str, until: str, language: Language) -> str:
    if language == "nl":
        return f"{_capital(data)} bewaren wij {until}."
    return f"We keep {data} {until}."


def _condition(statement: Statement, key: str, language: Language) -> str:
    when = statement.retention[key].when
    if not when:
        return ""
    text = statement.conditions[when].said_in(language)
    return {"nl": f"Dit geldt alleen als dit klopt: {text}.", "en": f"This holds only if {text}."}[language]


def law_sentence(statement: Statement, key: str, language: Language) -> str:
    """Which law demands that the data of `retention/KEY` are kept, and until when; empty where none does."""
    least = legal_minimum(statement, key)
    if least is None:
        return ""
    moment = statement.moments[least.limit.moment].said_in(language)
    until = _after_words(least.limit.term, moment, language)
    article = least.article.said_in(language)
    if language == "nl":
        return f"De wet ({article}) verplicht ons deze gegevens te bewaren tot minstens {until}."
    return f"The law ({article}) obliges us to keep these data until at least {until}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
