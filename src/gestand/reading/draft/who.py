"""Who speaks, where to reach them, whom the text speaks of, and from which day it holds."""

import re
from collections.abc import Iterator

from gestand.core.fact import ComplaintAuthority, Contact, Controller, EffectiveDate
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.tree import Entry, both, quoted
from gestand.reading.draft.vocabulary import pattern, terms

NOT_IN_TEXT = "not in the text · fill in"
NO_DAY = "1900-01-01"
"""Stands for a day that the text does not name: the same draft comes of the same text, whatever the day."""
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LINK = re.compile(r"https://[^\s/]+(/\S*)?")
_SITE = re.compile(
    r"(?<![@\w.])(?:https?://)?((?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,15})(?![\w@])", re.IGNORECASE
)
_FIELDS = {"phone": "phone", "post": "post", "form": "page"}


def heading(material: Material) -> tuple[Entry, ...]:
    """Format, version, day and language: the first lines of a statement."""
    effective = Entry("effective", NO_DAY, NOT_IN_TEXT)
    for fact, said in material.of(EffectiveDate):
        day = said.date if len(said.date) == 10 else f"{said.date}-01"
        effective = Entry("effective", day, quoted(fact))
        break
    return (
        Entry("gestand", "statement/1"),
        Entry("version", 1),
        effective,
        Entry("language", material.document.language),
    )


def controller(material: Material) -> Entry:
    """The controller with contacts and sites; what must be there and is not in the text says so."""
    name, address = Entry("name", "unstated", NOT_IN_TEXT), Entry("address", "unstated", NOT_IN_TEXT)
    register: tuple[Entry, ...] = ()
    for fact, said in material.of(Controller)[:1]:
        name = Entry("name", said.name, quoted(fact))
        address = Entry("address", said.address, quoted(fact)) if said.address else address
        register = (Entry("trade register", f"KvK {said.kvk}", quoted(fact)),) if said.kvk else ()
    below = (
        name,
        address,
        *register,
        Entry("contact", _contact(material)),
        *_officer(material),
        _sites(material),
    )
    return Entry("controller", below)


def _contact(material: Material) -> tuple[Entry, ...]:
    """The first way of each kind; a second e-mail address is that of the help desk."""
    found: dict[str, Entry] = {}
    for fact, said in material.of(Contact):
        key = _FIELDS.get(said.kind, "")
        if said.kind == "email" and _MAIL.fullmatch(said.value):
            key = "support" if "email" in found else "email"
        if key == "page" and not _LINK.fullmatch(said.value):
            continue
        if key and key not in found:
            found[key] = Entry(key, said.value, quoted(fact))
    order = ("email", "post", "phone", "page", "support")
    return tuple(found[key] for key in order if key in found) or (Entry("email", "unstated", NOT_IN_TEXT),)


def _officer(material: Material) -> Iterator[Entry]:
    for fact, said in material.of(Contact):
        if said.kind == "dpo":
            key = "email" if _MAIL.fullmatch(said.value) else "name"
            yield Entry("protection officer", (Entry(key, said.value, quoted(fact)),))
            return


def _sites(material: Material) -> Entry:
    """The site that has the same name as the e-mail address, where the text names one."""
    domains = [
        said.value.rpartition("@")[2].lower() for _, said in material.of(Contact) if said.kind == "email"
    ]
    for match in _SITE.finditer(material.document.text):
        site = match[1].lower()
        if any(site.removeprefix("www.") == domain for domain in domains):
            note = f'quote: "{match[1]}" · characters {match.start(1)}-{match.end(1)} · doubt some'
            return Entry("sites", (site,), note)
    return Entry("sites", (), NOT_IN_TEXT)


def authority(material: Material) -> tuple[Entry | None, tuple[Left, ...]]:
    """The Dutch authority where the text names it; of another, the address and page are missing."""
    for fact, said in material.of(ComplaintAuthority):
        if re.search(r"autoriteit persoonsgegevens|dutch data protection|\bap\b", said.name, re.IGNORECASE):
            return Entry("authority", "AP", quoted(fact)), ()
        return None, (Left(fact, "an authority takes nl, en, address and complaints (a page)"),)
    return None, ()


def people(material: Material) -> Entry:
    """The groups of people that the text names; `data-subjects` where it names none."""
    found = []
    for term in terms("people").values():
        match = material.search(pattern(rf"(?:{term.term})\b"))
        if match:
            note = f'quote: "{match[0]}" · characters {match.start()}-{match.end()} · doubt some'
            found.append(Entry(term.key, both(term.nl, term.en), note))
    return Entry(
        "people", tuple(found) or (Entry("data-subjects", both("betrokkenen", "data subjects"), NOT_IN_TEXT),)
    )


def main_group(people_: Entry, material: Material) -> str:
    """The group that the text names most often."""

    def often(entry: Entry) -> int:
        term = terms("people").get(entry.key)
        return len(pattern(rf"(?:{term.term})\b").findall(material.document.text)) if term else 0

    return max(people_.below, key=often).key
