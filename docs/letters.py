"""The page of letters: each one in Dutch and in English, with the facts of people and companies that do not exist."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from gestand.core.letter import Addressee, Letter, LetterFacts, Template, Told
from gestand.core.request import Right
from gestand.core.step import Result
from gestand.core.text import Language, Text
from gestand.documents.letters import write
from gestand.documents.letters.remedies import remedies
from gestand.documents.voice import day_words

PAGE = Path(__file__).resolve().parent / "reference" / "letters.md"
LANGUAGES: tuple[Language, Language] = ("nl", "en")
ZONE = ZoneInfo("Europe/Amsterdam")

HER = Addressee("Jo de Vries", "jo@example.org")
PARTNER = Addressee("Bezorgdienst Snel B.V.", "privacy@snel.example")
NUMBERS = Text("nummers van ontvangers", "numbers of recipients")
NAME = Text("naam en adres", "name and address")
INVOICES = Text("facturen", "invoices")
NOTES = Text("aantekeningen van de helpdesk", "notes of the help desk")
CHECKPOINT = (
    "log.example.org\n1024\nYmVyaWNodHBvb3J0LXZvb3JiZWVsZC13b3J0ZWwtMDEyMzQ=\n\n"
    "— log.example.org c2FtcGxlLXNpZ25hdHVyZS1vZi1hLXNhbXBsZS1jb21wYW55"
)

FACTS = LetterFacts(
    case="2026-0017",
    company="Berichtpoort B.V.",
    contact="privacy@berichtpoort.example",
    authority=Text(
        "de Autoriteit Persoonsgegevens, https://www.autoriteitpersoonsgegevens.nl/",
        "the Dutch Data Protection Authority, https://www.autoriteitpersoonsgegevens.nl/en",
    ),
    public_body=False,
    received=datetime(2026, 11, 2, 9, 30, tzinfo=ZONE),
    rights=(Right.ACCESS, Right.ERASURE),
    answer_by=date(2026, 11, 30),
    written_on=date(2026, 11, 23),
    checkpoint=CHECKPOINT,
)
SEARCHED = replace(
    FACTS,
    systems=("portal", "mailing"),
    by_hand=("mailbox", "help desk"),
    unsearchable=(Text("de bezoekcijfers", "the visitor figures"),),
)
DONE = (
    Told(Right.ACCESS, NAME, Result.DONE, 1),
    Told(Right.ACCESS, NUMBERS, Result.NOTHING_FOUND),
    Told(Right.ERASURE, NAME, Result.DONE, 1),
    Told(
        Right.ERASURE, INVOICES, Result.PARTLY, 12, 3,
        Text("artikel 52 AWR", "Article 52 AWR"), date(2034, 1, 1),
    ),
    Told(
        Right.ERASURE, NOTES, Result.REFUSED, 2, 2,
        Text("artikel 17 lid 3 onder e AVG", "Article 17(3)(e) GDPR"),
        reason="over deze rekening loopt een rechtszaak",
    ),
)  # fmt: skip
LINK = "https://berichtpoort.example/zaak/3f9c"
UNTIL = datetime(2026, 11, 30, 18, 0, tzinfo=ZONE)

SAMPLES: dict[Template, tuple[Addressee, LetterFacts]] = {
    Template.RECEIPT: (HER, replace(FACTS, data=(NAME, INVOICES), link=LINK)),
    Template.LINK: (HER, replace(FACTS, link=LINK, link_until=UNTIL)),
    Template.QUESTION: (
        HER,
        replace(
            FACTS,
            reason="er staan twee mensen met uw naam in ons bestand",
            question="wat is het nummer van uw laatste factuur?",
        ),
    ),
    Template.EXTENSION: (
        HER,
        replace(
            FACTS,
            answer_by=date(2027, 2, 2),
            reason="uw gegevens staan in veertien systemen, waarvan negen op papier",
        ),
    ),
    Template.ANSWER: (
        HER,
        replace(
            SEARCHED,
            told=DONE,
            link=LINK,
            link_until=UNTIL,
            withheld=(
                Text("de namen van andere mensen in uw berichten", "the names of others in your messages"),
            ),
            level=Text(
                "de regels zijn weg uit de database; de ruimte wordt later overschreven",
                "the rows have gone from the database; their space is written over later",
            ),
            backups_by=date(2026, 12, 28),
            suppressed=True,
            told_recipients=(Text("Bezorgdienst Snel B.V.", "Bezorgdienst Snel B.V."),),
        ),
    ),
    Template.REFUSAL: (
        HER,
        replace(
            SEARCHED,
            rights=(Right.PORTABILITY,),
            told=(
                Told(
                    Right.PORTABILITY,
                    INVOICES,
                    Result.REFUSED,
                    article=Text("artikel 20 lid 1 AVG", "Article 20(1) GDPR"),
                    reason="wij bewaren facturen omdat de wet het vraagt, niet om een contract",
                ),
            ),
        ),
    ),
    Template.NOT_IDENTIFIED: (HER, replace(FACTS, reason="onze link is niet geopend")),
    Template.NOTHING_FOUND: (HER, SEARCHED),
    Template.PASSED_ON: (
        HER,
        replace(FACTS, passed_on_to="Webwinkel Zonnebloem, privacy@zonnebloem.example"),
    ),
    Template.WITHDRAWN: (HER, FACTS),
    Template.LIFTING: (
        HER,
        replace(
            FACTS,
            rights=(Right.RESTRICTION,),
            data=(NAME,),
            from_day=date(2026, 12, 7),
            reason="wij hebben uitgezocht dat uw adres klopt",
        ),
    ),
    Template.RECIPIENT: (
        PARTNER,
        replace(
            FACTS,
            about="klantnummer 40017",
            told=(
                Told(Right.RECTIFICATION, NAME, Result.DONE, 1, value="Dorpsstraat 2, 1234 AB Ons Dorp"),
                Told(Right.ERASURE, NUMBERS, Result.DONE, 12),
            ),
        ),
    ),
    Template.CONTROLLER: (
        Addressee("Webwinkel Zonnebloem", "privacy@zonnebloem.example"),
        replace(FACTS, about="jo@example.org", data=(NUMBERS,), words="Wis alles wat u van mij heeft."),
    ),
    Template.TRANSFER: (PARTNER, replace(FACTS, about="Jo de Vries", link=LINK, link_until=UNTIL)),
    Template.REMINDER: (
        Addressee("", "desk@berichtpoort.example"),
        replace(FACTS, link=LINK, reason="een beslissing over de facturen"),
    ),
}
"""What a person wrote is not translated: reasons, questions and words stand in the language of the desk."""

TOP = """# Letters

