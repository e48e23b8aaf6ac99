"""Which data, of whom, and what they are used for, on which basis."""

from collections.abc import Iterator

from gestand.core.fact import DataCategory, Doubt, Fact, Kept, LegalBasis, Purpose
from gestand.core.text import Text
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.note import NOT_TRANSLATED, quoted, remark
from gestand.reading.draft.profiles import profiles, profiling
from gestand.reading.draft.subjects import ALL, DEVICES, About, about
from gestand.reading.draft.tree import Entry, both, slug, unstated
from gestand.reading.draft.vocabulary import Term, terms

_BASES = {
    "consent": "Consent",
    "contract": "Contract",
    "legal_obligation": "LegalObligation",
    "vital_interest": "VitalInterest",
    "public_task": "PublicInterest",
    "legitimate_interest": "LegitimateInterest",
}
_GUESSED = remark(
    Text(
        "`of` en `from` zijn de waarschijnlijkste groep en bron; een tekst zegt ze zelden bij elk gegeven",
        "`of` and `from` are the likeliest group and source; a text seldom says them for each kind",
    ),
    Doubt.SOME,
)
_NONE_NAMED = remark(Text("de tekst noemt geen soort gegevens", "the text names no kind of data"))
_WHICH = Text("zeg welke gegevens dit zijn", "say which data these are")
_IN_THE_SENTENCE = remark(Text("in dezelfde zin genoemd", "named in the same sentence"), Doubt.SOME)
_UNDER_THE_HEADING = remark(Text("onder hetzelfde kopje genoemd", "named under the same heading"), Doubt.MUCH)
_NO_PURPOSE = Text(
    "een grondslag zonder doel in de buurt: {basis}", "a basis that stands near no purpose: {basis}"
)


def data(material: Material, group: str, visitors: str) -> Entry:
    """One kind of data a category, and one more for each subject that a term of keeping names."""
    found: dict[str, Entry] = {}
    for fact, said in material.of(DataCategory):
        term = category(said.category)
        found.setdefault(slug(term.key), _datum(slug(term.key), term, fact, group, visitors))
    for fact, kept in material.of(Kept):
        subject = about(material, fact, kept) if kept.what != DEVICES else About(())
        for key in subject.keys:
            found.setdefault(key, _kept(key, subject, fact, group, visitors))
    if not found:
        below = (*both("persoonsgegevens", "personal data"), Entry("kind", ("PersonalData",)))
        rest = (Entry("of", group), Entry("from", "the person"))
        return Entry("data", (Entry("personal-data", (*below, *rest), _NONE_NAMED, is_open=True),))
    return Entry("data", tuple(found.values()), _GUESSED)


def category(name: str) -> Term:
    """The word for a kind of data, by its name in the exchange form."""
    plain = name.replace("_", " ")
    return terms("data").get(name) or Term(name, "PersonalData", plain, plain)


def _kept(key: str, subject: About, fact: Fact, group: str, visitors: str) -> Entry:
    """What a term of keeping is about; a phrase that was not recognised is data in the text's own words."""
    if subject.what == ALL:
        return _datum(key, category(key.replace("-", "_")), fact, group, visitors, Doubt.SOME)
    known = terms("what").get(subject.what) or _named(subject)
    doubt = Doubt.MUCH if subject.is_own_words else Doubt.SOME
    made = _datum(key, known, fact, group, visitors, doubt)
    return made if not subject.is_own_words else made.saying(_WHICH).to_decide()


def _named(subject: About) -> Term:
    """A subject in the text's own words; of the kinds of data that those words name."""
    kinds = dict.fromkeys(category(one).term for one in subject.categories)
    return Term(subject.what, ", ".join(kinds) or "PersonalData", subject.what, subject.what)


def _datum(key: str, term: Term, fact: Fact, group: str, visitors: str, doubt: Doubt = Doubt.NONE) -> Entry:
    observed = term.more == "observation"
    below = (
        *both(term.nl, term.en),
        Entry("kind", tuple(term.term.split(", "))),
        Entry("of", visitors if observed else group),
        Entry("from", "observation" if observed else "the person"),
    )
    made = Entry(key, below, quoted(fact, doubt))
    return made.saying(NOT_TRANSLATED) if term.nl == term.en and " " in term.nl else made


def purposes(material: Material, data_: Entry) -> tuple[Entry | None, tuple[Left, ...]]:
    """The purposes with their basis; a basis that no purpose stands near to is left."""
    bases = material.of(LegalBasis)
    made = profiles(material)
    claimed: list[Fact] = []
    found: dict[str, Entry] = {}
    for fact, said in material.of(Purpose):
        term = terms("purpose").get(said.purpose) or Term(
            said.purpose, "ServiceProvision", said.purpose, said.purpose
        )
        basis = _basis(material, fact, bases)
        claimed += [one for one, _, _ in basis]
        below = (*both(term.nl.replace("_", " "), term.en.replace("_", " ")), Entry("kind", term.term))
        rest = (_used(material, fact, data_), *_told(basis), *_profile(material, made.get(said.purpose)))
        found.setdefault(slug(term.key), Entry(slug(term.key), (*below, *rest), quoted(fact)))
    left = [
        Left(fact, _NO_PURPOSE.filled(basis=_BASES[said.basis]))
        for fact, said in bases
        if fact not in claimed
    ]
    return (Entry("purposes", tuple(found.values())) if found else None), tuple(left)


def _profile(material: Material, fact: Fact | None) -> tuple[Entry, ...]:
    return (profiling(material, fact),) if fact else ()


def _used(material: Material, fact: Fact, data_: Entry) -> Entry:
    """The data in the same sentence, else those under the same heading; of others nothing is said."""
    here = named_data(material.beside(fact, DataCategory), data_)
    if here:
        return Entry("data", here, _IN_THE_SENTENCE)
    near = named_data([said for _, said in material.near(fact, DataCategory)], data_)
    return Entry("data", near, _UNDER_THE_HEADING) if near else unstated("data")


def named_data(said: list[DataCategory], data_: Entry) -> tuple[str, ...]:
    """The categories as words of the draft's `data`."""
    declared = [entry.key for entry in data_.below]
    keys = dict.fromkeys(slug(one.category) for one in said)
    return tuple(key for key in keys if key in declared)


def _basis(
    material: Material, fact: Fact, bases: list[tuple[Fact, LegalBasis]]
) -> list[tuple[Fact, LegalBasis, Doubt]]:
    """The one basis in the same sentence, of the text, or under the same heading; of several, none is chosen."""
    beside = [one for one in bases if material.at(one[0]) == material.at(fact)]
    near = material.near(fact, LegalBasis)
    for candidates, doubt in ((beside, Doubt.SOME), (bases, Doubt.MUCH), (near, Doubt.MUCH)):
        if len({said.basis for _, said in candidates}) == 1:
            return [(*candidates[0], doubt)]
    return []


def _told(basis: list[tuple[Fact, LegalBasis, Doubt]]) -> Iterator[Entry]:
    for fact, said, doubt in basis:
        yield Entry("basis", _BASES[said.basis], quoted(fact, doubt))
