"""The same data have two periods that differ.

Wrong nl:
    Wij bewaren sollicitatiebrieven tot 4 weken na de procedure.
    Wij bewaren sollicitatiebrieven tot 1 jaar na de procedure.
Wrong en:
    We keep letters of application until 4 weeks after the procedure.
    We keep letters of application until 1 year after the procedure.
Right nl:
    Wij bewaren sollicitatiebrieven tot 4 weken na de procedure.
Right en:
    We keep letters of application until 4 weeks after the procedure.
"""

import re
from collections.abc import Iterator

from gestand.clock.period import period_or_none
from gestand.clock.term import Period
from gestand.core.fact import Doubt, Fact, Kept
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, undecided
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr

RULE = Rule(
    code="RET06",
    name="two-periods",
    weight=Weight.ERROR,
    article=gdpr("5(1)(a)", "13(2)(a)"),
    title=Text("Twee termijnen voor dezelfde gegevens", "Two periods for the same data"),
    why=Text(
        "Wie twee antwoorden krijgt op dezelfde vraag, weet niet welk hij kan vasthouden.",
        "Who gets two answers to the same question does not know which to hold on to.",
    ),
)
_SAID = Text(
    "elders staat een andere termijn voor dezelfde gegevens",
    "elsewhere another period is stated for the same data",
)
_PERIOD = re.compile(
    r"\b\w+ (dag|dagen|week|weken|maand|maanden|jaar|jaren|days?|weeks?|months?"
    r"|years?)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\b(?!bewa|gegevens|persoonsgegevens|worden|personal)\w{5,}")
_GENERAL = re.compile(
    r"\b(all|alle|data|gegevens|personal|persoonsgegevens|overige|bewaartermijn\w*|termijn\w*|cookies?|other|most"
    r"|meeste)\b|^$",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Two periods, neither in doubt, for data in the same words and counted from the same event.

    A fault where the sentences are the same but for the period; else a person compares them. A statement of gestand
    cannot say two periods.
    """
    first: dict[tuple[str, str], tuple[Period, Fact]] = {}
    for kept, fact in published.of(Kept):
        period = period_or_none(kept.duration)
        if not period or fact.doubt is not Doubt.NONE or _GENERAL.search(kept.what):
            continue
        key = (kept.what.casefold(), (kept.anchor or "").casefold())
        before, other = first.setdefault(key, (period, fact))
        said, otherwise = _without_period(published, fact), _without_period(published, other)
        if before == period or published.at(other) == published.at(fact) or not _of_the_same(said, otherwise):
            continue
        yield (fault if said == otherwise else undecided)(_SAID, other.quote, fact.quote)


def _of_the_same(said: str, otherwise: str) -> bool:
    """Two sentences on the same data share a noun; one sentence with two periods tells them apart itself."""
    return bool(set(_NOUN.findall(said)) & set(_NOUN.findall(otherwise)))


def _without_period(published: Published, fact: Fact) -> str:
    return " ".join(_PERIOD.sub("", published.words_of(fact)).casefold().split())
