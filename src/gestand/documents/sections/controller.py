"""Who speaks: the company, how to reach it, and which sites it speaks for (GDPR 13(1)(a), (b))."""

from collections.abc import Iterator
from urllib.parse import quote

from gestand.core.text import Text
from gestand.documents.page import Paragraph, Section, Span
from gestand.documents.voice import Voice, bullets, ended, paragraph, plain, sentence
from gestand.statement.absent import NONE
from gestand.statement.controller import Contact, ProtectionOfficer

_TITLE = Text("Wie zijn wij?", "Who are we?")
_WE = Text("Wij zijn {who}", "We are {who}")
_DECIDE = Text(
    "{name} is de verwerkingsverantwoordelijke: wij beslissen waarvoor en hoe wij uw gegevens gebruiken.",
    "{name} is the controller: we decide what we use your data for, and how.",
)
_ASK = Text(
    "Heeft u een vraag over uw gegevens? Zo bereikt u ons:", "A question about your data? Reach us here:"
)
_EMAIL = Text("e-mail:", "e-mail:")
_POST = Text("post:", "post:")
_PHONE = Text("telefoon:", "phone:")
_FORM = Text("formulier:", "form:")
_SUPPORT = Text("helpdesk:", "help desk:")
_OFFICER = Text("Onze functionaris gegevensbescherming", "Our data protection officer")
_REACHED = Text("bereikt u zo:", "can be reached here:")
_NO_OFFICER = Text("Wij hebben geen functionaris gegevensbescherming.", "We have no data protection officer.")
_REPRESENTATIVE = Text(
    "Onze vertegenwoordiger in de Europese Unie is {name}.",
    "Our representative in the European Union is {name}.",
)
_SITES = Text("Deze verklaring geldt voor {sites}.", "This statement covers {sites}.")
_OTHER_SITES = Text(
    "Zij geldt niet voor {sites}: daar geldt een eigen verklaring.",
    "It does not cover {sites}: a statement of their own holds there.",
)
_NO_OTHER_SITES = Text(
    "Wij hebben geen andere sites met een eigen verklaring.",
    "We have no other sites with a statement of their own.",
)
_IN_MAIL = "@+!$*'~"
"""Signs that mean nothing but themselves in a `mailto:`, besides letters and digits."""


def section(voice: Voice) -> Section:
    """The controller, its contact point, officer and representative, and what the statement covers."""
    ways = tuple(contact_ways(voice))
    pieces = [paragraph(_who(voice))]
    pieces += [paragraph(voice.say(_ASK))] if ways else []
    return Section(
        "controller",
        voice.say(_TITLE),
        (
            *pieces,
            *((bullets(ways),) if ways else ()),
            *_officer(voice),
            *_representative(voice),
            *_covered(voice),
        ),
    )


def _who(voice: Voice) -> str:
    """The company, and that it decides: unless it does all it does on behalf of others."""
    controller = voice.statement.controller
    number = f" ({plain(controller.trade_register)})" if controller.trade_register else ""
    who = sentence(voice.say(_WE, who=", ".join(filter(None, (voice.speaker, address(voice)))) + number))
    decides = any(purpose.as_ == "controller" for purpose in voice.statement.purposes.values())
    return f"{who} {voice.say(_DECIDE, name=voice.speaker)}" if decides else who


def contact_ways(voice: Voice) -> Iterator[Paragraph]:
    """Every way to reach the company, each with its link."""
    controller = voice.statement.controller
    contact: Contact = controller.contact
    if contact.email:
        yield paragraph(voice.say(_EMAIL) + " ", mail(contact.email))
    if contact.post:
        yield paragraph(voice.say(_POST) + " ", postal(voice, contact.post))
    if contact.phone:
        yield paragraph(voice.say(_PHONE) + " ", plain(contact.phone))
    if contact.page:
        yield paragraph(voice.say(_FORM) + " ", site(contact.page))
    if contact.support:
        yield paragraph(voice.say(_SUPPORT) + " ", reach(contact.support))


def contact_link(contact: Contact) -> Span | None:
    """Where a question is asked first: the e-mail address, else the page; None where a draft has neither yet."""
    if contact.email:
        return mail(contact.email)
    return site(contact.page) if contact.page else None


def mail(address: str) -> Span:
    """An address to write to; nothing in it adds a subject or another reader to the mail (RFC 6068, 2)."""
    return Span(address, f"mailto:{quote(address, safe=_IN_MAIL)}")


def site(link: str) -> Span:
    """A page as people read it, without `https://`."""
    return Span(link.removeprefix("https://").removesuffix("/"), link)


def reach(where: str) -> Span:
    """A page or an e-mail address."""
    return site(where) if where.startswith("https://") else mail(where)


def postal(voice: Voice, post: str) -> str:
    """A postal address; `the address` is the company's own."""
    own = post in ("the address", "het adres")
    return ", ".join(filter(None, (voice.speaker, address(voice)))) if own else plain(post)


def address(voice: Voice) -> str:
    """The company's address; empty where a draft has none yet."""
    return plain(voice.statement.controller.address or "")


def _officer(voice: Voice) -> Iterator[Paragraph]:
    officer = voice.statement.controller.protection_officer
    if officer is NONE:
        yield paragraph(voice.say(_NO_OFFICER))
    if isinstance(officer, ProtectionOfficer):
        named = f", {plain(officer.name)}," if officer.name else ""
        begin = f"{voice.say(_OFFICER)}{named}"
        post = postal(voice, officer.post) if officer.post else ""
        ways = [mail(officer.email)] if officer.email else []
        between = ", " if ways and post else ""
        if ways or post:
            yield paragraph(f"{begin} {voice.say(_REACHED)} ", *ways, ended(f"{between}{post}"))
        elif officer.name:
            yield paragraph(ended(f"{voice.say(_OFFICER)}: {plain(officer.name)}"))


def _representative(voice: Voice) -> Iterator[Paragraph]:
    name = voice.statement.controller.representative
    if name:
        yield paragraph(voice.say(_REPRESENTATIVE, name=name))


def _covered(voice: Voice) -> Iterator[Paragraph]:
    controller = voice.statement.controller
    covered = [*controller.sites, *(controller.products or ())]
    others = controller.sites_not_covered
    told = [voice.say(_SITES, sites=voice.listed(covered))] if covered else []
    if others:
        told.append(voice.say(_OTHER_SITES, sites=voice.listed(map(voice.line, others))))
    elif others is NONE:
        told.append(voice.say(_NO_OTHER_SITES))
    if told:
        yield paragraph(" ".join(told))
