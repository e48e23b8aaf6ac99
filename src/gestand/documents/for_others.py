"""What a processor does for others: purposes, data, and the processors that it engages for them (GDPR 28(2), (4))."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.page import Paragraph, Piece, Row
from gestand.documents.receiving import recipients_of
from gestand.documents.sections.recipients import transfers
from gestand.documents.voice import Voice, capital, paragraph, plain, said, table
from gestand.statement.absent import UNSTATED
from gestand.statement.recipients import Recipient

BLANK = Text("(in te vullen)", "(to be filled in)")
_SUBS_CAPTION = Text("Andere verwerkers", "Other processors")
_WHO, _WHAT, _WHERE = Text("Wie", "Who"), Text("Welke gegevens", "Which data"), Text("Waar", "Where")
_NO_SUBS = Text(
    "De verwerker schakelt geen andere verwerkers in.", "The processor engages no other processors."
)
_UNKNOWN_SUBS = Text(
    "De verklaring noemt geen andere verwerkers. {blank}", "The statement names no other processors. {blank}"
)


def purposes_for_others(voice: Voice) -> dict[str, tuple[str, ...]]:
    """What is done for others: each purpose with its data."""
    return {word: one.data or () for word, one in voice.statement.purposes.items() if one.as_ == "processor"}


def data_for_others(voice: Voice) -> tuple[str, ...]:
    """The data that are used for others."""
    return tuple(dict.fromkeys(name for data in purposes_for_others(voice).values() for name in data))


def subprocessors(voice: Voice) -> Iterator[Piece]:
    """Every processor that receives data for what is done on behalf of others (GDPR 28(2), (4))."""
    served = purposes_for_others(voice)
    receiving = dict.fromkeys(one for word in served for one in recipients_of(voice.statement, word))
    found = [one for one in receiving if one.role in ("DataProcessor", "DataSubProcessor")]
    columns = [voice.say(title) for title in (_WHO, _WHAT, _WHERE)]
    if found:
        yield table(voice.say(_SUBS_CAPTION), columns, (_subprocessor(voice, one) for one in found))
    elif served and voice.statement.recipients is not UNSTATED and all(one.role for one in receiving):
        yield paragraph(voice.say(_NO_SUBS))
    else:
        yield with_blank(voice, _UNKNOWN_SUBS)


def _subprocessor(voice: Voice, one: Recipient) -> Row:
    who = plain(one.name) if one.name else capital(voice.say(one))
    data = voice.data(name for name in one.data or () if name in data_for_others(voice))
    return Row((said(who), said(data), said(" ".join(transfers(voice, one)))))


def with_blank(voice: Voice, text: Text) -> Paragraph:
    """A sentence with a place for what the statement does not say."""
    return paragraph(voice.say(text, blank=voice.say(BLANK)))
