"""Cookies and the signals of browsers."""

from gestand.core.fact import BrowserSignal, DeviceItem, Doubt, Fact
from gestand.reading.draft.lengths import length
from gestand.reading.draft.material import Left, Material
from gestand.reading.draft.tree import Entry, both, quoted, slug

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
    "unspecified": ("niet genoemd", "not stated"),
}
_PARTIES = {"first": "own", "third": "third"}


def cookies(material: Material) -> tuple[Entry | None, tuple[Left, ...]]:
    """Groups by kind; a cookie of which the text names no lifetime is left, for a statement must name one."""
    groups: dict[str, list[tuple[Fact, DeviceItem]]] = {}
    left: list[Left] = []
    for fact, said in material.of(DeviceItem):
        if _lifetime(said):
            groups.setdefault(said.category, []).append((fact, said))
        else:
            left.append(Left(fact, f"{said.category} cookies: name each, with its party and lifetime"))
    found = tuple(_group(category, items) for category, items in groups.items())
    return (Entry("cookies", found) if found else None), tuple(left)


def _group(category: str, items: list[tuple[Fact, DeviceItem]]) -> Entry:
    nl, en = _PURPOSES.get(category, _PURPOSES["unspecified"])
    asked = next((fact for fact, said in items if said.consent_stated), None)
    kind = _KINDS.get(category)
    below = [
        *((Entry("consent", "asked", quoted(asked)),) if asked else ()),
        Entry("purpose", both(nl, en)),
        *((Entry("kind", kind),) if kind else ()),
        Entry("items", tuple({item.key: item for item in _items(items)}.values())),
    ]
    return Entry(slug(category), tuple(below))


def _items(items: list[tuple[Fact, DeviceItem]]) -> list[Entry]:
    return [_item(number, fact, said) for number, (fact, said) in enumerate(items, 1)]


def _item(number: int, fact: Fact, said: DeviceItem) -> Entry:
    party = Entry(
        "party", _PARTIES.get(said.party or "", "own"), "" if said.party else "not in the text · doubt much"
    )
    below = (party, Entry("lifetime", _lifetime(said)))
    return Entry(
        said.name or f"{said.category} {number}", below, quoted(fact, None if said.name else Doubt.SOME)
    )


def _lifetime(said: DeviceItem) -> str:
    """The lifetime in words; empty when the text names none."""
    return "session" if said.lifetime == "session" else length(said.lifetime)


def signals(material: Material) -> Entry | None:
    """What is done with Do Not Track."""
    for fact, said in material.of(BrowserSignal):
        told = "refuses all that is asked" if said.honoured else "ignored"
        key = (
            "GPC"
            if "gpc" in fact.quote.text.lower() or "privacy control" in fact.quote.text.lower()
            else "DNT"
        )
        return Entry("signals", (Entry(key, told, quoted(fact)),))
    return None
