"""Who else receives the data, where, and under which safeguard (GDPR 13(1)(e), (f))."""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.documents.articles import safeguard
from gestand.documents.countries import country
from gestand.documents.page import Paragraph, Section, Span, Topic
from gestand.documents.sections import passed_on
from gestand.documents.sections.controller import reach, site
from gestand.documents.sections.purposes import ONLY_IF
from gestand.documents.voice import Voice, anchor, capital, listed_apart, paragraph, plain, sentence
from gestand.statement.absent import NONE
from gestand.statement.recipients import Elsewhere, Recipient

_TITLE = Text("Wie krijgt uw gegevens?", "Who receives your data?")
NOBODY = Text("Wij geven uw gegevens aan niemand anders.", "We give your data to nobody else.")
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
_STAYS = Text("Deze ontvanger houdt de gegevens in {where}.", "This recipient keeps the data in {where}.")
_IN = Text("De gegevens zijn in {where}.", "The data are in {where}.")
_NOT_OUTSIDE = Text(
    "Deze ontvanger brengt ze niet buiten de Europese Economische Ruimte (EER).",
    "This recipient does not take them outside the European Economic Area (EEA).",
)
_GO = Text("De gegevens gaan naar {where}", "The data go to {where}")
_ALSO_GO = Text("Zij gaan ook naar {where}", "They also go to {where}")
_IF = Text("{go} als dit klopt: {condition}", "{go} if this is so: {condition}")
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
_ONE_ADDRESS = re.compile(r"https://\S+|[^@\s]+@[^@\s]+")


def section(voice: Voice) -> Section | None:
    """Recipients one by one, or that there are none; then what is passed on besides."""
    nobody = (paragraph(voice.say(NOBODY)),) if voice.statement.recipients is NONE else ()
    named, topics = listed_apart((*_recipients(voice), *passed_on.topics(voice)))
    pieces = (*nobody, *passed_on.pieces(voice), *named)
    return Section("recipients", voice.say(_TITLE), pieces, topics) if pieces or topics else None


def _recipients(voice: Voice) -> Iterator[Topic]:
    for word, one in (voice.statement.recipients or {}).items():
        name = f" ({plain(one.name)})" if one.name else ""
        yield Topic(f"{capital(voice.say(one))}{name}", tuple(_told(voice, one)), anchor("recipients", word))


def _told(voice: Voice, one: Recipient) -> Iterator[Paragraph]:
    told = [*_gets(voice, one), _role(voice, one)]
    told += [voice.say(ONLY_IF, condition=voice.condition(one.when))] if one.when else []
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
        yield _elsewhere(voice, one.also_elsewhere, _ALSO_GO if one.where else _GO)


def where_words(voice: Voice, where: str | tuple[str, ...]) -> str:
    if isinstance(where, tuple):
        return voice.listed(country(code, voice.language) for code in where)
    return voice.say(_EU if where == "EU" else _EEA)


def _elsewhere(voice: Voice, other: Elsewhere, going: Text) -> str:
    where = where_words(voice, other.where) if other.where else voice.say(_SOMEWHERE)
    go = voice.say(going, where=where)
    told = [sentence(voice.say(_IF, go=go, condition=voice.condition(other.when)) if other.when else go)]
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
    """A link where it is a page or an e-mail address, and nothing more: others write "call us, or mail …"."""
    return reach(where) if _ONE_ADDRESS.fullmatch(where) else Span(plain(where))
