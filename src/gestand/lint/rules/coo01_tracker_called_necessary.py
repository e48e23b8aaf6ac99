"""A known tracker stands among the strictly necessary or functional cookies.

Wrong:
    Noodzakelijke cookies, waarvoor geen toestemming nodig is: Google Ads.
Wrong statement:
    cookies: {functional: {items: {_fbp: {party: third, lifetime: 3 months, domain: connect.facebook.net}}}}
Right:
    Google Ads plaatst pas cookies nadat u toestemming heeft gegeven.
"""

import re
from collections.abc import Iterator
from datetime import date

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.law.tables import vendors
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Article, Rule, Weight
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
_NECESSARY = re.compile(
    r"\b(strikt )?(noodzakelijke?|essentiële|functionele|technische?)\b.{0,30}\bcookies?\b"
    r"|\b(strictly )?(necessary|essential|functional) cookies?\b"
    r"|\baltijd actief\b|\balways active\b|\bgeen toestemming (nodig|vereist)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(met|na) (uw|je|jouw) toestemming\b|\bwith your consent\b|\bnaast\b|\b(analytische?|statisti\w*"
    r"|marketing\w*|tracking|advertentie\w*|toestemming (vereist|gegeven"
    r"|nodig)|analytic\w*|advertising|nadat u|social)\b|prestatie",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\bgeen toestemming (nodig|vereist)\b|\bno consent (is )?(needed|required)\b", re.IGNORECASE
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
        if group.consent == "asked" and group.kind not in ("necessary", "functional"):
            continue
        for name, item in group.items.items():
            reader = (statement.recipients or {}).get(str(item.read_by))
            told = f"{item.domain or ''} {reader.name if reader and reader.name else ''}"
            known = (
                one
                for one in vendors()
                if one.kind == "advertising" or group.kind in ("necessary", "functional")
            )
            if any(
                one.tracks
                and (name in one.cookies or any(d in told for d in one.domains) or one.words.search(told))
                for one in known
            ):
                yield fault_at(f"cookies/{word}/items/{name}", _SAID)
