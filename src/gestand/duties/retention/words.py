"""What a check says of retention, in Dutch and in English; one function a situation."""

from collections.abc import Iterable
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


def of_rows(rows: int, table: str) -> Text:
    """So many rows of a table: one row, two rows."""
    n = number(rows)
    return Text(
        f"{n.nl} {'rij' if rows == 1 else 'rijen'} van {table}",
        f"{n.en} {'row' if rows == 1 else 'rows'} of {table}",
    )


def quoted(names: Iterable[Text]) -> Text:
    """Data by the names that the statement gives them, each between quotation marks."""
    told = tuple(names)
    return Text(", ".join(f"“{name.nl}”" for name in told), ", ".join(f"“{name.en}”" for name in told))


def too_long(rows: int, table: str, data: Text, oldest: date | None) -> Text:
    found, since = of_rows(rows, table), day(oldest) if oldest else None
    return Text(
        f"te lang bewaard: {data.nl} in {found.nl}" + (f"; de oudste telt vanaf {since.nl}" if since else ""),
        f"kept too long: {data.en} in {found.en}" + (f"; the oldest counts from {since.en}" if since else ""),
    )


def due(rows: int, table: str) -> Text:
    found = of_rows(rows, table)
    return Text(f"vandaag aan de beurt: {found.nl}", f"due today: {found.en}")


def kept_by_law(rows: int, table: str, articles: tuple[Text, ...], until: date | None) -> Text:
    """`until` is left out where no such day was read in the rows."""
    found, end = of_rows(rows, table), day(until) if until else None
    return Text(
        "moet blijven"
        + (f", uiterlijk tot en met {end.nl}" if end else "")
        + f": {found.nl}. De wet eist dat: "
        + "; ".join(article.nl for article in articles),
        "must stay"
        + (f", until {end.en} at the latest" if end else "")
        + f": {found.en}. The law demands it: "
        + "; ".join(article.en for article in articles),
    )


def law_unknown(rows: int, table: str, articles: tuple[Text, ...], moments: tuple[str, ...]) -> Text:
    found, told = of_rows(rows, table), ", ".join(f"`{moment}`" for moment in dict.fromkeys(moments))
    return Text(
        f"van {found.nl} is niet te zeggen of de wet ze nog eist ("
        + "; ".join(article.nl for article in articles)
        + f"), dus gestand laat ze staan: {told} of een kolom waarop de voorwaarde rust is leeg of onleesbaar. Vul het "
        "aan",
        f"of {found.en} nobody can tell whether the law still demands them ("
        + "; ".join(article.en for article in articles)
        + f"), so gestand leaves them: {told}, or a column that the condition rests on, is empty or unreadable. Fill "
        "it in",
    )


def held_back(rows: int, table: str, holds: str, review: date, late: bool) -> Text:
    found, again = of_rows(rows, table), day(review)
    return Text(
        f"moet blijven: {found.nl}, vanwege bewaarbevel {holds}. "
        + (
            f"De herziening had op {again.nl} moeten zijn: beslis opnieuw"
            if late
            else f"Herzien op {again.nl}"
        ),
        f"must stay: {found.en}, because of hold {holds}. "
        + (f"Its review was due on {again.en}: decide again" if late else f"Review it on {again.en}"),
    )


def hold_unknown(rows: int, table: str, data: Text, holds: str) -> Text:
    found = of_rows(rows, table)
    return Text(
        f"van {found.nl} is niet te zeggen of bewaarbevel {holds} over {data.nl} daar gaat, dus gestand laat ze staan: "
        "niets in die tabel zegt van wie ze zijn. Vul `known by` aan in de datakaart, of geef in het bewaarbevel een "
        "kenmerk dat die tabel kent",
        f"of {found.en} nobody can tell whether hold {holds} is for {data.en} there, so gestand leaves them: nothing "
        "in that table says whose they are. Complete `known by` in the data map, or give the hold an identifier that "
        "the table knows",
    )


def emptied(rows: int, table: str) -> Text:
    found = of_rows(rows, table)
    return Text(
        f"leeggemaakt: {found.nl}. De rij zelf gaat weg zodra niets erin of eronder meer moet blijven",
        f"emptied: {found.en}. The row itself goes once nothing in it or below it has to stay",
    )


