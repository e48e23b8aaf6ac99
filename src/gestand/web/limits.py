"""How often somebody may try, from one address on the net and for one mail address."""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from fastapi import Request

from gestand.web.site import site_of

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FROM_ONE_PLACE = 30
"""Forms in an hour from one address on the net."""
TO_ONE_MAILBOX_HERE, TO_ONE_MAILBOX = 5, 10
"""Requests in a day whose letters go out by themselves to one mailbox: asked from one place, and from all together."""
LINKS_AT_ONCE = 5
"""Links to one's own data in a day to one mailbox; after that one an hour. Whoever asks for it, she gets it."""


OF_ONE_CASE = 30
"""Looks, and downloads, in an hour by the links of one case; the log is kept for good, and is filled by nobody."""


class TooOften(Exception):
    """Somebody tried too often; later it works again."""


def refuse_haste(request: Request, what: str) -> None:
    """Count one form from where it came. Raises TooOften."""
    company = site_of(request).company
    times = company.attempts.attempt(what, place_of(request), company.clock(), HOUR)
    if times > FROM_ONE_PLACE:
        raise TooOften


def is_one_of_the_first(request: Request, what: str, case_id: str) -> bool:
    """Count one thing that was done by a link of a case: whether it is among those that an hour has room for."""
    company = site_of(request).company
    return company.attempts.attempt(what, case_id, company.clock(), HOUR) <= OF_ONE_CASE


def may_mail(request: Request, email: str) -> bool:
    """Count one request in the name of a mailbox: whether its letters go there at once.

    What was asked elsewhere in her name does not count against her first five, until it is ten in all.
    """
    company, mailbox = site_of(request).company, _mailbox(email)
    attempt, now = company.attempts.attempt, company.clock()
    if attempt("request there", f"{place_of(request)} {mailbox}", now, DAY) > TO_ONE_MAILBOX_HERE:
        return False
    return attempt("request", mailbox, now, DAY) <= TO_ONE_MAILBOX


def may_mail_link(request: Request, email: str) -> bool:
    """Count one link to her own data. Whoever spends them sends them to her, so she is never kept out for an hour."""
    company, mailbox = site_of(request).company, _mailbox(email)
    attempt, now = company.attempts.attempt, company.clock()
    if attempt("mailed link", mailbox, now, DAY) <= LINKS_AT_ONCE:
        return True
    return attempt("one more link", mailbox, now, HOUR) == 1


def _mailbox(email: str) -> str:
    """What stands behind a + in an address makes no other mailbox of it."""
    name, _, host = email.rpartition("@")
    return f"{name.partition('+')[0]}@{host}"


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
