"""Who else receives the data, and where; what is denied is said as a denial."""

import re
from dataclasses import dataclass

from gestand.core.fact import DataCategory, Denial, Doubt, Fact, Purpose, Recipient, Transfer
from gestand.reading.draft.cases import case, is_conditional
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.tree import Entry, both, quoted, slug, unstated
from gestand.reading.draft.vocabulary import Term, terms
from gestand.reading.draft.what import named_data

_ROLES = {
    "processor": "DataProcessor",
    "authority": "Authority",
    "controller": "DataController",
}
_SAFEGUARDS = {
    "adequacy": "GDPR 45",
    "dpf": "GDPR 45",
    "sccs": "GDPR 46(2)(c)",
    "consent": "GDPR 49(1)(a)",
    "other_contractual": "GDPR 46",
}
_COUNTRIES = {
    "US": r"verenigde staten|united states|\bvs\b|\busa?\b|amerika",
    "GB": r"verenigd koninkrijk|united kingdom|\buk\b|engeland",
    "IN": r"\bindia\b",
    "CH": r"zwitserland|switzerland",
    "CA": r"\bcanada\b",
    "AU": r"australi",
    "CN": r"\bchina\b",
    "JP": r"\bjapan\b",
    "IL": r"isra[eë]l",
}
_BESIDE = "named in the same sentence · doubt some"
_EU = re.compile(r"\b(?:EU|Europese Unie|European Union)\b(?!.*\b(?:EER|EEA)\b)", re.DOTALL)
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
    found: dict[str, list[Fact]] = {}
    for fact, said in material.of(Recipient):
        found.setdefault(_key(said.name), []).append(fact)
    moved = [one for facts in found.values() for one, _ in _transfers(material, facts)[0]]
    why = "a transfer, and no recipient stands near it: say who moves the data"
    left = [Left(one, why) for one, _ in material.of(Transfer) if one not in moved]
    if found:
        around = Around(material, data, purposes, conditions)
        told = (_recipient(key, facts, around) for key, facts in found.items())
        return Entry("recipients", tuple(told)), tuple(left)
    denial = _denial(material, "sharing")
    if denial is None or left or _SELLS.search(denial.quote.text):
        return None, tuple(left)
    if _BUT.search(denial.quote.text):
        return None, (Left(denial, "sharing is denied, with an exception that names nobody"),)
    return Entry("recipients", "none", quoted(denial)), ()


def _transfers(material: Material, facts: list[Fact]) -> tuple[list[tuple[Fact, Transfer]], Doubt]:
    """The transfers in a recipient's own sentences, else those under their headings."""
    places = {material.at(fact) for fact in facts}
    beside = [one for one in material.of(Transfer) if material.at(one[0]) in places]
    near = [one for fact in facts for one in material.near(fact, Transfer)]
    return (beside, Doubt.SOME) if beside else (near, Doubt.MUCH)


def sold(material: Material) -> Entry | None:
    """A denial of selling, in the words of the text."""
    denial = _denial(material, "sharing")
    return Entry("sold", "none", quoted(denial)) if denial and _SELLS.search(denial.quote.text) else None


def _denial(material: Material, of: str) -> Fact | None:
    return next((fact for fact, said in material.of(Denial) if said.of == of), None)


def _recipient(key: str, facts: list[Fact], around: Around) -> Entry:
    """What is known of a recipient: the data and purposes of its own sentences, and no others."""
    first, *others = facts
    said = [fact.said for fact in facts if isinstance(fact.said, Recipient)]
    known = _known(said[0].name) or Term(key, "", said[0].name, said[0].name)
    served = {slug(one.purpose) for fact in facts for one in around.material.beside(fact, Purpose)}
    uses = (
        tuple(entry.key for entry in around.purposes.below if entry.key in served) if around.purposes else ()
    )
    given = named_data(
        [one for fact in facts for one in around.material.beside(fact, DataCategory)], around.data
    )
    role = next((_ROLES[one.role] for one in said if one.role in _ROLES), "")
    told = (Entry("role", role), Entry("for", uses, _BESIDE), Entry("data", given, _BESIDE))
    unsaid = ", ".join(entry.key for entry in told if not entry.value)
    below = (
        *both(known.nl, known.en),
        *(entry for entry in told if entry.value),
        *_elsewhere(key, facts, around),
    )
    made = Entry(key, below, quoted(first), tuple(f"also · {quoted(fact)}" for fact in others))
    return made.noted(f"not in the text: {unsaid}") if unsaid else made


def _key(name: str) -> str:
    """One word for a kind of recipient, in whichever words the text names it."""
    return slug(name.partition(" (")[0] if _known(name) else name)


def _known(name: str) -> Term | None:
    """The term of a kind of recipient, which may have the words of the text in brackets behind it."""
    kind = name.lower()
    return terms("recipient").get(kind) or terms("recipient").get(kind.partition(" (")[0])


def _elsewhere(key: str, facts: list[Fact], around: Around) -> tuple[Entry, ...]:
    """Where else the data go, by the transfer that says most; or the denial that they go anywhere else."""
    material = around.material
    transfers, doubt = _transfers(material, facts)
    if transfers:
        fact, said = max(
            transfers, key=lambda one: (one[1].safeguard in _SAFEGUARDS, bool(_countries(one[1])))
        )
        codes, safeguard = _countries(said), _SAFEGUARDS.get(said.safeguard)
        when = (case(key, fact, "the text names a case", around.conditions),) if is_conditional(fact) else ()
        below = (
            Entry("where", codes) if codes else unstated("where"),
            *when,
            Entry("safeguard", safeguard) if safeguard else unstated("safeguard", needed=True),
        )
        return (Entry("also elsewhere", below, quoted(fact, doubt)),)
    denial = _denial(material, "transfer")
    if denial and not material.of(Transfer):
        where, note = "EU" if _EU.search(denial.quote.text) else "EEA", quoted(denial, Doubt.SOME)
        return Entry("where", where, note), Entry("also elsewhere", "none", note)
    return ()


def _countries(said: Transfer) -> tuple[str, ...]:
    return tuple(code for code, name in _COUNTRIES.items() if re.search(name, said.where.lower()))
