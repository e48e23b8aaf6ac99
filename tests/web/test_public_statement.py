"""The statement on the web: as `gestand render` writes it, with the ways to the other pages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.sites import Public, open_site, write_site

from gestand.documents.html import html_page
from gestand.documents.statement import statement_page
from gestand.web.paths import ACCOUNT, ASK, STATEMENT
from gestand.wiring import open_company


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_site("sms-gateway", tmp_path_factory.mktemp("made"))
    company = open_company(folder)
    company.archive.archive(company.clock())
    file = folder / "statement.yaml"
    text = file.read_text("utf-8")
    assert "kept: 6 months after sign-in" in text
    file.write_text(
        re.sub(r"^version: .*$", "version: 9", text, flags=re.MULTILINE).replace(
            "kept: 6 months after sign-in", "kept: 3 months after sign-in"
        ),
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def site(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    with open_site(made, tmp_path_factory.mktemp("open"), mail=False) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "page"), [("nl", STATEMENT.nl), ("en-GB,en;q=0.9", STATEMENT.en), ("fr", STATEMENT.nl)]
)
def test_the_door_opens_in_the_language_of_the_reader(asked: str, page: str, site: Public) -> None:
    with site.visitor(headers={"accept-language": asked}) as client:
        assert client.get("/").headers["location"] == page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_is_the_statement_as_it_is_rendered(language: str, site: Public) -> None:
    with site.visitor() as client:
        shown = client.get(f"/{language}/").text
    rendered = html_page(statement_page(site.company.statement, "en" if language == "en" else "nl"))

    main = re.search(r"<table role.*?</table>", rendered, re.DOTALL)
    assert main
    assert main[0] in shown
    for anchor in re.findall(r'id="([^"]+)"', rendered):
        assert f'id="{anchor}"' in shown
    assert "lead_visit" in shown


@pytest.mark.parametrize(
    ("path", "said"),
    [(STATEMENT.nl, "Dit is anders dan in versie 3"), (STATEMENT.en, "This differs from version 3")],
)
def test_the_page_lists_what_changed_since_the_version_before(path: str, said: str, site: Public) -> None:
    with site.visitor() as client:
        page = client.get(path).text

    assert said in page
    assert "3 maanden" in page or "3 months" in page


@pytest.mark.parametrize("path", [STATEMENT.nl, STATEMENT.en])
def test_the_page_leads_to_the_others(path: str, site: Public) -> None:
    own, other = ("nl", "en") if path == STATEMENT.nl else ("en", "nl")
    with site.visitor() as client:
        page = client.get(path).text
        for way in (getattr(ASK, own), getattr(ACCOUNT, own), getattr(STATEMENT, other)):
            assert f'href="{way}"' in page
            assert client.get(way).status_code == 200


def test_its_one_style_is_allowed_by_digest_alone(site: Public) -> None:
    with site.visitor() as client:
        policy = client.get(STATEMENT.nl).headers["content-security-policy"]

    assert re.search(r"style-src 'sha256-[A-Za-z0-9+/]{43}='", policy)
    assert "unsafe-inline" not in policy
