"""A device storage disclosure goes out and comes in, and nothing that it can carry is lost on the way."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.statements import STATEMENTS, statement

from gestand.exchange.carried import NothingToExport
from gestand.exchange.device_storage import device_storage, hosts
from gestand.exchange.disclosure import LARGEST, NoDisclosure, read_disclosure
from gestand.exchange.from_device_storage import Imported, from_device_storage
from gestand.exchange.seconds import in_seconds_of_words, in_words
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

WITH_COOKIES = [name for name in STATEMENTS if name not in ("small", "minimal")]
HOUR = 3_600

Fields = dict[str, object]


def came_in(document: object, sites: tuple[str, ...] = ()) -> Imported:
    return from_device_storage(read_disclosure(json.dumps(document).encode(), "theirs.json"), sites)


def with_cookies(imported: Imported, base: Statement) -> Statement:
    """The statement with the imported section in place of its own, read as a file is read."""
    read = parse_statement(STATEMENTS["minimal"].read_text("utf-8") + imported.text)
    return base.model_copy(update={"cookies": read.cookies})


def normal(document: Fields) -> Fields:
    """The same disclosure whatever the order of its entries, and with the same entry in one piece."""
    entries: dict[str, set[str]] = {}
    for entry in document["disclosures"] if isinstance(document["disclosures"], list) else ():
        bare = {key: value for key, value in entry.items() if key != "domains"}
        entries.setdefault(json.dumps(bare, sort_keys=True), set()).update(entry.get("domains", []))
    others = {
        key: sorted(json.dumps(one, sort_keys=True) for one in document.get(key, []))  # type: ignore[attr-defined]
        for key in ("domains", "sdks")
    }
    return {"disclosures": sorted((key, sorted(found)) for key, found in entries.items()), **others}


@pytest.mark.parametrize("name", WITH_COOKIES)
def test_what_went_out_comes_in_and_goes_out_the_same(name: str) -> None:
    base = statement(name)
    out = json.loads(device_storage(base, "en").text)
    imported = came_in(out, tuple(hosts(base)))
    again = json.loads(device_storage(with_cookies(imported, base), "en").text)
    assert normal(again) == normal(out)
    assert imported.lost == ()


NAMES = st.text("abcdefgh_", min_size=1, max_size=6)
DOMAINS = st.sampled_from(["www.ours.example", "shop.ours.example", "ads.example", "*.tel.example"])
STORED = st.builds(
    lambda name, kind, age, domains, purposes: {
        "identifier": name,
        "type": kind,
        "maxAgeSeconds": age,
        **({"cookieRefresh": False} if kind == "cookie" else {}),
        "purposes": purposes,
        **({"domains": domains} if domains else {}),
    },
    NAMES,
    st.sampled_from(["cookie", "web"]),
    st.none() | st.integers(0, 10_000).map(lambda hours: hours * HOUR),
    st.lists(DOMAINS, unique=True, max_size=3),
    st.lists(st.integers(1, 11), unique=True, max_size=4),
)


@settings(max_examples=60, deadline=None)
@given(stored=st.lists(STORED, min_size=1, max_size=6))
def test_what_comes_in_goes_out_the_same(stored: list[Fields]) -> None:
    base = statement("shop").model_copy(
        update={
            "controller": statement("shop").controller.model_copy(
                update={"sites": ("www.ours.example", "shop.ours.example")}
            )
        }
    )
    imported = came_in({"disclosures": stored}, tuple(hosts(base)))
    again = json.loads(device_storage(with_cookies(imported, base), "en").text)
    assert normal(again) == normal({"disclosures": stored})
    assert imported.lost == ()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "until erased"),
        (0, "session"),
        (HOUR, "1 hour"),
        (252 * 30 * 86_400, "7560 days"),
        (5_400, "2 hours"),
        (86_400, "1 day"),
        (2_592_000, "1 month"),
        (33_696_000, "13 months"),
        (31_536_000, "1 year"),
        (63_072_000, "2 years"),
        (365 * 86_400 + 86_400, "366 days"),
    ],
)
def test_a_lifetime_in_seconds_becomes_words(seconds: int | None, words: str) -> None:
    assert in_words(seconds) == words


@given(st.none() | st.integers(0, 876_600).map(lambda hours: hours * HOUR))
def test_whole_hours_are_the_same_seconds_again(seconds: int | None) -> None:
    assert in_seconds_of_words(in_words(seconds)) == seconds


def test_what_a_statement_has_no_place_for_is_told() -> None:
    lost = came_in(
        {
            "version": "1.1",
            "disclosures": [
                {"identifier": "a", "type": "app", "maxAgeSeconds": 90, "optOut": True},
                {"identifier": "b", "type": "cookie", "maxAgeSeconds": 0, "cookieRefresh": True},
            ],
        }
    ).lost
    assert dict(lost) == {
        "disclosures/cookieRefresh": 1,
        "disclosures/type app, told as local storage": 1,
        "disclosures/maxAgeSeconds, rounded up to whole hours": 1,
        "disclosures/optOut": 1,
        "file/version": 1,
    }


def test_what_a_disclosure_has_no_place_for_is_told() -> None:
    lost = dict(device_storage(statement("shop"), "en").lost)
    assert lost == {
        "cookies/consent": 5,
        "cookies/kind": 5,
        "cookies/purpose": 5,
        "cookies/refusing costs": 5,
        "cookies/items/read by": 5,
        "cookies/items/purpose": 1,
    }
    once = dict(device_storage(statement("cookie-site"), "en").lost)
    assert once["cookies/one operation, told as a session"] == 1


def test_a_cookie_of_a_site_of_ours_is_our_own() -> None:
    stored = {"identifier": "a", "type": "cookie", "maxAgeSeconds": 0, "domains": [".ours.example"]}
    text = came_in({"disclosures": [{**stored, "domains": ["*.ours.example"]}]}, ("www.ours.example",)).text
    assert "party: own" in text
    assert "party: third" in came_in({"disclosures": [stored | {"domains": ["yours.example"]}]}).text


def test_a_statement_without_cookies_has_nothing_to_disclose() -> None:
    with pytest.raises(NothingToExport, match="nothing that is stored on a device"):
        device_storage(statement("minimal"), "en")


BAD = {
    "a field twice": b'{"disclosures": [{"identifier": "a", "identifier": "b", "type": "cookie"}]}',
    "no JSON": b"cookies: none",
    "no object": b"[]",
    "cut off": b'{"disclosures": [',
    "not in UTF-8": '{"disclosures": [], "naam": "é"}'.encode("latin-1"),
    "nested without end": b'{"disclosures":' + b"[" * 200_000,
    "too large": b'{"disclosures": []}' + b" " * LARGEST,
    "a name of a purpose": b'{"disclosures": [{"identifier": "a", "type": "cookie", "purposes": ["ads"]}]}',
    "a purpose that is not there": b'{"disclosures": [{"identifier": "a", "type": "cookie", "purposes": [12]}]}',
    "a negative time": b'{"disclosures": [{"identifier": "a", "type": "cookie", "maxAgeSeconds": -1}]}',
    "no name": b'{"disclosures": [{"identifier": " ", "type": "cookie"}]}',
    "a page for a domain": b'{"disclosures": [{"identifier": "a", "type": "web", "domains": ["a.example/x"]}]}',
    "a number as a text": b'{"disclosures": [{"identifier": "a", "type": "cookie", "purposes": ["1"]}]}',
    "a number without end": b'{"disclosures": [], "length": ' + b"1" * 5_000 + b"}",
    "a domain with a sign that nobody sees": b'{"disclosures": [], "domains": [{"domain": "a\\u001b.example"}]}',
    "a sign that nobody sees": b'{"disclosures": [{"identifier": "a\\u0000b", "type": "cookie"}]}',
    "half a sign": b'{"disclosures": [{"identifier": "\\ud800", "type": "cookie"}]}',
    "too many": b'{"disclosures": ['
    + b'{"identifier": "a", "type": "web"},' * 2_000
    + b'{"identifier": "a", "type": "web"}]}',
    "endless": b'{"disclosures": [{"identifier": "a", "type": "web", "maxAgeSeconds": 1e400}]}',
}


@pytest.mark.parametrize("what", BAD)
def test_a_file_that_is_no_disclosure_is_refused_with_its_name(what: str) -> None:
    with pytest.raises(NoDisclosure, match=r"theirs\.json"):
        read_disclosure(BAD[what], "theirs.json")


def test_the_same_name_a_thousand_times_is_no_bomb() -> None:
    one = {"identifier": "a", "type": "cookie"}
    imported = came_in({"disclosures": [{**one, "maxAgeSeconds": HOUR * hours} for hours in range(1_000)]})
    assert imported.text.count("tcf-none") == 1_000


def test_what_is_named_twice_stays_twice() -> None:
    document = {
        "disclosures": [],
        "domains": [{"domain": "a.example", "use": use} for use in ("one", "two")],
        "sdks": [{"name": "kit", "use": use} for use in ("three", "four")],
    }
    imported = came_in(document)

    assert json.loads(device_storage(with_cookies(imported, statement("minimal")), "en").text) == document


def test_the_name_of_a_field_does_nothing_to_the_screen_that_it_is_told_on() -> None:
    assert came_in({"disclosures": [], "\x1b[2J": 1}).lost == (("file/\\x1b[2J", 1),)
    twice = b'{"\\u001b[2J": 1, "\\u001b[2J": 2}'
    with pytest.raises(NoDisclosure, match=r"two fields `\\x1b\[2J`"):
        read_disclosure(twice, "theirs.json")


def test_a_mark_of_utf_8_at_the_beginning_does_no_harm() -> None:
    assert read_disclosure(b'\xef\xbb\xbf{"disclosures": []}', "theirs.json").disclosures == ()
