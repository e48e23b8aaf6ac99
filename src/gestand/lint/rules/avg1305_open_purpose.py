"""A purpose is so open that everything fits in it.

Wrong nl:
    Wij gebruiken uw gegevens om uw bestelling te bezorgen en voor andere doeleinden.
Wrong en:
    We may use your data for any other purpose.
Wrong statement:
    purposes: {delivery: {nl: bezorgen en overige doeleinden, en: delivering and other purposes}}
Right nl:
    Wij gebruiken uw gegevens om uw bestelling te bezorgen. Voor andere doeleinden gebruiken wij ze niet.
Right en:
    We use your data to deliver your order. We do not use them for other purposes.
"""

import re
from collections.abc import Iterator

from gestand.core.document import Shape
from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault, fault_at, undecided
from gestand.lint.passages import seen
from gestand.lint.published import Published, quote_of
from gestand.lint.rule import Rule, Weight, gdpr
from gestand.statement.model import Statement

RULE = Rule(
    code="AVG1305",
    name="open-purpose",
    weight=Weight.ERROR,
    article=gdpr("5(1)(b)", "13(1)(c)", also=Text("WP260, alinea 12", "WP260, paragraph 12")),
    title=Text("Een doel dat alles toelaat", "A purpose that allows anything"),
    why=Text(
        "Bij een doel als ‘andere doeleinden’ weet niemand waar hij ja of nee tegen zegt.",
        "With a purpose such as “other purposes” nobody knows what they say yes or no to.",
    ),
)
_SAID = Text("in dit doel past alles", "everything fits in this purpose")
_CONTAINER = Text(
    "dit doel zegt niet waarvoor; staat elders wat ermee bedoeld wordt?",
    "this purpose does not say what for; is it said elsewhere what is meant?",
)
_OPEN = re.compile(
    r"\b(voor|ten behoeve van) (alle|elk|ieder|enig\w*|welk\w* \w+)( mogelijke?| denkbare?"
    r"| ander\w*| overige| verdere)? (doel\w*|gebruik)\b"
    r"|\b(of|en|en/of|voor|evenals)( voor)? (ander\w*|overige|verdere) (doel(en|einden?)|gebruik"
    r"|toepassingen|activiteiten)\b"
    r"|\bandere (functies|handelingen|taken) uit te voeren\b|\bvoor welk doel dan ook\b|\ben dergelijke doeleinden\b"
    r"|\b(enig|elk|ieder|welk)\w* (ander\w* )?doel\w*\b.{0,30}\b(wij|we)\b.{0,20}\b(passend|wenselijk|nuttig|nodig)\b"
    r"|\b(al|alle) (het|wat|hetgeen) (overige|overigens|verder|anders)\b"
    r".{0,60}\b(dienstig|nuttig|nodig|wenselijk|belang)\b"
    r"|\b(ander\w*|overige|verdere) doel\w*\b.{0,80}"
    r"\b(passend|nuttig|wenselijk|dienstig|goeddunk\w*|naar (het |ons |eigen )*(oordeel|inzicht))\b"
    r"|\bother purposes?\b.{0,60}\b(fit|appropriate|useful|desirable|discretion)\b"
    r"|\bwhatever (else )?(we|is|may)\b.{0,40}\b(fit|useful|necessary|appropriate)\b"
    r"|\bany (other )?purposes? (that )?we (see|deem|consider|think|find)\b"
    r"|\b(diverse|uiteenlopende|verscheidene|allerlei|various|miscellaneous) (doel\w*|purposes)\b(?!.{0,40}(:"
    r"|\b(zoals|waaronder|namelijk|te weten|such as|including)\b))|\bany lawful purpose"
    r"|\bvoor (al|alle) onze (bedrijfs)?(activiteiten|doeleinden)\b|\bin de ruimste zin\b|\bin the broadest sense\b"
    r"|\b(gebruiken|gebruikt|use) .{0,80}(, (enzovoorts?|etc\.?|et cetera)|\b(and the like|and so on))(?=\W*$)"
    r"|\bvoor wat (wij|we) (nodig|nuttig|wenselijk|passend) (vinden|achten)\b"
    r"|\b(for|or|and) (all|any|other|any other) (purposes?|uses?)\b|\bfor whatever purpose\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(vragen|vraagt|ask)\b.{0,40}\b(toestemming|consent)\b|\bniet\b.{0,60}\bdoel"
    r"|\bdoel\w*\b.{0,60}\bniet\b|\b(geen|nooit|not|never|no)\b|\balleen\b"
    r"|\buitsluitend\b|\bonly\b"
    r"|\bandere doel\w*,? dan\b|\bother purposes? than\b|verenigbaar|compatible|toestemming vragen"
    r"|inform\w* (wij|we) (u|je)",
    re.IGNORECASE | re.DOTALL,
)
_LISTED = re.compile(
    r"\b(purposes?|uses?|doel\w*)\b((?!\b(not|niet)\b).){0,20}"
    r"\b(listed|mentioned|described|named|stated|set out|above|below|hieronder|hierboven|genoemd|beschreven)\b",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"\bvoor alle doelen\b|\bfor (all|any) purposes?\b|\bof ander gebruik\b"
    r"|\bor other use",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"\W*(het )?(verbeteren van )?(onze |de |our )?(dienstverlening|diensten|services?)( (te )?verbeteren)?\W*"
    r"|\W*(onderzoeksdoeleinden|research purposes|ontwikkelen van nieuwe diensten|nieuwe diensten ontwikkelen"
    r"|bedrijfsdoeleinden|business purposes|commerciële doeleinden|improving our services)\W*",
    re.IGNORECASE,
)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A purpose without an edge is a fault; a list item that is only a container word may be explained elsewhere."""
    for quote in seen(published, _OPEN, but_not=_LISTED):
        if _BEYOND.search(quote.text) or not _BOUND.search(quote.text):
            yield fault(_SAID, quote)
    for segment in published.segments:
        if segment.shape is Shape.ITEM and _EMPTY.fullmatch(segment.text):
            yield undecided(_CONTAINER, quote_of(segment))


def judge_statement(statement: Statement) -> Iterator[Judgment]:
    """The same in the words of a purpose, once for both languages."""
    for word, purpose in statement.purposes.items():
        texts = (purpose.nl, purpose.en)
        if any(_OPEN.search(text) or _EMPTY.fullmatch(text) for text in texts):
            yield fault_at(f"purposes/{word}", _SAID)
