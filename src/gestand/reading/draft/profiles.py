"""Profiles, each at the purpose that it is made for, with what the text tells of them (GDPR 13(2)(f))."""

import re

from gestand.core.fact import Automated, Fact, Purpose
from gestand.reading.draft.material import Material
from gestand.reading.draft.note import NOT_TRANSLATED, quoted
from gestand.reading.draft.tree import Entry, both

_PROFILE = re.compile(r"profi", re.IGNORECASE)
_SERVES = ("profiling", "personalisation", "advertising", "marketing", "marketing_email")
"""The purposes that a profile is likeliest made for, likeliest first."""
_EXPLAINS = re.compile(
    r"\b(?:op basis van|aan de hand van|met behulp van|zodat|bijvoorbeeld|houd\w* rekening met|leidt tot|gevolg\w*"
    r"|om\b.{3,80}\bte|based on|on the basis of|so that|for example|leads? to|consequence\w*|in order to|to show"
    r"|to (?:make|give|send|suggest|recommend|offer))\b",
    re.IGNORECASE | re.DOTALL,
)


def is_profile(fact: Fact) -> bool:
    """Whether a sentence speaks of a profile, and of no decision."""
    return bool(_PROFILE.search(fact.quote.text))


def explanation(material: Material, fact: Fact) -> str:
    """The sentence that says how it is done, or the one behind it; empty where neither does."""
    at = material.at(fact)
    here = material.segments[at : at + 2] if at >= 0 else ()
    told = [" ".join(one.text.split()) for one in here if one.headings == here[0].headings]
    return next((one for one in told if _EXPLAINS.search(one)), "")


def profiles(material: Material) -> dict[str, Fact]:
    """The profile that is told and explained for a purpose, by the purpose's own name."""
    found: dict[str, Fact] = {}
    for fact, said in material.of(Automated):
        if said.stated and is_profile(fact) and explanation(material, fact):
            found.setdefault(_purpose(material, fact), fact)
    return found


def profiling(material: Material, fact: Fact) -> Entry:
    """The key of a purpose that says which profile is made, in the words of the text."""
    told = explanation(material, fact)
    return Entry("profiling", both(told, told), quoted(fact).saying(NOT_TRANSLATED))


def _purpose(material: Material, fact: Fact) -> str:
    """The purpose of its own sentence, else one of the text that profiles serve, else a purpose of its own."""
    declared = [said.purpose for _, said in material.of(Purpose)]
    beside = [said.purpose for said in material.beside(fact, Purpose) if said.purpose in declared]
    likely = [one for one in _SERVES if one in (beside or declared)]
    return next(iter([*likely, *beside]), _SERVES[0])
