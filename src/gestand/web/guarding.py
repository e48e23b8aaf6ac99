"""What holds for every answer: strict headers, bodies of a bounded size and time, our own name, and our own forms."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gestand.core.text import Text
from gestand.web import words

MOST_BYTES = 256 * 1024
"""The largest form that is read."""
MOST_DRAINED = 4 * 1024 * 1024
"""How much of a larger one is let in unread, so that whoever sent it sees why it was refused."""
BODY_WITHIN = 30.0
"""Seconds in which a form has to come in whole."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "same-origin",  # with none at all a browser says Origin: null of our own forms
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
SECURE = {"Strict-Transport-Security": "max-age=31536000"}
LOCAL = ("localhost", "127.0.0.1", "::1")

Refuse = Callable[[Request, Text, int], Response]


class TooLarge(Exception):
    """A form went on beyond what is read."""


class TooSlow(Exception):
    """A form did not come in whole in time."""


@dataclass(frozen=True)
class Reached:
    """Where the pages are reached: by the address of gestand.toml, by this machine's name, and by bare numbers."""

    address: str

    def names(self, host: str) -> bool:
        """A name of ours. Any other may be a page of somebody else that leads here (DNS rebinding)."""
        name = hostname(host)
        return name in (*LOCAL, urlsplit(self.address).hostname) or _is_number(name)

    def sent(self, headers: Mapping[str, str]) -> bool:
        """Whether a form comes from a page of ours. Every browser says so; what says nothing is none."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site not in (None, "same-origin", "none"):
            return False
        if origin is None:
            return site is not None
        host = headers.get("host", "")
        if hostname(host) == urlsplit(self.address).hostname:
            return origin == _origin(self.address)
        return origin == _origin(self.address) or _split(origin).netloc == host


class Guarding:
    """Adds the headers; refuses other names, forms of other sites, and what is too large or too slow.

    `apart` are paths that guard what is posted there by themselves. What begins with one of `by_link` takes a form
    from anywhere: its link is all that counts there, and no cookie does.
    """

    def __init__(
        self,
        app: ASGIApp,
        address: str,
        refuse: Refuse,
        apart: tuple[str, ...] = (),
        by_link: tuple[str, ...] = (),
    ) -> None:
        self._app, self._refuse, self._reached = app, refuse, Reached(address)
        self._apart, self._by_link = apart, by_link
        self._headers = HEADERS | (SECURE if address.startswith("https://") else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or (scope["method"] == "POST" and scope["path"] in self._apart):
            await self._app(scope, receive, send)
            return
        sending, refused = self._with_headers(scope, send), self._refusal(scope)
        if refused is None:
            await self._app(scope, _bounded(receive), sending)
            return
        await drain(receive)
        await refused(scope, receive, sending)

    def _refusal(self, scope: Scope) -> Response | None:
        headers, request = Headers(scope=scope), Request(scope)
        if not self._reached.names(headers.get("host", "")):
            return self._refuse(request, words.NOT_OUR_NAME, 421)
        changes = scope["method"] not in ("GET", "HEAD", "OPTIONS")
        changes = changes and not scope["path"].startswith(self._by_link)
        if changes and not self._reached.sent(headers) and not _is_program(scope, headers):
            return self._refuse(request, words.FROM_ELSEWHERE, 403)
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or int(length) > MOST_BYTES:
            return self._refuse(request, words.TOO_LARGE, 413)
        return None

    def _with_headers(self, scope: Scope, send: Send) -> Send:
        fixed = scope["path"].startswith("/static/")

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(
                        name, "public, max-age=3600" if fixed and name == "Cache-Control" else value
                    )
            await send(message)

        return sending


def _is_program(scope: Scope, headers: Headers) -> bool:
    """The API is for programs: they say nothing of a page, and carry a token instead of a cookie."""
    return scope["path"].startswith("/api/") and not {"origin", "sec-fetch-site"} & set(headers.keys())


def _bounded(receive: Receive) -> Receive:
    """What says no length is counted as it comes, and what comes by drops is given up."""
    read, ends, whole = 0, 0.0, False

    async def receiving() -> Message:
        nonlocal read, ends, whole
        if whole:  # what comes now is the end of the connection
            return await receive()
        now = asyncio.get_running_loop().time()
        ends = ends or now + BODY_WITHIN
        try:
            message = await asyncio.wait_for(receive(), max(ends - now, 0.001))
        except TimeoutError:
            raise TooSlow from None
        read += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if read > MOST_BYTES:
            if not whole:
                await drain(receive)
            raise TooLarge
        return message

    return receiving


async def drain(receive: Receive) -> None:
    """Let in the rest of a body unread, as far as that is little and quick."""
    read, more = 0, True
    try:
        async with asyncio.timeout(BODY_WITHIN):
            while more and read < MOST_DRAINED:
                message = await receive()
                read += len(message.get("body", b""))
                more = message.get("more_body", False)
    except TimeoutError:
        return


def _origin(address: str) -> str:
    """How a browser writes it: in small letters, and without the port that goes without saying."""
    own = urlsplit(address.casefold())
    return f"{own.scheme}://{own.netloc.removesuffix({'https': ':443', 'http': ':80'}.get(own.scheme, ''))}"


def hostname(host: str) -> str:
    return _split(f"//{host}").hostname or ""


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
