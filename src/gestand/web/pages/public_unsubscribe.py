"""The page of the link by which people stop a stream of mail; mail programs post to it by themselves (RFC 8058)."""

from dataclasses import dataclass

from fastapi import HTTPException, Request
from fastapi.responses import Response

from gestand.core.text import Text
from gestand.web import words_unsubscribe as texts
from gestand.web.forms import Filled
from gestand.web.paths import UNSUBSCRIBE, language_of
from gestand.web.public import public
from gestand.web.site import Page, site_of
from gestand.wiring.unsubscribing import ONE_CLICK, Unsubscription


@dataclass(frozen=True)
class Unsubscribed:
    """What is stopped, in the statement's words, and whether it is; the page never says for whom."""

    what: Text
    done: bool
    field: tuple[str, str] = ONE_CLICK


def show(request: Request, token: str) -> Response:
    """Scanners open every link, and mail programs fetch it beforehand: nothing is stopped by looking."""
    return _page(request, _meant(request, token), done=False)


def stop(request: Request, token: str, form: Filled) -> Response:
    """At once, for whoever holds the link; answered without leading on, for a mail program follows nowhere.

    How often is not counted: a mail program posts for thousands of its readers from one place, and the same link
    adds nothing when it comes again.
    """
    meant = _meant(request, token)
    name, value = ONE_CLICK
    if form.line(name) != value:
        return _page(request, meant, done=False, status=400)
    site_of(request).company.unsubscribing.stop(meant, language_of(request))
    return _page(request, meant, done=True)


def _meant(request: Request, token: str) -> Unsubscription:
    """For a link that is not ours the answer is that of any page that is not there."""
    meant = site_of(request).company.unsubscribing.meant(token)
    if meant is None:
        raise HTTPException(404)
    return meant


def _page(request: Request, meant: Unsubscription, *, done: bool, status: int = 200) -> Response:
    it = Unsubscribed(site_of(request).company.unsubscribing.called(meant.stream) or texts.THESE, done)
    return public(request, "unsubscribe.html", texts.DONE if done else texts.TITLE, texts, it, status)


PAGES = (
    *(Page(path + "{token}", show) for path in (UNSUBSCRIBE.nl, UNSUBSCRIBE.en)),
    *(Page(path + "{token}", stop, "POST") for path in (UNSUBSCRIBE.nl, UNSUBSCRIBE.en)),
)
