"""What a letter may tell of a case: which lines changed something, what was erased, and by what others know her."""

from dataclasses import replace

from gestand.core.case import Case
from gestand.core.letter import Told
from gestand.core.request import Right
from gestand.core.step import Decided, Result
from gestand.core.text import Text
from gestand.documents.articles import article
from gestand.duties import requests
from gestand.duties.requests.granted import ERASING, erased_by
from gestand.duties.world import World, once
from gestand.statement.recipients import Recipient

GIVEN = (Result.DONE, Result.PARTLY)
CHANGED = {Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION}
"""The rights of which recipients are told (GDPR 19); an objection or a withdrawal that ends data erases them too."""


def known_by(case: Case) -> str:
    """By what another organisation may know her: what is proven hers, or, before that, what she gave."""
    proven = tuple(known for known in case.known if known.proven)
    return "; ".join(known.value for known in proven or case.request.known)


def kept_by(world: World, data: tuple[str, ...]) -> str:
    """The role that keeps some of these data by hand, or of all data; empty where each lies in a database."""
    stores = {store for store, word in world.bound.in_hands if not data or word in data}
    return ", ".join(dict.fromkeys(role for store, role in world.bound.owners if store in stores))


def called(one: Recipient) -> Text:
    """By its own name, where that is published."""
    return (
        Text(one.name, one.name) if isinstance(one.name, str) else Text(one.said_in("nl"), one.said_in("en"))
    )


def is_copied(line: Told) -> bool:
    """She gets a copy of this, or a file."""
    return line.right in (Right.ACCESS, Right.PORTABILITY) and line.result in GIVEN


def readable(line: Told) -> Told:
    """Its article as people read it: `Article 17(3)(e) GDPR` and not `GDPR 17(3)(e)`."""
    if line.article is None or not line.article.en.startswith("GDPR "):
        return line
    return replace(line, article=Text(article(line.article.en, "nl"), article(line.article.en, "en")))


def is_changed(world: World, line: Told) -> bool:
    """Rows of hers were corrected, erased or kept out of use: not where all stays, nor where another decides."""
    kept = line.right in (Right.RECTIFICATION, Right.RESTRICTION) and line.result in GIVEN
    return kept or (is_erased(line) and line.data in erased_names(world) | _ended_by_hand(world))


def is_erased(line: Told) -> bool:
    """A right that ends data was granted, and not all of it stays."""
    return line.right in ERASING and line.result in GIVEN and line.rows > line.kept


@once
def erased_names(world: World) -> frozenset[Text]:
    """What is erased for this case, by name: asked, or because nothing is left that it may be used for."""
    return frozenset(world.called(word) for word in requests.erased_data(world))


def _ended_by_hand(world: World) -> set[Text]:
    """The same of data that people keep: how deep they erased, and when back-ups follow, nobody can say."""
    return {world.called(word) for _, word in world.bound.in_hands if erased_by(world, word)}


def is_moved(case: Case, world: World, told: tuple[Told, ...]) -> bool:
    """Something of hers lies ready for the organisation that she named; what is kept by hand, a person sends."""
    moved = {one.data for one in told if one.right is Right.PORTABILITY and one.result in GIVEN}
    found = case.found.amounts if case.found else ()
    return bool(case.request.sent_on_to) and any(
        one.rows and world.called(one.data) in moved for one in found if one.data
    )


def to_take_along(case: Case) -> Case:
    """The same case, as if she had asked for nothing but her file."""
    steps = (
        replace(step, decisions=tuple(one for one in step.decisions if one.right is Right.PORTABILITY))
        if isinstance(step, Decided)
        else step
        for step in case.steps
    )
    return replace(case, request=replace(case.request, rights=(Right.PORTABILITY,)), steps=tuple(steps))
