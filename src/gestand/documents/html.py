"""A page as HTML: on its own with its style, or as a fragment for a site that has one."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from gestand.documents.page import Bullets, Page, Paragraph, Piece, Table


def html_page(page: Page) -> str:
    """A whole HTML page: no script, nothing loaded from anywhere, every text escaped."""
    return _environment().get_template("page.html").render(page=page)


def html_fragment(page: Page) -> str:
    """The text alone, to be put into a page of the company's site: it begins with an h2 and brings no style."""
    return _environment().get_template("fragment.html").render(page=page)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("gestand.documents"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["form_of"] = form_of
    return environment


def form_of(piece: Piece) -> str:
    """Which form a piece takes, for templates that cannot match on classes."""
    match piece:
        case Paragraph():
            return "paragraph"
        case Bullets():
            return "bullets"
        case Table():
            return "table"
