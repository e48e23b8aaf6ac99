"""The page by which another organisation collects the file that a person wants it to have (GDPR 20(2))."""

from fastapi import Request
from fastapi.responses import Response

from gestand.casework import BY_ANOTHER, FOR_ANOTHER
from gestand.core.staff import LinkPurpose
from gestand.core.text import Text
from gestand.web import words_case as texts
from gestand.web.gone import gone
from gestand.web.paths import TRANSFER, language_of
from gestand.web.public import public
from gestand.web.site import Page, site_of


def show(request: Request, token: str) -> Response:
    """Mail scanners open every link: nothing is used up by looking."""
    company = site_of(request).company
    if company.links.look(token, LinkPurpose.TRANSFER, company.clock()) is None:
        return gone(request)
    return public(request, "transfer.html", texts.TRANSFER, texts, None)


def collect(request: Request, token: str) -> Response:
    """The file, once; that it was taken out is logged in the transaction that uses the link up."""
    company, now = site_of(request).company, site_of(request).company.clock()
    with company.casework.as_one():
        found = company.links.follow(token, LinkPurpose.TRANSFER, now)
        package = company.casework.package(found, BY_ANOTHER, now, FOR_ANOTHER) if found else None
    if package is None:
        return gone(request)
    name = Text("gegevens", "data").said_in(language_of(request))
    disposition = f'attachment; filename="{name}-{found}.zip"'
    return Response(package, media_type="application/zip", headers={"Content-Disposition": disposition})


PAGES = (
    *(Page(path + "{token}", show) for path in (TRANSFER.nl, TRANSFER.en)),
    *(Page(path + "{token}", collect, "POST") for path in (TRANSFER.nl, TRANSFER.en)),
)
