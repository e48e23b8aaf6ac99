"""What the request form offers: the rights in plain words, and what the statement and the data map know."""

from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.request import Right
from gestand.core.text import Language, Text
from gestand.statement.uses import uses
from gestand.wiring import Company

RIGHTS = {
    Right.ACCESS: Text(
        "Laat mij zien welke gegevens u van mij heeft, met een kopie",
        "Show me which data you have about me, with a copy",
    ),
    Right.RECTIFICATION: Text(
        "Verbeter gegevens die niet kloppen, of vul ze aan", "Correct data that are wrong, or complete them"
    ),
    Right.ERASURE: Text("Wis mijn gegevens", "Erase my data"),
    Right.RESTRICTION: Text(
        "Bewaar mijn gegevens, maar gebruik ze voorlopig niet", "Keep my data, but do not use them for now"
    ),
    Right.PORTABILITY: Text(
        "Geef mijn gegevens als bestand, om elders te gebruiken",
        "Give me my data as a file, to use elsewhere",
    ),
    Right.OBJECTION: Text("Stop met een gebruik van mijn gegevens", "Stop a use of my data"),
    Right.MARKETING: Text("Stuur mij geen reclame meer", "Send me no more advertising"),
    Right.WITHDRAWAL: Text("Ik trek mijn toestemming in", "I withdraw my consent"),
    Right.AUTOMATED: Text(
        "Laat een mens opnieuw kijken naar een automatisch besluit",
        "Let a person look again at an automated decision",
    ),
}
KINDS = {
    "phone": Text("Telefoonnummer", "Phone number"),
    "customer-number": Text("Klantnummer", "Customer number"),
    "account-number": Text("Accountnummer", "Account number"),
    "order-number": Text("Bestelnummer", "Order number"),
    "nickname": Text("Bijnaam", "Nickname"),
    "username": Text("Gebruikersnaam", "User name"),
}
"""Kinds of identifiers that most data maps have; any other is shown by its own word."""


COLUMNS = {
    "name": Text("Naam", "Name"),
    "first_name": Text("Voornaam", "First name"),
    "last_name": Text("Achternaam", "Last name"),
    "address": Text("Adres", "Address"),
    "postcode": Text("Postcode", "Postcode"),
    "city": Text("Woonplaats", "Town"),
    "country": Text("Land", "Country"),
    "email": Text("E-mailadres", "E-mail address"),
    "phone": Text("Telefoonnummer", "Phone number"),
    "company": Text("Bedrijf", "Company"),
    "gender": Text("Geslacht", "Gender"),
    "birth_date": Text("Geboortedatum", "Date of birth"),
    "time_zone": Text("Tijdzone", "Time zone"),
    "language": Text("Taal", "Language"),
    "messenger": Text("Naam in een berichtendienst", "Name in a messenger"),
    "role": Text("Rol", "Role"),
    "card_name": Text("Naam op de kaart", "Name on the card"),
    "card_token": Text("Kenmerk van de kaart", "Token of the card"),
    "tax_number": Text("Btw-nummer", "Tax number"),
    "nickname": Text("Bijnaam", "Nickname"),
    "number": Text("Nummer", "Number"),
    "total_cents": Text("Bedrag in centen", "Amount in cents"),
    "ip": Text("IP-adres", "IP address"),
    "at": Text("Tijdstip", "Time"),
    "body": Text("Tekst", "Text"),
    "recipient": Text("Ontvanger", "Recipient"),
}
"""Names that columns often have; any other is shown by its own words."""


@dataclass(frozen=True)
class Choice:
    """One box or option: the value that it sends, and what people read."""

    value: str
    label: str


@dataclass(frozen=True)
class Group:
    """Options that belong together."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Offered:
    """Everything of the form that differs from company to company."""

    rights: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    data: tuple[Choice, ...]
    uses: tuple[Choice, ...]
    corrections: tuple[Group, ...]


def offered(company: Company, language: Language) -> Offered:
    """What this company's form offers; no store is asked, so that nothing can be told of anybody."""
    statement, email = company.statement, email_kind(company)
    return Offered(
        rights=tuple(Choice(right.value, text.said_in(language)) for right, text in RIGHTS.items()),
        kinds=tuple(Choice(kind, _kind(kind).said_in(language)) for kind in _kinds(company) if kind != email),
        data=tuple(Choice(word, _capital(one.said_in(language))) for word, one in statement.data.items()),
        uses=tuple(
            Choice(word, _capital(one.said_in(language)))
            for word, one in statement.purposes.items()
            if word in _optional(company)
        ),
        corrections=tuple(_corrections(company, language)),
    )


def email_kind(company: Company) -> str:
    """The data map's word for mail addresses."""
    return next((kind for kind in _kinds(company) if "mail" in kind.casefold()), "email")


def _kinds(company: Company) -> tuple[str, ...]:
    """By what the data map knows people, in its own order."""
    return tuple(
        dict.fromkeys(
            kind
            for store in company.data_map.databases.values()
            for table in store.tables.values()
            if isinstance(table.known_by, dict)
            for kind in table.known_by
        )
    )


def _kind(kind: str) -> Text:
    plain = _capital(kind.replace("-", " "))
    return KINDS.get(kind, Text(plain, plain))


def _optional(company: Company) -> frozenset[str]:
    """Uses that rest on consent or on an interest, or that are marketing: these can be ended (GDPR 7(3), 21)."""
    ending = {"Consent", "LegitimateInterest", "PublicInterest", "OfficialAuthorityOfController"}
    return frozenset(
        use.purpose
        for every in uses(company.statement).values()
        for use in every
        if use.marketing or ending & set(use.bases)
    )


def _corrections(company: Company, language: Language) -> Iterator[Group]:
    """The columns of people's rows, by datum."""
    found: dict[str, dict[str, None]] = {}
    for store in company.data_map.databases.values():
        for table in store.tables.values():
            for word, columns in table.data.items() if isinstance(table.known_by, dict) else ():
                found.setdefault(word, {}).update(dict.fromkeys(columns))
    for word, every in found.items():
        name = company.statement.data[word].said_in(language)
        yield Group(_capital(name), tuple(Choice(f"{word}.{one}", spoken(one, language)) for one in every))


def spoken(column: str, language: Language) -> str:
    """A column as people read it: `first_name` is Voornaam; one that is not known here by its own words."""
    plain = _capital(column.replace("_", " ").strip())
    return COLUMNS.get(column.casefold(), Text(plain, plain)).said_in(language)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
