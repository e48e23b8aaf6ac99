"""The statement as it is published, in both languages, with what changed since the version before."""

from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from gestand.core.text import Language
from gestand.documents.archive import version_before
from gestand.documents.html import html_page
from gestand.documents.page import Span, Words
from gestand.documents.statement import statement_page
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement
from gestand.web import words
from gestand.web.guarding import HEADERS
from gestand.web.paths import ACCOUNT, ASK, STATEMENT, language_of
from gestand.web.site import Page, site_of
from gestand.wiring import Company


def home(request: Request) -> RedirectResponse:
    """The statement in the language that the reader's browser asks for, or else in the company's own."""
    wanted = request.headers.get("accept-language", "").casefold()
    chosen = next((one for one in wanted.replace(";", ",").split(",") if one.strip()[:2] in ("nl", "en")), "")
    language = chosen.strip()[:2] or site_of(request).company.settings.language
    return RedirectResponse(STATEMENT.en if language == "en" else STATEMENT.nl, 303)


def onward(request: Request) -> RedirectResponse:
    """Somebody left out the last stroke."""
    return RedirectResponse(STATEMENT.said_in(language_of(request)), 303)


def show(request: Request) -> HTMLResponse:
    """The page that `gestand render` writes, with the ways to the other pages; its one style is allowed by digest."""
    company, language = site_of(request).company, language_of(request)
    page = statement_page(company.statement, language, _older(company))
    shown = html_page(replace(page, ways=_ways(language)))
    style = shown.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = HEADERS["Content-Security-Policy"].replace("style-src 'self'", f"style-src 'sha256-{digest}'")
    return HTMLResponse(shown, headers={"Content-Security-Policy": policy, "Cache-Control": "no-cache"})


def _ways(language: Language) -> Words:
    other: Language = "nl" if language == "en" else "en"
    ways = ((words.ASK, ASK), (words.MY_DATA, ACCOUNT))
    spans = tuple(Span(text.said_in(language), path.said_in(language)) for text, path in ways)
    return (*spans, Span(words.OTHER.said_in(language), STATEMENT.said_in(other)))


def _older(company: Company) -> Statement | None:
    """The version before this one, where the archive has one."""
    now = company.statement
    before = version_before(company.archive.versions(), now.digest, now.effective or date.max)
    return parse_statement(before.text) if before else None


def no_icon(_: Request) -> Response:
    """Every browser asks for one; there is none, and that is no fault."""
    return Response(status_code=204, headers={"Cache-Control": "public, max-age=86400"})


PAGES = (
    Page("/", home),
    Page("/favicon.ico", no_icon),
    *(Page(path, show) for path in (STATEMENT.nl, STATEMENT.en)),
    *(Page(path.rstrip("/"), onward) for path in (STATEMENT.nl, STATEMENT.en)),
)
