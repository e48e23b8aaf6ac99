"""Who else receives the data; what is denied is said as a denial."""

import re
from dataclasses import dataclass

from gestand.core.fact import DataCategory, Denial, Doubt, Fact, Purpose, Recipient, Transfer
from gestand.core.text import Text
from gestand.reading.draft.elsewhere import elsewhere, transfers
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.names import no_recipient, own_names
from gestand.reading.draft.note import quoted, remark
from gestand.reading.draft.tree import Entry, both, slug
from gestand.reading.draft.vocabulary import Term, terms
from gestand.reading.draft.what import named_data

_ROLES = {"processor": "DataProcessor", "authority": "Authority", "controller": "DataController"}
_BESIDE = remark(Text("in dezelfde zin genoemd", "named in the same sentence"), Doubt.SOME)
_NO_MOVER = Text(
    "een doorgifte zonder ontvanger in de buurt: zeg wie de gegevens doorgeeft",
    "a transfer, and no recipient stands near it: say who moves the data",
)
_EXCEPTION = Text(
    "delen wordt ontkend, met een uitzondering die niemand noemt",
    "sharing is denied, with an exception that names nobody",
)
_UNSAID = Text("niet in de tekst: {keys}", "not in the text: {keys}")
_ALSO = Text("ook", "also")
_BUT = re.compile(
    r"\b(?:tenzij|uitsluitend|alleen|behalve|zonder|indien|als|mits|anders dan|unless|except|only|without|if|"
    r"other than)\b",
    re.IGNORECASE,
)
"""A denial with one of these is no denial: "we share nothing unless the law demands it"."""
_SELLS = re.compile(r"\b(?:verkop\w*|verkocht|sell\w*|sold)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Around:
    """What a recipient is read against: the text, the draft's data and purposes, and its cases so far."""

    material: Material
    data: Entry
    purposes: Entry | None
    conditions: dict[str, Entry]


def recipients(
    material: Material, data: Entry, purposes: Entry | None, conditions: dict[str, Entry]
) -> tuple[Entry | None, tuple[Left, ...]]:
    """The recipients with what they receive it for; `none` where the text denies sharing and names nobody.

    Declares in `conditions` the cases in which data leave the EEA.
    """
    found, left = _named(material)
    moved = [one for facts in found.values() for one, _ in transfers(material, facts)[0]]
    unmoved = tuple(Left(one, _NO_MOVER) for one, _ in material.of(Transfer) if one not in moved)
    if found:
        around = Around(material, data, purposes, conditions)
        told = (_recipient(key, facts, around) for key, facts in found.items())
        return Entry("recipients", tuple(told)), (*left, *unmoved)
    denial, denied = (None, ()) if unmoved else _denied(material)
    return denial, (*left, *unmoved, *denied)


def _named(material: Material) -> tuple[dict[str, list[Fact]], tuple[Left, ...]]:
    """The recipients by their word, and the names that are none."""
    own, found, left = own_names(material), dict[str, list[Fact]](), []
    for fact, said in material.of(Recipient):
        if why := no_recipient(said.name, fact, own):
            left.append(Left(fact, why))
        else:
            found.setdefault(_key(said.name), []).append(fact)
    return found, tuple(left)


def _denied(material: Material) -> tuple[Entry | None, tuple[Left, ...]]:
    """A denial of sharing that has no exception, and speaks of more than selling."""
    denial = _denial(material)
    if denial is None or _SELLS.search(denial.quote.text):
        return None, ()
    if _BUT.search(denial.quote.text):
        return None, (Left(denial, _EXCEPTION),)
    return Entry("recipients", "none", quoted(denial)), ()


def sold(material: Material) -> Entry | None:
    """A denial of selling, in the words of the text."""
    denial = _denial(material)
    return Entry("sold", "none", quoted(denial)) if denial and _SELLS.search(denial.quote.text) else None


def _denial(material: Material) -> Fact | None:
    return next((fact for fact, said in material.of(Denial) if said.of == "sharing"), None)


def _recipient(key: str, facts: list[Fact], around: Around) -> Entry:
    """What is known of a recipient, and which of its keys the text leaves open."""
    said = [fact.said for fact in facts if isinstance(fact.said, Recipient)]
    known = _known(said[0].name) or Term(key, "", said[0].name, said[0].name)
    role = next((_ROLES[one.role] for one in said if one.role in _ROLES), "")
    told = (Entry("role", role), *_given(facts, around))
    unsaid = ", ".join(entry.key for entry in told if not entry.value)
    below = (
        *both(known.nl, known.en),
        *(entry for entry in told if entry.value),
        *elsewhere(key, facts, around.material, around.conditions),
    )
    made = Entry(key, below, quoted(facts[0]), tuple(quoted(fact).saying(_ALSO) for fact in facts[1:]))
    return made.saying(_UNSAID.filled(keys=unsaid)) if unsaid else made


def _given(facts: list[Fact], around: Around) -> tuple[Entry, Entry]:
    """The purposes and data of a recipient's own sentences, and no others."""
    beside = around.material.beside
    served = {slug(one.purpose) for fact in facts for one in beside(fact, Purpose)}
    purposes = around.purposes.below if around.purposes else ()
    uses = tuple(entry.key for entry in purposes if entry.key in served)
    data = named_data([one for fact in facts for one in beside(fact, DataCategory)], around.data)
    return Entry("for", uses, _BESIDE), Entry("data", data, _BESIDE)


def _key(name: str) -> str:
    """One word for a kind of recipient, in whichever words the text names it."""
    return slug(name.partition(" (")[0] if _known(name) else name)


def _known(name: str) -> Term | None:
    """The term of a kind of recipient, which may have the words of the text in brackets behind it."""
    kind = name.lower()
    return terms("recipient").get(kind) or terms("recipient").get(kind.partition(" (")[0])
