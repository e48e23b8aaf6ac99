"""What the page of a refusal shows, and the log of the process tells of it: never who, and never a link."""

import logging
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from gestand.core.text import Language, Text
from gestand.web import words
from gestand.web.paths import ACCOUNT, ASK, STATEMENT
from gestand.web.site import Frame, shown, site_of

_LOG = logging.getLogger("gestand.web")
_TITLES = {404: words.NOT_FOUND, 405: words.NOT_FOUND, 429: words.A_MOMENT, 500: words.OUR_FAULT}
_PUBLIC = ((words.STATEMENT, STATEMENT), (words.ASK, ASK), (words.MY_DATA, ACCOUNT))
_DESK = ((words.TO_DESK, Text("/desk", "/desk")),)


@dataclass(frozen=True)
class Trouble:
    """Why something could not be done, in words for whoever asked; `ways` lead on, each a name and a path."""

    why: str
    ways: tuple[tuple[str, str], ...]


def trouble(request: Request, why: Text, status: int) -> Response:
    """The refusal, in the language of the page that was asked for; for a program as JSON."""
    path = request.url.path
    if path.startswith("/api/"):
        return JSONResponse({"detail": why.en}, status)
    site = site_of(request)
    language = _language(path, site.company.settings.language)
    title = _TITLES.get(status, words.TROUBLE).said_in(language)
    ways = _DESK if path.startswith("/desk") else _PUBLIC
    told = tuple((name.said_in(language), way.said_in(language)) for name, way in ways)
    return shown(
        "trouble.html", Frame(title, language, site.name), Trouble(why.said_in(language), told), status
    )


def log_trouble(request: Request, error: Exception) -> None:
    """For whoever runs the server: the page by its pattern, for a path may hold a link, and gestand's own words."""
    page = getattr(request.scope.get("route"), "path", "no page")
    _LOG.warning("%s %s: %s: %s", request.method, page, type(error).__name__, error)


def _language(path: str, own: Language) -> Language:
    return "en" if path.startswith("/en/") else "nl" if path.startswith("/nl/") else own
