"""A site with things that wait for a choice, on the same address as gestand's pages, under a strict policy."""

import threading
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from tests.web.sites import write_site
from uvicorn import Config, Server

from gestand.core.text import Language
from gestand.web.app import create_app
from gestand.wiring import Company, open_company

HERE = Path(__file__).parent
MODULES = HERE.parents[1] / "banner"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)
WORDS = ("visit-statistics", "sharing", "videos", "campaigns")
PIXEL = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


@dataclass
class Site:
    """A company's own site and its gestand, as one address. `away`: gestand takes no choices."""

    app: ASGIApp
    company: Company
    url: str = ""
    away: bool = False
    asked: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._own(Request(scope)) if scope["type"] == "http" else None
        if answer is None:
            await self.app(scope, receive, send)
        else:
            await answer(scope, receive, send)

    def _own(self, request: Request) -> Response | None:
        path = request.url.path
        if path == "/consent" and self.away:
            return Response(status_code=503)
        if path.startswith("/modules/"):
            return FileResponse(MODULES / Path(path).name, media_type="text/javascript")
        if not path.startswith("/site/"):
            return None
        self.asked.append(
            path.removeprefix("/site/") + ("?" + request.url.query if request.url.query else "")
        )
        return self._thing(path.removeprefix("/site/"), request)

    def _thing(self, name: str, request: Request) -> Response:
        if name == "ran.js":
            word = next(iter(parse_qs(request.url.query, keep_blank_values=True)))
            left = f'window.ran = [...(window.ran || []), "{word}"];'
            module = "import.meta.url;" if word == "sharing" else ""  # runs as a module, and as nothing else
            return Response(module + left, media_type="text/javascript")
        if name == "pixel.gif":
            return Response(PIXEL, media_type="image/gif")
        if name == "site.css":
            return FileResponse(HERE / "site.css")
        if name == "film":
            return HTMLResponse("<!doctype html><html lang=nl><title>Film</title><main><h1>Film</h1></main>")
        page = (HERE / "page.html").read_text("utf-8")
        language: Language = "en" if name.startswith("en") else "nl"
        page = page.replace("/nl/banner.js", f"/{language}/banner.js")
        if name.endswith("bare"):
            page = page.replace(" data-consent", "")
        return HTMLResponse(page, headers={"Content-Security-Policy": POLICY})


@contextmanager
def open_shop(place: Path, *, signals: str = "") -> Iterator[Site]:
    """A sample company that asks for four purposes, served until the block ends."""
    folder = write_site("cookie-site", place)
    file = folder / "statement.yaml"
    text = file.read_text("utf-8")
    assert "\nsignals:" in text
    text = text.replace("\nsignals:", "\n" + (HERE / "more.yaml").read_text("utf-8") + "signals:")
    file.write_text(
        text.replace("{GPC: refuses all that is asked, DNT: refuses all that is asked}", signals)
        if signals
        else text,
        "utf-8",
    )
    company = open_company(folder)
    site = Site(create_app(company), company)
    server = Server(Config(site, host="127.0.0.1", port=0, log_level="critical", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    site.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    try:
        yield site
    finally:
        server.should_exit = True
        thread.join(10)
