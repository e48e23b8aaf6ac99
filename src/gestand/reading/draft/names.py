"""Names that were read as a recipient, and are none: laws, countries, the controller, and who was denied."""

import re

from gestand.core.fact import Controller, Fact
from gestand.core.text import Text
from gestand.reading.draft.material import Material
from gestand.reading.draft.tree import slug
from gestand.reading.patterns.words.folding import fold
from gestand.reading.patterns.words.lexicon import table

_LAW = re.compile(
    r"^(?:article|artikel|art\.?)\s*\d|\b(?:gdpr|avg|uavg|regulation|directive|verordening|richtlijn)\b|\w*wet$|\bact$",
    re.IGNORECASE,
)
_EUROPE = re.compile(
    r"(?:the |de )?(?:netherlands|nederland|belgi\w+|german\w*|duitsland|france|frankrijk|ierland|ireland"
    r"|europe\w*|european union|eu|eer|eea|singapore|bra[sz]il\w*|japan)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"(?:met|aan|voor|door|with|to|by|for|\W*)", re.IGNORECASE)
_NEVER = re.compile(r"\b(?:nooit|never|geen enkele?|noch|neither)\b[^.;:!?]{0,80}$", re.IGNORECASE)
_FORMS = re.compile(r"\b(?:b\.?v|n\.?v|ltd|inc|gmbh|llc|vof|stichting|vereniging)\b\.?", re.IGNORECASE)
_ALIAS = r"[^.;]{0,200}?\((?:[^()]{0,40}?: ?|[^()\w]{0,2})([^()]{2,40}?)\W*\)"
_ITSELF = Text("dit bent u zelf, en geen ontvanger: {name}", "this is yourself, and no recipient: {name}")
_IS_LAW = Text("een wet is geen ontvanger: {name}", "a law is no recipient: {name}")
_IS_COUNTRY = Text("een land is geen ontvanger: {name}", "a country is no recipient: {name}")
_IS_DENIED = Text("krijgt volgens de tekst niets: {name}", "receives nothing, says the text: {name}")
_IS_NONE = Text("dit is geen naam: {name}", "this is no name: {name}")


def own_names(material: Material) -> frozenset[str]:
    """What the controller is called, as words of a draft: by name, and as in "X N.V. (hierna: het Kantoor)"."""
    own = set[str]()
    for _, said in material.of(Controller):
        alias = re.compile(rf"{re.escape(said.name)}{_ALIAS}")
        own |= {slug(said.name), slug(_FORMS.sub("", said.name))}
        own |= {slug(one[1]) for one in alias.finditer(material.document.text)}
    return frozenset(own - {"unnamed"})


def no_recipient(name: str, fact: Fact, own: frozenset[str]) -> Text | None:
    """Why a name is no recipient; None where it may be one."""
    checks = (
        (_IS_NONE, bool(_NO_NAME.fullmatch(name))),
        (_ITSELF, slug(name) in own),
        (_IS_LAW, bool(_LAW.search(name))),
        (_IS_COUNTRY, _is_country(name)),
        (_IS_DENIED, _is_denied(name, fact.quote.text)),
    )
    return next((why.filled(name=name) for why, holds in checks if holds), None)


def _is_country(name: str) -> bool:
    """Whether the name is that of a country, and of nothing in it."""
    plain = fold(name).text.strip()
    whole = any(match[0].strip() == plain for _, match in table("places").found(plain))
    return whole or bool(_EUROPE.fullmatch(plain))


def _is_denied(name: str, quote: str) -> bool:
    """Whether a sentence says that this one never receives anything."""
    words = name.rpartition("(")[2].rstrip(")")
    before = quote.casefold().partition(words.casefold())[0]
    return len(before) < len(quote) and bool(_NEVER.search(before))
