"""What is stored on, or read from, devices: a table for each group (Tw 11.7a), and the signals of browsers."""

from collections.abc import Iterator

from gestand.clock.term import Period
from gestand.core.text import Text
from gestand.documents.page import Piece, Row, Section, Topic
from gestand.documents.sections import links
from gestand.documents.voice import Voice, anchor, capital, paragraph, plain, said, sentence, table
from gestand.statement.absent import NONE, NOT_APPLICABLE, Absent
from gestand.statement.devices import DeviceGroup, Item, Signals

_TITLE = Text("Welke cookies gebruiken wij?", "Which cookies do we use?")
NO_COOKIES = Text(
    "Wij zetten niets op uw apparaat en lezen er niets van: geen cookies, en niets wat erop lijkt.",
    "We store nothing on your device and read nothing from it: no cookies, and nothing like them.",
)
_KINDS = {
    "necessary": Text("noodzakelijke cookies", "necessary cookies"),
    "functional": Text("functionele cookies", "functional cookies"),
    "analytics": Text("cookies om bezoek te meten", "cookies that measure visits"),
    "social": Text("cookies van sociale netwerken", "cookies of social networks"),
    "advertising": Text("cookies voor reclame", "cookies for advertising"),
}
_OTHER = Text("andere cookies", "other cookies")
_FOR = Text("Waarvoor: {purpose}", "What for: {purpose}")
_ASKED = Text("Wij gebruiken ze pas als u toestemming geeft.", "We use them only after you consent.")
_BROWSER = Text(
    "Wij vragen geen toestemming: weigeren doet u in uw browser.",
    "We ask for no consent: you refuse them in your browser.",
)
_NEEDED = Text(
    "De site kan niet zonder. Daarom vragen wij hiervoor geen toestemming.",
    "The site cannot do without them. That is why we ask for no consent.",
)
_NOT_ASKED = Text("Wij vragen hiervoor geen toestemming.", "We ask for no consent for these.")
_COSTS = Text("Wat u mist als u weigert: {costs}", "What you miss if you refuse: {costs}")
_COSTS_NOTHING = Text("Weigeren kost u niets.", "Refusing costs you nothing.")
_NAME, _WHAT_FOR, _WHOSE = Text("Naam", "Name"), Text("Waarvoor", "What for"), Text("Van wie", "Whose")
_LASTS, _KIND = Text("Hoe lang", "How long"), Text("Soort", "Kind")
_OWN = Text("van ons", "ours")
_OWN_READ = Text("van ons; ook gelezen door {reader}", "ours; also read by {reader}")
_THIRD = Text("van een ander", "of another")
_LIFETIMES = {
    "session": Text("tot u de browser sluit", "until you close the browser"),
    "one operation": Text("één handeling", "one operation"),
    "until erased": Text("tot u ze zelf wist", "until you erase it yourself"),
}
_TECHNIQUES = {
    "cookie": Text("cookie", "cookie"),
    "local storage": Text("opslag in de browser", "local storage"),
    "pixel": Text("pixel", "pixel"),
    "tracking link": Text("volglink", "tracking link"),
    "fingerprint": Text("vingerafdruk van uw apparaat", "fingerprint of your device"),
    "software kit": Text("meegeleverde software", "software kit"),
}
_SIGNALS = Text("Signalen van uw browser", "Signals of your browser")
_GPC = Text("Global Privacy Control (GPC)", "Global Privacy Control (GPC)")
_DNT = Text("Do Not Track", "Do Not Track")
_REFUSES = Text(
    "Wij respecteren {signal}. Stuurt uw browser dat signaal, dan weigert u alles waarvoor wij toestemming vragen.",
    "We honour {signal}. If your browser sends that signal, you refuse all that we ask consent for.",
)
_IGNORED = Text("Met {signal} doen wij niets.", "We do nothing with {signal}.")
_IGNORED_ALL = Text(
    "Met signalen van uw browser doen wij niets.", "We do nothing with signals of your browser."
)