def moment_unknown(rows: int, table: str, moment: str) -> Text:
    found = of_rows(rows, table)
    return Text(
        f"van {found.nl} is `{moment}` leeg, onleesbaar of nergens te vinden, dus gestand laat ze staan. Vul het "
        "aan, of schrijf `empty: not yet` in de datakaart als leeg betekent dat het nog niet zover is",
        f"in {found.en} `{moment}` is empty, unreadable or nowhere to be found, so gestand leaves them. Fill it "
        "in, or write `empty: not yet` in the data map if empty means that it has not happened yet",
    )


def no_promise_speaks(rows: int, table: str, data: Text) -> Text:
    found = of_rows(rows, table)
    return Text(
        f"geen enkele belofte gaat over {data.nl} in {found.nl}: geen van de voorwaarden klopt daar. Beloof ook voor "
        "deze rijen iets, of verbeter de voorwaarde in de datakaart",
        f"no promise is about {data.en} in {found.en}: none of the conditions holds there. Promise something for "
        "these rows too, or mend the condition in the data map",
    )


def gone_too_early(missing: int, year: str, article: Text) -> Text:
    n, many = number(missing), missing != 1
    return Text(
        f"te vroeg weg: {n.nl} {'rijen' if many else 'rij'} uit {year} minder dan een eerdere controle telde, terwijl "
        f"de wet ze nog eist ({article.nl}). Zet ze terug uit een back-up, en zoek uit waardoor ze weg zijn; kan het "
        "niet meer, leg dan met `gestand account` vast waarom",
        f"gone too early: {n.en} {'rows' if many else 'row'} of {year} fewer than an earlier check counted, although "
        f"the law still demands them ({article.en}). Put them back from a back-up, and find out what removed them; if "
        "that cannot be, say why with `gestand account`",
    )


def year_not_counted(year: str, article: Text) -> Text:
    return Text(
        f"de rijen uit {year} zijn niet geteld, terwijl de wet ze nog eist ({article.nl}) en een eerdere controle "
        "ze wel telde; laat de datakaart het moment van die wet weer in een kolom van de tabel zelf vinden",
        f"the rows of {year} were not counted, although the law still demands them ({article.en}) and an earlier check "
        "did count them; let the data map find that law's moment in a column of the table itself again",
    )


def activity_goes_first(table: str, moment: str, child: str) -> Text:
    return Text(
        f"{table}: `{moment}` wordt ook gelezen in {child}, maar daar verdwijnen rijen eerder dan deze termijn duurt; "
        "dan lijkt iemand langer stil dan waar is. Bewaar het laatste moment in een kolom van de tabel zelf",
        f"{table}: `{moment}` is read in {child} too, but rows go there sooner than this term takes; then someone "
        "seems idle for longer than is true. Keep the latest moment in a column of the table itself",
    )


def store_away(store: str, data: Text, reason: str) -> Text:
    return Text(
        f"{store} was niet te bereiken, dus over {data.nl} daar valt niets te zeggen. {reason}",
        f"{store} could not be reached, so of {data.en} there nothing can be told. {reason}",
    )


def store_silent(store: str, reason: str) -> Text:
    return Text(
        f"{store} gaf geen antwoord op een vraag, dus hier valt niets over te zeggen. {reason}",
        f"{store} did not answer a question, so nothing can be told about this. {reason}",
    )


def not_mapped(data: str) -> Text:
    return Text(
        f"geen tabel in de datakaart bevat {data}; schrijf daar onder `data` in welke kolommen het staat",
        f"no table in the data map holds {data}; write there, under `data`, which columns it is in",
    )


def kept_by_hand(data: Text, places: str) -> Text:
    return Text(
        f"{data.nl} wordt met de hand bijgehouden in {places}; daar kan gestand niet kijken. Vraag wie het bijhoudt",
        f"{data.en} is kept by hand in {places}, where gestand cannot look. Ask who keeps it",
    )


def nothing_past(tables: str) -> Text:
    return Text(f"niets te lang bewaard in {tables}", f"nothing kept too long in {tables}")
