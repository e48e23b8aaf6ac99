"""The API by which other systems of the company hand in requests, and ask how they stand."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, BackgroundTasks, Depends, HTTPException, Path, Request
from fastapi.exceptions import RequestValidationError
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from gestand.core.case import Case
from gestand.core.errors import NotInTheBook
from gestand.core.request import Asker, Correction, Known, Right, Way
from gestand.core.request import Request as Asked
from gestand.core.staff import LinkPurpose
from gestand.duties import requests
from gestand.web.asking import ACTS_FOR, ADDRESS, LINES, WORDS, can_be_sent_on, is_address
from gestand.web.forms import one_line, plain
from gestand.web.limits import may_mail
from gestand.web.offered import email_kind
from gestand.web.posting import soon
from gestand.web.site import Site, site_of
from gestand.web.taking_in import take_in as taken_in

Line = Annotated[str, AfterValidator(one_line), StringConstraints(max_length=300)]
Text = Annotated[str, AfterValidator(plain), StringConstraints(max_length=WORDS)]
Filled = Annotated[str, AfterValidator(one_line), StringConstraints(min_length=1, max_length=300)]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=100)]
Number = Annotated[
    str, Path(pattern=r"^[0-9]{4}-[0-9]{4,9}$", description="The number that the request got.")
]


class Given(BaseModel):
    """What is handed in; a word that is not known here is refused, so that nothing is lost unseen."""

    model_config = ConfigDict(extra="forbid")


class CorrectionGiven(Given):
    """What should stand in a column of a datum instead (GDPR 16)."""

    data: Word
    column: Filled
    value: Filled


class RequestGiven(Given):
    """One request of a person, as another system took it in."""

    rights: Annotated[list[Right], Field(min_length=1, max_length=len(Right))]
    name: Line = ""
    email: str = Field(description="Where the answer goes.", max_length=254, pattern=f"^{ADDRESS}$")
    received: datetime | None = Field(
        default=None,
        description="When it was received, with its offset; now unless said. The clock starts then.",
    )
    language: Literal["nl", "en"] = "nl"
    known: Annotated[dict[Word, Filled], Field(max_length=20)] = Field(
        default_factory=dict, description="Identifiers by kind, as the data map knows them."
    )
    words: Text = ""
    data: Annotated[list[Word], Field(max_length=200)] = Field(
        default_factory=list, description="Words of the statement's data; all unless said."
    )
    purposes: Annotated[list[Word], Field(max_length=200)] = Field(
        default_factory=list, description="What is objected to, or no longer consented to."
    )
    corrections: Annotated[list[CorrectionGiven], Field(max_length=50)] = Field(default_factory=list)
    acts_for: Literal["", "parent", "guardian", "lawyer"] = ""
    authority: Line = ""
    send_to: Annotated[Line, StringConstraints(max_length=LINES["send-to"])] = Field(
        default="",
        description="An address for mail, or `Other Ltd <intake@example.org>`; for portability alone.",
    )

    @field_validator("email")
    @classmethod
    def _mailed(cls, value: str) -> str:
        if not is_address(value):
            raise ValueError("this is no address for mail, such as name@example.org")
        return value

    @field_validator("received")
    @classmethod
    def _aware(cls, value: datetime | None) -> datetime | None:
        if value is not None and value.utcoffset() is None:
            raise ValueError("write the offset of the time: 2026-11-23T09:30:00+01:00")
        return value

    @model_validator(mode="after")
    def _whole(self) -> "RequestGiven":
        if any(right.needs_identity for right in self.rights) and not self.name:
            raise ValueError(
                "`name` is needed for every right but an objection to marketing and a withdrawal"
            )
        if self.acts_for in ACTS_FOR and not self.authority:
            raise ValueError("`authority` says what shows that somebody may ask for another")
        if self.send_to and Right.PORTABILITY not in self.rights:
            raise ValueError("`send_to` goes with portability alone (GDPR 20(2))")
        if not can_be_sent_on(self.send_to):
            raise ValueError(
                "`send_to` is an address for mail, or a name with one: Other Ltd <intake@example.org>"
            )
        return self


class RequestState(BaseModel):
    """How a request stands; who asked is not told."""

    id: str
    rights: list[Right]
    received: datetime
    answer_by: datetime
    identified: bool
    paused: bool
    result: str | None


class Trouble(BaseModel):
    """Why something was not done."""

    detail: str


_bearer = HTTPBearer(description="The token that `gestand token` gave to this system.")
_REFUSED: dict[int | str, dict[str, object]] = {
    401: {"model": Trouble, "description": "No token, or one that does not work."}
}
router = APIRouter(prefix="/api/v1", tags=["requests"], responses=_REFUSED)


@dataclass(frozen=True)
class System:
    """Another system of the company, by its token; `sees_all`: also what the other systems handed in."""

    name: str
    sees_all: bool

    def sees(self, asked: Asked) -> bool:
        return asked.way is Way.API and (self.sees_all or asked.system == self.name)


def system_of(request: Request, token: Annotated[HTTPAuthorizationCredentials, Depends(_bearer)]) -> System:
    """The system that holds the token. Raises 401."""
    company = site_of(request).company
    for purpose in (LinkPurpose.API, LinkPurpose.API_ALL):
        name = company.links.look(token.credentials, purpose, company.clock())
        if name:
            return System(name, sees_all=purpose is LinkPurpose.API_ALL)
    raise HTTPException(401, "This token does not work.", {"WWW-Authenticate": "Bearer"})


Caller = Annotated[System, Depends(system_of)]


@router.post(
    "/requests",
    status_code=201,
    responses={
        400: {"model": Trouble},
        409: {"model": Trouble},
        413: {"model": Trouble},
    },
)
def take_in(request: Request, given: RequestGiven, system: Caller, after: BackgroundTasks) -> RequestState:
    """Take in a request. The same one from the same system while it is open is no second request."""
    site = site_of(request)
    _refuse_unknown(site, given)
    company, now = site.company, site.company.clock()
    received = given.received or now
    if received.year < now.year - 1 or received > now:
        raise _wrong("received", "still to come, or longer ago than last year")
    asked = _asked(given, system.name, email_kind(company), (received, now))
    case = taken_in(company, asked, mailed=may_mail(request, given.email))
    after.tasks.append(soon(site))
    return _state(site, case)


@router.get("/requests/{number}", responses={404: {"model": Trouble}})
def look(request: Request, number: Number, system: Caller) -> RequestState:
    """How a request stands that this system handed in; with a token for every request, that any system did."""
    site = site_of(request)
    try:
        case = site.company.cases.case(number)
    except NotInTheBook:
        case = None
    if case is None or not system.sees(case.request):
        raise HTTPException(404, "This token sees no request of this number.")
    return _state(site, case)


def _asked(given: RequestGiven, system: str, kind: str, at: tuple[datetime, datetime]) -> Asked:
    received, entered = at
    others = (Known(one, value) for one, value in given.known.items() if one != kind)
    return Asked(
        rights=tuple(dict.fromkeys(given.rights)),
        way=Way.API,
        received=received,
        entered=entered,
        language=given.language,
        asker=Asker(
            name=given.name,
            email=given.email,
            acts_for=given.acts_for,
            authority=given.authority,
        ),
        known=(Known(kind, given.email), *others),
        words=given.words,
        data=tuple(given.data),
        purposes=tuple(given.purposes),
        corrections=tuple(Correction(one.data, one.column, one.value) for one in given.corrections),
        sent_on_to=given.send_to,
        system=system,
    )


def _refuse_unknown(site: Site, given: RequestGiven) -> None:
    """A word that the statement does not know is a slip in the other system, which should hear of it."""
    statement = site.company.statement
    data = [*given.data, *(one.data for one in given.corrections)]
    unknown = [word for word in data if word not in statement.data]
    unknown += [word for word in given.purposes if word not in statement.purposes]
    if unknown:
        raise _wrong("data", f"the statement knows no {', '.join(dict.fromkeys(unknown))}")


def _wrong(field: str, why: str) -> RequestValidationError:
    """A fault of the same form as those of the schema."""
    return RequestValidationError(
        [{"type": "value_error", "loc": ("body", field), "msg": why, "input": None}]
    )


def _state(site: Site, case: Case) -> RequestState:
    zone = site.company.settings.zone
    clocks = requests.clocks(case, requests.promises(site.company.statement), zone)
    return RequestState(
        id=case.id,
        rights=list(case.request.rights),
        received=case.request.received.astimezone(UTC),
        answer_by=clocks.told.astimezone(UTC),
        identified=case.identified,
        paused=clocks.paused,
        result=case.closed.result.value if case.closed else None,
    )
