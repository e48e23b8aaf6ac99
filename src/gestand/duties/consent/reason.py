"""Why something may be done to somebody or not: a closed list, each reason a sentence with its article."""

from dataclasses import dataclass
from enum import StrEnum

from gestand.core.text import Text


class Reason(StrEnum):
    """The one reason that settles it. The first group is a no, the second a yes."""

    UNKNOWN_PURPOSE = "unknown purpose"
    UNKNOWN_PERSON = "unknown person"
    AS_PROCESSOR = "as processor"
    NO_BASIS = "no basis"
    OTHER_CHANNEL = "other channel"
    RESTRICTED = "restricted"
    OBJECTED = "objected"
    STOPPED = "stopped"
    BUNDLED = "bundled"
    REFUSED = "refused"
    NOT_CHOSEN = "not chosen"
    PARENT_ASKED = "parent asked"
    UNPROVEN = "unproven"
    LAPSED = "lapsed"
    NOT_CONFIRMED = "not confirmed"

    CONSENTED = "consented"
    CUSTOMER = "customer"
    SERVICE = "service"
    NECESSARY = "necessary"
    LEGAL_OBLIGATION = "legal obligation"
    VITAL_INTEREST = "vital interest"
    PUBLIC_TASK = "public task"
    CONTRACT = "contract"
    LEGITIMATE_INTEREST = "legitimate interest"

    @property
    def allows(self) -> bool:
        return self in _YES

    @property
    def article(self) -> str:
        """The law that it rests on."""
        return _SAID[self][0]

    @property
    def text(self) -> Text:
        """The reason as a sentence."""
        return _SAID[self][1]


@dataclass(frozen=True)
class May:
    """Yes or no, with the reason. It is true where it is allowed: `if company.may(person, purpose): ...`."""

    reason: Reason

    @property
    def allowed(self) -> bool:
        return self.reason.allows

    def __bool__(self) -> bool:
        return self.reason.allows


_SAID: dict[Reason, tuple[str, Text]] = {
    Reason.UNKNOWN_PURPOSE: (
        "GDPR 5(1)(b)",
        Text("De verklaring kent dit doel niet.", "The statement does not know this purpose."),
    ),
    Reason.UNKNOWN_PERSON: (
        "GDPR 5(2)",
        Text(
            "Zo kent de datakaart niemand: schrijf SOORT=WAARDE of een mailadres.",
            "The data map knows nobody that way: write KIND=VALUE or a mail address.",
        ),
    ),
    Reason.AS_PROCESSOR: (
        "GDPR 28(3)(a)",
        Text(
            "Dit doen wij alleen in opdracht van een klant, en die beslist.",
            "We do this only on a customer's instructions, and the customer decides.",
        ),
    ),
    Reason.NO_BASIS: (
        "GDPR 6(1)",
        Text("De verklaring noemt geen grondslag.", "The statement names no legal basis."),
    ),
    Reason.OTHER_CHANNEL: (
        "GDPR 5(1)(a)",
        Text(
            "Langs deze weg wordt dit volgens de verklaring niet gestuurd.",
            "By the statement this is not sent along that channel.",
        ),
    ),
    Reason.RESTRICTED: (
        "GDPR 18(2)",
        Text(
            "De gegevens blijven bewaard, maar worden niet gebruikt tot de beperking is opgeheven.",
            "The data are kept, and not used until the restriction is lifted.",
        ),
    ),
    Reason.OBJECTED: (
        "GDPR 21(3)",
        Text("Er is bezwaar gemaakt tegen alle reclame.", "There is an objection to all marketing."),
    ),
    Reason.STOPPED: (
        "GDPR 7(3), 21(3); Tw 11.7(4)",
        Text("Hiervan is afgemeld, of langs deze weg.", "This was unsubscribed from, or along this channel."),
    ),
    Reason.BUNDLED: (
        "GDPR 7(4)",
        Text(
            "Toestemming die vastzit aan het account is geen toestemming: vraag haar apart.",
            "Consent that is bundled with the account is no consent: ask for it by itself.",
        ),
    ),
    Reason.REFUSED: (
        "GDPR 7(3), 21",
        Text("Het laatste woord hierover is nee.", "The last word on this is no."),
    ),
    Reason.NOT_CHOSEN: (
        "GDPR 6(1)(a), 7(1)",
        Text(
            "Hiervoor is toestemming nodig, en er is geen keuze bekend.",
            "This needs consent, and no choice is on record.",
        ),
    ),
    Reason.PARENT_ASKED: (
        "GDPR 8(1); UAVG 5",
        Text("Een ouder moet hier nog mee instemmen.", "A parent has yet to agree to this."),
    ),
    Reason.UNPROVEN: (
        "GDPR 7(1)",
        Text(
            "Er is een ja, maar niet bekend is wat er getoond werd.",
            "There is a yes, but what was shown is not on record.",
        ),
    ),
    Reason.LAPSED: (
        "GDPR 5(1)(a), 7(1)",
        Text("Het ja is te oud: vraag het opnieuw.", "The yes is too old: ask again."),
    ),
    Reason.NOT_CONFIRMED: (
        "GDPR 7(1); Tw 11.7(1)",
        Text(
            "De houder van dit adres heeft het nog niet bevestigd.",
            "The holder of this address has not confirmed it yet.",
        ),
    ),
    Reason.CONSENTED: (
        "GDPR 6(1)(a)",
        Text("Hiervoor is toestemming gegeven.", "Consent was given for this."),
    ),
    Reason.CUSTOMER: (
        "Tw 11.7(3)",
        Text(
            "Een klant mag dit krijgen over soortgelijke producten, tot zij nee zegt.",
            "A customer may get this on similar products, until she says no.",
        ),
    ),
    Reason.SERVICE: (
        "GDPR 6(1); Tw 11.7(1)",
        Text(
            "Dit bericht hoort bij de dienst en gaat door na een afmelding voor reclame.",
            "This message belongs to the service, and goes on after an opt-out of marketing.",
        ),
    ),
    Reason.NECESSARY: (
        "Tw 11.7a(3)",
        Text(
            "Dit is nodig voor de dienst waar om is gevraagd.", "The service that was asked for needs this."
        ),
    ),
    Reason.LEGAL_OBLIGATION: ("GDPR 6(1)(c)", Text("Een wet verplicht hiertoe.", "A law obliges to this.")),
    Reason.VITAL_INTEREST: (
        "GDPR 6(1)(d)",
        Text("Dit beschermt iemands leven of gezondheid.", "This protects somebody's life or health."),
    ),
    Reason.PUBLIC_TASK: (
        "GDPR 6(1)(e)",
        Text("Dit hoort bij een taak van algemeen belang.", "This is part of a task in the public interest."),
    ),
    Reason.CONTRACT: (
        "GDPR 6(1)(b)",
        Text("Dit is nodig voor de overeenkomst.", "The contract needs this."),
    ),
    Reason.LEGITIMATE_INTEREST: (
        "GDPR 6(1)(f)",
        Text(
            "Dit rust op een gerechtvaardigd belang, en er is geen bezwaar bekend.",
            "This rests on a legitimate interest, and no objection is on record.",
        ),
    ),
}

_YES = frozenset(list(Reason)[list(Reason).index(Reason.CONSENTED) :])
