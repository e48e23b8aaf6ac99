"""Data are used for a legitimate interest that nobody names.

Wrong nl:
    Wij verwerken uw gegevens op grond van ons gerechtvaardigd belang.
Wrong en:
    We process your data on the basis of our legitimate interest.
Wrong statement:
    purposes: {delivery: {basis: LegitimateInterest}}
Right nl:
    Wij bewaren uw IP-adres vanwege ons gerechtvaardigd belang om misbruik van de site tegen te gaan.
Right en:
    We keep your IP address for our legitimate interest in preventing abuse of the site.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Segment
from gestand.core.fact import Purpose
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault_at, undecided
from gestand.lint.missing import unless_unread
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1309",
    name="interest-not-named",
    weight=Weight.ERROR,
    article=gdpr("13(1)(d)", also=Text("HvJ C-621/22", "CJEU C-621/22")),
    title=Text("Het gerechtvaardigde belang wordt niet genoemd", "The legitimate interest is not named"),
    why=Text(
        "Alleen wie weet welk belang het is, kan beoordelen of zijn eigen belang zwaarder weegt.",
        "Only those who know which interest it is can judge whether their own weighs more.",
    ),
)
_SAID = Text("welk belang dat is, staat er niet", "which interest that is, is not said")
_PERHAPS = Text(
    "welk belang dat is, staat niet in deze zin; elders wel?",
    "which interest that is does not stand in this sentence; does it elsewhere?",
)
_INTEREST = re.compile(
    r"(gerechtvaardigde?|legitieme?) belang(en)?|legitimate (business )?interests?", re.IGNORECASE
)
_NAMED = re.compile(
    r"(belang(en)?|interests?)\b[^.;]{0,80}?(\bom\b|\bbij\b|\bdat\b|\bnamelijk\b|\bzoals\b"
    r"|\bwaaronder\b|\bbestaat uit\b|\bvoor (het|de|een)\b"
    r"|\bvan (het|een)\b|\bis (het|de|om|dat)\b|\(|:|\bin\b|\bto\b|\bsuch as\b|\bnamely\b"
    r"|\bof\b \w+ing\b|\bthat\b|\bincluding\b)",
    re.IGNORECASE,
)
_BACK = re.compile(r"\W*(dat|dit|daar\w*|hier\w*|this|that|it)\b", re.IGNORECASE)
"""Words that point at the sentence before, which may name the interest."""
_BARE = 9
"""With no more words than these around it, a passage cannot also say which interest that is."""
_ABOUT_RIGHTS = re.compile(r"bezwaar|object|recht\b|rights?\b|afweging|zwaarder|overrid", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """No sentence on the interest names it. A long one may name it in words that are not known here."""
    told = [segment for segment, _ in published.matching(_INTEREST) if not _ABOUT_RIGHTS.search(segment.text)]
    if not told or any(_NAMED.search(segment.text) for segment in told):
        return
    bare = all(_is_bare(published, segment) for segment in told)
    if bare:
        yield unless_unread(published, _SAID, quote_of(told[0]))
    else:
        yield undecided(_PERHAPS, *map(quote_of, told[:3]))


def _is_bare(published: Published, segment: Segment) -> bool:
    """Whether nothing could name the interest: no purpose, no sentence before it, no more than a few words."""
    aims = (published.at(fact) for _, fact in published.of(Purpose))
    said = sum(bool(re.search(r"\w", cell)) for _, cell in segment.cells)
    refers = _BACK.match(segment.text)
    few = len(re.findall(r"\w+", _INTEREST.sub("", segment.text))) <= _BARE
    return few and not refers and said < 2 and all(at is None or at.begin != segment.begin for at in aims)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The bare term, alone or among others."""
    for word, purpose in statement.purposes.items():
        terms = purpose.basis if isinstance(purpose.basis, tuple) else (purpose.basis,)
        if "LegitimateInterest" in terms:
            yield fault_at(f"purposes/{word}/basis", _SAID)
