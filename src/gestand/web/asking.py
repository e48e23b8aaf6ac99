"""From a form to a request: what was typed, what is wrong with it, and what is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parseaddr

from gestand.core.request import Asker, Correction, Known, Request, Right, Way
from gestand.core.text import Language, Text
from gestand.web.forms import Form
from gestand.web.offered import Offered

LINES = {"name": 200, "email": 254, "authority": 500, "send-to": 300}
"""Fields of one line, and the most letters of each; an address for mail has no more (RFC 5321)."""
WORDS, VALUE, PLACES = 5000, 300, 3
"""The most letters of her own words and of a correction, and how many corrections fit on the page."""
ACTS_FOR = ("parent", "guardian", "lawyer")
ADDRESS = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
"""One address for mail: no name beside it, no second one, no line break."""

NO_RIGHT = Text("Kies wat u wilt vragen.", "Choose what you want to ask.")
NO_NAME = Text("Vul uw naam in.", "Fill in your name.")
NO_EMAIL = Text("Vul uw e-mailadres in.", "Fill in your e-mail address.")
BAD_EMAIL = Text(
    "Dit is geen adres dat wij kunnen mailen. Het ziet eruit als naam@voorbeeld.nl.",
    "We cannot send mail to this. An address looks like name@example.org.",
)
NO_ORGANISATION = Text(
    "Schrijf de naam en het e-mailadres van de organisatie, zo: Andere B.V. <intake@voorbeeld.nl>.",
    "Write the name and the e-mail address of the organisation, like this: Other Ltd <intake@example.org>.",
)
TOO_LONG = Text("Dit is te lang: hoogstens {most} tekens.", "This is too long: {most} characters at most.")
NO_AUTHORITY = Text(
    "Schrijf waaruit blijkt dat u dit voor een ander mag vragen.",
    "Write what shows that you may ask this for somebody else.",
)
NO_CORRECTION = Text(
    "Schrijf hieronder, of in uw eigen woorden, wat er moet staan.",
    "Write below, or in your own words, what it should say.",
)
NO_PLACE = Text("Kies wat er verbeterd moet worden.", "Choose what should be corrected.")
NO_VALUE = Text("Schrijf wat er moet staan.", "Write what it should say.")


@dataclass(frozen=True)
class Typed:
    """What was typed, made plain; `faults` are by field. Nothing of it is shown to anybody else."""

    rights: tuple[str, ...] = ()
    lines: dict[str, str] = field(default_factory=dict, repr=False)
    known: dict[str, str] = field(default_factory=dict, repr=False)
    words: str = field(default="", repr=False)
    data: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    acts_for: str = ""
    corrections: tuple[tuple[str, str], ...] = field(default=(("", ""),) * PLACES, repr=False)

    def line(self, name: str) -> str:
        return self.lines.get(name, "")

    @property
    def needs_identity(self) -> bool:
        return any(Right(one).needs_identity for one in self.rights)


def read(form: Form, offers: Offered) -> Typed:
    """What was typed; a box or option that the page never had counts as not there."""
    known = {one.value: form.line(f"known-{one.value}") for one in offers.kinds}
    acts_for = form.line("for")
    return Typed(
        rights=_among(form.all_of("right"), (one.value for one in offers.rights)),
        lines={name: form.line(name) for name in LINES},
        known=known,
        words=form.text("words"),
        data=_among(form.all_of("data"), (one.value for one in offers.data)),
        uses=_among(form.all_of("use"), (one.value for one in offers.uses)),
        acts_for=acts_for if acts_for in ACTS_FOR else "",
        corrections=tuple(_correction(form, number, offers) for number in range(PLACES)),
    )


def faults(typed: Typed) -> dict[str, Text]:
    """What is wrong, by field, in the order of the page."""
    return dict(_faults(typed))


def requests(
    typed: Typed, email_kind: str, language: Language, now: datetime, way: Way
) -> tuple[Request, ...]:
    """One request, or two: what needs no check of who asks does not wait for the rest (GDPR 7(3), 21(3))."""
    rights = tuple(Right(one) for one in typed.rights)
    parts = (
        tuple(right for right in rights if right.needs_identity),
        tuple(right for right in rights if not right.needs_identity),
    )
    return tuple(_request(typed, part, email_kind, language, now, way) for part in parts if part)


def _request(
    typed: Typed, rights: tuple[Right, ...], email_kind: str, language: Language, now: datetime, way: Way
) -> Request:
    email = typed.line("email")
    others = tuple(Known(kind, value) for kind, value in typed.known.items() if value)
    correcting = Right.RECTIFICATION in rights
    return Request(
        rights=rights,
        way=way,
        received=now,
        entered=now,
        language=language,
        asker=Asker(
            name=typed.line("name"),
            email=email,
            acts_for=typed.acts_for,
            authority=typed.line("authority") if typed.acts_for else "",
        ),
        known=(Known(email_kind, email), *others),
        words=typed.words,
        data=typed.data,
        purposes=typed.uses if _ENDING & set(rights) else (),
        corrections=tuple(_corrections(typed)) if correcting else (),
        sent_on_to=typed.line("send-to") if Right.PORTABILITY in rights else "",
    )


_ENDING = {Right.OBJECTION, Right.MARKETING, Right.WITHDRAWAL}


def _faults(typed: Typed) -> Iterator[tuple[str, Text]]:
    if not typed.rights:
        yield "right", NO_RIGHT
    if typed.needs_identity and not typed.line("name"):
        yield "name", NO_NAME
    if not typed.line("email"):
        yield "email", NO_EMAIL
    elif not is_address(typed.line("email")):
        yield "email", BAD_EMAIL
    if Right.PORTABILITY in typed.rights and not can_be_sent_on(typed.line("send-to")):
        yield "send-to", NO_ORGANISATION
    for name, most in LINES.items():
        if len(typed.line(name)) > most:
            yield name, TOO_LONG.filled(most=most)
    for kind, value in typed.known.items():
        if len(value) > VALUE:
            yield f"known-{kind}", TOO_LONG.filled(most=VALUE)
    if typed.acts_for and not typed.line("authority"):
        yield "authority", NO_AUTHORITY
    yield from _corrections_faults(typed)
    if len(typed.words) > WORDS:
        yield "words", TOO_LONG.filled(most=WORDS)


def _corrections_faults(typed: Typed) -> Iterator[tuple[str, Text]]:
    if Right.RECTIFICATION not in typed.rights:
        return
    if not typed.words and not any(value for _, value in typed.corrections):
        yield "value-0", NO_CORRECTION
        return
    for number, (place, value) in enumerate(typed.corrections):
        if value and not place:
            yield f"place-{number}", NO_PLACE
        elif place and not value:
            yield f"value-{number}", NO_VALUE
        elif len(value) > VALUE:
            yield f"value-{number}", TOO_LONG.filled(most=VALUE)


def is_address(text: str) -> bool:
    """One address that a mail server takes, and nothing beside it."""
    return len(text) <= LINES["email"] and re.fullmatch(ADDRESS, text) is not None and ".." not in text


def can_be_sent_on(to: str) -> bool:
    """Nobody, one address, or a name with one address behind it: `Other Ltd <intake@example.org>`."""
    _, address = parseaddr(to)
    return not to or (is_address(address) and (to == address or to.endswith(f"<{address}>")))


def _corrections(typed: Typed) -> Iterator[Correction]:
    for place, value in typed.corrections:
        data, dot, column = place.partition(".")
        if dot and value:
            yield Correction(data, column, value)


def _correction(form: Form, number: int, offers: Offered) -> tuple[str, str]:
    places = (one.value for group in offers.corrections for one in group.choices)
    place = _among((form.line(f"place-{number}"),), places)
    return place[0] if place else "", form.line(f"value-{number}")


def _among(sent: tuple[str, ...], known: Iterator[str]) -> tuple[str, ...]:
    return tuple(one for one in known if one in sent)
