"""Decisions or profiles are made by computer, and how that works is not explained.

Wrong nl:
    Over uw aanvraag valt een geautomatiseerd besluit, en wij doen aan profilering.
Wrong en:
    We make an automated decision on your application, and we use profiling.
Wrong statement:
    automated decisions:
      credit:
        {nl: kredietwaardigheid, en: credit worthiness, data: [number], logic: {nl: een algoritme, en: an
        algorithm}}
Right nl:
    Wij bepalen automatisch of u achteraf kunt betalen, op basis van uw eerdere betalingen. Is de uitkomst
    nee, dan
    kunt u vragen of een medewerker ernaar kijkt.
Right en:
    We decide automatically whether you can pay afterwards, based on your earlier payments. If the
    answer is no, you can ask a member of our staff to look at it.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Automated, Doubt, Fact
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at, undecided
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1312",
    name="decision-not-explained",
    weight=Weight.ERROR,
    article=gdpr("13(2)(f)", "22", also=Text("HvJ C-634/21, C-203/22", "CJEU C-634/21, C-203/22")),
    title=Text("Een geautomatiseerd besluit zonder uitleg", "An automated decision without an explanation"),
    why=Text(
        "Wie door een computer wordt afgewezen, moet kunnen begrijpen waarom, en er iets tegen kunnen doen.",
        "Who is turned down by a computer has to be able to understand why, and to do something about it.",
    ),
)
_SAID = Text(
    "hoe dat gaat en wat het voor iemand betekent, staat er niet",
    "how that works, and what it means to somebody, is not said",
)
_EXPLAINED = re.compile(
    r"\bop basis van\b|\baan de hand van\b|\bhoud\w* rekening met\b|\bgevolg\w*\b|\bbijvoorbeeld\b"
    r"|\bzo (worden|wordt|bepalen|kunnen|tonen)\b"
    r"|\bbased on\b|\bon the basis of\b|\bconsequence\w*\b|\bfor example\b|\blogic\b|\blogica\b"
    r"|\bleidt\b.{0,30}\btot\b|\bleads? (only )?to\b"
    r"|\bom\b.{0,60}\b(tonen|tone"
    r"|sturen|bieden|afstemmen)\b|interesses",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"profil|geautomatiseerde? (besluit|beslis)|automated (decision|processing)", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(geen|niet|nooit|noch|no|not|never)\b.{0,60}(profi|automat|besluit|beslis|decision)"
    r"|\b(beslist|besluit|decides?)\b.{0,20}\b(niets|nothing)\b",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(rf"profiel|{_NAMED.pattern}", re.IGNORECASE)
_WHO_DECIDES = re.compile(r"verantwoordelijke\b|\bcontroller\b", re.IGNORECASE)
"""Who is the controller decides what for and how; that is no automated decision."""
_PARTLY = re.compile(
    r"\bscor\w+|\b(human|manual) (review|intervention|check)|menselijk\w*|medewerker\w* (bekijk|controle|kijk)",
    re.IGNORECASE,
)
_LEAST_WORDS = 5
"""A logic that a person understands takes more words than “an algorithm”."""


def judge_text(published: Published) -> Iterator[Judgment]:
    """Named and in no doubt, and no passage near any that names it explains it; a doubtful one is undecided."""
    told = [
        fact
        for automated, fact in published.of(Automated)
        if automated.stated and not _is_none(published, fact)
    ]
    named = [segment for segment, _ in published.matching(_SPOKEN_OF)]
    named += [at for fact in told if (at := published.at(fact))]
    near = [one for segment in named for one in published.around(segment, 1, 3)]
    if not told or any(_EXPLAINED.search(one.text) for one in near):
        return
    sure = next((fact for fact in told if fact.doubt is Doubt.NONE and _NAMED.search(fact.quote.text)), None)
    partly = any(_PARTLY.search(one.text) for one in near)
    yield fault(_SAID, sure.quote) if sure and not partly else undecided(_SAID, told[0].quote)


def _is_none(published: Published, fact: Fact) -> bool:
    said = published.words_of(fact)
    return bool(_DENIED.search(said) or (_WHO_DECIDES.search(said) and not _NAMED.search(said)))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The format asks for the logic; a word or two is none."""
    for word, decision in (statement.automated_decisions or {}).items():
        if min(len(decision.logic.nl.split()), len(decision.logic.en.split())) < _LEAST_WORDS:
            yield fault_at(f"automated decisions/{word}/logic", _SAID)
