"""Where the public pages are, in both languages, and the way from one to the other."""

import re
from dataclasses import dataclass

from fastapi import Request

from gestand.core.staff import LinkPurpose
from gestand.core.text import Language, Text
from gestand.wiring import unsubscribing

STATEMENT = Text("/nl/", "/en/")
ASK = Text("/nl/verzoek", "/en/request")
RECEIVED = Text("/nl/verzoek/ontvangen", "/en/request/received")
CONFIRM, CASE, COLLECT, ENTER, TRANSFER = (
    purpose.page
    for purpose in (
        LinkPurpose.IDENTITY,
        LinkPurpose.CASE,
        LinkPurpose.DOWNLOAD,
        LinkPurpose.ACCOUNT,
        LinkPurpose.TRANSFER,
    )
)
ACCOUNT = Text("/nl/mijn-gegevens", "/en/my-data")
ON_THE_WAY = Text("/nl/mijn-gegevens/onderweg", "/en/my-data/on-its-way")
CORRECT = Text("/nl/mijn-gegevens/verbeteren", "/en/my-data/correct")
LEAVE = Text("/nl/mijn-gegevens/uitloggen", "/en/my-data/sign-out")
CHOICES = Text("/nl/cookiekeuzes", "/en/cookie-choices")
CHOSEN = Text("/nl/cookiekeuzes/bewaard", "/en/cookie-choices/kept")
BANNER = Text("/nl/banner.js", "/en/banner.js")
UNSUBSCRIBE = unsubscribing.PAGE

_EVERY = (
    CORRECT,
    LEAVE,
    ON_THE_WAY,
    ENTER,
    ACCOUNT,
    RECEIVED,
    ASK,
    CHOSEN,
    CHOICES,
    CONFIRM,
    CASE,
    COLLECT,
    TRANSFER,
    UNSUBSCRIBE,
    STATEMENT,
)

_HERS = "|".join(
    re.escape(path)
    for one in (CONFIRM, CASE, COLLECT, ENTER, TRANSFER, UNSUBSCRIBE)
    for path in (one.nl, one.en)
)
_LINKS = re.compile(rf"({_HERS})[\w-]+")


@dataclass(frozen=True)
class Ways:
    """What the head of every public page leads to; `here` is the path of the one that is shown."""

    statement: str
    ask: str
    account: str
    correct: str
    leave: str
    other: str
    other_language: Language
    here: str


def language_of(request: Request) -> Language:
    """The language of a public page stands in its path."""
    return "en" if request.url.path.startswith("/en/") or request.url.path == "/en" else "nl"


def ways_from(request: Request) -> Ways:
    """The ways from this page."""
    language, path = language_of(request), request.url.path
    other: Language = "nl" if language == "en" else "en"
    return Ways(
        statement=STATEMENT.said_in(language),
        ask=ASK.said_in(language),
        account=ACCOUNT.said_in(language),
        correct=CORRECT.said_in(language),
        leave=LEAVE.said_in(language),
        other=_in(other, language, path),
        other_language=other,
        here=path,
    )


def without_links(text: str) -> str:
    """A letter to somebody without the links that only she may follow: they would let a reader of it act as her."""
    return _LINKS.sub(r"\1…", text)


def _in(other: Language, language: Language, path: str) -> str:
    """The same page in the other language, with whatever token it bears."""
    page = next(one for one in _EVERY if path.startswith(one.said_in(language)))
    return page.said_in(other) + path.removeprefix(page.said_in(language))
