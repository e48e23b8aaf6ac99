"""Who speaks, where to reach them, whom the text speaks of, and from which day it holds."""

import re
from collections.abc import Iterator

from gestand.core.fact import Contact, Controller, Doubt, EffectiveDate
from gestand.core.text import Text
from gestand.reading.draft.material import Material
from gestand.reading.draft.note import matched, quoted
from gestand.reading.draft.tree import Entry, both, not_in_text, unstated
from gestand.reading.draft.vocabulary import pattern, terms

_NO_DAY = Text("de tekst noemt geen dag van de maand", "the text names no day of the month")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LINK = re.compile(r"https://[^\s/]+(/\S*)?")
_SITE = re.compile(
    r"(?<![@\w.])(?:https?://)?((?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,15})(?![\w@])", re.IGNORECASE
)
_FIELDS = {"phone": "phone", "post": "post", "form": "page"}


def heading(material: Material) -> tuple[Entry, ...]:
    """Format, version, day and language: the first lines of a statement."""
    effective = unstated("effective", needed=True)
    for fact, said in material.of(EffectiveDate)[:1]:
        whole = len(said.date) == len("2026-12-01")
        day = said.date if whole else f"{said.date}-01"
        effective = Entry("effective", day, quoted(fact, Doubt.NONE if whole else Doubt.SOME))
        effective = effective if whole else effective.saying(_NO_DAY)
    return (
        Entry("gestand", "statement/1"),
        Entry("version", 1),
        effective,
        Entry("language", material.document.language),
    )


def controller(material: Material) -> Entry:
    """The controller with contacts and sites; what must be there and is not in the text says so."""
    name, address = unstated("name", needed=True), unstated("address", needed=True)
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
    return tuple(found[key] for key in order if key in found) or (unstated("email", needed=True),)


def _officer(material: Material) -> Iterator[Entry]:
    for fact, said in material.of(Contact):
        if said.kind == "dpo":
            key = "email" if _MAIL.fullmatch(said.value) else "name"
            yield Entry("protection officer", (Entry(key, said.value, quoted(fact)),))
            return


def _sites(material: Material) -> Entry:
    """The site that has the same name as the e-mail address, and those that stand in one sentence with it."""
    domains = {
        said.value.rpartition("@")[2].lower() for _, said in material.of(Contact) if said.kind == "email"
    }
    for segment in material.segments:
        told = {match[1].lower(): match for match in _SITE.finditer(segment.text)}
        own = next((match for site, match in told.items() if site.removeprefix("www.") in domains), None)
        if own:
            return Entry("sites", tuple(told), matched(own, material.document, 1, segment.begin))
    return not_in_text("sites")


def people(material: Material) -> Entry:
    """The groups of people that the text names; `data-subjects` where it names none."""
    found = []
    for term in terms("people").values():
        match = material.search(pattern(rf"(?:{term.term})\b"))
        if match:
            found.append(Entry(term.key, both(term.nl, term.en), matched(match, material.document)))
    unnamed = not_in_text("data-subjects", both("betrokkenen", "data subjects"))
    return Entry("people", tuple(found) or (unnamed,))


def main_group(people_: Entry, material: Material) -> str:
    """The group that the text names most often."""

    def often(entry: Entry) -> int:
        term = terms("people").get(entry.key)
        return len(pattern(rf"(?:{term.term})\b").findall(material.document.text)) if term else 0

    return max(people_.below, key=often).key
