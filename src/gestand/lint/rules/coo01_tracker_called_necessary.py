"""A known tracker stands among the strictly necessary or functional cookies.

Wrong nl:
    Noodzakelijke cookies, waarvoor geen toestemming nodig is: Google Ads.
Wrong en:
    Strictly necessary cookies, for which no consent is needed: Google Ads.
Wrong statement:
    cookies: {functional: {items: {_fbp: {party: third, lifetime: 3 months, domain: connect.facebook.net}}}}
Right nl:
    Google Ads plaatst pas cookies nadat u toestemming heeft gegeven.
Right en:
    Google Ads sets cookies only after you have given consent.
"""

import re
from collections.abc import Iterator
from datetime import date

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.law.tables import vendors
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Article, Rule, Weight
from gestand.statement.devices import DeviceGroup
from gestand.statement.model import Statement

RULE = Rule(
    code="COO01",
    name="tracker-called-necessary",
    weight=Weight.ERROR,
    article=Article(
        Text("Tw 11.7a(3); WP194", "Tw 11.7a(3) (the Dutch telecommunications act); WP194"), date(2015, 3, 11)
    ),
    title=Text("Een volger die noodzakelijk heet", "A tracker that is called necessary"),
    why=Text(
        "Wat noodzakelijk heet, kan niemand weigeren. Volgen voor reclame of statistiek is "
        "nergens noodzakelijk voor.",
        "What is called necessary nobody can refuse. Tracking for advertising or statistics is "
        "necessary for nothing.",
    ),
)
_SAID = Text(
    "deze dienst volgt bezoekers, en is niet strikt noodzakelijk",
    "this service tracks visitors, and is not strictly necessary",
)
_FREE = re.compile(
    r"\bgeen toestemming (nodig|vereist)\b|\bno consent (is )?(needed|required)\b", re.IGNORECASE
)
_NECESSARY = re.compile(
    r"\b(strikt )?(noodzakelijke?|essentiële|functionele|technische?)\b.{0,30}\bcookies?\b"
    r"|\b(strictly )?(necessary|essential|functional) cookies?\b"
    rf"|\baltijd actief\b|\balways active\b|{_FREE.pattern}",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(met|na) (uw|je|jouw) toestemming\b|\bwith your consent\b|\bnaast\b|\b(analytische?|statisti\w*"
    r"|marketing\w*|tracking|advertentie\w*|toestemming (vereist|gegeven"
    r"|nodig)|analytic\w*|advertising|nadat u|social)\b|prestatie",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A known tracker in a passage, or under a nearest heading, that calls it necessary and nothing else."""
    for vendor in vendors():
        for segment, _ in published.matching(vendor.words) if vendor.tracks else ():
            context = f"{segment.headings[-1] if segment.headings else ''} {segment.lead} {segment.text}"
            if _NECESSARY.search(context) and not _OTHER.search(_FREE.sub("", vendor.words.sub("", context))):
                yield fault(_SAID, quote_of(segment))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A group for which no consent is asked, with an item that a known tracker sets or reads."""
    for word, group in (statement.cookies or {}).items():
        needing = [one for one in vendors() if one.kind in _needing_more_than(group)]
        for name, item in group.items.items():
            reader = (statement.recipients or {}).get(str(item.read_by))
            told = f"{item.domain or ''} {(reader and reader.name) or ''}"
            if any(one.is_behind(name, told) for one in needing):
                yield fault_at(f"cookies/{word}/items/{name}", _SAID)


def _needing_more_than(group: DeviceGroup) -> tuple[str, ...]:
    """The kinds of trackers that take the consent which this group does not ask."""
    if group.kind in ("necessary", "functional"):
        return "analytics", "advertising"
    return () if group.consent == "asked" else ("advertising",)
