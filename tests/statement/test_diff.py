"""What a newer statement promises more, less, sooner or later."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from gestand.cli import gestand
from gestand.statement.diff import compare
from gestand.statement.model import Statement

Changed = Callable[..., Statement]

DIFFERENCES = [
    ("kept: 1 week", "kept: 3 days", "stricter", "retention/numbers/kept"),
    ("kept: 1 week", "kept: 2 weeks", "laxer", "retention/numbers/kept"),
    ("1 week after message-sent", "1 week after visit", "changed", "retention/numbers/kept"),
    ("any right: 4 weeks", "any right: 2 weeks", "stricter", "rights/answered within/any right"),
    ("72 hours after aware", "48 hours after aware", "stricter", "breach/authority"),
    ("72 hours after aware", "96 hours after aware", "laxer", "breach/authority"),
    ("lifetime: session}", "lifetime: 1 year}", "laxer", "cookies/functional/items/session/lifetime"),
    ("sold: none", "sold: {nl: x, en: y, basis: Consent, data: [number]}", "laxer", "sold"),
    ("lifetime: session}", "lifetime: one operation}", "stricter", "cookies/functional/items/session/lifetime"),
    ("sold: none", "", "gone", "sold"),
    ("[EncryptionAtRest]", "[EncryptionAtRest, EncryptionInTransfer]", "stricter", "security"),
    ("[EncryptionAtRest]", "none", "laxer", "security"),
    ("for: [delivery], data: [number]", "for: [delivery], data: [number, invoice]", "laxer", "recipients/carrier/data"),
    ("where: EU", "where: [US]", "changed", "recipients/carrier/where"),
    ("where: EU}", "where: EU, also elsewhere: none}", "new", "recipients/carrier/also elsewhere"),
    ("ways: [email]", "ways: [email, post]", "stricter", "rights/ways"),
    ("channel: email,", "channel: email, opt-out: [reply],", "new", "marketing/news/opt-out"),
    ("nl: klanten", "nl: onze klanten", "changed", "people/customers"),
    ("sold: none", "sold: none\nminors: not applicable", "new", "minors"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind", "path"), DIFFERENCES)
def test_one_difference_is_one_change(changed: Changed, old: str, new: str, kind: str, path: str) -> None:
    changes = compare(changed(), changed((old, new)))
    assert [(change.kind, change.path) for change in changes] == [(kind, path)]


def test_a_statement_does_not_differ_from_itself(changed: Changed) -> None:
    assert compare(changed(), changed(("version: 1", "version: 2"), ("2026-12-01", "2027-01-01"))) == ()


def test_a_new_promise_is_told_by_its_sentence_and_a_lost_one_too(changed: Changed) -> None:
    more = "  foreign-numbers: {data: [number], kept: 1 day after message-sent, when: foreign}\n  invoices:"
    old, new = changed(), changed(("  invoices:", more))
    (arrived,), (departed,) = compare(old, new), compare(new, old)
    assert (arrived.kind, departed.kind) == ("new", "gone")
    assert arrived.what.nl.startswith("Telefoonnummer bewaren wij tot 1 dag nadat het bericht is verzonden.")
    assert arrived.place == new.place_of("retention/foreign-numbers")
    assert departed.place == new.place_of("retention/foreign-numbers")


def test_a_change_says_both_terms_in_both_languages(changed: Changed) -> None:
    (change,) = compare(changed(), changed(("kept: 1 week", "kept: 3 days")))
    assert change.what.en == (
        "Phone number: first until 1 week after the message was sent, now until 3 days after the message was sent."
    )
    assert change.what.nl == (
        "Telefoonnummer: eerst tot 1 week nadat het bericht is verzonden, "
        "nu tot 3 dagen nadat het bericht is verzonden."
    )


def test_a_group_that_comes_whole_is_told_once(changed: Changed) -> None:
    group = (
        "cookies:\n  ads: {consent: asked, purpose: delivery, items: {ad: {party: third, lifetime: 1 year}}}"
    )
    (change,) = compare(changed(), changed(("cookies:", group)))
    assert (change.kind, change.path) == ("new", "cookies/ads")


def test_recipients_after_a_denial_are_laxer(changed: Changed, small: str) -> None:
    whole = small[small.index("recipients:") : small.index("sold:")]
    (change,) = compare(changed((whole, "recipients: none\n")), changed())
    assert (change.kind, change.path) == ("laxer", "recipients/carrier")
    assert "this was denied before" in change.what.en


def test_the_command_speaks_plainly(tmp_path: Path, small: str) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(small, "utf-8")
    new.write_text(small.replace("kept: 1 week", "kept: 3 days"), "utf-8")
    told = CliRunner().invoke(gestand, ["diff", str(old), str(new)])
    assert told.output.splitlines()[0] == "Strenger"
    said = " ".join(told.output.split())
    assert f"nu tot 3 dagen nadat het bericht is verzonden. {new}:26:5" in said
    same = CliRunner().invoke(gestand, ["diff", str(old), str(old), "--lang", "en"])
    assert same.output == "The two statements promise the same.\n"
    as_json = CliRunner().invoke(gestand, ["diff", str(old), str(new), "--json"])
    assert '"kind": "stricter"' in as_json.output
