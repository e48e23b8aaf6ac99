"""However many cases are open, the first page of the list is read along an index, and no file of a case with it."""

from pathlib import Path

from sqlalchemy import event

from gestand.book import caselist
from gestand.book.database import open_book


def test_the_first_page_is_neither_sorted_nor_searched_for(tmp_path: Path) -> None:
    book = open_book(tmp_path / "book.sqlite", create=True)
    asked: list[tuple[str, tuple[object, ...]]] = []
    event.listen(
        book.engine, "before_cursor_execute", lambda *told: asked.append((str(told[2]), tuple(told[3])))
    )
    with book.reading() as connection:
        for closed in (False, True):
            caselist.page(connection, 50, 0, None, closed=closed)
        plans = [
            str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).all())
            for sql, parameters in asked
            if sql.startswith("SELECT")
        ]
    book.close()
    assert len(plans) == 2
    for plan, index in zip(plans, ("cases_open", "cases_closed"), strict=True):
        assert index in plan
        assert "TEMP B-TREE" not in plan
        assert "case_steps" not in plan
