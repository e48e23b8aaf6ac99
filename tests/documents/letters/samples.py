"""Letters for tests: those of the docs, with other facts where a test has some."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from docs.letters import FACTS, HER, INVOICES, NAME, NOTES, SAMPLES

from gestand.core.letter import Addressee, Letter, Template, Told
from gestand.core.request import Right
from gestand.core.step import Result
from gestand.core.text import Language, Text

DATA = {"name": NAME, "invoices": INVOICES, "notes": NOTES}
LAW = Text("artikel 52 AWR", "Article 52 AWR")


def letter(template: Template, language: Language, to: Addressee = HER, **facts: Any) -> Letter:
    """The letter of the docs, with other facts."""
    return Letter(template, language, to, replace(SAMPLES[template][1], **facts))


def told_letter(template: str, language: Language, told: Mapping[str, Any]) -> Letter:
    """A letter with the plainest facts, and those that a case in YAML tells."""
    return Letter(Template(template), language, HER, replace(FACTS, **dict(map(_fact, told.items()))))


def _fact(item: tuple[str, Any]) -> tuple[str, Any]:
    name, value = item[0].replace(" ", "_"), item[1]
    match name:
        case "told":
            return name, tuple(map(_told, value))
        case "rights":
            return name, tuple(map(Right, value))
        case _:
            return name, tuple(value) if isinstance(value, list) else value


def _told(one: dict[str, Any]) -> Told:
    known = {**one, "right": Right(one["right"]), "data": DATA[one["data"]], "result": Result(one["result"])}
    return Told(**known | ({"article": LAW} if "article" in one else {}))
