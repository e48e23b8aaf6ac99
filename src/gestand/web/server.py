"""How uvicorn serves the pages: nothing is logged of who came, and nobody holds a connection who says nothing."""

import asyncio
from collections.abc import Sequence
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_WITHIN = 15.0
"""Seconds in which somebody has to say what she wants."""
MOST_AT_ONCE = 500
"""Connections; whoever comes beyond that is told to come back."""
LONGEST_HEAD = 32 * 1024
TO_END = 10
"""Seconds that an answer under way gets when the server stops."""


class Patient(H11Protocol):
    """A connection that is given up when its request does not come in time: drops of a header hold nothing open."""

    _giving_up: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        if self._idle:
            self._wait()
        super().data_received(data)
        if not self._idle:
            self._heard()

    def connection_lost(self, exc: Exception | None) -> None:
        self._heard()
        super().connection_lost(exc)

    @property
    def _idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _wait(self) -> None:
        if self._giving_up is None:
            self._giving_up = self.loop.call_later(HEAD_WITHIN, self.transport.close)

    def _heard(self) -> None:
        if self._giving_up is not None:
            self._giving_up.cancel()
            self._giving_up = None


def server_of(app: ASGIApp, host: str, port: int, proxies: Sequence[str] = (), **told: Any) -> uvicorn.Server:
    """A server that is not running yet. Who comes by a proxy is taken for whom that says, if it is one of these."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host,
            port,
            http=Patient,
            ws="none",
            lifespan="on",
            proxy_headers=bool(proxies),
            forwarded_allow_ips=list(proxies),
            limit_concurrency=MOST_AT_ONCE,
            h11_max_incomplete_event_size=LONGEST_HEAD,
            timeout_graceful_shutdown=TO_END,
            access_log=False,
            server_header=False,
            date_header=False,
            **{"log_level": "warning", **told},
        )
    )
