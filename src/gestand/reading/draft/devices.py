"""Cookies, beacons and the signals of browsers."""

from gestand.core.fact import Beacons, BrowserSignal, Denial, DeviceItem, Doubt, Fact
from gestand.core.text import Language, Text
from gestand.reading.draft.lengths import length
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.note import quoted, remark
from gestand.reading.draft.tree import Entry, both, slug, unstated

_KINDS = {
    "necessary": "necessary",
    "functional": "functional",
    "analytics": "analytics",
    "social": "social",
    "marketing": "advertising",
}
_PURPOSES = {
    "necessary": ("de website laten werken", "making the website work"),
    "functional": (
        "de website laten werken, en voorkeuren onthouden",
        "making the website work, and keeping preferences",
    ),
    "analytics": ("het gebruik van de website meten", "measuring the use of the website"),
    "social": ("berichten delen op sociale netwerken", "sharing on social networks"),
    "marketing": ("advertenties tonen en meten", "showing and measuring advertisements"),
}
_PARTIES = {"first": "own", "third": "third"}
_NAMES = {
    "necessary": Text("cookie om de site te laten werken", "cookie that makes the site work"),
    "functional": Text("cookie voor functies van de site", "cookie for functions of the site"),
    "analytics": Text("cookie voor statistiek", "cookie for statistics"),
    "social": Text("cookie van een sociaal netwerk", "cookie of a social network"),
    "marketing": Text("cookie voor advertenties", "cookie for advertisements"),
}
"""What a cookie without a name is called in the list of cookies: by what it does, and never by a claim of a kind."""
_NO_NAME = Text("cookie zonder naam", "cookie without a name")
_BEACON = Text("onzichtbare afbeelding", "web beacon")
_BY_KIND = remark(Text("naar de soort cookie", "by the kind of cookie"), Doubt.SOME)
_NAMELESS = Text("de tekst geeft geen naam", "the text gives no name")
_NO_BEACONS = Text("geen webbakens: zet er geen bij", "no beacons: declare none")
_NO_TRACKING = Text(
    "geen cookies die mensen volgen: zet er geen bij", "no cookies that follow people: declare none"
)


def cookies(material: Material) -> tuple[Entry | None, tuple[Left, ...]]:
    """Groups by kind; what the text does not say of a cookie is unstated there."""
    groups: dict[str, list[tuple[Fact, DeviceItem]]] = {}
    for fact, said in material.of(DeviceItem):
        groups.setdefault(said.category, []).append((fact, said))
    language = material.document.language
    found = [_group(category, items, language) for category, items in groups.items()]
    found += [_beacons(fact, language) for fact, said in material.of(Beacons)[:1] if said.used]
    return (Entry("cookies", tuple(found)) if found else None), tuple(_denials(material))


def _denials(material: Material) -> list[Left]:
    """Denials that the section cannot say: it tells what is used."""
    found = [Left(fact, _NO_BEACONS) for fact, said in material.of(Beacons) if not said.used]
    tracking = [fact for fact, said in material.of(Denial) if said.of == "tracking_cookies"]
    return found + [Left(fact, _NO_TRACKING) for fact in tracking]


def _group(category: str, items: list[tuple[Fact, DeviceItem]], language: Language) -> Entry:
    known = _PURPOSES.get(category)
    asked = next((fact for fact, said in items if said.consent_stated), None)
    kind = _KINDS.get(category)
    below = [
        *((Entry("consent", "asked", quoted(asked)),) if asked else ()),
        Entry("purpose", both(*known), _BY_KIND) if known else unstated("purpose", needed=True),
        *((Entry("kind", kind),) if kind else ()),
        Entry("items", _items(_NAMES.get(category, _NO_NAME).said_in(language), items)),
    ]
    return Entry(slug(category), tuple(below))


def _items(nameless_name: str, items: list[tuple[Fact, DeviceItem]]) -> tuple[Entry, ...]:
    """One item a name; of those without a name one for each way in which they differ."""
    found: dict[str, Entry] = {}
    nameless: list[tuple[Entry, ...]] = []
    for fact, said in items:
        below = (_party(said), _lifetime(said))
        if said.name:
            found.setdefault(said.name, Entry(said.name, below, quoted(fact)))
        elif below not in nameless:
            nameless.append(below)
            key = nameless_name if len(nameless) == 1 else f"{nameless_name} ({len(nameless)})"
            found[key] = Entry(key, below, quoted(fact, Doubt.SOME)).saying(_NAMELESS)
    return tuple(found.values())


def _party(said: DeviceItem) -> Entry:
    return Entry("party", _PARTIES[said.party]) if said.party in _PARTIES else unstated("party")


def _lifetime(said: DeviceItem) -> Entry:
    """The lifetime; "persistent" is none, for it does not say how long."""
    told = "session" if said.lifetime == "session" else length(said.lifetime)
    return Entry("lifetime", told) if told else unstated("lifetime", needed=True)


def _beacons(fact: Fact, language: Language) -> Entry:
    below = (unstated("party"), unstated("lifetime", needed=True), Entry("technique", "pixel"))
    item = Entry(_BEACON.said_in(language), below, quoted(fact)).saying(_NAMELESS)
    return Entry("beacons", (unstated("purpose", needed=True), Entry("items", (item,))))


def signals(material: Material) -> Entry | None:
    """What is done with Do Not Track, or with Global Privacy Control."""
    for fact, said in material.of(BrowserSignal):
        told = "refuses all that is asked" if said.honoured else "ignored"
        quote = fact.quote.text.lower()
        key = "GPC" if "gpc" in quote or "privacy control" in quote else "DNT"
        return Entry("signals", (Entry(key, told, quoted(fact)),))
    return None
