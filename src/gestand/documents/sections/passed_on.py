"""What is passed on besides: sold with consent, handed over in special cases, or as figures about nobody."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.page import Bullets, Paragraph, Topic
from gestand.documents.voice import Voice, anchor, paragraph, said, sentence
from gestand.statement.absent import NONE
from gestand.statement.recipients import Disclosure, Sold

NOT_SOLD = Text(
    "Wij verkopen uw gegevens niet, ruilen ze niet en geven ze niet weg.",
    "We do not sell your data, do not exchange them and do not give them away.",
)
_SOLD = Text(
    "Alleen met uw toestemming verkopen, ruilen of geven wij weg: {data}. Het gaat om: {text}",
    "Only with your consent we sell, exchange or give away: {data}. This concerns: {text}",
)
_DISCLOSED = Text("Alleen in bijzondere gevallen", "Only in special cases")
_A_PERSON = Text("Over elk geval beslist een mens.", "A person decides each case.")
_ON_RECORD = Text("Elk geval schrijven wij op.", "We write each case down.")
_BECAUSE = {
    "the law demands it": Text("de wet het eist", "the law demands it"),
    "the customer asks": Text("de klant erom vraagt", "the customer asks for it"),
    "the service needs it": Text("de dienst het nodig heeft", "the service needs it"),
    "rules of the site": Text(
        "iemand de regels van de site overtreedt", "somebody breaks the rules of the site"
    ),
    "rights or safety": Text(
        "iemands rechten of veiligheid gevaar lopen", "somebody's rights or safety are at stake"
    ),
    "fraud prevention": Text("het nodig is tegen fraude", "it is needed against fraud"),
    "merger or sale": Text("ons bedrijf fuseert of wordt verkocht", "our company merges or is sold"),
}
_IF = Text("Dat kan als {situations}.", "This may be if {situations}.")
_NO_DISCLOSURES = Text(
    "Ook in bijzondere gevallen geven wij uw gegevens niet door.",
    "In special cases, too, we do not pass on your data.",
)
_FIGURES = Text("Cijfers waarin niemand te herkennen is", "Figures in which nobody can be recognised")
_NO_FIGURES = Text("Wij geven ook geen anonieme cijfers door.", "We do not pass on anonymous figures either.")
_TO = Text("voor: {to}", "to: {to}")
_FOR = Text("waarvoor: {use}", "what for: {use}")


def pieces(voice: Voice) -> Iterator[Paragraph]:
    """What is denied of selling, of special cases and of figures, and what is sold with consent."""
    statement = voice.statement
    if statement.sold is NONE:
        yield Paragraph(said(voice.say(NOT_SOLD)), anchor("sold"))
    if isinstance(statement.sold, Sold):
        text = voice.say(_SOLD, data=voice.data(statement.sold.data), text=voice.say(statement.sold))
        yield Paragraph(said(sentence(text)), anchor("sold"))
    if statement.disclosures is NONE:
        yield paragraph(voice.say(_NO_DISCLOSURES))
    if statement.anonymous_data is NONE:
        yield paragraph(voice.say(_NO_FIGURES))


def topics(voice: Voice) -> Iterator[Topic]:
    """The cases in which a person may decide to hand data over, and the figures."""
    yield from _disclosures(voice)
    yield from _figures(voice)


def _disclosures(voice: Voice) -> Iterator[Topic]:
    items = tuple(
        Paragraph(said(_disclosure(voice, one)), anchor("disclosures", word))
        for word, one in (voice.statement.disclosures or {}).items()
    )
    if items:
        yield Topic(voice.say(_DISCLOSED), (Bullets(items),))


def _disclosure(voice: Voice, one: Disclosure) -> str:
    situations = voice.either(voice.say(_BECAUSE[reason]) for reason in one.because)
    said_already = situations in voice.say(one)
    told = [sentence(voice.say(one)), *([] if said_already else [voice.say(_IF, situations=situations)])]
    told += [voice.say(_A_PERSON)] if one.decided_by else []
    told += [voice.say(_ON_RECORD)] if one.on_record else []
    return " ".join(told)


def _figures(voice: Voice) -> Iterator[Topic]:
    items = []
    for word, one in (voice.statement.anonymous_data or {}).items():
        told = [voice.say(one)]
        told += [voice.say(_TO, to=voice.say(one.to))] if one.to else []
        told += [voice.say(_FOR, use=voice.say(one.for_))] if one.for_ else []
        items.append(Paragraph(said(sentence("; ".join(told))), anchor("anonymous-data", word)))
    if items:
        yield Topic(voice.say(_FIGURES), (Bullets(tuple(items)),))
