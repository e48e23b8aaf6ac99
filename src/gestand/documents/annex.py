"""The annex to a processing agreement (GDPR 28(3)): what a customer agrees on with a company that works for it."""

from collections.abc import Callable, Iterator

from gestand.core.text import Language, Text
from gestand.documents.for_others import (
    BLANK,
    data_for_others,
    purposes_for_others,
    subprocessors,
    with_blank,
)
from gestand.documents.measures import measure
from gestand.documents.page import Page, Piece, Row, Section
from gestand.documents.sections.controller import address, contact_ways
from gestand.documents.statement import dates, labels
from gestand.documents.voice import Voice, bullets, capital, paragraph, said, sentence, table
from gestand.statement.model import Statement
from gestand.statement.security import Breach, TellController
from gestand.statement.sentences import retention_sentence

_TITLE = Text(
    "Bijlage bij de verwerkersovereenkomst met {name}", "Annex to the processing agreement with {name}"
)
_CUSTOMER = Text("Verwerkingsverantwoordelijke: de klant, {blank}", "Controller: the customer, {blank}")
_PROCESSOR = Text("Verwerker: {name}, {address}", "Processor: {name}, {address}")
_DURATION = Text(
    "Duur: zo lang als de overeenkomst waar deze bijlage bij hoort.",
    "Duration: as long as the agreement that this annex belongs to.",
)
_NOTHING = Text(
    "De verklaring noemt geen verwerking in opdracht van anderen. {blank}",
    "The statement names no processing on behalf of others. {blank}",
)
_CAPTION = Text("Gegevens per soort", "Data by kind")
_DATA, _OF, _FOR = Text("Gegevens", "Data"), Text("Van", "Of"), Text("Waarvoor", "What for")
_DUTIES = (
    Text(
        "De verwerker verwerkt de gegevens alleen volgens schriftelijke instructies van de klant "
        "(artikel 28 lid 3 onder a).",
        "The processor processes the data only on documented instructions of the customer (Article 28(3)(a)).",
    ),
    Text(
        "Wie bij de verwerker met de gegevens werkt, is tot geheimhouding verplicht (onder b).",
        "Whoever works with the data at the processor is bound to confidentiality (b).",
    ),
    Text(
        "De verwerker helpt de klant om verzoeken van mensen te beantwoorden (onder e).",
        "The processor helps the customer to answer requests of people (e).",
    ),
    Text(
        "De verwerker helpt de klant bij beveiliging, datalekken en risico-onderzoek (onder f).",
        "The processor helps the customer with security, breaches and impact assessments (f).",
    ),
    Text(
        "De verwerker geeft de klant alles om dit aan te tonen, en werkt mee aan controles (onder h).",
        "The processor gives the customer all that shows this, and contributes to audits (h).",
    ),
)
_TELLS = Text(
    "De verwerker vertelt de klant van een datalek {term}.",
    "The processor tells the customer of a breach {term}.",
)
_TELLS_BLANK = Text(
    "De verwerker vertelt de klant zonder onredelijke vertraging van een datalek (artikel 33 lid 2). "
    "Uiterlijk: {blank}",
    "The processor tells the customer of a breach without undue delay (Article 33(2)). At the latest: {blank}",
)
_AT_END = Text(
    "Als de overeenkomst eindigt, wist de verwerker de gegevens of geeft hij ze terug, "
    "naar keuze van de klant: {blank}",
    "When the agreement ends, the processor erases the data or returns them, as the customer chooses: {blank}",
)


def annex_page(statement: Statement, language: Language) -> Page:
    """The annex in one language; what the statement does not say is left to be filled in, and says so."""
    voice = Voice(statement, language)
    return Page(
        language=language,
        title=voice.say(_TITLE, name=voice.speaker),
        speaker=voice.speaker,
        effective=statement.effective.isoformat() if statement.effective else "",
        dates=dates(voice),
        sections=tuple(
            Section(anchor, voice.say(title), tuple(tell(voice))) for anchor, title, tell in _SECTIONS
        ),
        labels=labels(voice),
        digest=statement.digest,
    )


def _parties(voice: Voice) -> Iterator[Piece]:
    yield with_blank(voice, _CUSTOMER)
    where = address(voice) or voice.say(BLANK)
    yield paragraph(sentence(voice.say(_PROCESSOR, name=voice.speaker, address=where)))


def _subject(voice: Voice) -> Iterator[Piece]:
    told = [capital(voice.say(voice.statement.purposes[word])) for word in purposes_for_others(voice)]
    yield bullets(sentence(text) for text in told) if told else with_blank(voice, _NOTHING)
    yield paragraph(voice.say(_DURATION))


def _data(voice: Voice) -> Iterator[Piece]:
    rows = [_datum(voice, name) for name in data_for_others(voice)]
    columns = [voice.say(title) for title in (_DATA, _OF, _FOR)]
    yield table(voice.say(_CAPTION), columns, rows) if rows else paragraph(voice.say(BLANK))


def _datum(voice: Voice, name: str) -> Row:
    datum = voice.statement.data[name]
    uses = voice.purposes(word for word, data in purposes_for_others(voice).items() if name in data)
    return Row((said(capital(voice.say(datum))), said(voice.people((datum.of,))), said(uses)))


def _duties(voice: Voice) -> Iterator[Piece]:
    yield bullets(voice.say(text) for text in _DUTIES)


def _security(voice: Voice) -> Iterator[Piece]:
    statement = voice.statement
    measures = [voice.say(measure(term)) for term in statement.security or ()]
    measures += [voice.say(text) for text in (statement.security_explained or {}).values()]
    yield bullets(sentence(text) for text in measures) if measures else paragraph(voice.say(BLANK))


def _breach(voice: Voice) -> Iterator[Piece]:
    breach = voice.statement.breach
    told = breach.as_processor if isinstance(breach, Breach) else None
    if isinstance(told, TellController):
        yield paragraph(voice.say(_TELLS, term=voice.within(told.within)))
    else:
        yield with_blank(voice, _TELLS_BLANK)


def _end(voice: Voice) -> Iterator[Piece]:
    names = set(data_for_others(voice))
    promises = [key for key, one in voice.statement.retention.items() if names & set(one.data)]
    if promises:
        yield bullets(sentence(retention_sentence(voice.statement, key, voice.language)) for key in promises)
    yield with_blank(voice, _AT_END)


def _contact(voice: Voice) -> Iterator[Piece]:
    ways = tuple(contact_ways(voice))
    yield bullets(ways) if ways else paragraph(voice.say(BLANK))


_SECTIONS: tuple[tuple[str, Text, Callable[[Voice], Iterator[Piece]]], ...] = (
    ("parties", Text("1. Partijen", "1. Parties"), _parties),
    ("subject", Text("2. Onderwerp, aard en doel", "2. Subject matter, nature and purpose"), _subject),
    ("data", Text("3. Gegevens en betrokkenen", "3. Data and data subjects"), _data),
    ("duties", Text("4. Wat de verwerker doet", "4. What the processor does"), _duties),
    ("security", Text("5. Beveiliging (onder c)", "5. Security (c)"), _security),
    ("others", Text("6. Andere verwerkers (onder d)", "6. Other processors (d)"), subprocessors),
    ("breach", Text("7. Datalekken", "7. Breaches"), _breach),
    (
        "end",
        Text("8. Bewaren, wissen en teruggeven (onder g)", "8. Keeping, erasing and returning (g)"),
        _end,
    ),
    ("contact", Text("9. Contact", "9. Contact"), _contact),
)
