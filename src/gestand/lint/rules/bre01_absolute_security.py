"""Security is promised without any limit.

Wrong nl:
    Uw gegevens zijn bij ons 100% veilig.
Wrong en:
    Your data are 100% safe with us.
Right nl:
    Wij versleutelen uw gegevens en beperken wie erbij kan.
Right en:
    We encrypt your data and limit who can reach them.
"""

import re
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.lint.judgment import Judgment, fault
from gestand.lint.passages import DENIED, seen
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


def judge_text(published: Published) -> Iterator[Judgment]:
    """A passage that says so."""
    for quote in seen(published, _ABSOLUTE, but_not=DENIED):
        yield fault(_SAID, quote)
