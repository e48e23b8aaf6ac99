"""How the parts of a statement are called in a sentence, in Dutch and in English."""

from datetime import date

from gestand.clock.period import words
from gestand.clock.term import Period
from gestand.core.text import Language, Text
from gestand.statement.absent import Absent
from gestand.statement.called import FIELDS, VALUES
from gestand.statement.model import Statement
from gestand.statement.purposes import NamedBasis
from gestand.statement.sentences import until_words
from gestand.statement.terms import Kept
from gestand.statement.written import Bilingual

_SECTIONS = {
    "people": Text("groep mensen", "group of people"),
    "moments": Text("moment", "moment"),
    "conditions": Text("voorwaarde", "condition"),
    "sources": Text("bron", "source"),
    "data": Text("gegevens", "data"),
    "purposes": Text("doel", "purpose"),
    "retention": Text("bewaren van", "keeping"),
    "recipients": Text("ontvanger", "recipient"),
    "disclosures": Text("verstrekking", "disclosure"),
    "anonymous data": Text("anonieme cijfers", "anonymous figures"),
    "self-service": Text("zelf doen", "self-service"),
    "marketing": Text("reclame", "marketing"),
    "messages": Text("berichten", "messages"),
    "cookies": Text("cookies", "cookies"),
    "linked networks": Text("sociaal netwerk", "social network"),
    "security": Text("beveiliging", "security"),
    "security explained": Text("maatregel", "measure"),
    "automated decisions": Text("besluit zonder mens", "automated decision"),
    "subscriptions": Text("abonnement", "subscription"),
    "regimes": Text("andere wet", "other law"),
    "agreements": Text("voorwaarden", "terms"),
    "explained": Text("uitleg", "explanation"),
    "left out": Text("weggelaten", "left out"),
    "controller": Text("verantwoordelijke", "controller"),
    "authority": Text("toezichthouder", "authority"),
    "rights": Text("rechten", "rights"),
    "breach": Text("datalek", "breach"),
    "sold": Text("verkopen, ruilen of weggeven", "selling, exchanging or giving away"),
    "signals": Text("signalen van de browser", "browser signals"),
    "minors": Text("kinderen", "children"),
    "outbound links": Text("links naar buiten", "outbound links"),
    "anonymous visit": Text("onbekend bezoek", "anonymous visit"),
    "changes": Text("wijzigingen", "changes"),
}
_ABSENT = {
    Absent.UNSTATED: Text("niet vermeld", "not stated"),
    Absent.NONE: Text("geen", "none"),
    Absent.NOT_APPLICABLE: Text("niet van toepassing", "not applicable"),
}
_NOT_STATED = _ABSENT[Absent.UNSTATED]
_YES, _NO = Text("ja", "yes"), Text("nee", "no")


def thing_words(statement: Statement, path: tuple[str, ...], language: Language) -> str:
    """`Recipient “a lead-generation service” (lead-service)`: a section's word, the thing's text and its key."""
    section = _SECTIONS.get(path[0], Text(path[0], path[0])).said_in(language)
    if path[0] == "retention" and len(path) > 1:
        return f"{_capital(section)} {path[1]}"
    named = _text_at(statement, path, language)
    key = (
        path[3] if path[0] == "cookies" and len(path) > 3 and path[2] == "items" else path[1] if named else ""
    )
    said = f" “{named}” ({key})" if named else f" {key or (path[1] if _is_thing(path) else '')}".rstrip()
    return _capital(section) + said


def field_words(path: tuple[str, ...], language: Language) -> str:
    """`, termijn`: the words of a field inside its thing; empty for the thing itself."""
    start = (
        4 if path[0] == "cookies" and len(path) > 3 and path[2] == "items" else 2 if _is_thing(path) else 1
    )
    fields = [FIELDS.get(part, Text(part, part)).said_in(language) for part in path[start:]]
    return "".join(f", {field}" for field in fields)


def value_words(statement: Statement, value: object, language: Language) -> str:
    """A value as a person would say it: `tot 1 week nadat het bericht is verzonden`, `5 working days`, `none`."""
    match value:
        case None:
            return _NOT_STATED.said_in(language)
        case Absent():
            return _ABSENT[value].said_in(language)
        case Kept():
            return until_words(statement, value.term, value.moment, language)
        case Period():
            return words(value, language)
        case Text() | Bilingual():
            return f"“{value.said_in(language)}”"
        case bool():
            return (_YES if value else _NO).said_in(language)
        case NamedBasis():
            return _basis_words(statement, value, language)
        case tuple():
            return ", ".join(value_words(statement, item, language) for item in value)
        case date():
            return value.isoformat()
        case _:
            return _word(statement, str(value), language)


def _word(statement: Statement, word: str, language: Language) -> str:
    """A fixed value, or a word of the statement by its own text; what is neither, such as a link, as it is."""
    if word in VALUES:
        return VALUES[word].said_in(language)
    for section in (
        statement.data,
        statement.purposes,
        statement.people,
        statement.conditions,
        statement.sources,
    ):
        if word in section:
            return section[word].said_in(language)
    return word


def _basis_words(statement: Statement, basis: NamedBasis, language: Language) -> str:
    named = [(field.alias, getattr(basis, name)) for name, field in NamedBasis.model_fields.items()]
    stated = [(term or "", value) for term, value in named if not isinstance(value, Absent)]
    return ", ".join(
        f"{_word(statement, term, language)} ({value_words(statement, value, language)})"
        for term, value in stated
    )


def _text_at(statement: Statement, path: tuple[str, ...], language: Language) -> str:
    """The text of the thing at `path`, when it has one."""
    if not _is_thing(path):
        return ""
    section = getattr(statement, path[0].replace(" ", "_").replace("-", "_"), None)
    thing = section.get(path[1]) if isinstance(section, dict) else None
    return thing.said_in(language) if isinstance(thing, Bilingual) else ""


def _is_thing(path: tuple[str, ...]) -> bool:
    singular = (
        "controller",
        "rights",
        "breach",
        "sold",
        "signals",
        "minors",
        "security",
        "authority",
        "changes",
    )
    return len(path) > 1 and path[0] not in singular


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
