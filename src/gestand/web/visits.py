"""The cookie of a visitor, who has shown by a mailed link which address is hers."""

from datetime import timedelta

from fastapi import Request
from fastapi.responses import Response

from gestand.web.site import Site, site_of

STAY = timedelta(minutes=30)
"""How long a visit lasts."""


def visitor_of(request: Request) -> str:
    """The mail address of whoever is in; empty for everybody else."""
    site, token = site_of(request), token_of(request)
    return (site.company.visitors.visitor(token, site.company.clock()) or "") if token else ""


def token_of(request: Request) -> str:
    """The token of the visit, if the browser sent one."""
    return request.cookies.get(_name(site_of(request)), "")


def welcome(site: Site, response: Response, token: str) -> None:
    """Let the browser remember the visit: for our own pages alone, out of reach of any script."""
    response.set_cookie(
        _name(site), token, max_age=int(STAY.total_seconds()), secure=site.secure, httponly=True,
        samesite="strict",
    )  # fmt: skip


def goodbye(site: Site, response: Response) -> None:
    """Let the browser forget the visit."""
    response.delete_cookie(_name(site), secure=site.secure, httponly=True, samesite="strict")


def _name(site: Site) -> str:
    return "__Host-visit" if site.secure else "visit"
