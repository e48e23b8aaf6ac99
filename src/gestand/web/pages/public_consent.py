"""What a visitor is asked consent for: the banner as one script, and the same choices as a form without any."""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.resources import files

from fastapi import Request
from fastapi.responses import Response

from gestand.core.text import Language
from gestand.documents.banner import Banner, banner, offer
from gestand.web import words_consent as texts
from gestand.web.consent_cookies import AFTER_REFUSAL, AFTER_YES
from gestand.web.consenting import PATH
from gestand.web.paths import BANNER, CHOICES, CHOSEN, STATEMENT, language_of
from gestand.web.public import public
from gestand.web.site import Page, site_of

FRESH = {"Cache-Control": "public, max-age=300"}
"""For so many seconds a browser may hold on to the banner of the statement before."""


@dataclass(frozen=True)
class Shown:
    """The form: what is put before her, the digest by which that is on record, and the page after it.

    `signalled`: her browser sent a signal that refuses all of it.
    """

    banner: Banner
    offer: str
    chosen: str
    language: Language
    signalled: bool
    action: str = PATH


def show(request: Request) -> Response:
    language, headers = language_of(request), request.headers
    shown = banner(site_of(request).company.statement, language)
    signalled = (shown.gpc and headers.get("sec-gpc") == "1") or (shown.dnt and headers.get("dnt") == "1")
    it = Shown(shown, _on_record(request), CHOSEN.said_in(language), language, signalled)
    return public(request, "consent.html", texts.TITLE, texts, it)


def chosen(request: Request) -> Response:
    return public(request, "consent_kept.html", texts.CHOSEN, texts, CHOICES.said_in(language_of(request)))


def script(request: Request) -> Response:
    """The built script with the texts, the purposes and the style: one request, and nothing is fetched after it."""
    body = f"{_built('banner.js')}({_told(request)})\n"
    tag = f'"{hashlib.sha256(body.encode()).hexdigest()[:16]}"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={**FRESH, "ETag": tag})
    return Response(body, media_type="text/javascript", headers={**FRESH, "ETag": tag})


def _told(request: Request) -> str:
    """What the script starts with, as JSON: the words, where a choice goes, and how long it holds."""
    language = language_of(request)
    shown = banner(site_of(request).company.statement, language)
    if not shown.purposes:
        return "null"
    told = asdict(shown) | {
        "offer": _on_record(request),
        "style": _built("banner.css"),
        "post": PATH,
        "page": site_of(request).company.settings.requesting.address + STATEMENT.said_in(language),
        "yes": AFTER_YES.days,
        "no": AFTER_REFUSAL.days,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _on_record(request: Request) -> str:
    """The digest of what is shown, on record before it is shown: else a yes would be unproven (GDPR 7(1))."""
    site = site_of(request)
    shown = offer(site.company.statement, language_of(request))
    if shown not in site.offers:
        site.offers[shown] = site.company.choices.offer(shown)
    return site.offers[shown]


@lru_cache(maxsize=2)
def _built(name: str) -> str:
    return files("gestand.web").joinpath("static", name).read_text("utf-8").strip()


PAGES = (
    *(Page(path, show) for path in (CHOICES.nl, CHOICES.en)),
    *(Page(path, chosen) for path in (CHOSEN.nl, CHOSEN.en)),
    *(Page(path, script) for path in (BANNER.nl, BANNER.en)),
)
