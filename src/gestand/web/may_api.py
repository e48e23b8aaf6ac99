"""`GET /api/v1/may`: another system of the company asks whether something may be done to somebody.

It is asked before each mail, so it is a bare route. Whom it is about stands in a header, for an address of the net is
written down by every proxy that it passes.
"""

import asyncio
import json
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from gestand.core.errors import GestandError
from gestand.duties.consent import May, Reason
from gestand.web.trouble import log_trouble
from gestand.wiring import Company
from gestand.wiring.may import BookMay

PATH = "/api/v1/may"
PERSON = "gestand-person"
"""The header that says whom it is about: `email=ann@example.org`, in UTF-8."""
_KNOWN = {"purpose", "channel"}
_BEARER = b"Bearer "
_NO_TOKEN = "This token may not ask. `gestand token SYSTEM --may` gives one that may."  # noqa: S105
_IN_THE_ADDRESS = (
    f"The person stands in the header `{PERSON}`, never in the address, which proxies write down. Write: "
    f"GET {PATH}?purpose=WORD&channel=email, with `purpose` once, `channel` once or not at all, and nothing else."
)
_NOT_NOW = (
    "The book does not answer, so it is not known whether this may be done. Do not do it; ask again later."
)


class Unfit(Exception):
    """A question that is not answered, with its status and why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Asking:
    """Answers with one read of the book. Where that lies on a server, the loop of events does not wait for it."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._may: BookMay | None = None
        self._answers = {reason: _told(reason) for reason in Reason}

    @property
    def route(self) -> Route:
        return Route(PATH, self, methods=["GET"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            may = self._may or await self._opened()
            if may.quick.waits:
                answer = await asyncio.to_thread(_asked, may, scope)
            else:
                answer = _asked(may, scope)
        except Unfit as unfit:
            await _refused(unfit.status, str(unfit))(scope, receive, send)
        except GestandError as error:
            log_trouble(Request(scope), error)
            await _refused(503, _NOT_NOW)(scope, receive, send)
        else:
            body, headers = self._answers[answer.reason]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": body})

    async def _opened(self) -> BookMay:
        self._may = await asyncio.to_thread(lambda: self._company.may)
        return self._may


def _asked(may: BookMay, scope: Scope) -> May:
    token, person = b"", b""
    for name, value in scope["headers"]:
        if name == b"authorization" and value.startswith(_BEARER):
            token = value[len(_BEARER) :]
        elif name == PERSON.encode():
            person = value
    if not token or not may.system(token.decode("latin-1")):
        raise Unfit(401, _NO_TOKEN)
    asked = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    if not asked.keys() <= _KNOWN or "purpose" not in asked or any(len(one) > 1 for one in asked.values()):
        raise Unfit(400, _IN_THE_ADDRESS)
    return may(person.decode("utf-8", "replace"), asked["purpose"][0], asked.get("channel", [""])[0])


def _told(reason: Reason) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """The answer for a reason, which is the same for everybody, and its headers."""
    told = {
        "may": reason.allows,
        "reason": reason.value,
        "article": reason.article,
        "nl": reason.text.nl,
        "en": reason.text.en,
    }
    body = json.dumps(told, ensure_ascii=False).encode()
    length = str(len(body)).encode()
    return body, [(b"content-type", b"application/json"), (b"content-length", length)]


def _refused(status: int, why: str) -> JSONResponse:
    return JSONResponse({"detail": why}, status, {"WWW-Authenticate": "Bearer"} if status == 401 else None)
