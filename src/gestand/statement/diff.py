"""What changed between two statements, in plain sentences: new, gone, stricter, laxer, or just changed."""

from dataclasses import dataclass
from typing import Literal

from gestand.clock.term import Period
from gestand.core.place import Place
from gestand.core.text import Language, Text
from gestand.statement.absent import Absent
from gestand.statement.compare import compare_periods, stricter
from gestand.statement.leaves import THINGS, Path, leaves, things
from gestand.statement.model import Statement
from gestand.statement.sentences import retention_data, retention_sentence
from gestand.statement.spoken import field_words, thing_words, value_words
from gestand.statement.terms import Kept

Kind = Literal["new", "gone", "stricter", "laxer", "changed"]

_LANGUAGES: tuple[Language, Language] = ("nl", "en")
_FIXED = ("one operation", "session", "until erased")
_MORE_IS_STRICTER = {
    "retention/data",
    "rights/ways",
    "rights/named",
    "security/",
    "marketing/opt-out",
    "breach/to",
}
_MORE_IS_LAXER = {"recipients/data", "recipients/for", "purposes/data", "sold/data", "disclosures/because"}
_HOUSEKEEPING = {("version",), ("gestand",), ("effective",), ("language",)}


@dataclass(frozen=True)
class Change:
    """One difference. `path` is the promise or its part (`retention/invoices`), `place` where the newer text is.

    `what` is a whole sentence in both languages. A thing that is gone has its place in the older file.
    """

    kind: Kind
    path: str
    what: Text
    place: Place


def compare(old: Statement, new: Statement) -> tuple[Change, ...]:
    """Every difference between two statements, in the order of the newer one; what is gone comes last."""
    before, after = leaves(old), leaves(new)
    had, has = things(before), things(after)
    turned = _turned(before, after)
    told_whole = (had ^ has) | turned
    changes = [_arrived(new, path, before) for path in _outermost(has - had)]
    changes += [_departed(old, path) for path in _outermost(had - has)]
    changes += [
        _turn(new, path, before) for path in turned - (had ^ has) if len(path) > 1 or not _is_map(path)
    ]
    for path in dict.fromkeys([*after, *before]):
        inside = any(path[: len(whole)] == whole for whole in told_whole)
        if before.get(path) != after.get(path) and not inside and path not in _HOUSEKEEPING:
            changes.append(_altered(old, new, path, before.get(path), after.get(path)))
    return tuple(sorted(changes, key=lambda change: (change.kind == "gone", change.place.line, change.path)))


def _turned(before: dict[Path, object], after: dict[Path, object]) -> set[Path]:
    """Where one of the two has a plain absence and the other a whole part: `none` that became terms, or back."""
    pairs = ((before, after), (after, before))
    return {
        path
        for one, other in pairs
        for path, value in one.items()
        if isinstance(value, Absent)
        and any(len(deep) > len(path) and deep[: len(path)] == path for deep in other)
    }


def _is_map(path: Path) -> bool:
    """Whether the things of a section are told one by one, so that the section itself need not be."""
    return path[0] in THINGS


def _turn(new: Statement, path: Path, before: dict[Path, object]) -> Change:
    denied_now = path not in before
    nl, en = (_turn_words(new, path, denied_now, language) for language in _LANGUAGES)
    return Change(_denials(path, denied_now), "/".join(path), Text(nl, en), new.place_of("/".join(path)))


def _turn_words(statement: Statement, path: Path, denied_now: bool, language: Language) -> str:
    subject = f"{thing_words(statement, path, language)}{field_words(path, language)}"
    if denied_now:
        return (
            f"{subject}: {({'nl': 'eerst wel, nu niet meer', 'en': 'stated before, denied now'})[language]}."
        )
    return f"{subject}: {({'nl': 'eerst niet, nu wel', 'en': 'denied before, stated now'})[language]}."


def _arrived(new: Statement, path: Path, before: dict[Path, object]) -> Change:
    denied = before.get(path[:1]) is Absent.NONE
    nl, en = (_introduced(new, path, language, denied) for language in _LANGUAGES)
    return Change("laxer" if denied else "new", "/".join(path), Text(nl, en), new.place_of("/".join(path)))


