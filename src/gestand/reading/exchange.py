"""Facts in the exchange form that programs read: one JSON object for a text, a list of facts below each key."""

from collections.abc import Iterable

from gestand.core.fact import (
    Automated,
    Beacons,
    BreachNotice,
    BrowserSignal,
    ComplaintAuthority,
    Contact,
    Controller,
    DataCategory,
    Denial,
    DeviceItem,
    EffectiveDate,
    Fact,
    Kept,
    LegalBasis,
    MinorsAge,
    OptOut,
    Purpose,
    Recipient,
    ResponseTerm,
    Right,
    SecurityMeasure,
    Transfer,
)
from gestand.core.text import Language

Fields = dict[str, object]

LISTS: dict[type, tuple[str, dict[str, str]]] = {
    Contact: ("contacts", {"kind": "kind", "value": "value"}),
    DataCategory: ("data_categories", {"category": "category"}),
    Purpose: ("purposes", {"purpose": "purpose"}),
    LegalBasis: ("legal_bases", {"basis": "basis"}),
    Kept: (
        "retention",
        {
            "what": "what",
            "duration_iso": "duration",
            "anchor": "anchor",
            "vague": "vague",
            "unlimited": "unlimited",
        },
    ),
    Recipient: ("recipients", {"name_or_category": "name", "role": "role"}),
    Transfer: ("transfers", {"country_or_region": "where", "safeguard": "safeguard"}),
    Right: ("rights", {"right": "right"}),
    DeviceItem: (
        "cookies",
        {
            "category": "category",
            "name_or_provider": "name",
            "party": "party",
            "lifetime": "lifetime",
            "consent_required_stated": "consent_stated",
        },
    ),
    SecurityMeasure: ("security_measures", {"measure": "measure"}),
    OptOut: ("marketing_opt_out", {"how": "how"}),
}
"""Facts of which a text may have many: the key of their list, and their fields as the exchange form calls them."""
SINGLE: dict[type, tuple[str, dict[str, str]]] = {
    Controller: ("controller", {"name": "name", "address": "address", "kvk": "kvk"}),
    ComplaintAuthority: ("complaint_authority", {"name": "name"}),
    BrowserSignal: ("dnt_or_gpc", {"honoured": "honoured"}),
    MinorsAge: ("minors", {"age": "age"}),
    EffectiveDate: ("effective_date", {"date": "date"}),
    Automated: ("profiling_or_automated", {"stated": "stated"}),
}
"""Facts of which the exchange form holds one; the surest and earliest is told."""


def exchanged(language: Language, facts: Iterable[Fact]) -> Fields:
    """The facts of one text as plain lists and maps, ready for JSON. What the text does not say is left out."""
    many: dict[str, list[object]] = {}
    single: Fields = {"language": language}
    for fact in sorted(facts, key=_is_denied):
        key, fields = _told(fact)
        if type(fact.said) in LISTS or isinstance(fact.said, ResponseTerm | BreachNotice):
            many.setdefault(key, []).append(fields)
        else:
            single.setdefault(key, fields)
    return single | many


def _is_denied(fact: Fact) -> bool:
    """Whether it denies what another sentence may state: to do one thing and not another is to do it."""
    return fact.said == Automated(False)


def _told(fact: Fact) -> tuple[str, object]:
    said, quote = fact.said, fact.quote.text
    match said:
        case ResponseTerm():
            told = _length(said.duration, said.working_days)
            return "response_terms", {"what": said.what, "duration": told, "quote": quote}
        case BreachNotice():
            told = _length(said.term, said.working_days)
            return "breach", {"to_whom": said.to_whom, "term": told, "quote": quote}
        case Beacons(used):
            return "beacons", used
        case Denial(of):
            return f"no_{of}_stated", {"quote": quote}
        case _:
            key, names = (LISTS | SINGLE)[type(said)]
            return key, {name: getattr(said, field) for name, field in names.items()} | {"quote": quote}


def _length(iso: str | None, working_days: int | None) -> object:
    return iso if working_days is None else {"amount": working_days, "unit": "working_days"}
