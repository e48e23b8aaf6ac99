"""Who else receives the data, where, and under which safeguard (GDPR 13(1)(e), (f))."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.articles import safeguard
from gestand.documents.countries import country
from gestand.documents.page import Bullets, Paragraph, Section, Span, Topic
from gestand.documents.sections.controller import reach, site
from gestand.documents.voice import Voice, anchor, capital, listed_apart, paragraph, plain, said, sentence
from gestand.statement.absent import NONE
from gestand.statement.recipients import Elsewhere, Recipient, Sold

_TITLE = Text("Wie krijgt uw gegevens?", "Who receives your data?")
NOBODY = Text("Wij geven uw gegevens aan niemand anders.", "We give your data to nobody else.")
NOT_SOLD = Text(
    "Wij verkopen uw gegevens niet, ruilen ze niet en geven ze niet weg.",
    "We do not sell your data, do not exchange them and do not give them away.",
)
_SOLD = Text(
    "Alleen met uw toestemming verkopen, ruilen of geven wij weg: {data}. Het gaat om: {text}",
    "Only with your consent we sell, exchange or give away: {data}. This concerns: {text}",
)
_ROLES = {
    "Authority": Text("Dit is een overheidsinstantie.", "This is a public authority."),
    "DataController": Text(
        "Deze ontvanger beslist zelf wat hij met de gegevens doet.",
        "This recipient decides itself on the data.",
    ),
    "DataProcessor": Text(
        "Deze ontvanger werkt voor ons en doet alleen wat wij vragen (verwerker).",
        "This recipient works for us and does only what we ask (processor).",
    ),
    "DataSubProcessor": Text(
        "Deze ontvanger werkt voor ons, in opdracht van onze klant (subverwerker).",
        "This recipient works for us, on behalf of our customer (sub-processor).",
    ),
    "JointDataControllers": Text(
        "Wij beslissen samen met deze ontvanger over de gegevens.",
        "We decide on the data together with this recipient.",
    ),
    "ThirdParty": Text("Deze ontvanger werkt niet voor ons.", "This recipient does not work for us."),
}
_PROCESSOR_WITH_OWN_USE = Text(
    "Deze ontvanger werkt voor ons (verwerker).", "This recipient works for us (processor)."
)
_GETS = Text("Krijgt: {data}", "Receives: {data}")
_FOR_WHAT = Text("Waarvoor: {purposes}", "What for: {purposes}")
_ONLY_IF = Text("Alleen als dit klopt: {condition}.", "Only if this is so: {condition}.")
_STAYS = Text("Deze ontvanger houdt de gegevens in {where}.", "This recipient keeps the data in {where}.")
_IN = Text("De gegevens zijn in {where}.", "The data are in {where}.")
_NOT_OUTSIDE = Text(
    "Deze ontvanger brengt ze niet buiten de Europese Economische Ruimte (EER).",
    "This recipient does not take them outside the European Economic Area (EEA).",
)
_OUTSIDE = Text(
    "Zij gaan ook naar {where}.",
    "They also go to {where}.",
)
_OUTSIDE_WHEN = Text(
    "Zij gaan ook naar {where} als dit klopt: {condition}.",
    "They also go to {where} if this is so: {condition}.",
)
_GROUND = Text("Dit mag op deze grond: {safeguard}.", "This is allowed on this ground: {safeguard}.")
_SOMEWHERE = Text("een land buiten de EER", "a country outside the EEA")
_EU = Text("de Europese Unie", "the European Union")
_EEA = Text("de Europese Economische Ruimte (EER)", "the European Economic Area (EEA)")
_BOUND = {
    "confidentiality": Text("geheimhouding", "confidentiality"),
    "processing agreement": Text("een verwerkersovereenkomst met ons", "a processing agreement with us"),
    "same opt-outs": Text("dezelfde afmeldingen", "the same opt-outs"),
}
_BOUND_TO = Text("De ontvanger is gebonden aan {bound}.", "The recipient is bound to {bound}.")
_FOR_ITSELF = Text(
    "De ontvanger gebruikt de gegevens ook voor zichzelf: {use}",
    "The recipient also uses the data for itself: {use}",
)
_NOT_FOR_ITSELF = Text(
    "De ontvanger gebruikt de gegevens niet voor zichzelf.", "The recipient does not use the data for itself."
)
_TERMS = Text(
    "De eigen verklaring of voorwaarden van de ontvanger:", "The recipient's own statement or terms:"
)
_ABUSE = Text("Misbruik van zijn dienst meldt u hier:", "Report abuse of its service here:")
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


def section(voice: Voice) -> Section | None:
    """Recipients one by one, what is denied, and in which cases a person may decide to hand data over."""
    named, topics = listed_apart((*_recipients(voice), *_disclosures(voice), *_figures(voice)))
    pieces = (*_plain(voice), *named)
    return Section("recipients", voice.say(_TITLE), pieces, topics) if pieces or topics else None


def _plain(voice: Voice) -> Iterator[Paragraph]:
    statement = voice.statement
    if statement.recipients is NONE:
        yield paragraph(voice.say(NOBODY))
    if statement.sold is NONE:
        yield Paragraph(said(voice.say(NOT_SOLD)), anchor("sold"))
    if isinstance(statement.sold, Sold):
        text = voice.say(_SOLD, data=voice.data(statement.sold.data), text=voice.say(statement.sold))
        yield Paragraph(said(sentence(text)), anchor("sold"))
    if statement.disclosures is NONE:
        yield paragraph(voice.say(_NO_DISCLOSURES))
    if statement.anonymous_data is NONE:
        yield paragraph(voice.say(_NO_FIGURES))


def _recipients(voice: Voice) -> Iterator[Topic]:
    for word, one in (voice.statement.recipients or {}).items():
        name = f" ({plain(one.name)})" if one.name else ""
        yield Topic(f"{capital(voice.say(one))}{name}", tuple(_told(voice, one)), anchor("recipients", word))


def _told(voice: Voice, one: Recipient) -> Iterator[Paragraph]:
    told = [*_gets(voice, one), _role(voice, one)]
    told += [voice.say(_ONLY_IF, condition=voice.condition(one.when))] if one.when else []
    if any(told):
        yield paragraph(" ".join(filter(None, told)))
    where = " ".join(transfers(voice, one))
    if where:
        yield paragraph(where)
    own = " ".join(_own_use(voice, one))
    if own:
        yield paragraph(own)
    if one.terms:
        yield paragraph(f"{voice.say(_TERMS)} ", site(one.terms), ".")
    if one.reports_of_abuse:
        yield paragraph(f"{voice.say(_ABUSE)} ", _abuse(one.reports_of_abuse), ".")


def _gets(voice: Voice, one: Recipient) -> Iterator[str]:
    if one.data:
        yield sentence(voice.say(_GETS, data=voice.data_here(one.data)))
    if one.for_:
        yield sentence(voice.say(_FOR_WHAT, purposes=voice.purposes_here(one.for_)))


def _role(voice: Voice, one: Recipient) -> str:
    """A processor with a use of its own does not do only what we ask; then that is not said."""
    if not one.role:
        return ""
    own_use = one.role == "DataProcessor" and bool(one.for_itself)
    return voice.say(_PROCESSOR_WITH_OWN_USE if own_use else _ROLES[one.role])


def transfers(voice: Voice, one: Recipient) -> Iterator[str]:
    """Where the data are, and what allows it when that is outside the EEA."""
    if one.where:
        kind = _STAYS if one.also_elsewhere is NONE else _IN
        yield voice.say(kind, where=where_words(voice, one.where))
    if one.also_elsewhere is NONE:
        yield voice.say(_NOT_OUTSIDE)
    if isinstance(one.also_elsewhere, Elsewhere):
        yield _elsewhere(voice, one.also_elsewhere)


def where_words(voice: Voice, where: str | tuple[str, ...]) -> str:
    if isinstance(where, tuple):
        return voice.listed(country(code, voice.language) for code in where)
    return voice.say(_EU if where == "EU" else _EEA)


def _elsewhere(voice: Voice, other: Elsewhere) -> str:
    where = where_words(voice, other.where) if other.where else voice.say(_SOMEWHERE)
    if other.when:
        told = [voice.say(_OUTSIDE_WHEN, where=where, condition=voice.condition(other.when))]
    else:
        told = [voice.say(_OUTSIDE, where=where)]
    if other.safeguard:
        told.append(voice.say(_GROUND, safeguard=safeguard(other.safeguard, voice.language)))
    told += [sentence(voice.say(other.measures))] if other.measures else []
    return " ".join(told)


def _own_use(voice: Voice, one: Recipient) -> Iterator[str]:
    if one.bound_to:
        yield voice.say(_BOUND_TO, bound=voice.listed(voice.say(_BOUND[word]) for word in one.bound_to))
    if one.for_itself is NONE:
        yield voice.say(_NOT_FOR_ITSELF)
    elif one.for_itself:
        yield sentence(voice.say(_FOR_ITSELF, use=voice.say(one.for_itself)))


def _abuse(where: str) -> Span:
    return reach(where) if where.startswith("https://") or "@" in where else Span(plain(where))


def _disclosures(voice: Voice) -> Iterator[Topic]:
    items = tuple(
        Paragraph(said(_disclosure(voice, word)), anchor("disclosures", word))
        for word in voice.statement.disclosures or {}
    )
    if items:
        yield Topic(voice.say(_DISCLOSED), (Bullets(items),))


def _disclosure(voice: Voice, word: str) -> str:
    one = voice.statement.disclosures[word] if voice.statement.disclosures else None
    if one is None:
        return ""
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
