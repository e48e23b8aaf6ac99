"""Every letter, in both languages: what it says, what it never says, and what it cannot go without."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docs import letters as page
from docs.letters import FACTS, LANGUAGES, NAME, SAMPLES
from ruamel.yaml import YAML
from tests.documents.letters.samples import letter, told_letter

from gestand.core.letter import Addressee, Template, Told
from gestand.core.request import Right
from gestand.core.step import Result
from gestand.core.text import Language
from gestand.documents.letters import letters as room
from gestand.documents.letters import write
from gestand.documents.letters.letters import LetterLacks
from gestand.documents.letters.remedies import Remedy, remedies
from gestand.documents.letters.said import environment
from gestand.statement.laws import Verified

FOLDER = Path(room.__file__).parent
CASES = YAML(typ="safe").load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))
EVERY = [(template, language) for template in Template for language in LANGUAGES]


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_letter_has_a_template_in_both_languages_and_no_template_is_without_a_letter() -> None:
    wanted = {f"{template}.{language}.md" for template, language in EVERY}

    assert {path.name for path in FOLDER.glob("*.md")} == wanted
    parts = {path.name.split(".")[0] for path in (FOLDER / "parts").iterdir()}
    assert {path.name for path in (FOLDER / "parts").iterdir()} == {
        f"{part}.{language}.md" for part in parts for language in LANGUAGES
    }


def test_the_page_of_letters_shows_what_the_templates_say() -> None:
    assert page.PAGE.read_text("utf-8") == page.page(), "run `make docs`"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_a_letter_says_what_its_facts_say(case: dict[str, Any], language: Language) -> None:
    text = on_one_line(write(told_letter(case["letter"], language, case["facts"])).text)

    for said in case["says"][language]:
        assert said in text
    for never in case.get("never", {}).get(language, ()):
        assert never not in text


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_the_lines_of_mail_are_folded_and_only_a_link_is_longer(
    template: Template, language: Language
) -> None:
    written = write(letter(template, language))

    long = [line for line in written.text.splitlines() if len(line) > 72]
    assert not [line for line in long if " " in line.strip() and not line.startswith("    ")]
    assert written.text.endswith("\n")
    assert "\n\n\n\n" not in written.text
    assert not re.search(r"[ \t]\n|\u2060|None|\{|\}|^#", written.text, re.MULTILINE)
    assert "\n" not in written.subject
    assert FACTS.case in written.subject


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_a_copy_of_an_identity_document_is_named_only_to_say_that_none_is_asked(
    template: Template, language: Language
) -> None:
    text = on_one_line(write(letter(template, language)).text)
    words = (
        r"paspoort|identiteit\w*|rijbewijs" if language == "nl" else r"passport|identity|driving licen[cs]e"
    )

    without = text.replace(
        "Stuur ons geen kopie van uw paspoort of identiteitskaart. Daar vragen wij nooit om."
        if language == "nl"
        else "Do not send us a copy of your passport or identity card. We never ask for one.",
        "",
    )
    assert not re.search(words, without, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_tells_where_to_complain_and_how_the_log_stood(language: Language) -> None:
    answers = (Template.ANSWER, Template.REFUSAL, Template.NOT_IDENTIFIED, Template.NOTHING_FOUND)
    for template in (*answers, Template.EXTENSION, Template.PASSED_ON, Template.LIFTING):
        written = write(letter(template, language))
        assert on_one_line(FACTS.authority.said_in(language)) in on_one_line(written.text)
        assert all(line in written.text for line in FACTS.checkpoint.splitlines() if line)


@pytest.mark.parametrize(("template", "language"), EVERY)
def test_sentences_are_short(template: Template, language: Language) -> None:
    """B1: about ten words a sentence, and none that has to be read twice."""
    said = write(letter(template, language)).text.partition("log.example.org")[0]
    parts = re.split(r"(?<=[.?!:])\s+|\n\n+|\n(?=- )", said)
    lengths = [len(re.findall(r"\w+", part)) for part in parts if "@" not in part and "://" not in part]
    lengths = [length for length in lengths if length]

    assert sum(lengths) / len(lengths) <= 10
    assert max(lengths) <= 22


TOLD = Told(Right.ERASURE, NAME, Result.DONE, 1)
LACKING: list[tuple[Template, dict[str, Any], str]] = [
    (Template.RECEIPT, {"rights": ()}, "rights"),
    (Template.RECEIPT, {"case": " "}, "case"),
    (Template.LINK, {"link": ""}, "link"),
    (Template.LINK, {"link_until": None}, "link_until"),
    (Template.QUESTION, {"reason": ""}, "reason"),
    (Template.EXTENSION, {"reason": ""}, "reason"),
    (Template.ANSWER, {"told": ()}, "told"),
    (Template.ANSWER, {"link": ""}, "link: where she collects her copy"),
    (
        Template.ANSWER,
        {"told": (replace(TOLD, result=Result.REFUSED),)},
        "a reason or an article for `erasure`",
    ),
    (
        Template.ANSWER,
        {"told": (replace(TOLD, result=Result.PARTLY),)},
        "a reason or an article for `erasure`",
    ),
    (Template.REFUSAL, {"told": ()}, "reason, or told"),
    (Template.REFUSAL, {"told": (TOLD,)}, "use the letter `answer`"),
    (Template.NOTHING_FOUND, {"systems": (), "by_hand": ()}, "where nothing was found"),
    (Template.LIFTING, {"from_day": None}, "from_day"),
    (
        Template.RECIPIENT,
        {"told": (replace(TOLD, right=Right.ACCESS),)},
        "what was rectified, erased or restricted",
    ),
    (Template.RECIPIENT, {"about": ""}, "about"),
    (Template.CONTROLLER, {"about": ""}, "about"),
    (Template.TRANSFER, {"link_until": None}, "link_until"),
]


@pytest.mark.parametrize(("template", "facts", "lacks"), LACKING)
def test_a_letter_with_a_gap_is_refused(template: Template, facts: dict[str, Any], lacks: str) -> None:
    with pytest.raises(LetterLacks, match=re.escape(lacks)) as refused:
        write(letter(template, "nl", **facts))

    assert "Vries" not in str(refused.value)


def test_the_same_letter_gives_the_same_bytes_on_paper_and_as_mail() -> None:
    pytest.importorskip("typst")
    by_post = letter(Template.ANSWER, "nl", Addressee("Jo de Vries", "", "Dorpsstraat 1\n1234 AB Ons Dorp"))

    first, second = write(by_post), write(by_post)

    assert first == second
    assert [name for name, _ in first.attachments] == ["brief-2026-0017.pdf"]
    assert not write(letter(Template.ANSWER, "nl")).attachments


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("public_body", "says"),
    [
        (
            False,
            {
                "nl": "binnen zes weken na ons antwoord. Dat volgt uit",
                "en": "within six weeks of our answer.",
            },
        ),
        (
            True,
            {
                "nl": "bezwaar tegen ons besluit maken. Dat volgt uit",
                "en": "object to our decision. This follows",
            },
        ),
    ],
)
def test_the_way_to_court_is_stated_without_reserve_once_somebody_has_read_the_article(
    public_body: bool, says: dict[str, str], language: Language
) -> None:
    read = Remedy(remedies()["private body"].article, "read", Verified("Jo Jansen", date(2026, 11, 23)))
    part = environment(language).get_template(f"parts/complaint.{language}.md")

    text = on_one_line(
        part.render(contact="x", authority="y", court=True, public_body=public_body, remedy=read)
    ).replace("\u2060", "")

    assert says[language] in text
    assert not re.search(r"beste weten|Vraag na|best of our knowledge|Do check", text)


def test_every_letter_of_the_docs_is_there() -> None:
    assert set(SAMPLES) == set(Template)