def _departed(old: Statement, path: Path) -> Change:
    nl, en = (_introduced(old, path, language, denied=False) for language in _LANGUAGES)
    return Change("gone", "/".join(path), Text(nl, en), old.place_of("/".join(path)))


def _outermost(paths: set[Path]) -> list[Path]:
    """A group that came whole is told once, not once more for each cookie in it."""
    inside = {path for path in paths if any(path != other and path[: len(other)] == other for other in paths)}
    return sorted(paths - inside)


def _introduced(statement: Statement, path: Path, language: Language, denied: bool) -> str:
    if path[0] == "retention":
        return retention_sentence(statement, path[1], language)
    thing = thing_words(statement, path, language)
    if not denied:
        return f"{thing}."
    return {"nl": f"{thing}; eerst was dit er niet.", "en": f"{thing}; this was denied before."}[language]


def _altered(old: Statement, new: Statement, path: Path, was: object, now: object) -> Change:
    nl, en = (_altered_words(old, new, path, was, now, language) for language in _LANGUAGES)
    place = (old if now is None else new).place_of("/".join(part for part in path if part != "text"))
    return Change(_kind(path, was, now), "/".join(path), Text(nl, en), place)


def _altered_words(
    old: Statement, new: Statement, path: Path, was: object, now: object, language: Language
) -> str:
    if path[0] == "retention" and path[-1] == "kept":
        subject = retention_data(new, path[1], language)
    else:
        subject = f"{thing_words(new, path, language)}{field_words(path, language)}"
    before, after = value_words(old, was, language), value_words(new, now, language)
    if path[0] == "breach":
        before, after = (words.removeprefix("tot ").removeprefix("until ") for words in (before, after))
    joining = {"nl": f"eerst {before}, nu {after}", "en": f"first {before}, now {after}"}[language]
    return f"{subject}: {joining}."


def _kind(path: Path, was: object, now: object) -> Kind:
    if isinstance(was, Kept) and isinstance(now, Kept):
        compared = stricter(was, now)
        return compared if compared in ("stricter", "laxer") else "changed"
    if _is_length(was) and _is_length(now):
        return _lengths(was, now)
    if isinstance(was, tuple) and isinstance(now, tuple):
        return _lists(path, set(was), set(now))
    if was is None or now is None:
        return "new" if was is None else "gone"
    if was is Absent.NONE or now is Absent.NONE:
        return _denials(path, now is Absent.NONE)
    return "changed"


def _is_length(value: object) -> bool:
    return isinstance(value, Period) or value in _FIXED


def _lengths(was: object, now: object) -> Kind:
    """Shorter is stricter, for answers, cookies and opt-outs alike; a fixed lifetime has its rank."""
    if isinstance(was, Period) and isinstance(now, Period):
        compared = compare_periods(was, now)
        return compared if compared in ("stricter", "laxer") else "changed"
    return "stricter" if _rank(now) < _rank(was) else "laxer"


def _rank(value: object) -> float:
    return {"one operation": 0.0, "session": 1.0, "until erased": 3.0}.get(str(value), 2.0)


def _lists(path: Path, was: set[object], now: set[object]) -> Kind:
    name = f"{path[0]}/{path[-1] if len(path) > 1 else ''}"
    if name not in _MORE_IS_STRICTER | _MORE_IS_LAXER or not (was < now or now < was):
        return "changed"
    return "stricter" if (was < now) == (name in _MORE_IS_STRICTER) else "laxer"


def _denials(path: Path, denied_now: bool) -> Kind:
    """Taking a denial back is laxer, but where the denial was of a protection."""
    protections = (
        "security",
        "breach",
        "signals",
        "opt-out",
        "protection officer",
        "confirmed",
        "answered within",
    )
    weaker_when_denied = any(part in protections for part in path)
    return "stricter" if denied_now != weaker_when_denied else "laxer"
