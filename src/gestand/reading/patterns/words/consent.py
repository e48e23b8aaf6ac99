"""Whether consent that a text names is a ground for using data: given, and not that of parents, or for passing on."""

import re

from gestand.core.fact import Doubt
from gestand.reading.patterns.words.passage import Passage

PASSED_ON = re.compile(
    r"\b(?:derde\w*|third[ -]part\w+|verstrek\w+\b(?! opdracht)|verkoop\w*|verkopen|sell|delen|gedeeld|deelt|share\w*|"
    r"disclos\w+|door ?(?:te )?(?:gegeven|geven)|openbaar maken|ter beschikking|overdr\w+|"
    r"vrij ?(?:te )?geven|bekend ?maken|partij(?! (?:bent|is|zijn|bij)\b)|partijen|transfer\w*|provide them)\b"
)
"""Data go to somebody else: then a reason is one for that, and not for using them."""
_CONSENT = r"(?:toestemming|akkoord|instemming|goedkeuring|consent|permission|approval)"
_NO_CONSENT = re.compile(
    rf"\b(?:geen|zonder|niet|no|not|without|never)\b(?: \S+){{0,6}} {_CONSENT}\b"
    rf"|\b{_CONSENT}\b(?: \S+){{0,4}} (?:niet|geen|not) (?:nodig|vereist|required|needed|necessary)"
    r"|\b(?:tenzij|unless)\b"
)
_PARENTS = re.compile(
    r"\b(?:ouders?|ouderlijke|voogd\w*|wettelijke? vertegenwoordiger\w*|parents?|parental|guardians?|"
    r"minderjarig\w*|kinderen|children|minors?)\b"
)
_PICTURES = re.compile(
    r"\b(?:foto\w*|beelden|video\w*|photos?|pictures|images)\b[^.;]{0,90}\b(?:vragen|vraagt|ask|waarvoor|"
    r"ouders|parents)\b[^.;]{0,30}"
    rf"\b{_CONSENT}\b"
)
BY_USE = re.compile(
    r"\b(?:als|indien|wanneer|if|when) (?:u|je|you)\b[^.;,]{0,40}\b(?:gebruik\w*|bezoek\w*|use|visit|"
    r"browse)\b[^.;]{0,60}"
    r"\b(?:akkoord|agree)\b"
)
"""To use a site agrees to nothing (GDPR 4(11)); a statement that says so names no ground."""
_IF_ANY = re.compile(r"\b(?:eventuele|eventueel|if any|any consent)\b|browser")
_WITHDRAWN = re.compile(r"\b(?:in ?te ?trekken|intrek\w*|ingetrokken|herroep\w*|trekt|withdr\w*|revok\w*)\b")
_ON_BASIS = re.compile(
    r"\b(?:op (?:basis|grond) van|gebaseerd|(?:heeft|hebt|heb|hebben|had)\b[^.;]{0,40}\bgegeven|"
    r"gegeven (?:heeft|hebt|hebben)|gevraagd|based on|rely|relies|have given|gave)\b"
)
_BY_THE_WAY = re.compile(rf"\b{_CONSENT}, (?:which|die|welke)\b")
"""That it can be withdrawn is only said beside it: "(iv) your consent, which you may withdraw"."""
_GIVEN = re.compile(
    r"\b(?:met|na|op (?:basis|grond) van|uw|je|jouw|uitdrukkelijke|ondubbelzinnige|expliciete|voorafgaande|"
    r"heeft|hebt|geeft|verleent|is er|vragen|vraagt|with|after|by|on the basis of|your|explicit|prior|"
    r"based on|gave|given|"
    r"ask)\b(?: \S+){0,8} "
    rf"{_CONSENT}\b|\b{_CONSENT}\b(?: \S+){{0,5}} (?:gegeven|geeft|geven|gaf|gaven|verleend|vereist|given|"
    rf"gave|give|required|obtained|gevraagd|nodig)\b|\b(?:akkoord|instem\w*|stemt in) met\b|"
    rf"\((?:\w+ )?{_CONSENT}\b|\bopt\w*[ -]in\b"
)


def doubt_of_consent(one: Passage, grounded: bool) -> Doubt:
    """How sure it is that consent is the ground; `grounded` where the text is about grounds."""
    if BY_USE.search(one.text):
        return Doubt.MUCH
    of_parents = _PARENTS.search(one.text) and not _PICTURES.search(one.text)
    if of_parents or _IF_ANY.search(one.text) or (_NO_CONSENT.search(one.text) and not grounded):
        return Doubt.MUCH
    if _WITHDRAWN.search(one.text):
        based = _ON_BASIS.search(one.text) or (grounded and _BY_THE_WAY.search(one.text))
        return Doubt.SOME if based else Doubt.MUCH
    given = grounded or (_GIVEN.search(one.text) and not PASSED_ON.search(one.text))
    return Doubt.NONE if given else Doubt.MUCH
