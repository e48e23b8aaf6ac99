"""The application: every page and the API, behind one guard."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib import import_module
from pkgutil import iter_modules

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException

from gestand.core.errors import GestandError
from gestand.web import api, pages, words
from gestand.web.consenting import PATH, Consenting
from gestand.web.forms import plain
from gestand.web.guarding import Guarding, TooLarge, TooSlow
from gestand.web.limits import HOUR, TooOften
from gestand.web.may_api import Asking
from gestand.web.paths import UNSUBSCRIBE
from gestand.web.site import Page, Site
from gestand.web.trouble import log_trouble, trouble
from gestand.wiring import Company
from gestand.wiring.schedule import Schedule

SILENT = timedelta(minutes=5)
"""A schedule that has not been heard of for so long hangs, or has ended."""

API = "/api/v1/openapi.json"
"""What the API takes and gives, for programs."""

UNSEEN: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""No span or metric is made: a path may hold a link to somebody's case."""


def create_app(company: Company, schedule: Schedule | None = None) -> FastAPI:
    """The pages of one company. Nothing is opened before the first request; `/health` tells of the schedule."""
    site, consenting = Site(company), Consenting(company)
    app = FastAPI(
        title="gestand",
        docs_url=None,
        redoc_url=None,
        openapi_url=API,
        redirect_slashes=False,
        telemetry=UNSEEN,
        lifespan=consenting.lifespan,
    )
    app.state.site = site
    app.router.routes.append(consenting.route)  # the first of all: it is asked for most
    app.router.routes.append(Asking(company).route)
    for page in every_page():
        app.add_api_route(
            page.path, page.answer, methods=_methods(page), include_in_schema=False, response_model=None
        )
    app.include_router(api.router)
    app.add_api_route("/health", _health(schedule), include_in_schema=False, response_model=None)
    app.mount("/static", StaticFiles(packages=[("gestand.web", "static")]))
    app.add_middleware(
        Guarding,
        address=company.settings.requesting.address,
        refuse=trouble,
        apart=(PATH,),
        by_link=(UNSUBSCRIBE.nl, UNSUBSCRIBE.en),
    )
    for kind, answer in _ANSWERS.items():
        app.add_exception_handler(kind, answer)
    return app


def _health(schedule: Schedule | None) -> Callable[[], JSONResponse]:
    """For a monitor: whether the schedule still beats, and when it last kept and checked. No case, no name."""

    def health() -> JSONResponse:
        if schedule is None:
            return JSONResponse({"schedule": "off"})
        alive, now = schedule.alive, schedule.company.clock()
        beats = alive is not None and now - alive < SILENT
        last = {verb: schedule.last(verb) for verb in ("keep", "check")}
        told = {verb: at.isoformat(timespec="seconds") if at else None for verb, at in last.items()}
        return JSONResponse({"schedule": "beats" if beats else "silent", **told}, 200 if beats else 503)

    return health


def every_page() -> Iterator[Page]:
    """The pages of every file in `pages/`, in the order of their names."""
    for found in iter_modules(pages.__path__):
        yield from import_module(f"gestand.web.pages.{found.name}").PAGES


def _methods(page: Page) -> list[str]:
    return ["GET", "HEAD"] if page.method == "GET" else [page.method]


def _not_here(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return trouble(request, words.NOT_HERE, 404)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": error.detail}, error.status_code, error.headers)
    return trouble(request, _WHY.get(error.status_code, words.NOT_HERE), error.status_code)


def _wrong(_: Request, error: Exception) -> Response:
    """What is wrong with what another system sent, without saying it again: it may be anything at all."""
    faults = error.errors() if isinstance(error, RequestValidationError) else ()
    told = [
        {"type": one["type"], "loc": [_told(part) for part in one["loc"]], "msg": plain(one["msg"])}
        for one in faults
    ]
    return JSONResponse({"detail": told}, 422)


def _told(part: object) -> object:
    return part if isinstance(part, int) else plain(str(part))


def _too_large(request: Request, _: Exception) -> Response:
    return trouble(request, words.TOO_LARGE, 413)


def _too_slow(request: Request, _: Exception) -> Response:
    return trouble(request, words.TOO_SLOW, 408)


def _too_often(request: Request, _: Exception) -> Response:
    response = trouble(request, words.TOO_OFTEN, 429)
    response.headers["Retry-After"] = str(int(HOUR.total_seconds()))
    return response


def _refused(request: Request, error: Exception) -> Response:
    """What gestand refuses it tells whoever runs it; outside, nobody is told what to type, or where a file lies."""
    log_trouble(request, error)
    return trouble(request, words.BROKEN, 409)


def _broken(request: Request, _: Exception) -> Response:
    return trouble(request, words.BROKEN, 500)


_WHY = {400: words.NOT_A_FORM, 415: words.NOT_A_FORM}
_ANSWERS: dict[type[Exception], Callable[[Request, Exception], Response]] = {
    HTTPException: _not_here,
    RequestValidationError: _wrong,
    TooLarge: _too_large,
    TooSlow: _too_slow,
    TooOften: _too_often,
    GestandError: _refused,
    Exception: _broken,
}
