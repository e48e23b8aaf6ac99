"""What a check says of retention, in Dutch and in English; one function a situation."""

from datetime import date

from gestand.core.text import Text

MONTHS = (
    ("januari", "January"),
    ("februari", "February"),
    ("maart", "March"),
    ("april", "April"),
    ("mei", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augustus", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
)


def number(rows: int) -> Text:
    """A count with the separators of each language: 1.234 and 1,234."""
    english = f"{rows:,}"
    return Text(english.replace(",", "."), english)


def day(when: date) -> Text:
    """A date as people write it, whatever the locale of the machine."""
    dutch, english = MONTHS[when.month - 1]
    return Text(f"{when.day} {dutch} {when.year}", f"{when.day} {english} {when.year}")


def too_long(rows: int, table: str, words: str, oldest: date | None) -> Text:
    n, since = number(rows), day(oldest) if oldest else None
    return Text(
        f"{n.nl} rijen van {table} bevatten nog {words}, terwijl de termijn voorbij is"
        + (f"; de oudste telt vanaf {since.nl}" if since else ""),
        f"{n.en} rows of {table} still hold {words} past their term"
        + (f"; the oldest counts from {since.en}" if since else ""),
    )


def due_today(rows: int, table: str) -> Text:
    n = number(rows)
    return Text(
        f"{n.nl} rijen van {table} zijn vandaag aan de beurt; `gestand keep` voert het uit",
        f"{n.en} rows of {table} fall due today; `gestand keep` does it",
    )


def kept_by_law(rows: int, table: str, article: Text, until: date) -> Text:
    n, end = number(rows), day(until)
    return Text(
        f"{n.nl} rijen van {table} blijven, uiterlijk tot en met {end.nl}: {article.nl} verplicht dat",
        f"{n.en} rows of {table} stay, until {end.en} at the latest: {article.en} demands it",
    )


def held_back(rows: int, table: str, holds: str, review: date) -> Text:
    n, again = number(rows), day(review)
    return Text(
        f"{n.nl} rijen van {table} blijven door bewaarbesluit {holds}; herzien op {again.nl}",
        f"{n.en} rows of {table} stay because of hold {holds}; review on {again.en}",
    )


def emptied(rows: int, table: str) -> Text:
    n = number(rows)
    return Text(
        f"{n.nl} rijen van {table} zijn leeggemaakt en verdwijnen met het laatste dat eraan hangt",
        f"{n.en} rows of {table} are emptied, and go with the last of what hangs on them",
    )


def moment_unknown(rows: int, table: str, moment: str) -> Text:
    n = number(rows)
    return Text(
        f"van {n.nl} rijen van {table} is {moment} leeg of onleesbaar; vul het aan, of zet `empty: not yet` in "
        "de datakaart als leeg betekent dat het nog niet zover is",
        f"in {n.en} rows of {table} {moment} is empty or unreadable; fill it in, or write `empty: not yet` in "
        "the data map if empty means that it has not happened",
    )


def no_promise_speaks(rows: int, table: str) -> Text:
    n = number(rows)
    return Text(
        f"over {n.nl} rijen van {table} zegt geen van de beloften iets: geen voorwaarde gaat op",
        f"of {n.en} rows of {table} no promise speaks: none of the conditions holds",
    )


def gone_too_early(missing: int, year: str, article: Text) -> Text:
    n = number(missing)
    return Text(
        f"{n.nl} rijen uit {year} zijn weg die er bij de vorige controle waren, terwijl {article.nl} ze nog eist",
        f"{n.en} rows of {year} are gone that were there at the last check, although {article.en} demands them",
    )


def not_mapped() -> Text:
    return Text(
        "geen tabel in de datakaart bevat deze gegevens",
        "no table in the data map holds these data",
    )


def nothing_past(tables: str) -> Text:
    return Text(f"niets voorbij zijn termijn in {tables}", f"nothing past its term in {tables}")
