"""What somebody chose, as a form or the banner's script says it: read strictly, before anything is looked up."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args
from urllib.parse import parse_qsl

from gestand.core.choice import Offer
from gestand.core.text import Language, Text
from gestand.web import words_choosing as words

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
_MOST_FIELDS = 200
_LONGEST_BACK = 1_000
_DIGEST = frozenset("0123456789abcdef")
_IN_A_PATH = frozenset(map(chr, range(0x21, 0x7F))) - set('\\"<>^`{|}')

Decisions = tuple[tuple[str, bool], ...]


class Unfit(Exception):
    """What was sent is no choice that can be recorded: why, and the status of the answer."""

    def __init__(self, why: Text, status: int) -> None:
        super().__init__(why.en)
        self.why, self.status = why, status


@dataclass(frozen=True)
class Pressed:
    """The form: one of three buttons; `ticked` counts with the button for some, and with no other."""

    offer: str
    language: str
    button: str
    ticked: frozenset[str]
    back: str

    def decisions(self, offer: Offer) -> Decisions:
        """Yes or no to everything that was offered. Raises Unfit for a purpose that was not."""
        asked = _asked(self.language, offer)
        if not self.ticked.issubset(asked):
            raise Unfit(words.NOT_ASKED, 422)
        yes = {"accept": frozenset(asked), "refuse": frozenset[str](), "some": self.ticked}[self.button]
        return tuple((word, word in yes) for word in asked)


@dataclass(frozen=True)
class Told:
    """What the script tells: a yes or a no to each purpose that it showed."""

    offer: str
    language: str
    said: dict[str, bool]

    def decisions(self, offer: Offer) -> Decisions:
        """The same in the order of the offer. Raises Unfit unless exactly what was offered is answered."""
        asked = _asked(self.language, offer)
        if self.said.keys() != set(asked):
            raise Unfit(words.NOT_ASKED, 422)
        return tuple((word, self.said[word]) for word in asked)


def read_chosen(kind: str, body: bytes) -> Pressed | Told:
    """The choice in the body of a request. Raises Unfit for anything else than the form or the JSON of the banner."""
    try:
        text = body.decode()
        chosen = _told(text) if kind == JSON else _pressed(text)
    except (ValueError, RecursionError):
        raise Unfit(words.NO_CHOICE, 400) from None  # what it said belongs to nobody's log
    if len(chosen.offer) != 64 or not _DIGEST.issuperset(chosen.offer):
        raise Unfit(words.NO_CHOICE, 400)
    if chosen.language not in get_args(Language):
        raise Unfit(words.NO_CHOICE, 400)
    return chosen


def _asked(language: str, offer: Offer) -> list[str]:
    """The words that were offered, if there are any, and if they were offered in this language."""
    if language != offer.language or not offer.purposes:
        raise Unfit(words.NOT_ASKED, 422)
    return [word for word, _ in offer.purposes]


def _told(text: str) -> Told:
    match json.loads(text, object_pairs_hook=_once):
        case {"offer": str(offer), "language": str(language), "decisions": dict(said), **rest}:
            if not rest and all(isinstance(granted, bool) for granted in said.values()):
                return Told(offer, language, said)
    raise ValueError


def _pressed(text: str) -> Pressed:
    pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    ticked = frozenset(value for name, value in pairs if name == "purpose")
    match _once(pair for pair in pairs if pair[0] != "purpose"):
        case {"offer": offer, "language": language, "choice": "accept" | "refuse" | "some" as button, **rest}:
            back = rest.pop("back", "/")
            if not rest:
                return Pressed(offer, language, button, ticked, back if _is_path(back) else "/")
    raise ValueError


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """What is named, by name. Raises ValueError for one that comes twice: one reader would take the first, another
    the last."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError
        found[name] = value
    return found


def _is_path(back: str) -> bool:
    """A path of the same site, and nothing that a browser would take for another one (`//`, `/\\`)."""
    return (
        back.startswith("/")
        and not back.startswith("//")
        and len(back) <= _LONGEST_BACK
        and _IN_A_PATH.issuperset(back)
    )
