"""A law, register or authority is named that has ended.

Wrong nl:
    Wij houden ons aan de Wet bescherming persoonsgegevens.
Wrong nl:
    Wij melden een datalek bij het CBP.
Wrong en:
    We comply with the Wet bescherming persoonsgegevens (Wbp).
Wrong statement:
    explained: {law: {nl: Wij volgen de Wbp., en: We follow the Wbp.}}
Right nl:
    Wij houden ons aan de AVG, die sinds 25 mei 2018 de Wet bescherming persoonsgegevens vervangt.
Right nl:
    U kunt klagen bij de Autoriteit Persoonsgegevens (voorheen het CBP).
Right en:
    We comply with the GDPR, which replaced the Wet bescherming persoonsgegevens on 25 May 2018.
"""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at
from gestand.lint.law.tables import Repealed, repealed
from gestand.lint.passages import HISTORY, said_at, seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="LNG03",
    name="repealed-law",
    weight=Weight.WARNING,
    article=gdpr("94", "99", also=Text("UAVG 51", "UAVG 51 (the Dutch act beside the GDPR)")),
    title=Text(
        "Een wet of toezichthouder die niet meer bestaat",
        "A law or authority that no longer exists",
    ),
    why=Text(
        "Wie zijn recht zoekt in een wet die niet meer geldt, vindt niets, en de tekst is dan "
        "sindsdien niet nagekeken.",
        "Who looks for their right in a law that no longer holds finds nothing; and the text was "
        "not looked at since.",
    ),
)
_SAID = Text(
    "{name} geldt niet meer sinds {day}; nu is het {now}", "{name} has not held since {day}; now it is {now}"
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """Each law or body once, at its first mention that is not a correct historical one."""
    for ended in repealed():
        quotes = seen(published, ended.words, but_not=HISTORY)
        if quotes:
            yield fault(_told(ended), *quotes[:3])


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same in any of its texts."""
    for ended in repealed():
        for path in said_at(statement, ended.words, but_not=HISTORY):
            yield fault_at(path, _told(ended))


def _told(ended: Repealed) -> Text:
    nl = _SAID.nl.format(name=ended.name, day=f"{ended.ended:%d-%m-%Y}", now=ended.now.nl)
    return Text(nl, _SAID.en.format(name=ended.name, day=ended.ended.isoformat(), now=ended.now.en))
