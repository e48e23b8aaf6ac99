"""Measuring visits is called necessary, or free of consent, and nothing shows that it hardly touches privacy.

Wrong nl:
    Wij gebruiken noodzakelijke cookies om te begrijpen hoe bezoekers onze website gebruiken en die te
    verbeteren.
Wrong en:
    We use necessary cookies to understand how visitors use our website and to improve it.
Wrong statement:
    cookies:
      counting:
        consent: not applicable
        kind: analytics
        purpose: {nl: bezoek meten, en: measuring visits}
        items: {_ga: {party: own, lifetime: 13 months}}
Right nl:
    Noodzakelijke cookies onthouden wat er in uw winkelmand ligt. Cookies die bezoek meten plaatsen wij met
    uw toestemming.
Right en:
    Necessary cookies remember what is in your basket. We set cookies that measure visits with your
    consent.
"""

import re
from collections.abc import Iterator
from datetime import date

from gestand.core.document import Segment
from gestand.core.fact import DeviceItem
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.law.tables import vendors
from gestand.lint.measuring import MASKED, NOT_SO, called_needed
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Article, Rule, Weight
from gestand.statement.absent import NOT_APPLICABLE
from gestand.statement.model import Statement

RULE = Rule(
    code="COO02",
    name="analytics-called-necessary",
    weight=Weight.WARNING,
    article=Article(
        Text("Tw 11.7a(3)(b)", "Tw 11.7a(3)(b) (the Dutch telecommunications act)"), date(2015, 3, 11)
    ),
    title=Text("Statistiek die noodzakelijk heet", "Analytics that are called necessary"),
    why=Text(
        "Meten wie wat bekijkt is handig voor het bedrijf, niet nodig voor de bezoeker. Die mag kiezen.",
        "Measuring who looks at what is useful to the company, and not needed by the visitor, who"
        " may choose.",
    ),
)
_SAID = Text(
    "meten is niet noodzakelijk voor wat de bezoeker vraagt; zonder toestemming kan het alleen als het "
    "privacy nauwelijks raakt",
    "measuring is not necessary for what the visitor asks; without consent it has to hardly touch privacy",
)
_NECESSARY_FOR = re.compile(
    r"\b(strikt )?(noodzakelijke?|essentiële?|onmisbare?|technische?)"
    r" ((first|third|1st|3rd)-party |eigen |technische )?cookies\b"
    r"|^(deze|ze|zij|these|they) (zijn|are) (\w+ )?(nodig|noodzakelijk|necessary)\b"
    r"|\bcookies\b.{0,60}\b(zijn|are)\b.{0,25}\b(nodig|noodzakelijk|essentieel|onmisbaar|necessary"
    r"|essential)\b|\b(necessary|essential) cookies\b",
    re.IGNORECASE,
)
_MEASURING = re.compile(
    r"\banaly[st]\w*|\bstatisti\w*|\b(te )?begrijpen\b|\b(te )?(verbeteren|optimaliseren)\b"
    r"|\be-?mail\w* (is |wordt )?(geopend|gelezen)|\badvert\w*"
    r"|\b(bij te houden|keep track of) (hoe|how)\b"
    r"|\bmarketing|\bunderstand\b|\bto improve\b|\bmeten\b|\bbezoekersgedrag|\bmeasure\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(niet|geen|not) (strikt )?(noodzakelijk|necessary)|toestemming|\bconsent\b|\b(daarnaast|tevens"
    r"|also|en|and) (gebruiken|plaatsen|analytische|analytical)\b"
    r"|, (statisti\w*|analyti\w*|marketing\w*|tracking)[- ]?cookies"
    r"|\bfunctionele cookies\b|\bfunctional cookies\b|\bdeze cookies\b|\bthese cookies\b"
    r"|\bkunnen niet\b.{0,30}\buitgeschakeld",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(analy[st]\w*|statisti\w*)\b.{0,160}\b(deze|die|these|those) cookies (zijn|are) "
    r"((daarom|dus|ook|eveneens|also|therefore|thus) ){0,3}(noodzakelijk|essentieel|necessary|essential)\b"
    r"|\b(rekenen|scharen|tellen|count|treat)\b.{0,40}\b(tot|onder|bij|among|as) (de |the )?"
    r"(noodzakelijke?|functionele?|necessary|functional)\b",
    re.IGNORECASE,
)
"""Measuring is added to what is necessary, in as many words."""
_ALL = re.compile(
    r"\b(de|alle|onze|al onze) (andere |overige )?cookies\b.{0,30}\b(wij|we|op deze"
    r"|onze)?\b.{0,25}\bzijn\b.{0,20}\b(nodig|noodzakelijk|essentieel)\b"
    r"|\b(all|the|our) cookies\b.{0,40}\bare\b.{0,20}\b(necessary|essential)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"^\W*(strikt )?(noodzakelijke?|essentiële|functionele|technische|necessary|essential|functional) cookies?"
    r" ?[:–-](?!.*\b(toestemming|consent)\b).{0,120}"
    r"\b(meten|meet|\w*statisti\w*|analy[st]\w*|measure|count|bezoekersgedrag)\b",
    re.IGNORECASE,
)
"""A list of cookies calls measuring necessary by where it puts it."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """Measuring in the very sentence that says necessary; or all cookies are called so while some measure."""
    measures = any(one.category in ("analytics", "marketing") for one, _ in published.of(DeviceItem))
    told = set()
    for segment, _ in published.matching(_NECESSARY_FOR):
        if "cookie" not in _with_one_before(published, segment):
            continue
        text, near = segment.text, measures or _measures_nearby(published, segment)
        own = _MEASURING.search(text) and (_COUNTED.search(text) or not _APART.search(text))
        every = (_ALL.search(text) or _COUNTED.search(text)) and near
        if (own or every) and not MASKED.search(text):
            yield fault(_SAID, quote_of(segment))
            told.add(segment.begin)
    for segment in published.segments:
        if segment.begin not in told and _is_called_so(published, segment):
            yield fault(_SAID, quote_of(segment))


def _is_called_so(published: Published, segment: Segment) -> bool:
    """Measuring is said to be needed or free of consent, and nothing near says that it hardly touches privacy."""
    says = called_needed().search(segment.text) or _HEADED.search(segment.text)
    near = published.around(segment, 2, 2)
    return bool(says) and not NOT_SO.search(segment.text) and not any(MASKED.search(one.text) for one in near)


def _with_one_before(published: Published, segment: Segment) -> str:
    return " ".join(one.text for one in published.around(segment, 1, 0)).casefold()


def _measures_nearby(published: Published, segment: Segment) -> bool:
    return any(_MEASURING.search(one.text) for one in published.section(segment))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A group of analytics for which no consent is asked, set or read by a tracker that many sites share."""
    for word, group in (statement.cookies or {}).items():
        if group.kind != "analytics" or group.consent is not NOT_APPLICABLE:
            continue
        names = [name for name in group.items if any(name in one.cookies for one in vendors() if one.tracks)]
        if names or any(item.read_by for item in group.items.values()):
            yield fault_at(f"cookies/{word}", _SAID)
