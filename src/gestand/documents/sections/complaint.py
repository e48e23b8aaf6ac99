"""Where people complain: first with the company if they like, and always with the authority (GDPR 13(2)(d), 77)."""

from gestand.core.text import Language, Text
from gestand.documents.page import Section, Span
from gestand.documents.sections.controller import mail, site
from gestand.documents.voice import Voice, paragraph, plain
from gestand.statement.controller import OtherAuthority

_TITLE = Text("Heeft u een klacht?", "Do you have a complaint?")
_TELL_US = Text("Vertel het ons, dan zoeken wij het uit:", "Tell us, and we will look into it:")
_COMPLAIN = Text(
    "U kunt ook altijd een klacht indienen bij de toezichthouder, {name}, {address}:",
    "You can also lodge a complaint with the supervisory authority at any time: {name}, {address}:",
)
_ONLY = Text(
    "U kunt altijd een klacht indienen bij de toezichthouder, {name}, {address}:",
    "You can lodge a complaint with the supervisory authority at any time: {name}, {address}:",
)
AUTHORITY = Text(
    "de Autoriteit Persoonsgegevens", "the Dutch Data Protection Authority (Autoriteit Persoonsgegevens)"
)
_ADDRESS = Text("Postbus 93374, 2509 AJ Den Haag", "P.O. Box 93374, 2509 AJ The Hague, the Netherlands")
_PAGES: dict[Language, str] = {
    "nl": "https://www.autoriteitpersoonsgegevens.nl/",
    "en": "https://www.autoriteitpersoonsgegevens.nl/en",
}
"""The front pages, which stay when pages below them move."""


def section(voice: Voice) -> Section:
    """The way to the company, and to the authority."""
    email = voice.statement.controller.contact.email
    name, address, page = authority(voice)
    first = (paragraph(f"{voice.say(_TELL_US)} ", mail(email), "."),) if email else ()
    text = voice.say(_COMPLAIN if email else _ONLY, name=name, address=address)
    return Section("complaint", voice.say(_TITLE), (*first, paragraph(f"{text} ", page, ".")))


def authority(voice: Voice) -> tuple[str, str, Span]:
    """The authority's name and address, and its page."""
    known = voice.statement.authority
    if isinstance(known, OtherAuthority):
        return voice.say(known), plain(known.address), site(known.complaints)
    return voice.say(AUTHORITY), voice.say(_ADDRESS), site(_PAGES[voice.language])
