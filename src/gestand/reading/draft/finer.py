"""Kinds of data that a statement tells apart, and the exchange form does not."""

import re
from collections.abc import Iterable
from dataclasses import replace

from gestand.core.fact import DataCategory, Fact
from gestand.reading.draft.material import Material

_NUMBER = DataCategory("national_id")
_DOCUMENT = DataCategory("identity_document")
_NUMBER_WORDS = re.compile(
    r"burgerservice|\bbsn|sofi|rijksregister|vreemdelingen|insurance|social.security|citizen.service"
    r"|national.id(?!entity.(?:card|document))",
    re.IGNORECASE,
)
"""A passport or a driving licence is no citizen service number, for which a law is needed (UAVG 46)."""


def finer(material: Material) -> Material:
    """The same material, with identity documents as a kind of their own."""
    facts, mentions = _renamed(material.facts), _renamed(material.mentions)
    first = next((one for one in mentions if one.said == _DOCUMENT), None)
    apart = (first,) if first and all(one.said != _DOCUMENT for one in facts) else ()
    return replace(material, facts=(*facts, *apart), mentions=mentions)


def _renamed(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(replace(one, said=_DOCUMENT) if _is_document(one) else one for one in facts)


def _is_document(fact: Fact) -> bool:
    return fact.said == _NUMBER and not _NUMBER_WORDS.search(fact.quote.text)
