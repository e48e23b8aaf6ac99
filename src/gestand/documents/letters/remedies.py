"""What somebody who disagrees can do besides complaining, and who read the article that says so."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from ruamel.yaml import YAML

from gestand.core.text import Text
from gestand.statement.laws import Verified


@dataclass(frozen=True)
class Remedy:
    """A petition to the court against a private body, or an objection to the decision of a public one.

    `verified` is None until a named person has read the article: no letter states it without reserve till then.
    """

    article: Text
    source: str
    verified: Verified | None


def remedy(public_body: bool) -> Remedy:
    """The way that is open against an answer of such an organisation."""
    return remedies()["public body" if public_body else "private body"]


@cache
def remedies() -> dict[str, Remedy]:
    """Both of them, by the kind of organisation that answered."""
    told = YAML(typ="safe").load(
        files("gestand.documents.letters").joinpath("remedies.yaml").read_text("utf-8")
    )
    return {
        kind: Remedy(
            Text(one["article"]["nl"], one["article"]["en"]), one["source"], _verified(one["verified"])
        )
        for kind, one in told.items()
    }


def _verified(told: dict[str, object] | None) -> Verified | None:
    return Verified(str(told["by"]), date.fromisoformat(str(told["on"]))) if told else None
