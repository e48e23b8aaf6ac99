"""Which data, and of whom."""

from gestand.core.fact import DataCategory, Doubt, Fact, Kept
from gestand.core.text import Text
from gestand.reading.draft.material import Material
from gestand.reading.draft.note import NOT_TRANSLATED, Note, aside, quoted, remark
from gestand.reading.draft.subjects import ALL, DEVICES, About, about
from gestand.reading.draft.tree import Entry, both, slug, unstated
from gestand.reading.draft.vocabulary import Term, terms

_GUESSED = remark(
    Text(
        "`of` en `from` zijn de waarschijnlijkste groep en bron; een tekst zegt ze zelden bij elk gegeven",
        "`of` and `from` are the likeliest group and source; a text seldom says them for each kind",
    ),
    Doubt.SOME,
)
_NONE_NAMED = remark(Text("de tekst noemt geen soort gegevens", "the text names no kind of data"))
_WHICH = Text("zeg welke gegevens dit zijn", "say which data these are")


def data(material: Material, group: str, visitors: str) -> Entry:
    """One kind of data a category, and one more for each subject that a term of keeping names."""
    found: dict[str, Entry] = {}
    for fact, said in material.of(DataCategory):
        term = category(said.category)
        found.setdefault(slug(term.key), _datum(slug(term.key), term, quoted(fact), group, visitors))
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
        return _datum(key, category(key.replace("-", "_")), aside(fact, Doubt.SOME), group, visitors)
    known = terms("what").get(subject.what) or _named(subject)
    doubt = Doubt.MUCH if subject.is_own_words else Doubt.SOME
    made = _datum(key, known, aside(fact, doubt), group, visitors)
    return made.saying(_WHICH).to_decide() if subject.is_own_words else made


def _named(subject: About) -> Term:
    """A subject in the text's own words; of the kinds of data that those words name."""
    kinds = dict.fromkeys(category(one).term for one in subject.categories)
    return Term(subject.what, ", ".join(kinds) or "PersonalData", subject.what, subject.what)


def _datum(key: str, term: Term, note: Note, group: str, visitors: str) -> Entry:
    observed = term.more == "observation"
    below = (
        *both(term.nl, term.en),
        Entry("kind", tuple(term.term.split(", "))),
        Entry("of", visitors if observed else group),
        Entry("from", "observation" if observed else "the person"),
        *((unstated("in use because", needed=True),) if term.more == "law" else ()),
    )
    made = Entry(key, below, note)
    return made.saying(NOT_TRANSLATED) if term.nl == term.en and " " in term.nl else made


def named_data(said: list[DataCategory], data_: Entry) -> tuple[str, ...]:
    """The categories as words of the draft's `data`."""
    declared = [entry.key for entry in data_.below]
    keys = dict.fromkeys(slug(one.category) for one in said)
    return tuple(key for key in keys if key in declared)
