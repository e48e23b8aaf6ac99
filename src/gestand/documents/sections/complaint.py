"""Where people complain: first with the company if they like, and always with the authority (GDPR 13(2)(d), 77)."""

from gestand.core.text import Language, Text
from gestand.documents.page import Section, Span
from gestand.documents.sections.controller import mail, site
from gestand.documents.voice import Voice, paragraph, plain
from gestand.statement.controller import OtherAuthority

_TITLE = Text("Heeft u een klacht?", "Do you have a complaint?")
_TELL_US = Text("Vertel het ons, dan zoeken wij het uit:", "Tell us, and we will look into it:")
_COMPLAIN = Text(
    "U kunt ook altijd een klacht indienen bij de toezichthouder, {name}:",
    "You can also lodge a complaint with the supervisory authority at any time: {name}:",
)
_ONLY = Text(
    "U kunt altijd een klacht indienen bij de toezichthouder, {name}:",
    "You can lodge a complaint with the supervisory authority at any time: {name}:",
)
_ELSEWHERE = Text(
    "Woont of werkt u in een ander land van de EU? Dan kan het ook bij de toezichthouder daar.",
    "Do you live or work in another country of the EU? Then you can also go to the authority there.",
)
_AP = Text(
    "de Autoriteit Persoonsgegevens", "the Dutch Data Protection Authority (Autoriteit Persoonsgegevens)"
)
_PAGES: dict[Language, str] = {
    "nl": "https://www.autoriteitpersoonsgegevens.nl/",
    "en": "https://www.autoriteitpersoonsgegevens.nl/en",
}
"""The front pages, which stay when pages below them move."""


def section(voice: Voice) -> Section:
    """The way to the company, and to the authority."""
    email = voice.statement.controller.contact.email
    name, page = authority(voice)
    first = (paragraph(f"{voice.say(_TELL_US)} ", mail(email), "."),) if email else ()
    text = voice.say(_COMPLAIN if email else _ONLY, name=name)
    told = paragraph(f"{text} ", page, f". {voice.say(_ELSEWHERE)}")
    return Section("complaint", voice.say(_TITLE), (*first, told))


def authority(voice: Voice) -> tuple[str, Span]:
    """The authority's name, with its address where the statement gives one, and its page."""
    known = voice.statement.authority
    if isinstance(known, OtherAuthority):
        return f"{voice.say(known)}, {plain(known.address)}", site(known.complaints)
    return voice.say(_AP), site(_PAGES[voice.language])
