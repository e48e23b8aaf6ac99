"""Which data, of whom, and what they are used for, on which basis."""

from collections.abc import Iterator

from gestand.core.fact import DataCategory, Doubt, Fact, Kept, LegalBasis, Purpose
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.tree import Entry, both, quoted, slug
from gestand.reading.draft.vocabulary import Term, terms

_BASES = {
    "consent": "Consent",
    "contract": "Contract",
    "legal_obligation": "LegalObligation",
    "vital_interest": "VitalInterest",
    "public_task": "PublicInterest",
    "legitimate_interest": "LegitimateInterest",
}
_NO_SUBJECT = frozenset(
    ["", "all", "bewaartermijn", "termijn", "retention", "retention period", "period", "duration"]
)


def data(material: Material, group: str, visitors: str) -> Entry:
    """One kind of data a category, and one more for each subject that a term of keeping names."""
    found: dict[str, Entry] = {}
    for fact, said in material.of(DataCategory):
        term = terms("data").get(said.category) or _unknown(said.category)
        found.setdefault(slug(term.key), _datum(slug(term.key), term, fact, group, visitors))
    for fact, kept in material.of(Kept):
        about = material.subject(fact, kept.what)
        key = data_key(about)
        if key and key not in found:
            found[key] = _datum(key, _subject(about), fact, group, visitors, Doubt.SOME)
    if not found:
        below = (*both("persoonsgegevens", "personal data"), Entry("kind", ("PersonalData",)))
        rest = (Entry("of", group), Entry("from", "the person"))
        return Entry(
            "data", (Entry("personal-data", (*below, *rest), "the text names no kind of data · fill in"),)
        )
    return Entry("data", tuple(found.values()))


def data_key(what: str) -> str:
    """The word of `data` that a term of keeping is about; empty when it is about all of them."""
    return "" if what.strip().lower() in _NO_SUBJECT else slug(what)


def _subject(what: str) -> Term:
    known = terms("what").get(what.strip().lower())
    return known or Term(what, "PersonalData", what, what)


def _unknown(category: str) -> Term:
    plain = category.replace("_", " ")
    return Term(category, "PersonalData", plain, plain)


def _datum(key: str, term: Term, fact: Fact, group: str, visitors: str, doubt: Doubt = Doubt.NONE) -> Entry:
    observed = term.more == "observation"
    below = (
        *both(term.nl, term.en),
        Entry("kind", (term.term,)),
        Entry("of", visitors if observed else group),
        Entry("from", "observation" if observed else "the person"),
    )
    return Entry(key, below, quoted(fact, doubt) + (" · not translated" if term.nl == term.en else ""))


def purposes(material: Material, data_: Entry) -> tuple[Entry | None, tuple[Left, ...]]:
    """The purposes with their basis; a basis that no purpose stands near to is left."""
    bases = material.of(LegalBasis)
    claimed: list[Fact] = []
    found: dict[str, Entry] = {}
    for fact, said in material.of(Purpose):
        term = terms("purpose").get(said.purpose) or Term(
            said.purpose, "ServiceProvision", said.purpose, said.purpose
        )
        basis = _basis(material, fact, bases)
        claimed += [one for one, _ in basis]
        uses = Entry("data", _used(material, fact, data_), "read from the part it stands in · doubt some")
        below = (*both(term.nl.replace("_", " "), term.en.replace("_", " ")), Entry("kind", term.term), uses)
        found.setdefault(slug(term.key), Entry(slug(term.key), (*below, *_told(basis)), quoted(fact)))
    left = [Left(fact, "a basis that stands near no purpose") for fact, _ in bases if fact not in claimed]
    return (Entry("purposes", tuple(found.values())) if found else None), tuple(left)


def _used(material: Material, fact: Fact, data_: Entry) -> tuple[str, ...]:
    """The data under the same heading, else all of them."""
    declared = [entry.key for entry in data_.below]
    near = [slug(said.category) for _, said in material.near(fact, DataCategory)]
    return tuple(dict.fromkeys(key for key in near if key in declared)) or tuple(declared)


def _basis(
    material: Material, fact: Fact, bases: list[tuple[Fact, LegalBasis]]
) -> list[tuple[Fact, LegalBasis]]:
    """The one basis in the same sentence, of the text, or under the same heading; of several, none is chosen."""
    beside = [one for one in bases if material.at(one[0]) == material.at(fact)]
    for candidates in (beside, bases, material.near(fact, LegalBasis)):
        if len({said.basis for _, said in candidates}) == 1:
            return candidates[:1]
    return []


def _told(basis: list[tuple[Fact, LegalBasis]]) -> Iterator[Entry]:
    for fact, said in basis:
        yield Entry("basis", _BASES[said.basis], quoted(fact, Doubt.SOME))
