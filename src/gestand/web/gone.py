"""The page of a link that is used, too old or made up: the same for all of these."""

from fastapi import Request
from fastapi.responses import Response

from gestand.documents.answering import contact
from gestand.web import words_case as texts
from gestand.web.public import public
from gestand.web.site import site_of


def gone(request: Request) -> Response:
    """404, whatever is the matter with the link."""
    to = contact(site_of(request).company.statement)
    return public(request, "gone.html", texts.GONE, texts, to, 404)
