"""What a letter cannot go without: a fact for every gap in its template, and a reason for every no (GDPR 12(4))."""

from collections.abc import Iterator

from gestand.core.letter import Letter, Template, Told
from gestand.core.step import Result
from gestand.documents.letters.said import is_copied, is_for_recipients

_NEEDS = {
    Template.RECEIPT: ("rights",),
    Template.LINK: ("link", "link_until"),
    Template.QUESTION: ("reason", "question"),
    Template.EXTENSION: ("reason",),
    Template.ANSWER: ("told",),
    Template.REFUSAL: ("rights",),
    Template.NOT_IDENTIFIED: (),
    Template.NOTHING_FOUND: ("rights",),
    Template.PASSED_ON: ("rights",),
    Template.WITHDRAWN: ("rights",),
    Template.LIFTING: ("data", "from_day", "reason"),
    Template.RECIPIENT: ("about",),
    Template.CONTROLLER: ("about", "rights"),
    Template.TRANSFER: ("about", "link", "link_until"),
    Template.REMINDER: ("rights",),
}


def lacking(letter: Letter) -> tuple[str, ...]:
    """The facts that this letter lacks, or has too many of, by the names that LetterFacts gives them."""
    facts = letter.facts
    bare = [name for name in _NEEDS[letter.template] if not getattr(facts, name)]
    bare += ["case"] if not facts.case.strip() else []
    return (*bare, *_of_kind(letter), *_reasons(facts.told))


def _of_kind(letter: Letter) -> Iterator[str]:
    facts = letter.facts
    match letter.template:
        case Template.ANSWER if letter.to.email and not facts.link and any(map(is_copied, facts.told)):
            yield "link: where she collects her copy"
        case Template.REFUSAL if not (facts.reason or facts.told):
            yield "reason, or told with a reason for each datum"
        case Template.REFUSAL if any(one.result in (Result.DONE, Result.PARTLY) for one in facts.told):
            yield "a told that is refused throughout: use the letter `answer`"
        case Template.NOTHING_FOUND if not (facts.systems or facts.by_hand):
            yield "systems or by_hand: where nothing was found"
        case Template.RECIPIENT if not any(map(is_for_recipients, facts.told)):
            yield "a told of what was rectified, erased or restricted"


def _reasons(told: tuple[Told, ...]) -> Iterator[str]:
    for one in told:
        if one.result in (Result.REFUSED, Result.PARTLY) and not (one.reason or one.article):
            yield f"a reason or an article for `{one.right}`, which is {one.result}"
