"""What the company sends: advertising, and the messages that belong to the service (Tw 11.7)."""

from collections.abc import Iterator, Mapping

from gestand.clock.term import Period
from gestand.core.text import Text
from gestand.documents.page import Bullets, Paragraph, Section, Topic
from gestand.documents.voice import Voice, anchor, capital, paragraph, said
from gestand.statement.absent import NONE, UNSTATED, Absent
from gestand.statement.messages import Messages

_TITLE = Text("Welke berichten sturen wij u?", "Which messages do we send you?")
_ADVERTISING = Text("Reclame", "Advertising")
_SERVICE = Text("Berichten die bij de dienst horen", "Messages that belong to the service")
_NO_ADVERTISING = Text("Wij sturen u geen reclame.", "We send you no advertising.")
_NO_MESSAGES = Text(
    "Wij sturen u geen berichten over de dienst.", "We send you no messages about the service."
)
_SENT = Text("{what}: {channel}, aan {to}.", "{what}: {channel}, to {to}.")
_CHANNELS = {
    "email": Text("per e-mail", "by e-mail"),
    "text message": Text("per sms", "by text message"),
    "phone": Text("per telefoon", "by phone"),
    "post": Text("per post", "by post"),
    "push message": Text("met een pushbericht", "by push message"),
    "fax": Text("per fax", "by fax"),
    "social network": Text("via een sociaal netwerk", "through a social network"),
}
_CONFIRMED = {
    "double opt-in": Text(
        "Alleen als u zich aanmeldt en dat bevestigt via een link.",
        "Only if you sign up and confirm that through a link.",
    ),
    "single opt-in": Text("Alleen als u zich aanmeldt.", "Only if you sign up."),
    "existing customer": Text("Omdat u bij ons klant bent.", "Because you are a customer of ours."),
    "bundled with the account": Text("Dit hoort bij uw account.", "This comes with your account."),
}
_STOPS = {
    "link in every message": Text("met de link in elk bericht", "with the link in every message"),
    "preference page": Text("op de pagina met uw voorkeuren", "on the page with your preferences"),
    "message to an address": Text("met een bericht aan ons", "with a message to us"),
    "settings": Text("bij uw instellingen", "in your settings"),
    "reply": Text("door te antwoorden", "by replying"),
}
_STOP = Text("Afmelden kan altijd: {ways}.", "You can stop it at any time: {ways}.")
_STOP_BY_LAW = Text(
    "Wilt u dit niet meer? Zeg het ons, dan stoppen wij ermee.",
    "Do you not want this any more? Tell us, and we stop it.",
)
"""What the law gives anyone who gets advertising, whatever the statement says of it (GDPR 21(3))."""
_NO_STOP = Text(
    "Afmelden kan niet, zolang u de dienst gebruikt.", "You cannot stop it while you use the service."
)
_EFFECTIVE = Text("Uw afmelding werkt binnen {length}.", "It has stopped within {length}.")
_CHOSEN = Text("U kiest zelf welke u krijgt, bij {page}.", "You choose yourself which you get, at {page}.")
_MEASURES = {
    "opened": Text("of u ze opent", "whether you open them"),
    "clicked": Text("waar u op klikt", "what you click"),
    "forwarded": Text("of u ze doorstuurt", "whether you forward them"),
    "bought": Text("of u daarna iets koopt", "whether you buy something afterwards"),
}
_MEASURED = Text("Wij meten {what}.", "We measure {what}.")
_NOT_MEASURED = Text(
    "Wij meten niet wat u met deze berichten doet.", "We do not measure what you do with these messages."
)
_AT_MOST = Text("Hoe vaak: {often}.", "How often: {often}.")


def section(voice: Voice) -> Section | None:
    """Both kinds of messages, or that there are none."""
    statement = voice.statement
    denied = [_NO_ADVERTISING] if statement.marketing is NONE else []
    denied += [_NO_MESSAGES] if statement.messages is NONE else []
    topics = (
        *_topic(voice, _ADVERTISING, "marketing", statement.marketing or {}),
        *_topic(voice, _SERVICE, "messages", statement.messages or {}),
    )
    pieces = tuple(paragraph(voice.say(text)) for text in denied)
    return Section("sent", voice.say(_TITLE), pieces, topics) if pieces or topics else None


def _topic(voice: Voice, title: Text, room: str, streams: Mapping[str, Messages]) -> Iterator[Topic]:
    items = tuple(
        Paragraph(said(" ".join(_told(voice, room, word, stream))), anchor(room, word))
        for word, stream in streams.items()
    )
    if items:
        yield Topic(voice.say(title), (Bullets(items),), room)


def _told(voice: Voice, room: str, word: str, stream: Messages) -> Iterator[str]:
    channels = (stream.channel,) if isinstance(stream.channel, str) else stream.channel
    yield voice.say(
        _SENT,
        what=capital(_what(voice, word, stream)),
        channel=voice.listed(voice.say(_CHANNELS[channel]) for channel in channels),
        to=voice.people((stream.to,)),
    )
    if stream.confirmed:
        yield voice.say(_CONFIRMED[stream.confirmed])
    if not isinstance(stream.chosen_in, Absent):
        yield voice.say(_CHOSEN, page=voice.line(stream.chosen_in))
    yield from _ends(voice, room, stream)
    if stream.measured is NONE:
        yield voice.say(_NOT_MEASURED)
    elif stream.measured:
        yield voice.say(_MEASURED, what=voice.listed(voice.say(_MEASURES[one]) for one in stream.measured))
    if not isinstance(stream.at_most, Absent):
        yield voice.say(_AT_MOST, often=voice.line(stream.at_most))


def _what(voice: Voice, word: str, stream: Messages) -> str:
    """What the messages tell: their own text, else that of their purpose."""
    if stream.about:
        return voice.say(stream.about)
    purpose = voice.statement.purposes.get(stream.purpose or word)
    return voice.say(purpose) if purpose else word


def _ends(voice: Voice, room: str, stream: Messages) -> Iterator[str]:
    if stream.opt_out is UNSTATED and room == "marketing":
        yield voice.say(_STOP_BY_LAW)
    elif stream.opt_out is NONE:
        yield voice.say(_NO_STOP)
    elif stream.opt_out:
        yield voice.say(_STOP, ways=voice.either(voice.say(_STOPS[way]) for way in stream.opt_out))
    if isinstance(stream.opt_out_effective_within, Period):
        yield voice.say(_EFFECTIVE, length=voice.length(stream.opt_out_effective_within))
