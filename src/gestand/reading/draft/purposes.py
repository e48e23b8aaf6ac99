"""What the data are used for, on which basis (GDPR 6), and with which profile."""

from collections.abc import Iterator

from gestand.core.fact import DataCategory, Doubt, Fact, LegalBasis, Purpose
from gestand.core.text import Text
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.note import quoted, remark
from gestand.reading.draft.profiles import profiles, profiling
from gestand.reading.draft.tree import Entry, both, slug, unstated
from gestand.reading.draft.vocabulary import Term, terms
from gestand.reading.draft.what import named_data

_BASES = {
    "consent": "Consent",
    "contract": "Contract",
    "legal_obligation": "LegalObligation",
    "vital_interest": "VitalInterest",
    "public_task": "PublicInterest",
    "legitimate_interest": "LegitimateInterest",
}
_IN_THE_SENTENCE = remark(Text("in dezelfde zin genoemd", "named in the same sentence"), Doubt.SOME)
_UNDER_THE_HEADING = remark(Text("onder hetzelfde kopje genoemd", "named under the same heading"), Doubt.MUCH)
_NO_PURPOSE = Text(
    "een grondslag zonder doel in de buurt: {basis}", "a basis that stands near no purpose: {basis}"
)

Basis = tuple[Fact, LegalBasis, Doubt]


def purposes(material: Material, data: Entry) -> tuple[Entry | None, tuple[Left, ...]]:
    """The purposes with their basis; a basis that no purpose stands near to is left."""
    profiled = profiles(material)
    claimed: list[Fact] = []
    found: dict[str, Entry] = {}
    for fact, name in _named(material, profiled):
        bases = _bases(material, fact)
        claimed += [one for one, _, _ in bases]
        parts = (_used(material, fact, data), *_told(bases), *_profile(material, profiled.get(name)))
        found.setdefault(slug(name), _purpose(name, fact, parts))
    left = (
        Left(fact, _NO_PURPOSE.filled(basis=_BASES[said.basis]))
        for fact, said in material.of(LegalBasis)
        if fact not in claimed
    )
    return (Entry("purposes", tuple(found.values())) if found else None), tuple(left)


def _named(material: Material, profiled: dict[str, Fact]) -> Iterator[tuple[Fact, str]]:
    """The purposes of the text; a profile that serves none of them is one itself."""
    yield from ((fact, said.purpose) for fact, said in material.of(Purpose))
    yield from ((fact, name) for name, fact in profiled.items())


def _purpose(name: str, fact: Fact, parts: tuple[Entry, ...]) -> Entry:
    plain = name.replace("_", " ")
    term = terms("purpose").get(name) or Term(name, "ServiceProvision", plain, plain)
    return Entry(slug(name), (*both(term.nl, term.en), Entry("kind", term.term), *parts), quoted(fact))


def _profile(material: Material, fact: Fact | None) -> tuple[Entry, ...]:
    return (profiling(material, fact),) if fact else ()


def _used(material: Material, fact: Fact, data: Entry) -> Entry:
    """The data in the same sentence, else those under the same heading; of others nothing is said."""
    here = named_data(material.beside(fact, DataCategory), data)
    if here:
        return Entry("data", here, _IN_THE_SENTENCE)
    near = named_data([said for _, said in material.near(fact, DataCategory)], data)
    return Entry("data", near, _UNDER_THE_HEADING) if near else unstated("data")


def _bases(material: Material, fact: Fact) -> list[Basis]:
    """The one basis in the same sentence, of the text, or under the same heading; of several, none is chosen."""
    every = material.of(LegalBasis)
    beside = [one for one in every if material.at(one[0]) == material.at(fact)]
    near = material.near(fact, LegalBasis)
    for candidates, doubt in ((beside, Doubt.SOME), (every, Doubt.MUCH), (near, Doubt.MUCH)):
        if len({said.basis for _, said in candidates}) == 1:
            return [(*candidates[0], doubt)]
    return []


def _told(bases: list[Basis]) -> Iterator[Entry]:
    for fact, said, doubt in bases:
        yield Entry("basis", _BASES[said.basis], quoted(fact, doubt))
