"""The registers of Article 30 GDPR, as CSV: 30(1) of what the company decides, 30(2) of what it does for others."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from gestand.core.text import Language, Text
from gestand.documents.articles import safeguard
from gestand.documents.measures import measure
from gestand.documents.sections.controller import address, contact_ways, postal
from gestand.documents.sections.purposes import basis_words
from gestand.documents.sections.recipients import where_words
from gestand.documents.voice import Voice, capital, plain, words_text
from gestand.statement.absent import NONE, UNSTATED, Absent
from gestand.statement.controller import ProtectionOfficer
from gestand.statement.model import Statement
from gestand.statement.purposes import Purpose
from gestand.statement.recipients import Elsewhere, Recipient
from gestand.statement.written import Bilingual

BOM = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NONE = Text("geen", "none")
_NOT_STATED = Text("niet vermeld", "not stated")
_GROUND = Text("dit mag op deze grond: {safeguard}", "allowed on this ground: {safeguard}")
_NO_GROUND = Text("de grond is niet vermeld", "the ground is not stated")
_ONLY_IF = Text("alleen als dit klopt: {condition}", "only if this is so: {condition}")
_SOMEWHERE = Text("buiten de EER", "outside the EEA")
_KEPT = Text("{data}: {until}", "{data}: {until}")
_ROLES = {
    "Authority": Text("overheidsinstantie", "public authority"),
    "DataController": Text("verantwoordelijke", "controller"),
    "DataProcessor": Text("verwerker", "processor"),
    "DataSubProcessor": Text("subverwerker", "sub-processor"),
    "JointDataControllers": Text("gezamenlijk verantwoordelijke", "joint controller"),
    "ThirdParty": Text("derde", "third party"),
}

Cell = Callable[[Voice, Purpose, str], str]


def controller_register(statement: Statement, language: Language) -> str:
    """The register of Article 30(1): a row for each purpose that the company decides on itself."""
    return _written(Voice(statement, language), "controller", _CONTROLLER)


def processor_register(statement: Statement, language: Language) -> str:
    """The register of Article 30(2): a row for each kind of processing on behalf of others.

    The statement does not name each customer, which 30(2)(a) asks: that column says with whom terms are agreed.
    """
    return _written(Voice(statement, language), "processor", _PROCESSOR)


def cell(text: str) -> str:
    """A cell on one line; one that a spreadsheet would run as a formula begins with an apostrophe."""
    one_line = plain(text)
    return f"'{one_line}" if one_line.startswith(_FORMULA) else one_line


def _written(voice: Voice, role: str, columns: Iterable[tuple[Text, Cell]]) -> str:
    """The header and the rows as CSV (RFC 4180), every cell quoted."""
    told, columns = io.StringIO(newline=""), tuple(columns)
    lines = csv.writer(told, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    lines.writerow([cell(voice.say(title)) for title, _ in columns])
    for word, purpose in voice.statement.purposes.items():
        if purpose.as_ == role:
            told_of = (fill(voice, purpose, word) or voice.say(_NOT_STATED) for _, fill in columns)
            lines.writerow([cell(text) for text in told_of])
    return told.getvalue()


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, parts)))


def _company(voice: Voice, _purpose: Purpose, _word: str) -> str:
    controller = voice.statement.controller
    ways = (words_text(way.words) for way in contact_ways(voice))
    return _joined((controller.name or "", address(voice), controller.trade_register or "", *ways))


def _representative(voice: Voice, _purpose: Purpose, _word: str) -> str:
    return _or_absent(voice, voice.statement.controller.representative)


def _officer(voice: Voice, _purpose: Purpose, _word: str) -> str:
    officer = voice.statement.controller.protection_officer
    if isinstance(officer, ProtectionOfficer):
        post = postal(voice, officer.post) if officer.post else ""
        return _joined((officer.name or "", officer.email or "", post))
    return _or_absent(voice, officer)


def _or_absent(voice: Voice, value: str | Absent) -> str:
    if isinstance(value, str):
        return value
    return voice.say(_NOT_STATED if value is UNSTATED else _NONE)


def _purpose(voice: Voice, purpose: Purpose, _word: str) -> str:
    return capital(voice.say(purpose))


def _basis(voice: Voice, purpose: Purpose, _word: str) -> str:
    return basis_words(voice, purpose)


def _subjects(voice: Voice, purpose: Purpose, _word: str) -> str:
    statement = voice.statement
    return _joined(voice.say(statement.people[statement.data[name].of]) for name in purpose.data or ())


def _data(voice: Voice, purpose: Purpose, _word: str) -> str:
    return _joined(voice.say(voice.statement.data[name]) for name in purpose.data or ())


def recipients_of(statement: Statement, word: str) -> Iterator[Recipient]:
    """Who receives data for a purpose; who is not said to serve any, by the data, for the law asks for all of them."""
    used = set(statement.purposes[word].data or ())
    for one in (statement.recipients or {}).values():
        by_data = not one.data or not used or used & set(one.data)
        if word in one.for_ if one.for_ else by_data:
            yield one


def _recipients(voice: Voice, _purpose: Purpose, word: str) -> str:
    named = (
        f"{_named(voice, one)} ({voice.say(_ROLES[one.role])})" if one.role else _named(voice, one)
        for one in recipients_of(voice.statement, word)
    )
    return _joined(named) or (voice.say(_NONE) if voice.statement.recipients is NONE else "")


def _named(voice: Voice, one: Recipient) -> str:
    return one.name or voice.say(one)


def _transfers(voice: Voice, _purpose: Purpose, word: str) -> str:
    """Transfers to third countries, each with its safeguard (30(1)(e), 30(2)(c))."""
    found, recipients = tuple(recipients_of(voice.statement, word)), voice.statement.recipients
    told = _joined(
        _transfer(voice, one, one.also_elsewhere)
        for one in found
        if isinstance(one.also_elsewhere, Elsewhere)
    )
    denied = recipients is not UNSTATED and all(one.also_elsewhere is NONE for one in found)
    return told or voice.say(_NONE if denied else _NOT_STATED)


def _transfer(voice: Voice, one: Recipient, other: Elsewhere) -> str:
    where = where_words(voice, other.where) if other.where else voice.say(_SOMEWHERE)
    ground = safeguard(other.safeguard, voice.language) if other.safeguard else ""
    told = [f"{_named(voice, one)}: {where}", voice.say(_GROUND if ground else _NO_GROUND, safeguard=ground)]
    told += [voice.say(_ONLY_IF, condition=voice.condition(other.when))] if other.when else []
    return "; ".join(told)


def _terms(voice: Voice, purpose: Purpose, _word: str) -> str:
    """The time limits for erasure of the categories of data (30(1)(f))."""
    return _joined(
        voice.say(_KEPT, data=voice.data(shared), until=voice.until(promise.kept))
        for promise in voice.statement.retention.values()
        if (shared := [name for name in promise.data if name in (purpose.data or ())])
    )


def measures_of(voice: Voice) -> str:
    """A general description of the measures (GDPR 32(1))."""
    terms = (voice.say(measure(term)) for term in voice.statement.security or ())
    explained = (voice.say(t).removesuffix(".") for t in (voice.statement.security_explained or {}).values())
    return _joined((*terms, *explained))


def _measures(voice: Voice, _purpose: Purpose, _word: str) -> str:
    return measures_of(voice)


def _customers(voice: Voice, purpose: Purpose, _word: str) -> str:
    """With whom terms are agreed on these data."""
    return _joined(
        voice.say(one.with_) if isinstance(one.with_, Bilingual) else one.with_ or ""
        for one in (voice.statement.agreements or {}).values()
        if set(one.data or ()) & set(purpose.data or ())
    )


_COMMON: tuple[tuple[Text, Cell], ...] = (
    (Text("Vertegenwoordiger", "Representative"), _representative),
    (Text("Functionaris gegevensbescherming", "Data protection officer"), _officer),
)
_CONTROLLER: tuple[tuple[Text, Cell], ...] = (
    (Text("Verwerkingsverantwoordelijke", "Controller"), _company),
    *_COMMON,
    (Text("Doel", "Purpose"), _purpose),
    (Text("Grondslag", "Legal basis"), _basis),
    (Text("Betrokkenen", "Categories of data subjects"), _subjects),
    (Text("Gegevens", "Categories of personal data"), _data),
    (Text("Ontvangers", "Categories of recipients"), _recipients),
    (Text("Doorgifte buiten de EER", "Transfers outside the EEA"), _transfers),
    (Text("Bewaartermijnen", "Time limits for erasure"), _terms),
    (Text("Beveiliging", "Security measures"), _measures),
)
_PROCESSOR: tuple[tuple[Text, Cell], ...] = (
    (Text("Verwerker", "Processor"), _company),
    *_COMMON,
    (Text("In opdracht van", "On behalf of"), _customers),
    (Text("Verwerking", "Categories of processing"), _purpose),
    (Text("Betrokkenen", "Categories of data subjects"), _subjects),
    (Text("Gegevens", "Categories of personal data"), _data),
    (Text("Subverwerkers en andere ontvangers", "Sub-processors and other recipients"), _recipients),
    (Text("Doorgifte buiten de EER", "Transfers outside the EEA"), _transfers),
    (Text("Beveiliging", "Security measures"), _measures),
)
