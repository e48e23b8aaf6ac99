"""People are not told that they can complain to the supervisory authority.

Wrong nl:
    Heeft u een klacht over ons gebruik van persoonsgegevens? Bel ons, dan zoeken wij het uit.
Wrong en:
    Do you have a complaint about our use of personal data? Call us, and we will look into it.
Right nl:
    Komen wij er samen niet uit, dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.
Right en:
    If we cannot settle it together, you can lodge a complaint with the supervisory authority.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import ComplaintAuthority, Doubt, Fact, Quote
from gestand.core.text import Text
from gestand.lint.judgment import Judgment
from gestand.lint.missing import missing
from gestand.lint.published import Published, quote_of
from gestand.lint.rights import facts_of, for_people
from gestand.lint.rule import Rule, Weight, gdpr

RULE = Rule(
    code="RGT07",
    name="no-complaint-authority",
    weight=Weight.ERROR,
    article=gdpr("13(2)(d)", "77"),
    title=Text(
        "Er staat niet dat men bij de toezichthouder kan klagen",
        "The right to complain to the authority is not named",
    ),
    why=Text(
        "Wie er met het bedrijf niet uitkomt, moet weten dat er iemand boven staat die kan ingrijpen.",
        "Who cannot settle it with the company has to know that somebody above it can step in.",
    ),
)
_SAID = Text(
    "er staat niet dat men een klacht kan indienen bij de toezichthouder",
    "it is not said that one can complain to the supervisory authority",
)
_CANDIDATE = re.compile(
    r"\A(?=.*\b(klacht\w*|klagen|tip|complain\w*|complaints?)\b).*\b(autoriteit|toezichthoud\w*"
    r"|gegevensbeschermingsautoriteit|AP"
    r"|authority|authorities|supervisor\w*|regulator|ICO)\b",
    re.IGNORECASE | re.DOTALL,
)
_TO_COMPLAIN = re.compile(r"\b(klacht\w*|klagen|complain\w*)\b", re.IGNORECASE)
_AUTHORITY = re.compile(r"\bAutoriteit|toezichthoud|\b(supervisory|protection) authority\b|\bAP\b|\bICO\b")
_BREACH = re.compile(r"lek|inbreuk|breach|incident|meld(en|t)? (wij|we)", re.IGNORECASE)
_COMPLAINT = re.compile(
    r"klacht|\bklagen\b|\bbeklag|complain|\blodge\b|\bgrievance|\bwenden\b|\bterecht\b|\b(neem|opnemen|contact)\b"
    r"|niet (met ons |mee )?eens|\bright to\b|recht om|oneens",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Neither an authority to complain to was read, nor the right to. A statement of gestand always names it."""
    if not published.is_about_cookies_only:
        facts = tuple(fact for _, fact in published.of(ComplaintAuthority)) + facts_of("complaint", published)
        stated = tuple(fact for fact in facts if _is_for_complaints(published, fact))
        near = (*published.quotes(_CANDIDATE), *_side_by_side(published), *_for_people(published))
        yield from missing(published, _SAID, stated, near)


def _for_people(published: Published) -> Iterator[Quote]:
    """Passages that name an authority to a person, and not because of a breach."""
    return (quote for quote in for_people(published, _AUTHORITY) if not _BREACH.search(quote.text))


def _side_by_side(published: Published) -> Iterator[Quote]:
    """Passages on complaints that stand beside one that names an authority."""
    for segment, _ in published.matching(_TO_COMPLAIN):
        if any(_AUTHORITY.search(one.text) for one in published.around(segment)):
            yield quote_of(segment)


def _is_for_complaints(published: Published, fact: Fact) -> bool:
    """An authority that breaches or data are told to is none to complain to; what is in no doubt stands."""
    return fact.doubt is Doubt.NONE or bool(_COMPLAINT.search(published.words_of(fact)))
