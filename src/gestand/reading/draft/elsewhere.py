"""Where else the data of a recipient go, by which safeguard (GDPR 44-49); or the denial that they go anywhere else."""

import re

from gestand.core.fact import Denial, Doubt, Fact, Transfer
from gestand.core.text import Text
from gestand.reading.draft.cases import case, is_conditional
from gestand.reading.draft.material import Material
from gestand.reading.draft.note import quoted
from gestand.reading.draft.tree import Entry, unstated

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
_EU = re.compile(r"\b(?:EU|Europese Unie|European Union)\b(?!.*\b(?:EER|EEA)\b)", re.DOTALL)
_CASE = Text("de tekst noemt een geval", "the text names a case")


def transfers(material: Material, facts: list[Fact]) -> tuple[list[tuple[Fact, Transfer]], Doubt]:
    """The transfers in a recipient's own sentences, else those under their headings."""
    places = {material.at(fact) for fact in facts}
    beside = [one for one in material.of(Transfer) if material.at(one[0]) in places]
    near = [one for fact in facts for one in material.near(fact, Transfer)]
    return (beside, Doubt.SOME) if beside else (near, Doubt.MUCH)


def elsewhere(
    key: str, facts: list[Fact], material: Material, conditions: dict[str, Entry]
) -> tuple[Entry, ...]:
    """Where else the data go, by the transfer that says most; declares its case in `conditions`."""
    found, doubt = transfers(material, facts)
    if not found:
        return _stays(material)
    fact, said = max(found, key=lambda one: (one[1].safeguard in _SAFEGUARDS, bool(countries(one[1].where))))
    codes, safeguard = countries(said.where), _SAFEGUARDS.get(said.safeguard)
    when = case(key, fact, _CASE, conditions) if is_conditional(fact) else None
    below = (
        Entry("where", codes) if codes else unstated("where"),
        *((when,) if when else ()),
        Entry("safeguard", safeguard) if safeguard else unstated("safeguard", needed=True),
    )
    return (Entry("also elsewhere", below, quoted(fact, doubt)),)


def _stays(material: Material) -> tuple[Entry, ...]:
    denial = next((fact for fact, said in material.of(Denial) if said.of == "transfer"), None)
    if denial is None or material.of(Transfer):
        return ()
    where, note = "EU" if _EU.search(denial.quote.text) else "EEA", quoted(denial, Doubt.SOME)
    return Entry("where", where, note), Entry("also elsewhere", "none", note)


def countries(text: str) -> tuple[str, ...]:
    """The codes of the countries that a text names."""
    return tuple(code for code, name in _COUNTRIES.items() if re.search(name, text.lower()))
