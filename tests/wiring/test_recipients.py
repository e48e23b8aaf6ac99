"""[recipients] of gestand.toml says who gets data by the words of the statement, and no other word."""

from pathlib import Path

import pytest

from gestand.core.errors import SettingsError
from gestand.wiring.requesting import refuse_strange

KNOWN = ("lead-service", "payment-providers")


def refused(folder: Path, toml: str, *words: str, known: tuple[str, ...] = KNOWN) -> SettingsError:
    file = folder / "gestand.toml"
    file.write_text(toml, "utf-8")
    with pytest.raises(SettingsError) as told:
        refuse_strange(words, known, file)
    return told.value


@pytest.mark.parametrize(
    ("toml", "line", "column"),
    [
        ('[recipients]\nlead-servce = "a@example.org"', 2, 1),
        ('zone = "x"\n[ "recipients" ] # who\n\n  "lead-servce"   = "a@example.org"', 4, 4),
        ('recipients.lead-servce = "a@example.org"', 1, 12),
        ('recipients = {payment-providers = "b@example.org", lead-servce = "a@example.org"}', 1, 52),
        (
            '[desk]\nlead-servce = "no"\n[recipients]\nmy-lead-servce = "b"\nlead-servce = "a@example.org"',
            5,
            1,
        ),
    ],
)
def test_a_misspelt_recipient_is_told_with_its_place_and_the_nearest_word(
    tmp_path: Path, toml: str, line: int, column: int
) -> None:
    told = refused(tmp_path, toml, "payment-providers", "lead-servce")
    (fault,) = told.faults
    assert (fault.place.line, fault.place.column) == (line, column)
    assert (fault.value, fault.nearest) == ("lead-servce", "lead-service")
    place = f"{tmp_path / 'gestand.toml'}:{line}:{column}"
    assert f"{place}: `lead-servce` is not a recipient of the statement" in str(told)
    assert str(told).endswith("nearest: `lead-service`")
    assert "@example.org" not in str(told)


def test_every_strange_recipient_is_told_at_once(tmp_path: Path) -> None:
    told = refused(tmp_path, '[recipients]\npayments = "a"\nnobody-at-all = "b"', "payments", "nobody-at-all")
    assert [(one.value, one.nearest) for one in told.faults] == [
        ("payments", "payment-providers"),
        ("nobody-at-all", ""),
    ]


def test_a_statement_without_recipients_knows_none(tmp_path: Path) -> None:
    told = refused(tmp_path, '[recipients]\nlead-service = "a"', "lead-service", known=())
    assert "is not a recipient of the statement" in str(told)


def test_recipients_of_the_statement_are_taken(tmp_path: Path) -> None:
    refuse_strange(KNOWN, KNOWN, tmp_path / "there is none.toml")
