"""The annex to a processing agreement (GDPR 28(3)): what a customer agrees on with a company that works for it."""

from gestand.core.text import Language, Text
from gestand.documents.measures import measure
from gestand.documents.page import Page, Paragraph, Row, Section
from gestand.documents.receiving import recipients_of
from gestand.documents.sections.controller import address, contact_ways
from gestand.documents.sections.recipients import transfers
from gestand.documents.statement import dates, labels
from gestand.documents.voice import Voice, bullets, capital, paragraph, plain, said, sentence, table
from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement
from gestand.statement.recipients import Recipient
from gestand.statement.security import Breach, TellController
from gestand.statement.sentences import retention_sentence

_TITLE = Text(
    "Bijlage bij de verwerkersovereenkomst met {name}", "Annex to the processing agreement with {name}"
)
BLANK = Text("(in te vullen)", "(to be filled in)")
_PARTIES = Text("1. Partijen", "1. Parties")
_CUSTOMER = Text("Verwerkingsverantwoordelijke: de klant, {blank}", "Controller: the customer, {blank}")
_PROCESSOR = Text("Verwerker: {name}, {address}", "Processor: {name}, {address}")
_SUBJECT = Text("2. Onderwerp, aard en doel", "2. Subject matter, nature and purpose")
_DURATION = Text(
    "Duur: zo lang als de overeenkomst waar deze bijlage bij hoort.",
    "Duration: as long as the agreement that this annex belongs to.",
)
_NOTHING = Text(
    "De verklaring noemt geen verwerking in opdracht van anderen. {blank}",
    "The statement names no processing on behalf of others. {blank}",
)
_DATA_TITLE = Text("3. Gegevens en betrokkenen", "3. Data and data subjects")
_CAPTION = Text("Gegevens per soort", "Data by kind")
_DATA, _OF, _FOR = Text("Gegevens", "Data"), Text("Van", "Of"), Text("Waarvoor", "What for")
_DUTIES = Text("4. Wat de verwerker doet", "4. What the processor does")
_INSTRUCTIONS = Text(
    "De verwerker verwerkt de gegevens alleen volgens schriftelijke instructies van de klant "
    "(artikel 28 lid 3 onder a).",
    "The processor processes the data only on documented instructions of the customer (Article 28(3)(a)).",
)
_CONFIDENTIAL = Text(
    "Wie bij de verwerker met de gegevens werkt, is tot geheimhouding verplicht (onder b).",
    "Whoever works with the data at the processor is bound to confidentiality (b).",
)
_RIGHTS = Text(
    "De verwerker helpt de klant om verzoeken van mensen te beantwoorden (onder e).",
    "The processor helps the customer to answer requests of people (e).",
)
_ASSIST = Text(
    "De verwerker helpt de klant bij beveiliging, datalekken en risico-onderzoek (onder f).",
    "The processor helps the customer with security, breaches and impact assessments (f).",
)
_AUDIT = Text(
    "De verwerker geeft de klant alles om dit aan te tonen, en werkt mee aan controles (onder h).",
    "The processor gives the customer all that shows this, and contributes to audits (h).",
)
_SECURITY = Text("5. Beveiliging (onder c)", "5. Security (c)")
_SUBS = Text("6. Andere verwerkers (onder d)", "6. Other processors (d)")
_SUBS_CAPTION = Text("Andere verwerkers", "Other processors")
_WHO, _WHAT, _WHERE = Text("Wie", "Who"), Text("Welke gegevens", "Which data"), Text("Waar", "Where")
_NO_SUBS = Text(
    "De verwerker schakelt geen andere verwerkers in.", "The processor engages no other processors."
)
_UNKNOWN_SUBS = Text(
    "De verklaring noemt geen andere verwerkers. {blank}", "The statement names no other processors. {blank}"
)
_BREACH = Text("7. Datalekken", "7. Breaches")
_TELLS = Text(
    "De verwerker vertelt de klant van een datalek {term}.",
    "The processor tells the customer of a breach {term}.",
)
_TELLS_BLANK = Text(
    "De verwerker vertelt de klant zonder onredelijke vertraging van een datalek (artikel 33 lid 2). "
    "Uiterlijk: {blank}",
    "The processor tells the customer of a breach without undue delay (Article 33(2)). At the latest: {blank}",
)
_END = Text("8. Bewaren, wissen en teruggeven (onder g)", "8. Keeping, erasing and returning (g)")
_AT_END = Text(
    "Als de overeenkomst eindigt, wist de verwerker de gegevens of geeft hij ze terug, "
    "naar keuze van de klant: {blank}",
    "When the agreement ends, the processor erases the data or returns them, as the customer chooses: {blank}",
)
_CONTACT = Text("9. Contact", "9. Contact")


