"""How people hear of changes, what changed since an older version, and what the words mean."""

from gestand.clock.errors import TermError
from gestand.clock.period import parse_period
from gestand.core.text import Text
from gestand.documents.page import Bullets, Paragraph, Section, Topic
from gestand.documents.voice import Voice, anchor, bullets, paragraph, plain, said, sentence
from gestand.statement.absent import NONE, Absent
from gestand.statement.diff import Change, Kind, compare
from gestand.statement.model import Statement
from gestand.statement.spoken import thing_words
from gestand.statement.surroundings import Changes

_TITLE = Text("Hoe hoort u van wijzigingen?", "How do you hear of changes?")
_NEVER = Text("Wij vertellen u niet van wijzigingen.", "We do not tell you of changes.")
_TOLD = Text(
    "Wijzigt deze verklaring? Dan ziet u dat hieraan:", "Does this statement change? Then you see it by this:"
)
_BY = {
    "the date at the top": Text("de datum bovenaan", "the date at the top"),
    "a list of changes": Text("een lijst van wat er is gewijzigd", "a list of what has changed"),
    "email": Text("een e-mail aan u", "an e-mail to you"),
    "a notice on the site": Text("een bericht op de site", "a notice on the site"),
}
_BEFORE = Text("U weet het {period} van tevoren.", "You know {period} beforehand.")
_SINCE_TITLE = Text("Wat is er gewijzigd?", "What has changed?")
_SINCE = Text(
    "Dit is anders dan in {version}",
    "This differs from {version}",
)
_VERSION = Text("versie {version}", "version {version}")
_FROM = Text("die gold vanaf {day}", "in force from {day}")
_SAME = Text(
    "Niets, sinds {version}",
    "Nothing, since {version}",
)
_KINDS = {
    "new": Text("Nieuw", "New"),
    "stricter": Text("Strenger: wij beloven meer", "Stricter: we promise more"),
    "laxer": Text("Ruimer: wij beloven minder", "Laxer: we promise less"),
    "changed": Text("Anders", "Different"),
    "gone": Text("Vervallen", "Gone"),
}
_EXPLAINED = Text("Wat betekenen deze woorden?", "What do these words mean?")


def section(voice: Voice) -> Section | None:
    """By what changes are told, and how long beforehand."""
    changes = voice.statement.changes
    if changes is NONE:
        return Section("changes", voice.say(_TITLE), (paragraph(voice.say(_NEVER)),))
    if not isinstance(changes, Changes):
        return None
    ways = bullets(voice.say(_BY[way]) for way in changes.told_by)
    before = (
        ()
        if isinstance(changes.told_before, Absent)
        else (paragraph(_beforehand(voice, changes.told_before)),)
    )
    return Section("changes", voice.say(_TITLE), (paragraph(voice.say(_TOLD)), ways, *before))


def _beforehand(voice: Voice, written: str) -> str:
    """The period in the reader's language, where it is one; as written, where it is not."""
    try:
        period = voice.length(parse_period(written))
    except TermError:
        period = plain(written)
    return voice.say(_BEFORE, period=period)


def since(voice: Voice, older: Statement) -> Section:
    """Every difference from an older version, in plain sentences, by kind; the gravest to the reader first."""
    found = tuple(change for change in compare(older, voice.statement) if not _is_a_word_only(change))
    text = sentence(voice.say(_SINCE if found else _SAME, version=_version(voice, older)))
    before = Voice(older, voice.language)
    told = [(one.kind, _readable(before if one.kind == "gone" else voice, one)) for one in found]
    topics = (_of_kind(voice, kind, told) for kind in _KINDS)
    return Section(
        "changed",
        voice.say(_SINCE_TITLE),
        (paragraph(text),),
        tuple(topic for topic in topics if topic.pieces),
    )


def _version(voice: Voice, older: Statement) -> str:
    number = voice.say(_VERSION, version=older.version)
    return f"{number}, {voice.say(_FROM, day=voice.day(older.effective))}" if older.effective else number


def _of_kind(voice: Voice, kind: str, told: list[tuple[Kind, str]]) -> Topic:
    mine = tuple(paragraph(text) for its, text in told if its == kind)
    return Topic(voice.say(_KINDS[kind]), (Bullets(mine),) if mine else (), anchor("changed", kind))


def _is_a_word_only(change: Change) -> bool:
    """A moment or a condition that is new or gone: nobody reads of it but in the promise that counts from it."""
    return change.path.startswith(("moments/", "conditions/")) and change.kind in ("new", "gone")


def _readable(voice: Voice, change: Change) -> str:
    """The change without the company's own keys: `Data “name” (name)` becomes `Data “name”`."""
    told = voice.say(change.what)
    path = tuple(change.path.split("/"))
    section, key, *_ = (*path, "")
    named, thing = _in_words(voice, section, key), thing_words(voice.statement, path, voice.language)
    if named and told.startswith(thing):
        return f"{thing.removesuffix(key)}“{named}”{told.removeprefix(thing)}"
    return told.replace(f"” ({key})", "”", 1)


def _in_words(voice: Voice, section: str, key: str) -> str:
    """What a promise to erase, or a stream of messages, is about; for those have no text of their own."""
    statement = voice.statement
    if section == "retention" and key in statement.retention:
        return voice.data(statement.retention[key].data)
    stream = {**(statement.marketing or {}), **(statement.messages or {})}.get(key)
    if section not in ("marketing", "messages") or not stream:
        return ""
    if stream.about:
        return voice.say(stream.about)
    purpose = statement.purposes.get(stream.purpose or key)
    return voice.say(purpose) if purpose else ""


def explained(voice: Voice) -> Section | None:
    """The words that the statement explains to its readers."""
    items = tuple(
        Paragraph(said(sentence(voice.say(text))), anchor("explained", word))
        for word, text in (voice.statement.explained or {}).items()
    )
    return Section("explained", voice.say(_EXPLAINED), (Bullets(items),)) if items else None
