"""People are not told of their right to have data corrected.

Wrong nl:
    Wij gebruiken uw gegevens om u reclame te sturen, met uw toestemming.
    U heeft recht op inzage, wissing, beperking van de verwerking, overdraagbaarheid van uw gegevens en bezwaar.
Wrong en:
    We use your data to send you advertising, with your consent.
    You have the right to access, erasure, restriction of processing, portability of your data and the
    right to object.
Wrong statement:
    rights: {named: [access, erasure, restriction, portability, objection, withdrawal of consent]}
Right nl:
    U heeft recht op inzage, correctie en verwijdering van uw gegevens, op beperking van de verwerking en op
    overdraagbaarheid. U kunt ook bezwaar maken tegen de verwerking.
Right en:
    You have the right to access, rectification and erasure of your data, to restriction of processing
    and to portability.
    You can also object to the processing.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment
from gestand.lint.published import Published
from gestand.lint.rights import right_missing, unnamed
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="RGT02",
    name="no-right-of-rectification",
    weight=Weight.ERROR,
    article=gdpr("13(2)(b)", "16"),
    title=Text("Het recht op rectificatie staat er niet", "The right of rectification is not named"),
    why=Text(
        "Een fout adres of een verkeerde betaalachterstand blijft anders iemand achtervolgen.",
        "A wrong address or a debt that never was would otherwise follow somebody around.",
    ),
)
_SAID = Text("het recht op rectificatie ontbreekt", "the right of rectification is missing")
_CANDIDATE = re.compile(
    r"\bpas(t|sen)? (wij|we)\b.{0,40}\baan\b|\bniet kloppen\b|\bkloppen\b|\bklopt\b.{0,20}\bniet\b"
    r"|\bonjuist\w*|\baanvul\w*"
    r"|\b(bijwerken|rechtzetten|recht te zetten|laten verbeteren|put right|mistakes?)\b"
    r"|\b(geef|geeft|meld|meldt|tell)\b.{0,40}\b(nieuwe|gewijzigde|juiste|new|correct) (adres|e-?mail\w*"
    r"|gegevens|address|details)\b"
    r"|\bzet(ten)?\b.{0,20}\brecht\b|\bfout(en|je|jes)?\b.{0,30}\b(verbeter|herstel)\w*"
    r"|\b(altered|put straight)\b|inaccurate|rectifi|corrig|correctie|verbeter(en|ing) van (uw|je|jouw)|wijzig"
    r"|aanpassen|aan te passen"
    r"|\bcorrect\b|\bcorrecting\b|amend|update your",
    re.IGNORECASE | re.DOTALL,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """The right is not read, although people have it here. A statement about cookies alone is not asked."""
    yield from right_missing("rectification", published, _SAID, _CANDIDATE)


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The right is not among those named, although people have it on the bases that are stated."""
    yield from unnamed("rectification", statement, _SAID)
