"""Moments that a reading of a statement writes are known in the names of columns; what no name says is left open."""

import pytest
from tests.datamap.conftest import schema_of
from tests.datamap.suggest.legacy import STATEMENT

from gestand.datamap.suggest.moments import TimeAt, Times
from gestand.statement.parse import parse_statement


def found(moment: str, nl: str, en: str, table: str, *columns: str) -> str:
    """The column that is taken for the moment, empty for none."""
    told = f"moments:\n  {moment}: {{nl: {nl}, en: {en}}}\n"
    schema = schema_of({table: {"columns": {"id": "integer", **dict.fromkeys(columns, "date")}}})
    times = Times(parse_statement(STATEMENT.replace("moments:\n", told)), schema, {})
    at = times.found(schema.tables[0], moment)
    return at.column if isinstance(at, TimeAt) else ""


@pytest.mark.parametrize(
    ("moment", "nl", "en", "table", "columns", "wanted"),
    [
        ("sending", "de verzending", "sending", "berichten", ("gelezen_op", "verzonden_op"), "verzonden_op"),
        ("collected", "de gegevens zijn verzameld", "the data were collected", "leads", ("created_at", "due_on"),
         "created_at"),
        ("unsubscribed", "iemand heeft zich afgemeld", "somebody has unsubscribed", "nwsbrf", ("aangem", "afgem"),
         "afgem"),
        ("consent-withdrawn", "de toestemming is ingetrokken", "consent was withdrawn", "fotos",
         ("gemaakt_op", "ingetrokken_op"), "ingetrokken_op"),
        ("order-placed", "de bestelling is geplaatst", "the order was placed", "orders", ("orderdatum", "leverdatum"),
         "orderdatum"),
        ("employment-ended", "het dienstverband is beëindigd", "the employment has ended", "mdw",
         ("gebdat", "dat_uit_dienst"), "dat_uit_dienst"),
        ("request-handled", "de vraag is afgehandeld", "the question was dealt with", "tickets",
         ("opened_at", "closed_at"), "closed_at"),
        ("last-visit", "iemand er voor het laatst was", "somebody was there for the last time", "users",
         ("created_at", "last_seen_at"), "last_seen_at"),
    ],
)  # fmt: skip
def test_a_moment_is_found_by_what_its_column_is_called(
    moment: str, nl: str, en: str, table: str, columns: tuple[str, ...], wanted: str
) -> None:
    assert found(moment, nl, en, table, *columns) == wanted


@pytest.mark.parametrize("columns", [(), ("leverdatum",), ("gebdat",)])
def test_a_moment_that_no_column_is_called_after_is_left_open(columns: tuple[str, ...]) -> None:
    told = ("consent-withdrawn", "de toestemming is ingetrokken", "consent was withdrawn", "fotos")

    assert found(*told, *columns) == ""


@pytest.mark.parametrize("column", ["issued_on", "sent_at", "at", "datum", "created_at", "aangemaakt_op"])
def test_data_were_collected_when_their_row_came_to_be(column: str) -> None:
    told = ("collected", "de gegevens zijn verzameld", "the data were collected")

    assert found(*told, "facturen", column, "betaald_op") == column


@pytest.mark.parametrize("columns", [("issued_on", "sent_at"), ("gewijzigd_op",), ("gebdat",)])
def test_of_two_times_of_a_row_or_of_none_nothing_is_taken(columns: tuple[str, ...]) -> None:
    assert (
        found("collected", "de gegevens zijn verzameld", "the data were collected", "leads", *columns) == ""
    )


def test_another_moment_is_not_when_the_row_came_to_be() -> None:
    assert (
        found("order-placed", "de bestelling is geplaatst", "the order was placed", "klanten", "issued_on")
        == ""
    )
