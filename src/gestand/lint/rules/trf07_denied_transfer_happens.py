"""The text denies every transfer, and names one, or a recipient whose seat is outside the EEA.

Wrong statement:
    recipients: {carrier: {name: Mailchimp, where: EU, also elsewhere: none}}
Undecided nl:
    Wij geven uw gegevens niet door buiten de EU. Onze nieuwsbrief versturen wij met Mailchimp.
Undecided en:
    We do not transfer your data outside the EU. We send our newsletter with Mailchimp.
Right nl:
    Wij geven uw gegevens niet door buiten de EU. Onze nieuwsbrief versturen wij zelf.
Right en:
    We do not transfer your data outside the EU. We send our newsletter ourselves.
"""

import re
from collections.abc import Iterator

from gestand.core.fact import Denial, Doubt, Quote, Recipient, Transfer
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at, undecided
from gestand.lint.law.tables import vendors
from gestand.lint.passages import seen
from gestand.lint.published import Published, touch
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.absent import NONE
from gestand.statement.model import Statement

RULE = Rule(
    code="TRF07",
    name="denied-transfer-happens",
    weight=Weight.ERROR,
    article=gdpr("5(1)(a)", "13(1)(f)"),
    title=Text(
        "De tekst zegt dat niets de EER verlaat, en noemt een dienst daarbuiten",
        "The text says that nothing leaves the EEA, and names a service outside it",
    ),
    why=Text(
        "Wie leest dat zijn gegevens in Europa blijven, rekent daarop.",
        "Who reads that their data stay in Europe counts on it.",
    ),
)
_SAID = Text("dit spreekt tegen dat niets de EER verlaat", "this contradicts that nothing leaves the EEA")
_CHECK = Text(
    "deze dienst heeft zijn zetel buiten de EER; blijven de gegevens daar werkelijk?",
    "this service has its seat outside the EEA; do the data really stay?",
)
_DENIAL = re.compile(
    r"\b(niet|geen|nooit)\b.{0,60}\bbuiten (de )?(EU|EER|Europ\w+)|\b(alleen"
    r"|uitsluitend)\b.{0,25}\bbinnen (de )?(EU|EER|Europ\w+)"
    r"|\b(not|never)\b.{0,60}\boutside (the )?(EU|EEA|Europ\w+)|\bonly\b.{0,25}\b(within|in) (the )?(EU|EEA)\b",
    re.IGNORECASE | re.DOTALL,
)
_OF_ONE = re.compile(
    r"\b(hosting\w*|host|verwerker|leverancier|provider|processor|supplier|partij|partner|boekhouder|datacenter|ontvanger|recipient"
    r"|data ?center)\b|^\W*[A-Z]\w+ ?(\([^)]*\))?:",
    re.IGNORECASE,
)
_UNLESS = re.compile(r"\b(tenzij|behalve|uitgezonderd|unless|except|zonder)\b", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A denial for all data; a transfer that was read contradicts it, a vendor's seat only may. One remark."""
    denials = _denials(published)
    if not denials:
        return
    read = [fact.quote for _, fact in published.of(Transfer) if fact.doubt is Doubt.NONE]
    if told := [quote for quote in read if not any(touch(quote, one) for one in denials)]:
        yield fault(_SAID, denials[0], *told)
        return
    away = [one.words for one in vendors() if one.is_outside_eea]
    named = (quote for words in away for quote in seen(published, words, besides=tuple(denials))[:1])
    if services := sorted(set(named), key=lambda quote: quote.begin):
        yield undecided(_CHECK, denials[0], *services)


def _denials(published: Published) -> list[Quote]:
    """Denials without an exception that speak of all data, not of what one recipient does."""
    read = tuple(fact.quote for denial, fact in published.of(Denial) if denial.of == "transfer")
    told = (*read, *seen(published, _DENIAL, besides=read))
    named = [fact.quote for _, fact in published.of(Recipient)]
    return [
        one
        for one in told
        if not (_UNLESS.search(one.text) or _OF_ONE.search(one.text) or any(touch(one, at) for at in named))
    ]


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """A recipient said to be inside, with `also elsewhere: none`, that is a known service outside."""
    for word, recipient in (statement.recipients or {}).items():
        inside = recipient.where in ("EU", "EEA") and recipient.also_elsewhere is NONE
        named = f"{recipient.name or ''} {recipient.nl} {recipient.en}"
        if inside and any(one.is_outside_eea and one.words.search(named) for one in vendors()):
            yield fault_at(f"recipients/{word}", _CHECK)