Every letter that a case can bring about, in Dutch and in English. Made from the templates by `make docs`, with the
facts of people and companies that do not exist. What people wrote, such as a reason, stays in their own words.

A letter for an address without mail is the same text as PDF. Templates are in `src/gestand/documents/letters`.
A letter that lacks a fact is refused: nobody gets a no without a reason, nor an answer that says nothing.

## What a letter states as law

An article that a named person has read is stated as it is: "This follows from ...". One that nobody has read is given
as the company's view: "In our view this follows from ...". For the way to a court or to an objection, such a letter
also says where to check it. To vouch for an article, read it, and put your name and the day behind `verified` in
`remedies.yaml`; for the terms of laws see [statement.md](statement.md).

| an answer of a | rests on | seen | read by |
|---|---|---|---|
"""


def sample(template: Template, language: Language) -> Letter:
    """The letter that the page shows."""
    to, facts = SAMPLES[template]
    return Letter(template, language, to, facts)


def page() -> str:
    """The whole page."""
    return TOP + "".join(_remedies()) + "".join(_letters())


def _remedies() -> Iterator[str]:
    for kind, one in remedies().items():
        read = f"{one.verified.by}, {day_words(one.verified.on, 'en')}" if one.verified else "nobody yet"
        yield f"| {kind} | {one.article.en} | from {one.source} | {read} |\n"


def _letters() -> Iterator[str]:
    for template in Template:
        yield f"\n## {template}\n"
        for language in LANGUAGES:
            written = write(sample(template, language))
            yield f"\n```text\nSubject: {written.subject}\n\n{written.text}```\n"
