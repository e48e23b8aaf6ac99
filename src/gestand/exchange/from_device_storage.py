"""A device storage disclosure as the `cookies` of a statement: groups by purpose, to be named by a person.

What comes out goes back in: exported again, it is the same disclosure, but for what is told as lost.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO

from ruamel.yaml import YAML

from gestand.core.text import Text
from gestand.exchange.disclosure import Called, Given, SoftwareKit, StorageDisclosure, Stored, shown
from gestand.exchange.seconds import in_seconds_of_words, in_words
from gestand.exchange.tcf import group_word, said

Fields = dict[str, object]

_TECHNIQUES = {"cookie": "cookie", "web": "local storage", "app": "local storage"}
_CALLED = Text("adressen die de website aanroept", "addresses that the site calls")
_KITS = Text("hulpprogramma's in de app", "software kits in the app")
_ONE_LANGUAGE = Text(
    "teksten in de tweede taal: dezelfde als in de eerste; vertaal ze",
    "texts in the second language: the same as in the first; translate them",
)
_GROUPS = Text(
    "namen en teksten van de groepen: naar de nummers van de doelen; geef ze uw eigen woorden",
    "names and texts of the groups: by the numbers of the purposes; give them your own words",
)
_PARTY = Text(
    "wie een cookie zet: uzelf waar het domein een van uw sites is, anders een ander",
    "who sets a cookie: yourself where the domain is one of your sites, and else another",
)


@dataclass(frozen=True)
class Imported:
    """The section `cookies` as YAML, what of the file has no place in it, and what a person should look over."""

    text: str
    lost: tuple[tuple[str, int], ...] = ()
    filled: tuple[Text, ...] = ()


@dataclass
class _Groups:
    """Groups by word while they are being filled."""

    found: dict[str, Fields] = field(default_factory=dict)
    items: dict[str, Fields] = field(default_factory=dict)
    times: Counter[tuple[str, str]] = field(default_factory=Counter)

    def put(self, word: str, name: str, item: Fields, text: Text, consent: str) -> None:
        """Put the item in the first group of that word, `tcf-1-9` or `tcf-1-9-again-1`, where its name is free."""
        again = self.times[word, name]
        self.times[word, name] += 1
        group = f"{word}-again-{again}" if again else word
        items = self.items.setdefault(group, {})
        items[name] = item
        self.found[group] = {"consent": consent, "purpose": {"nl": text.nl, "en": text.en}, "items": items}


def from_device_storage(disclosure: StorageDisclosure, sites: Iterable[str] = ()) -> Imported:
    """The disclosure as the section `cookies`; `sites` are the company's own, to tell whose a cookie is."""
    groups, own = _Groups(), tuple(sites)
    for stored in disclosure.disclosures:
        numbers = tuple(dict.fromkeys(stored.purposes))
        word, consent = group_word(numbers), "asked" if numbers else "not applicable"
        for domain in _apart(stored, own):
            groups.put(word, stored.identifier, _item(stored, domain, own), said(numbers), consent)
    for called in disclosure.domains:
        groups.put("called-addresses", called.domain, _address(called), _CALLED, "unstated")
    for kit in disclosure.sdks:
        groups.put("software-kits", kit.name, _kit(kit), _KITS, "unstated")
    filled = (_GROUPS, _PARTY, *([_ONE_LANGUAGE] if disclosure.domains or disclosure.sdks else []))
    return Imported(_yaml(groups.found), tuple(_lost(disclosure)), filled)


def _apart(stored: Stored, sites: tuple[str, ...]) -> tuple[str | None, ...]:
    """Its domains one by one, for an item has one; none where they are exactly the company's sites."""
    if not stored.domains or set(stored.domains) == set(sites):
        return (None,)
    return tuple(dict.fromkeys(stored.domains))


def _item(stored: Stored, domain: str | None, sites: tuple[str, ...]) -> Fields:
    own = bool(stored.domains) and (domain is None or any(_same(domain, site) for site in sites))
    technique = _TECHNIQUES[stored.type]
    return {
        "party": "own" if own else "third",
        "lifetime": in_words(stored.max_age),
        **({"technique": technique} if technique != "cookie" else {}),
        **({"domain": domain} if domain else {}),
    }


def _same(domain: str, site: str) -> bool:
    """Whether a cookie of the domain is the site's own: `.example.org` is that of `www.example.org`."""
    bare = domain.removeprefix("*").removeprefix(".")
    return site == bare or site.endswith(f".{bare}") or bare.endswith(f".{site}")


def _address(called: Called) -> Fields:
    technique: Fields = {"technique": "pixel", "domain": called.domain}
    return {"party": "third", "lifetime": "one operation", **technique, **_purpose(called.use)}


def _kit(kit: SoftwareKit) -> Fields:
    return {"party": "third", "lifetime": "until erased", "technique": "software kit", **_purpose(kit.use)}


def _purpose(use: str) -> Fields:
    said_once = "".join(sign for sign in " ".join(use.split()) if sign.isprintable())
    return {"purpose": {"nl": said_once, "en": said_once}} if said_once else {}


def _lost(disclosure: StorageDisclosure) -> Iterator[tuple[str, int]]:
    """What the file says and a statement has no place for."""
    counts: Counter[str] = Counter()
    for stored in disclosure.disclosures:
        counts["disclosures/cookieRefresh"] += stored.refresh
        counts["disclosures/type app, told as local storage"] += stored.type == "app"
        rounded = in_seconds_of_words(in_words(stored.max_age)) != stored.max_age
        counts["disclosures/maxAgeSeconds, rounded up to whole hours"] += rounded
    parts: tuple[tuple[str, tuple[Given, ...]], ...] = (
        ("file", (disclosure,)),
        ("disclosures", disclosure.disclosures),
        ("domains", disclosure.domains),
        ("sdks", disclosure.sdks),
    )
    for section, given in parts:
        for one in given:
            for key in one.model_extra or {}:
                counts[f"{section}/{shown(key)}"] += 1
    return ((part, count) for part, count in counts.items() if count)


def _yaml(groups: dict[str, Fields]) -> str:
    out, writer = StringIO(), YAML()
    writer.default_flow_style, writer.width, writer.allow_unicode = False, 110, True
    writer.dump({"cookies": groups or "none"}, out)
    return out.getvalue()