def annex_page(statement: Statement, language: Language) -> Page:
    """The annex in one language; what the statement does not say is left to be filled in, and says so."""
    voice = Voice(statement, language)
    makers = (_parties, _subject, _data, _duties, _security, _subprocessors, _breach, _end, _contact)
    return Page(
        language=language,
        title=voice.say(_TITLE, name=voice.speaker),
        speaker=voice.speaker,
        effective=statement.effective.isoformat() if statement.effective else "",
        dates=dates(voice),
        sections=tuple(make(voice) for make in makers),
        labels=labels(voice),
        digest=statement.digest,
    )


def _blank(voice: Voice, text: Text) -> Paragraph:
    return paragraph(voice.say(text, blank=voice.say(BLANK)))


def _parties(voice: Voice) -> Section:
    processor = sentence(
        voice.say(_PROCESSOR, name=voice.speaker, address=address(voice) or voice.say(BLANK))
    )
    return Section("parties", voice.say(_PARTIES), (_blank(voice, _CUSTOMER), paragraph(processor)))


def _purposes(voice: Voice) -> dict[str, tuple[str, ...]]:
    """What is done for others: each purpose with its data."""
    return {word: one.data or () for word, one in voice.statement.purposes.items() if one.as_ == "processor"}


def _subject(voice: Voice) -> Section:
    told = [capital(voice.say(voice.statement.purposes[word])) for word in _purposes(voice)]
    what = bullets(sentence(text) for text in told) if told else _blank(voice, _NOTHING)
    return Section("subject", voice.say(_SUBJECT), (what, paragraph(voice.say(_DURATION))))


def _names(voice: Voice) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for data in _purposes(voice).values() for name in data))


def _data(voice: Voice) -> Section:
    rows = [_datum(voice, name) for name in _names(voice)]
    columns = [voice.say(title) for title in (_DATA, _OF, _FOR)]
    found = table(voice.say(_CAPTION), columns, rows) if rows else paragraph(voice.say(BLANK))
    return Section("data", voice.say(_DATA_TITLE), (found,))


def _datum(voice: Voice, name: str) -> Row:
    datum = voice.statement.data[name]
    uses = voice.purposes(word for word, data in _purposes(voice).items() if name in data)
    return Row((said(capital(voice.say(datum))), said(voice.people((datum.of,))), said(uses)))


def _duties(voice: Voice) -> Section:
    told = (_INSTRUCTIONS, _CONFIDENTIAL, _RIGHTS, _ASSIST, _AUDIT)
    return Section("duties", voice.say(_DUTIES), (bullets(voice.say(text) for text in told),))


def _security(voice: Voice) -> Section:
    statement = voice.statement
    measures = [voice.say(measure(term)) for term in statement.security or ()]
    measures += [voice.say(text) for text in (statement.security_explained or {}).values()]
    told = bullets(sentence(text) for text in measures) if measures else paragraph(voice.say(BLANK))
    return Section("security", voice.say(_SECURITY), (told,))


def _subprocessors(voice: Voice) -> Section:
    """Every processor that receives data for what is done on behalf of others (GDPR 28(2), (4))."""
    served = _purposes(voice)
    receiving = dict.fromkeys(one for word in served for one in recipients_of(voice.statement, word))
    found = [one for one in receiving if one.role in ("DataProcessor", "DataSubProcessor")]
    if not found:
        told = served and voice.statement.recipients is not UNSTATED and all(one.role for one in receiving)
        text = paragraph(voice.say(_NO_SUBS)) if told else _blank(voice, _UNKNOWN_SUBS)
        return Section("others", voice.say(_SUBS), (text,))
    columns = [voice.say(title) for title in (_WHO, _WHAT, _WHERE)]
    rows = (_subprocessor(voice, one) for one in found)
    return Section("others", voice.say(_SUBS), (table(voice.say(_SUBS_CAPTION), columns, rows),))


def _subprocessor(voice: Voice, one: Recipient) -> Row:
    who = plain(one.name) if one.name else capital(voice.say(one))
    data = voice.data(name for name in one.data or () if name in _names(voice))
    return Row((said(who), said(data), said(" ".join(transfers(voice, one)))))


def _breach(voice: Voice) -> Section:
    breach = voice.statement.breach
    told = breach.as_processor if isinstance(breach, Breach) else None
    if isinstance(told, TellController):
        text = paragraph(voice.say(_TELLS, term=voice.within(told.within)))
    else:
        text = _blank(voice, _TELLS_BLANK)
    return Section("breach", voice.say(_BREACH), (text,))


def _end(voice: Voice) -> Section:
    names = set(_names(voice))
    promises = [key for key, one in voice.statement.retention.items() if names & set(one.data)]
    kept = [sentence(retention_sentence(voice.statement, key, voice.language)) for key in promises]
    pieces = (bullets(kept),) if kept else ()
    return Section("end", voice.say(_END), (*pieces, _blank(voice, _AT_END)))


def _contact(voice: Voice) -> Section:
    return Section("contact", voice.say(_CONTACT), (bullets(contact_ways(voice)),))
