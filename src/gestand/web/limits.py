"""How often somebody may try, from one address on the net and for one mail address."""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from fastapi import Request

from gestand.web.site import site_of

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FROM_ONE_PLACE = 30
"""Forms in an hour from one address on the net."""
TO_ONE_ADDRESS = 5
"""Mailed links in a day to one mail address: never more of them are open, for a link works for a day at most."""


class TooOften(Exception):
    """Somebody tried too often; later it works again."""


def refuse_haste(request: Request, what: str) -> None:
    """Count one form from where it came. Raises TooOften."""
    company = site_of(request).company
    times = company.attempts.attempt(what, place_of(request), company.clock(), HOUR)
    if times > FROM_ONE_PLACE:
        raise TooOften


def refuse_flood(request: Request, email: str) -> None:
    """Count one mailed link to a mailbox, whatever stands behind a + in its address. Raises TooOften."""
    company, (name, _, host) = site_of(request).company, email.rpartition("@")
    mailbox = f"{name.partition('+')[0]}@{host}"
    if company.attempts.attempt("mailed link", mailbox, company.clock(), DAY) > TO_ONE_ADDRESS:
        raise TooOften


def place_of(request: Request) -> str:
    """Whoever has an IPv6 address has a whole network of them, and counts as one."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return str(address)
