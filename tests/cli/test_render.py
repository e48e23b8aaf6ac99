"""`gestand render`: the statement as people read it."""

from tests.path.firm import Call, Firm


def test_the_page_comes_in_the_language_of_the_statement(gestand: Call) -> None:
    ran = gestand("render")

    assert ran.code == 0
    assert ran.out.startswith('<!doctype html>\n<html lang="nl">')


def test_the_page_can_be_written_to_a_file(gestand: Call, company: Firm) -> None:
    ran = gestand("render", "--lang", "en", "--to", "page.html")

    assert (ran.code, ran.out) == (0, "")
    assert '<html lang="en">' in (company.folder / "page.html").read_text("utf-8")
