"""Words that deny: a denial is a fact of its own, and never the thing that it denies."""

import re

_NOT = re.compile(
    r"\b(?:niet|geen|nooit|noch|nimmer|not|no|never|nor|neither|cannot|don't|doesn't|do not|won't|"
    r"isn't|aren't)\b"
)
_LIMIT = re.compile(
    r"\b(?:niet (?:langer|later|meer|alleen|beperkt|uitsluitend)|niet of niet|no (?:longer|later|more)"
    r"|rather not|liever niet|not (?:only|limited|later|longer|exceed)"
    r"|not (?:be )?(?:kept|stored|retained) (?:for )?longer)\b"
)
_BOUNDARY = re.compile(
    r"[.;!?]\s|\s-\s|,? (?:maar|tenzij|zodat|behalve|but|unless|except|save for|so that)\b"
)


def denied(text: str, begin: int, end: int, reach: int = 60) -> bool:
    """Whether a word that denies stands within `reach` characters of the span, in the same clause.

    "Niet langer dan" and its like limit, and do not deny.
    """
    before = _BOUNDARY.split(text[max(0, begin - reach) : begin])[-1]
    after = _BOUNDARY.split(text[end : end + reach // 2])[0]
    nearby = _LIMIT.sub("", f"{before} {text[begin:end]} {after}")
    return bool(_NOT.search(nearby))


def denied_before(text: str, begin: int, reach: int = 60) -> bool:
    """Whether a word that denies stands shortly before the place, in the same clause."""
    before = _BOUNDARY.split(text[max(0, begin - reach) : begin])[-1]
    return bool(_NOT.search(_LIMIT.sub("", before)))
