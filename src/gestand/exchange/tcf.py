"""The eleven purposes of the Transparency and Consent Framework, in our own words, and what they answer to here.

Which number is which is written down from memory, and was held against no text of the framework.
"""

import re

from gestand.core.text import Text
from gestand.statement.devices import DeviceGroup
from gestand.statement.model import Statement

PURPOSES = {
    1: Text("iets op het apparaat bewaren of lezen", "keeping or reading something on the device"),
    2: Text("advertenties kiezen met weinig gegevens", "choosing advertisements by few data"),
    3: Text("een profiel voor advertenties maken", "making a profile for advertisements"),
    4: Text("advertenties kiezen met een profiel", "choosing advertisements by a profile"),
    5: Text("een profiel voor inhoud maken", "making a profile for content"),
    6: Text("inhoud kiezen met een profiel", "choosing content by a profile"),
    7: Text("meten wat advertenties opleveren", "measuring what advertisements bring"),
    8: Text("meten wat inhoud oplevert", "measuring what content brings"),
    9: Text("het publiek kennen door te tellen", "knowing the audience by counting"),
    10: Text("diensten maken en verbeteren", "making and improving services"),
    11: Text("inhoud kiezen met weinig gegevens", "choosing content by few data"),
}
"""The purposes by number."""

_OF_KIND = {
    "Advertising": (1, 2),
    "DirectMarketing": (1, 2),
    "ImproveExistingProductsAndServices": (1, 10),
    "Marketing": (1, 2),
    "Personalisation": (1, 5, 6),
    "PersonalisedAdvertising": (1, 3, 4),
    "ProvidePersonalisedRecommendations": (1, 5, 6),
    "ServicePersonalisation": (1, 5, 6),
    "ServiceUsageAnalytics": (1, 9),
    "SocialMediaMarketing": (1, 2),
    "TargetedAdvertising": (1, 3, 4),
}
"""DPV terms of purposes with the numbers nearest to them; a reading of ours, for a person to look over."""

_OF_GROUP = {"analytics": (1, 9), "advertising": (1, 2), "social": (1,)}
_IMPORTED = re.compile(r"tcf(?:-none|(?P<numbers>(?:-\d{1,2})+))(?:-again-\d+)?")


def purposes_of(statement: Statement, word: str, group: DeviceGroup) -> tuple[int, ...]:
    """The numbers of a group: those in its own name (`tcf-1-9`), else those of its purpose, else of its kind.

    What is not asked for has none: the framework is about what people may refuse.
    """
    imported = _IMPORTED.fullmatch(word)
    if imported:
        return tuple(int(number) for number in (imported["numbers"] or "").split("-") if number)
    if group.consent != "asked":
        return ()
    named = statement.purposes[group.purpose].kind if isinstance(group.purpose, str) else ""
    return _OF_KIND.get(named) or _OF_GROUP.get(group.kind or "", (1,))


def group_word(purposes: tuple[int, ...]) -> str:
    """The name that an imported group gets: `tcf-1-9`."""
    return f"tcf-{'-'.join(map(str, purposes)) or 'none'}"


def said(purposes: tuple[int, ...]) -> Text:
    """The purposes in words; without any, the thing is there because the site needs it."""
    known = [PURPOSES[number] for number in purposes]
    if not known:
        return Text("nodig om de website te laten werken", "needed for the site to work")
    return Text("; ".join(one.nl for one in known), "; ".join(one.en for one in known))
