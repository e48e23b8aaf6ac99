"""What is done with data is said with “may”, “might”, “some” or “among others”.

Wrong nl:
    Wij kunnen uw gegevens mogelijk delen met onze leveranciers.
Wrong en:
    We may share your data with our suppliers.
Right nl:
    Wij delen uw adres met onze pakketbezorger.
Right en:
    We share your address with our parcel carrier.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr

RULE = Rule(
    code="LNG01",
    name="hedged-practice",
    weight=Weight.WARNING,
    article=gdpr("12(1)", also=Text("WP260, alinea 13", "WP260, paragraph 13")),
    title=Text(
        "‘Kan’ en ‘mogelijk’ waar men wil weten wat er gebeurt",
        "“May” and “might” where one wants to know what happens",
    ),
    why=Text(
        "‘Wij kunnen uw gegevens delen’ zegt niet of het gebeurt. Wie leest, weet na afloop evenveel.",
        "“We may share your data” does not say whether it happens. Who reads it knows as much afterwards.",
    ),
)
_SAID = Text(
    "of en wanneer dit gebeurt, staat er niet ({count} zinnen)",
    "whether and when this happens is not said ({count} sentences)",
)
_HEDGED = re.compile(
    r"\b(wij|we|ons|onze|bedrijf)\b.{0,60}\b(kunnen|kan|zouden|mogelijk|soms"
    r"|eventueel)\b.{0,80}\b(verzamel\w*|gebruik\w*|del\w*|verstrek\w*|verwerk\w*|bewar\w*|doorge\w*"
    r"|combiner\w*)\b"
    r"|\b(kunnen|kan) (wij|we)\b.{0,80}\b(verzamel\w*|gebruik\w*|del\w*|verstrek\w*|verwerk\w*|bewar\w*"
    r"|combiner\w*)\b"
    r"|\bgegevens\b.{0,40}\b(mogelijk|soms|eventueel)\b.{0,60}\b(verzameld|gebruikt|gedeeld|verstrekt"
    r"|verwerkt|gecombineerd)\b"
    r"|\bwe (may|might|could)\b.{0,60}\b(collect|use|share|disclose|process|retain|combine|transfer)\b",
    re.IGNORECASE | re.DOTALL,
)
_NOT_OURS = re.compile(
    r"\]\(|\b(kunnen|kan|could|may) (wij |we )?(niet|geen|not)\b|\bte kunnen\b|\bkunt u\b|\bu kunt\b"
    r"|\b(niet|nooit) (verzamelen|gebruiken|delen|verstrekken|verwerken|bewaren|combineren)\b"
    r"|\bkun je\b|\bwettelijk verplicht\b|\b(required|obliged|allowed) by law\b|\balleen (als|indien|met)\b",
    re.IGNORECASE,
)
_MOST = 3


def judge_text(published: Published) -> Iterator[Judgment]:
    """One remark for the whole text, with the first passages."""
    quotes = seen(published, _HEDGED, but_not=_NOT_OURS)
    if quotes:
        yield fault(_SAID.filled(count=len(quotes)), *quotes[:_MOST])
