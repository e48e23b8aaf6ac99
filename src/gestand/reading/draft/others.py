"""Who else receives the data, and where; what is denied is said as a denial."""

import re

from gestand.core.fact import Denial, Doubt, Fact, Recipient, Transfer
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.tree import Entry, both, quoted, slug
from gestand.reading.draft.vocabulary import Term, terms

_ROLES = {
    "processor": "DataProcessor",
    "authority": "Authority",
    "controller": "ThirdParty",
    "unknown": "ThirdParty",
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
_BUT = re.compile(
    r"\b(?:tenzij|uitsluitend|alleen|behalve|zonder|indien|als|mits|anders dan|unless|except|only|without|if|"
    r"other than)\b",
    re.IGNORECASE,
)
"""A denial with one of these is no denial: "we share nothing unless the law demands it"."""
_SELLS = re.compile(r"\b(?:verkop\w*|verkocht|sell\w*|sold)\b", re.IGNORECASE)


def recipients(
    material: Material, data: Entry, purposes: Entry | None
) -> tuple[Entry | None, tuple[Left, ...]]:
    """The recipients with what they receive it for; `none` where the text denies sharing and names nobody."""
    found: dict[str, Entry] = {}
    left: list[Left] = []
    moved: list[Fact] = []
    for fact, said in material.of(Recipient):
        key = slug(said.name)
        if not purposes:
            left.append(Left(fact, "a recipient, and the text names no purpose that it could serve"))
        elif key not in found:
            transfers = material.near(fact, Transfer)
            moved += [one for one, _ in transfers]
            found[key] = _recipient(key, said, fact, data, purposes, _elsewhere(material, transfers))
    why = "a transfer: no recipient stands near it, or no safeguard that the law knows"
    for one, transfer in material.of(Transfer):
        if one not in moved or transfer.safeguard not in _SAFEGUARDS:
            left.append(Left(one, why))
    if found:
        return Entry("recipients", tuple(found.values())), tuple(left)
    denial = _denial(material, "sharing")
    if denial is None or left or _SELLS.search(denial.quote.text):
        return None, tuple(left)
    if _BUT.search(denial.quote.text):
        return None, (Left(denial, "sharing is denied, with an exception that names nobody"),)
    return Entry("recipients", "none", quoted(denial)), ()


def sold(material: Material) -> Entry | None:
    """A denial of selling, in the words of the text."""
    denial = _denial(material, "sharing")
    return Entry("sold", "none", quoted(denial)) if denial and _SELLS.search(denial.quote.text) else None


def _denial(material: Material, of: str) -> Fact | None:
    return next((fact for fact, said in material.of(Denial) if said.of == of), None)


def _recipient(
    key: str, said: Recipient, fact: Fact, data: Entry, purposes: Entry, where: tuple[Entry, ...]
) -> Entry:
    served = tuple(entry.key for entry in purposes.below)
    given = tuple(entry.key for entry in data.below)
    known = _known(said.name) or Term(key, "", said.name, said.name)
    untold = "the text does not say which · doubt much"
    below = (
        *both(known.nl, known.en),
        Entry(
            "role",
            _ROLES[said.role],
            "" if said.role == "processor" else "the text does not say · doubt some",
        ),
        Entry("for", served, untold if len(served) > 1 else ""),
        Entry("data", given, untold if len(given) > 1 else ""),
        *where,
    )
    return Entry(key, below, quoted(fact))


def _known(name: str) -> Term | None:
    """The term of a kind of recipient, which may have the words of the text in brackets behind it."""
    kind = name.lower()
    return terms("recipient").get(kind) or terms("recipient").get(kind.partition(" (")[0])


def _elsewhere(material: Material, transfers: list[tuple[Fact, Transfer]]) -> tuple[Entry, ...]:
    for fact, said in transfers:
        safeguard = _SAFEGUARDS.get(said.safeguard)
        if safeguard:
            countries = tuple(
                code for code, name in _COUNTRIES.items() if re.search(name, said.where.lower())
            )
            where = (Entry("where", countries),) if countries else ()
            below = (*where, Entry("safeguard", safeguard))
            return (Entry("also elsewhere", below, quoted(fact, Doubt.SOME)),)
    denial = _denial(material, "transfer")
    if denial and not material.of(Transfer):
        return Entry("where", "EEA", quoted(denial)), Entry("also elsewhere", "none", quoted(denial))
    return ()
