"""Where people complain: the authority that the text names, else that of the controller's country (GDPR 13(2)(d))."""

import re

from gestand.core.fact import ComplaintAuthority, Controller, Doubt
from gestand.core.text import Text
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.note import Note, matched, quoted
from gestand.reading.draft.tree import Entry, both

_DUTCH = re.compile(r"autoriteit persoonsgegevens|dutch data protection|\bap\b", re.IGNORECASE)
_BELGIAN = re.compile(
    r"gegevensbeschermingsautoriteit|belgian data protection|autorité de protection des données",
    re.IGNORECASE,
)
_IN_BELGIUM = re.compile(r"\bBelgi(?:ë|e|um|que)\b|\bB-\d{4}\b|\b\d{4} (?!\w\w\b)[A-Z]")
"""A Belgian postcode is four digits and a town, a Dutch one four digits and two letters."""
_BY_ADDRESS = Text(
    "de tekst noemt geen toezichthouder; het adres is Belgisch",
    "the text names no authority; the address is Belgian",
)
_OTHER = Text(
    "de tekst noemt niemand bij naam, of een ander dan de AP: zet er `nl`, `en`, `address` en `complaints` onder",
    "the text names nobody by name, or another than the AP: put `nl`, `en`, `address` and `complaints` below",
)


def authority(material: Material) -> tuple[Entry | None, tuple[Left, ...]]:
    """The Dutch or the Belgian authority; of any other a person gives the address and the page."""
    named = next(((quoted(fact), said.name) for fact, said in material.of(ComplaintAuthority)), None)
    if named and _DUTCH.search(named[1]):
        return Entry("authority", "AP", named[0]), ()
    if belgian := _belgian(material, named):
        return Entry("authority", _GBA, belgian), ()
    return (Entry("authority", "AP", named[0].saying(_OTHER), is_open=True) if named else None), ()


def _belgian(material: Material, named: tuple[Note, str] | None) -> Note | None:
    """Why it is the Belgian one: by name next to a complaint, anywhere in the text, or by the address."""
    if named and _BELGIAN.search(named[1]):
        return named[0]
    if match := material.search(_BELGIAN):
        return matched(match, material.document)
    for fact, said in material.of(Controller):
        if _IN_BELGIUM.search(said.address or ""):
            return quoted(fact, Doubt.SOME).saying(_BY_ADDRESS)
    return None


_GBA = (
    *both("de Gegevensbeschermingsautoriteit (GBA)", "the Belgian Data Protection Authority (GBA)"),
    Entry("address", "Drukpersstraat 35, 1000 Brussel"),
    Entry("complaints", "https://www.gegevensbeschermingsautoriteit.be/"),
)
