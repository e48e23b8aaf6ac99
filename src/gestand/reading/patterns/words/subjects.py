"""What a sentence about keeping is about, in a word or two of the exchange form: "invoices", "
""back-ups", "all"."""

from gestand.reading.patterns.words.passage import Passage
from gestand.reading.patterns.words.table import Table

SUBJECTS = Table(
    {
        "back-ups": (r"\bback-?ups?\b|\breservekopie",),
        "invoices": (
            r"\bfactu\w+|\badministratie\b|\bbelasting|\bfiscale|\binvoice|\bfinancial|\baccounting|\btax\b",
        ),
        "job applications": (r"\bsollicita\w+|\bapplica(?:nts?|tion)\b|\bcv\b|\brecruit",),
        "log files": (r"\blog(?:bestand\w*|gegevens|s|files?)?\b|\bserverlog",),
        "newsletter": (r"\bnieuwsbrie\w+|\bnewsletter|\bmailinglijst|\bmailing list",),
        "phone numbers": (r"\btelefoonnummer|\bphone number|\bnummers\b",),
        "contact data": (
            r"\bcontactgegevens|\bcontact (?:data|details|information)|\bcontactformulier|\bcontact form",
        ),
        "account": (r"\baccount\w*|\bprofiel",),
        "orders": (r"\bbestel\w+|\borders?\b|\baankop\w+|\bpurchase",),
        "cookies": (r"\bcookie\w*|\b_g[ac]\w*",),
        "messages": (r"\bberichten|\be-?mails?\b|\bcorrespondentie|\bmessages|\bcorrespondence",),
        "membership": (r"\blid(?:maatschap\w*)?\b|\bleden\w*|\bmember\w*",),
        "personnel file": (r"\bpersoneel\w*|\bmedewerker\w*|\bemployee",),
        "patient file": (r"\b(?:medisch\w*|patient\w*|behandel)\b",),
        "camera images": (r"\bcamera\w*|\bbeelden\b|\bfootage|\bcctv",),
        "client file": (r"\bdossier\w*|\bclient(?:en)?\b|\bclient file",),
        "archive": (r"\barchie\w+|\barchiv\w+",),
        "customer data": (r"\bklant\w*|\bcustomer\w*|\bgebruikers\b",),
    }
)


def subject(one: Passage) -> str:
    """The first subject that the sentence names, else that of its list or heading, else "all"."""
    if one.segment.cells:
        return one.segment.cells[0][1].strip()[:80] or "all"
    if "|" not in one.text and one.is_listed and ":" in one.text[:80]:
        return one.text.split(":", 1)[0].strip()
    for text in (one.text, one.lead, one.heading):
        if value := min(SUBJECTS.found(text), key=lambda found: found[1].start(), default=None):
            return value[0]
    return "all"