def section(voice: Voice) -> Section | None:
    """The groups with their tables; or the denial."""
    denied = (paragraph(voice.say(NO_COOKIES)),) if voice.statement.cookies is NONE else ()
    topics = (*_groups(voice), *_signals(voice), *links.topics(voice))
    return Section("cookies", voice.say(_TITLE), denied, topics) if denied or topics else None


def _groups(voice: Voice) -> Iterator[Topic]:
    groups = voice.statement.cookies or {}
    kinds = [group.kind for group in groups.values()]
    for word, group in groups.items():
        purpose = _purpose(voice, group)
        title = capital(voice.say(kind_words(group.kind)))
        if purpose and kinds.count(group.kind) > 1:
            title = f"{title}: {purpose}"
        what_for = [sentence(voice.say(_FOR, purpose=purpose))] if purpose else []
        text = " ".join([*what_for, *_choice(voice, group)])
        told = (paragraph(text),) if text else ()
        yield Topic(title, (*told, _table(voice, word, group, title)), anchor("cookies", word))


def kind_words(kind: str | Absent) -> Text:
    """The heading under which people know a group; other cookies, where the statement names none."""
    return _KINDS[kind] if isinstance(kind, str) else _OTHER


def _purpose(voice: Voice, group: DeviceGroup) -> str:
    if isinstance(group.purpose, str):
        return voice.say(voice.statement.purposes[group.purpose])
    return voice.say(group.purpose) if group.purpose else ""


def _choice(voice: Voice, group: DeviceGroup) -> Iterator[str]:
    """Whether consent is asked, and what refusing costs."""
    told = {"asked": _ASKED, "left to the browser": _BROWSER, NOT_APPLICABLE: _NEEDED, NONE: _NOT_ASKED}
    if group.consent in told:
        yield voice.say(told[group.consent])
    if group.refusing_costs is NONE:
        yield voice.say(_COSTS_NOTHING)
    elif group.refusing_costs:
        yield sentence(voice.say(_COSTS, costs=voice.say(group.refusing_costs)))


def _table(voice: Voice, word: str, group: DeviceGroup, title: str) -> Piece:
    """The things of a group. What one is for, and of which kind, is told where they are not all alike."""
    columns = [voice.say(column) for column in (_NAME, _WHAT_FOR, _WHOSE, _LASTS, _KIND)]
    items = group.items.values()
    shared = _purpose(voice, group) if any(item.purpose for item in items) else ""
    named = any(item.technique != "cookie" for item in items)
    rows = []
    for name, item in group.items.items():
        purpose = voice.say(item.purpose) if item.purpose else shared
        kind = voice.say(_TECHNIQUES[item.technique]) if named else ""
        cells = (plain(name), purpose, _whose(voice, item), lifetime(voice, item), kind)
        rows.append(Row(tuple(said(cell) for cell in cells), anchor("cookies", word, name)))
    return table(title, columns, rows)


def _whose(voice: Voice, item: Item) -> str:
    reader = voice.recipient(item.read_by) if item.read_by else ""
    if item.party == "own":
        return voice.say(_OWN_READ, reader=reader) if reader else voice.say(_OWN)
    named = ", ".join(filter(None, (reader, item.domain or "")))
    return named or (voice.say(_THIRD) if item.party else "")


def lifetime(voice: Voice, item: Item) -> str:
    """How long the thing stays on the device; empty where the statement does not say."""
    if isinstance(item.lifetime, Period):
        return voice.length(item.lifetime)
    return voice.say(_LIFETIMES[item.lifetime]) if item.lifetime else ""


def _signals(voice: Voice) -> Iterator[Topic]:
    signals = voice.statement.signals
    told = [voice.say(_IGNORED_ALL)] if signals is NONE else []
    if isinstance(signals, Signals):
        for name, done in ((_GPC, signals.gpc), (_DNT, signals.dnt)):
            if done or done is NONE:
                kind = _REFUSES if done == "refuses all that is asked" else _IGNORED
                told.append(voice.say(kind, signal=voice.say(name)))
    if told:
        yield Topic(voice.say(_SIGNALS), tuple(paragraph(text) for text in told), "signals")
