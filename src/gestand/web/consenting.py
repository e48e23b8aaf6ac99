"""`POST /consent`: a visitor's choice, from the banner's form or its script, is on the disk before it is answered.

Every new visitor comes here, so it is a bare route that guards itself: the guard around the pages wraps each message,
and that alone would take a third of what is done here.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cached_property

from fastapi import FastAPI
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from gestand.core.choice import VISITOR, Choice, ChoiceWay, Offer, Signal, Subject
from gestand.core.errors import GestandError
from gestand.web import words, words_choosing
from gestand.web.chosen import FORM, JSON, Pressed, Told, Unfit, read_chosen
from gestand.web.consent_cookies import forgotten, remembered, visitor_of
from gestand.web.guarding import BODY_WITHIN, HEADERS, LOCAL, SECURE, Reached, drain, hostname
from gestand.web.trouble import log_trouble, trouble
from gestand.wiring import Company
from gestand.wiring.recorder import Crowded, Recorder

Headers = Mapping[str, str]

PATH = "/consent"
MOST_BYTES = 8 * 1024
"""The largest choice that is read."""
AGAIN_AFTER = "5"
"""Seconds after which a program may try again what could not be recorded."""
_SIGNALS = (("sec-gpc", Signal.GPC), ("dnt", Signal.DNT))
_NOT_NOW = Unfit(words_choosing.NOT_NOW, 503)


@dataclass(frozen=True)
class Answered:
    """How a choice is answered: its cookies, and for a form the way back."""

    cookies: tuple[str, ...]
    back: str = ""


class Consenting:
    """Takes the choices of one company's visitors; every moment is told by this machine's clock."""

    def __init__(self, company: Company) -> None:
        self._company, self._recorder = company, Recorder(lambda: company.choices)
        self._offers: dict[str, Offer] = {}
        address = company.settings.requesting.address
        self._reached, self._tls = Reached(address), address.startswith("https://")
        self._headers = HEADERS | (SECURE if self._tls else {})
        bare = {"Cache-Control": HEADERS["Cache-Control"]} | (SECURE if self._tls else {})
        self._bare = [(name.lower().encode(), value.encode()) for name, value in bare.items()]

    @property
    def route(self) -> Route:
        """A GET finds nothing here, so no prefetcher or scanner of links chooses for anybody."""
        return Route(PATH, self, methods=["POST"])

    @asynccontextmanager
    async def lifespan(self, _: FastAPI) -> AsyncIterator[None]:
        """What was handed in is written before the server ends."""
        yield
        await self._recorder.end()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        try:
            answered = await self._taken(headers, await _body(headers, receive))
        except ClientDisconnect:
            return
        except Unfit as unfit:
            await self._refused(unfit, headers, scope)(scope, receive, send)
        except (Crowded, GestandError) as error:
            if isinstance(error, GestandError):
                log_trouble(Request(scope), error)
            await self._refused(_NOT_NOW, headers, scope)(scope, receive, send)
        else:
            await self._answer(answered, send)

    async def _taken(self, headers: Headers, body: bytes) -> Answered:
        kind = _kind(headers)
        if not self._is_ours(headers, headers.get("host", "")):
            raise Unfit(words_choosing.FROM_ELSEWHERE, 403)
        if kind not in (FORM, JSON):
            raise Unfit(words_choosing.NO_CHOICE, 415)
        chosen, secure = read_chosen(kind, body), self._secure(headers)
        back = self._back(headers, chosen) if isinstance(chosen, Pressed) else ""
        offer = self._offers.get(chosen.offer) or await self._looked_up(chosen.offer)
        if offer is None:
            raise Unfit(words_choosing.NOT_SHOWN, 409)
        visitor = visitor_of(headers.get("cookie", ""), self._company.records.digest)
        choice = self._choice(chosen, offer, headers)
        await self._recorder.record(Subject(VISITOR, visitor), choice)
        return Answered(remembered(visitor, choice, secure), back)

    def _choice(self, chosen: Pressed | Told, offer: Offer, headers: Headers) -> Choice:
        statement = self._company.statement
        signals = [signal for name, signal in _SIGNALS if headers.get(name) == "1"]
        return Choice(
            at=self._company.clock(),
            decisions=chosen.decisions(offer),
            offer=chosen.offer,
            statement=statement.digest,
            version=statement.version,
            language=offer.language,
            way=ChoiceWay.FORM if isinstance(chosen, Pressed) else ChoiceWay.BANNER,
            signals=tuple(signals),
        )

    async def _looked_up(self, digest: str) -> Offer | None:
        """What was shown, remembered once it is found to be on record; whatever is made up takes no room."""
        offer = await asyncio.to_thread(lambda: self._company.choices.offered(digest))
        if offer is not None:
            self._offers[digest] = offer
        return offer

    def _is_ours(self, headers: Headers, host: str) -> bool:
        """Whether it comes from a page of ours, or of a site that the statement covers; every browser says so."""
        if self._reached.names(host) and self._reached.sent(headers):
            return True
        near = headers.get("sec-fetch-site") in (None, "same-origin", "same-site")
        return near and headers.get("origin") in self._sites

    @cached_property
    def _sites(self) -> frozenset[str]:
        """How a browser writes the sites of the controller."""
        named = (site.partition("/")[0] for site in self._company.statement.controller.sites)
        return frozenset(f"https://{_in_letters_of_the_net(name.casefold())}" for name in named)

    def _back(self, headers: Headers, chosen: Pressed) -> str:
        """Where the form leads: to a page of the site that it stood on."""
        origin = headers.get("origin")
        return f"{origin}{chosen.back}" if origin in self._sites else chosen.back

    def _refused(self, unfit: Unfit, headers: Headers, scope: Scope) -> Response:
        """In words for whoever pressed a button; for a script as JSON."""
        if _kind(headers) == FORM:
            answer = trouble(Request(scope), unfit.why, unfit.status)
        else:
            answer = JSONResponse({"detail": unfit.why.en}, unfit.status)
        answer.headers.update(self._headers)
        if unfit.status == 503:
            answer.headers["Retry-After"] = AGAIN_AFTER
        if unfit.status == 409:
            answer.headers["Set-Cookie"] = forgotten(self._secure(headers))
        return answer

    def _secure(self, headers: Headers) -> bool:
        """Cookies are held to TLS everywhere but on this machine."""
        return self._tls or hostname(headers.get("host", "")) not in LOCAL

    async def _answer(self, answered: Answered, send: Send) -> None:
        """An answer of nothing but its headers; those that tell how to treat a page have no use here."""
        said = [(b"set-cookie", cookie.encode()) for cookie in answered.cookies]
        where = [(b"location", answered.back.encode())] if answered.back else []
        status = 303 if answered.back else 204
        headers = [*self._bare, *said, *where]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


def _in_letters_of_the_net(name: str) -> str:
    try:
        return name.encode("idna").decode()
    except UnicodeError:  # no name that a browser could be at
        return name


def _kind(headers: Headers) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().casefold()


async def _body(headers: Headers, receive: Receive) -> bytes:
    """All of it, if it is small and comes in time. A larger one is let in unread: so its sender hears why."""
    said = headers.get("content-length", "0")
    read, more = b"", True
    too_large = not (said.isascii() and said.isdigit()) or int(said) > MOST_BYTES
    try:
        async with asyncio.timeout(BODY_WITHIN):
            while more and not too_large:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise ClientDisconnect
                read, more = read + message.get("body", b""), message.get("more_body", False)
                too_large = len(read) > MOST_BYTES
    except TimeoutError:
        raise Unfit(words.TOO_SLOW, 408) from None
    if too_large:
        if more:
            await drain(receive)
        raise Unfit(words.TOO_LARGE, 413)
    return read
