"""What every page has at hand: the company, the templates, and the way to say things in one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from gestand.core.choice import Offer
from gestand.core.text import Language, Text
from gestand.documents.voice import capital
from gestand.web import words
from gestand.web.sender import Sender
from gestand.wiring import Company


@dataclass(frozen=True)
class Page:
    """One path and method, and the function that answers it."""

    path: str
    answer: Callable[..., Any]
    method: str = "GET"


@dataclass(frozen=True)
class Site:
    """One company's pages. `secure`: it is reached by https, so that cookies may be held to that."""

    company: Company

    @cached_property
    def sender(self) -> Sender:
        return Sender(self.company)

    @cached_property
    def offers(self) -> dict[Offer, str]:
        """What this process has put before visitors, with the digest by which the book has it."""
        return {}

    @property
    def secure(self) -> bool:
        return self.company.settings.requesting.address.startswith("https://")

    @property
    def name(self) -> str:
        return str(self.company.statement.controller.name or "")


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    found: Site = request.app.state.site
    return found


@dataclass(frozen=True)
class Frame:
    """What surrounds every page: its title and language, who is signed in, and the token for her forms.

    `enters`: she may enter requests, and is shown the way to that.
    """

    title: str
    language: Language
    company: str
    member: str = ""
    role: str = ""
    token: str = ""
    enters: bool = False


def shown(template: str, frame: Frame, content: object, status: int = 200) -> HTMLResponse:
    """A page out of its template and one frozen context; the fields of the context are its names."""
    named: Mapping[str, object] = {
        field.name: getattr(content, field.name)
        for field in fields(content)  # type: ignore[arg-type]
    }

    def say(text: Text, **parts: object) -> str:
        return text.filled(**parts).said_in(frame.language) if parts else text.said_in(frame.language)

    body = _environment().get_template(template).render(frame=frame, say=say, words=words, **named)
    return HTMLResponse(body, status)


@cache
def _environment() -> Environment:
    """Whatever is put into a page is text: HTML in a name stays visible, and does nothing."""
    made = Environment(
        loader=PackageLoader("gestand.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["capital"] = capital
    return made
