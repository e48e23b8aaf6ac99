"""What is put before a visitor who is asked for consent: the same words in the banner and in the form without a script.

Two layers (Tw 11.7a; GDPR 4(11), 7). The first says who asks, for what, and lets her accept and refuse alike; the
second tells of each purpose who receives, what stays on her device and for how long, and lets her choose one by one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from gestand.core.choice import Offer
from gestand.core.text import Language, Text
from gestand.documents.sections.cookies import lifetime
from gestand.documents.voice import Voice, sentence
from gestand.statement.asked import Asked, asked
from gestand.statement.devices import Item, Signals
from gestand.statement.model import Statement

LAYOUT = "consent 1: a banner of two layers, or one form; refuse, accept and choose are buttons alike"
"""How it is laid out. The banner and the form say the same; the way of a choice tells which of them it was."""

_TITLE = Text("Uw keuze over cookies", "Your choice about cookies")
_OPENING = Text(
    "{company} wil iets op uw apparaat bewaren, of ervan lezen, voor:",
    "{company} would like to store things on your device, or read them from it, for:",
)
_FREE = Text(
    "U mag weigeren. Later anders kiezen kan ook altijd.",
    "You are free to refuse. You can also choose differently at any time.",
)
_SIGNAL = Text(
    "Uw browser weigert dit al voor u, met een signaal. Wat u hier kiest, gaat voor.",
    "Your browser refuses this for you already, by a signal. What you choose here comes first.",
)
_FAILED = Text(
    "Uw keuze is niet bewaard, want onze server antwoordt niet. Er gebeurt niets waarvoor wij toestemming vragen. "
    "Probeer het later nog eens.",
    "Your choice is not kept, for our server does not answer. Nothing happens that we ask consent for. Try again "
    "later.",
)
_STATEMENT = Text("Privacyverklaring", "Privacy statement")
_REFUSE, _ACCEPT = Text("Alles weigeren", "Refuse all"), Text("Alles accepteren", "Accept all")
_MORE, _SAVE = Text("Zelf kiezen", "Choose yourself"), Text("Mijn keuze bewaren", "Keep my choice")
_CLOSE, _AGAIN = (
    Text("Sluiten zonder keuze", "Close without a choice"),
    Text("Cookiekeuzes", "Cookie choices"),
)
_RECEIVES = Text("Wie het krijgt: {names}", "Who receives it: {names}")
_STAYS = Text("Op uw apparaat: {items}", "On your device: {items}")
_STAYS_FOR = Text("{name} ({lifetime})", "{name} ({lifetime})")
_COSTS = Text("Wat u mist als u weigert: {costs}", "What you miss if you refuse: {costs}")


@dataclass(frozen=True)
class Asking:
    """One purpose as it is put before her: its word, its name, and the sentences below it.

    `names` are those of all that it puts on the device, to be taken away after a withdrawal.
    """

    word: str
    name: str
    told: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Buttons:
    """What each button says, and the link or button by which she comes back."""

    refuse: str
    accept: str
    more: str
    save: str
    close: str
    again: str


@dataclass(frozen=True)
class Banner:
    """All that is shown in one language. `gpc` and `dnt`: that signal of her browser refuses what is asked."""

    language: Language
    title: str
    opening: str
    free: str
    signal: str
    failed: str
    statement: str
    buttons: Buttons
    purposes: tuple[Asking, ...]
    gpc: bool
    dnt: bool


def banner(statement: Statement, language: Language) -> Banner:
    """The words of the banner, and of the form, generated from the statement."""
    voice, signals = Voice(statement, language), statement.signals
    buttons = Buttons(*map(voice.say, (_REFUSE, _ACCEPT, _MORE, _SAVE, _CLOSE, _AGAIN)))
    told = (signals.gpc, signals.dnt) if isinstance(signals, Signals) else ()
    gpc, dnt = (one == "refuses all that is asked" for one in told or ("", ""))
    return Banner(
        language=language,
        title=voice.say(_TITLE),
        opening=voice.say(_OPENING, company=voice.speaker),
        free=voice.say(_FREE),
        signal=voice.say(_SIGNAL),
        failed=voice.say(_FAILED),
        statement=voice.say(_STATEMENT),
        buttons=buttons,
        purposes=tuple(_asking(voice, word, one) for word, one in asked(statement).items()),
        gpc=gpc,
        dnt=dnt,
    )


def offer(statement: Statement, language: Language) -> Offer:
    """What goes on record as shown: every text, every button, and each purpose with all that stands beside it."""
    shown = banner(statement, language)
    return Offer(
        language=language,
        layout=LAYOUT,
        texts=(shown.title, shown.opening, shown.free, shown.signal, shown.failed, shown.statement),
        buttons=tuple(getattr(shown.buttons, one.name) for one in fields(Buttons)),
        purposes=tuple((one.word, "\n".join((one.name, *one.told))) for one in shown.purposes),
    )


def _asking(voice: Voice, word: str, one: Asked) -> Asking:
    names = tuple(dict.fromkeys(name for name, _ in one.items))
    return Asking(word, voice.say(one.name), tuple(_told(voice, one, dict(one.items))), names)


def _told(voice: Voice, one: Asked, items: Mapping[str, Item]) -> Iterator[str]:
    """Who receives, what stays and for how long, and what refusing costs."""
    if one.recipients:
        yield sentence(voice.say(_RECEIVES, names=voice.listed(map(voice.recipient, one.recipients))))
    yield sentence(voice.say(_STAYS, items=", ".join(_stays(voice, *item) for item in items.items())))
    for costs in one.costs:
        yield sentence(voice.say(_COSTS, costs=voice.say(costs)))


def _stays(voice: Voice, name: str, item: Item) -> str:
    how_long = lifetime(voice, item)
    return voice.say(_STAYS_FOR, name=name, lifetime=how_long) if how_long else name
