"""Decisions without a person in them: a denial, or what the text tells of how they are made (GDPR 13(2)(f), 22)."""

from gestand.core.fact import Automated, DataCategory, Fact
from gestand.core.text import Text
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.note import NOT_TRANSLATED, quoted
from gestand.reading.draft.profiles import explanation, is_profile, profiles
from gestand.reading.draft.tree import Entry, both
from gestand.reading.draft.what import named_data

_NOT_TOLD = Text(
    "besluiten of profielen door een computer: zeg met welke gegevens, en hoe (AVG 13(2)(f))",
    "decisions or profiles by a computer: say with which data, and how (GDPR 13(2)(f))",
)


def automated(material: Material, data: Entry) -> tuple[Entry | None, tuple[Left, ...]]:
    """The decisions that are explained, or a denial where none is told; a profile stands at its purpose."""
    stated = [fact for fact, said in material.of(Automated) if said.stated]
    told = tuple(one for fact in stated if (one := _decision(material, fact, data)))
    if told:
        return Entry("automated decisions", told[:1]), ()
    denied = [fact for fact, said in material.of(Automated) if not said.stated]
    if denied and not stated:
        return Entry("automated decisions", "none", quoted(denied[0])), ()
    placed = profiles(material).values()
    return None, tuple(Left(fact, _NOT_TOLD) for fact in stated if fact not in placed)


def _decision(material: Material, fact: Fact, data: Entry) -> Entry | None:
    """A decision whose data and logic the text tells in one place."""
    logic = "" if is_profile(fact) else explanation(material, fact)
    near = material.beside(fact, DataCategory) or [said for _, said in material.near(fact, DataCategory)]
    used = named_data(near, data)
    if not logic or not used:
        return None
    named = both("een besluit zonder mens", "a decision without a person")
    below = (*named, Entry("data", used), Entry("logic", both(logic, logic)))
    return Entry("decision", below, quoted(fact).saying(NOT_TRANSLATED))
