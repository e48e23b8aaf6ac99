"""A purpose stands there without a legal basis, or no basis is named at all.

Wrong nl:
    Wij gebruiken uw adres om u folders te sturen.
Wrong en:
    We use your address to send you leaflets.
Wrong statement:
    purposes: {delivery: {basis: unstated}}
Undecided nl:
    Wij gebruiken uw gegevens:

    - om uw bestelling te bezorgen, op basis van de overeenkomst
    - om u een nieuwsbrief te sturen, met uw toestemming
    - om ons aanbod te verbeteren
Undecided en:
    We use your data:

    - to deliver your order, on the basis of the contract
    - to send you a newsletter, with your consent
    - to improve our website
Right nl:
    Wij gebruiken uw adres om uw bestelling te bezorgen. De grondslag is de uitvoering van de overeenkomst
    met u.
Right en:
    We use your address to deliver your order. The legal basis is the performance of the contract with
    you.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Segment, Shape
from gestand.core.fact import Doubt, Fact, LegalBasis, Purpose, Quote
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at, undecided
from gestand.lint.missing import missing
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1306",
    name="no-legal-basis",
    weight=Weight.ERROR,
    article=gdpr("6(1)", "13(1)(c)"),
    title=Text("Een doel zonder grondslag", "A purpose without a legal basis"),
    why=Text(
        "De grondslag bepaalt welke rechten iemand heeft: wie toestemming gaf, kan die intrekken; wie "
        "een contract heeft, niet.",
        "The basis decides which rights somebody has: consent can be withdrawn, a contract cannot.",
    ),
)
_SAID = Text("er staat geen enkele grondslag", "no legal basis is named at all")
_HERE = Text("dit doel heeft geen grondslag", "this purpose has no legal basis")
_BESIDE = Text(
    "bij deze doelen staat geen grondslag, bij andere in de lijst wel; staat die elders?",
    "no basis stands beside these purposes, as it does beside others in the list; does it elsewhere?",
)
_BASIS = re.compile(
    r"\bja\b.{0,15}\b(zei|zegt|gezegd)\b|\bsa(id|y) yes\b"
    r"|belang|interest|toestemming|consent|permission|overeenkomst|contract|wettelijk|\blegal|\blaw\b|verplicht"
    r"|obligat",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"grondslag|rechtsgrond|legal (basis|ground)|lawful basis", re.IGNORECASE)
_CANDIDATE = re.compile(
    r"grondslag|rechtsgrond|juridische basis|legal (basis|ground)|lawful basis"
    r"|gerechtvaardigd\w* belang|legitimate interest"
    r"|\b(gebaseerd|berust\w*|based|rests?) (op|on)\b|aangevinkt|aangekruist|\bgoed ?(te )?vind\w*"
    r"|\bja\b.{0,15}\bgezegd|\bticked\b|\bsaid yes\b"
    r"|uitvoering van (een|de|onze|uw) overeenkomst|performance of (a|the|our|your) contract",
    re.IGNORECASE,
)
_NOT_WITHOUT = re.compile(r"\b(zonder|without)\b.{0,40}\b(toestemming|consent|permission)\b", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """No basis at all; a cell for it that is empty; or in a list of purposes with theirs, one without, undecided."""
    if published.is_about_cookies_only:
        return
    yield from missing(published, _SAID, tuple(_stated(published)), _CANDIDATE)
    if empty := tuple(quote_of(one) for one in published.segments if _has_empty_cell(one)):
        yield fault(_HERE, *empty, about="purpose")
    if bare := _bare_items(published):
        yield undecided(_BESIDE, *bare, about="purpose")


def _stated(published: Published) -> Iterator[Fact]:
    """Facts on bases. "Not without your consent" says what is not done, and is no candidate for a basis."""
    for _, fact in published.of(LegalBasis):
        at = published.at(fact)
        if fact.doubt is Doubt.NONE or not (at and _NOT_WITHOUT.search(at.text)):
            yield fact


def _has_empty_cell(row: Segment) -> bool:
    return any(_COLUMN.search(title) and not re.search(r"\w", cell) for title, cell in row.cells)


def _bare_items(published: Published) -> tuple[Quote, ...]:
    """List items that tell a purpose and no basis, below a heading where other items tell both."""
    told = {at.begin: at for _, fact in published.of(Purpose) if (at := published.at(fact))}
    based = {at.begin: at for _, fact in published.of(LegalBasis) if (at := published.at(fact))}
    following = dict(zip((one.begin for one in published.segments), published.segments[1:], strict=False))
    models = {at.headings for begin, at in told.items() if begin in based and at.shape is Shape.ITEM}
    return tuple(
        quote_of(at)
        for begin, at in told.items()
        if at.shape is Shape.ITEM
        and at.headings in models
        and begin not in based
        and not _BASIS.search(at.text)
        and not _says_the_basis(following.get(begin), told)
    )


def _says_the_basis(after: Segment | None, told: dict[int, Segment]) -> bool:
    """Whether the sentence after a purpose, no purpose itself, says its basis."""
    return after is not None and after.begin not in told and bool(_BASIS.search(after.text))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A purpose of the controller without a basis; for a purpose as processor the customer names it."""
    for word, purpose in statement.purposes.items():
        if purpose.as_ == "controller" and not purpose.basis:
            yield fault_at(f"purposes/{word}", _HERE)
