"""Security is promised without any limit.

Wrong:
    Uw gegevens zijn bij ons 100% veilig.
Right:
    Wij versleutelen uw gegevens en beperken wie erbij kan.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.passages import seen
from gestand.lint.published import Published
from gestand.lint.rule import Rule, Weight, gdpr

RULE = Rule(
    code="BRE01",
    name="absolute-security",
    weight=Weight.WARNING,
    article=gdpr("5(1)(a)", "32", also=Text("BW 6:193c", "BW 6:193c (the Dutch civil code)")),
    title=Text("Een beveiliging die alles belooft", "Security that promises everything"),
    why=Text(
        "Volledig veilig bestaat niet. Wie dat leest, past minder op.",
        "Wholly safe does not exist. Who reads it takes less care.",
    ),
    preview=True,
)
_SAID = Text("dit kan niemand waarmaken", "nobody can make this true")
_ABSOLUTE = re.compile(
    r"\b100 ?% (veilig|beveiligd|secure|safe)\b|\b(volledig|volkomen|absoluut|completely|fully"
    r"|absolutely) (veilig|beveiligd|secure|safe)\b"
    r"|\balle (mogelijke|denkbare) (voorzorgs)?maatregelen\b|\bevery (possible )?precaution\b"
    r"|\ball possible (precautions|measures)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(niet|geen|nooit|not|never|no|cannot|kan niet)\b", re.IGNORECASE)


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that says so."""
    for quote in seen(published, _ABSOLUTE, but_not=_DENIED):
        yield fault(_SAID, quote)
