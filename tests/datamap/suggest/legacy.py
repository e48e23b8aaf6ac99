"""A Dutch company's database of many years, for any engine: short names, few keys declared, every text marked."""

from datetime import date, datetime, timedelta

import sqlalchemy as sa

MARK = "zqxmark"
PEOPLE = 60
legacy = sa.MetaData()
klant = sa.Table(
    "tbl_klant",
    legacy,
    sa.Column("klantnr", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("voornm", sa.String(60), nullable=False),
    sa.Column("tussenv", sa.String(20)),
    sa.Column("achternm", sa.String(60)),
    sa.Column("gebdat", sa.Date),
    sa.Column("bsn", sa.String(9)),
    sa.Column("tel_nr", sa.String(30)),
    sa.Column("emailAddress", sa.String(90)),
    sa.Column("IBAN", sa.String(40)),
    sa.Column("geslacht", sa.String(1)),
    sa.Column("allergie", sa.String(60)),
    sa.Column("einddat", sa.Date),
    sa.Column("actief", sa.Integer),
)
factuur = sa.Table(
    "tbl_factuur",
    legacy,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("klantnr", sa.Integer, sa.ForeignKey("tbl_klant.klantnr")),
    sa.Column("factuurnr", sa.String(20)),
    sa.Column("naam", sa.String(60)),
    sa.Column("adres", sa.String(90)),
    sa.Column("factdat", sa.Date, index=True),
)
bericht = sa.Table(
    "SmsBericht",
    legacy,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("veld3", sa.String(30)),
    sa.Column("inhoud", sa.String(160)),
    sa.Column("verzondenOp", sa.DateTime),
)
landen = sa.Table(
    "landen",
    legacy,
    sa.Column("code", sa.String(2), primary_key=True),
    sa.Column("naam", sa.String(60)),
)
STATEMENT = """\
gestand: statement/1
version: 1
effective: 2026-12-01
controller:
  name: Example B.V.
  address: Voorbeeldweg 1, 0000 AA Voorbeeldstad
  trade register: KvK 00000000
  contact: {email: privacy@example.org}
  sites: [www.example.org]
people:
  customers: {nl: klanten, en: customers}
  recipients: {nl: ontvangers van een sms, en: recipients of a text message}
moments:
  relation-ended: {nl: de relatie is beëindigd, en: the relation ended}
  invoice-date: {nl: de factuur is verstuurd, en: the invoice was sent}
  message-sent: {nl: het bericht is verzonden, en: the message was sent}
data:
  customer-data:
    nl: naam, geboortedatum, telefoonnummer, e-mailadres en rekeningnummer van klanten
    en: name, date of birth, phone number, e-mail address and bank account of customers
    kind: [Name, BirthDate, TelephoneNumber, EmailAddress, FinancialAccountNumber, Gender, AccountIdentifier]
    of: customers
    from: the person
  invoice: {nl: facturen, en: invoices, kind: [Name, PhysicalAddress, Transactional], of: customers, from: the person}
  message:
    nl: nummer en inhoud van een sms
    en: number and text of a text message
    kind: [TelephoneNumber, Communication]
    of: recipients
    from: customers
purposes:
  service: {nl: dienst, en: service, kind: ServiceProvision, data: [customer-data, invoice, message], basis: Contract}
retention:
  customers: {data: [customer-data], kept: until relation-ended}
  invoices: {data: [invoice], kept: 7 years after the book year of invoice-date, kept at least: AWR 52}
  messages: {data: [message], kept: 1 week after message-sent}
"""


def citizen_number(serial: int) -> str:
    """A number of nine digits that passes the test of eleven, out of a serial one; nobody's on purpose."""
    digits = f"{90_000_000 + serial:08}"
    for last in range(10):
        weighed = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=True))
        if (weighed - last) % 11 == 0:
            return f"{digits}{last}"
    return citizen_number(serial + 1_000_000)


def account_number(serial: int) -> str:
    """An IBAN with right check digits, at a bank that is none."""
    bank, account = "ZZZZ", f"{serial:010}"
    as_digits = "".join(str(int(each, 36)) for each in f"{bank}{account}NL00")
    return f"NL{98 - int(as_digits) % 97:02}{bank}{account}"


def fill(engine: sa.Engine) -> None:
    """Make the tables, with rows that look as such rows do."""
    legacy.create_all(engine)
    first = date(1940, 1, 1)
    people = [
        {
            "klantnr": at,
            "voornm": f"{MARK}{at}",
            "tussenv": None,
            "achternm": f"{MARK}sen{at}",
            "gebdat": first + timedelta(days=at * 331),
            "bsn": citizen_number(at * 37),
            "tel_nr": f"+31 6 {10_000_000 + at * 7919}",
            "emailAddress": f"{MARK}.{at}@example.org",
            "IBAN": account_number(at),
            "geslacht": "mv"[at % 2],
            "allergie": f"{MARK} noten",
            "einddat": date(2020, 1, 1) if at % 3 == 0 else None,
            "actief": at % 2,
        }
        for at in range(1, PEOPLE + 1)
    ]
    invoices = [
        {"id": at, "klantnr": at % PEOPLE + 1, "factuurnr": f"{MARK}-{at}", "naam": f"{MARK}{at}",
         "adres": f"{MARK}straat {at}", "factdat": date(2019, 1, 1) + timedelta(days=at)}
        for at in range(1, PEOPLE + 1)
    ]  # fmt: skip
    messages = [
        {"id": at, "veld3": f"+316{20_000_000 + at * 104_729 % 9_999_999}", "inhoud": f"{MARK} {at}",
         "verzondenOp": datetime.fromisoformat(f"2026-0{at % 9 + 1}-11 10:00:00")}
        for at in range(1, PEOPLE + 1)
    ]  # fmt: skip
    with engine.begin() as connection:
        for table, rows in ((klant, people), (factuur, invoices), (bericht, messages)):
            connection.execute(table.insert(), rows)
        connection.execute(landen.insert(), [{"code": "NL", "naam": f"{MARK}land"}])
