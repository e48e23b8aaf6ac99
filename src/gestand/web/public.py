"""How a public page is shown: in the language of its path, with the ways to the other public pages."""

from dataclasses import dataclass
from types import ModuleType
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from gestand.core.text import Text
from gestand.web.paths import Ways, language_of, ways_from
from gestand.web.site import Frame, shown, site_of


@dataclass(frozen=True)
class Public:
    """What a public template has at hand beside the frame: its words, the ways, and what it is about."""

    texts: ModuleType
    ways: Ways
    it: Any


def public(
    request: Request, template: str, title: Text, texts: ModuleType, it: object = None, status: int = 200
) -> HTMLResponse:
    """A public page out of `templates/public/`; `it` is its one frozen context."""
    language = language_of(request)
    frame = Frame(title.said_in(language), language, site_of(request).name)
    return shown(f"public/{template}", frame, Public(texts, ways_from(request), it), status)
