"""The recipients of a statement in DPV: in which role, where, and what allows data to leave the EEA."""

import re
from collections.abc import Iterator

from gestand.exchange.dpv_terms import Node, both, references, term
from gestand.statement.model import Statement
from gestand.statement.recipients import Elsewhere, Recipient

_PARTS = re.compile(r"GDPR (46|49)\((\d)\)\(([a-g])\)")
_WHOLE = {"45": "A45-3", "47": "A46-2-b"}
"""A decision of the Commission; binding corporate rules, which GDPR 46(2)(b) names."""

_EXACT = frozenset(
    [
        *(f"A46-2-{letter}" for letter in "abcdef"),
        *(f"A46-3-{letter}" for letter in "ab"),
        *(f"A49-1-{letter}" for letter in "abcdefg"),
    ]
)
"""The articles that DPV has terms of their own for."""


def recipient_nodes(statement: Statement) -> Iterator[Node]:
    """One node for each recipient, or kind of recipients."""
    for name, one in (statement.recipients or {}).items():
        yield {
            "@id": f"#recipients/{name}",
            "@type": term("role", one.role) if one.role else "dpv:Recipient",
            "dct:title": both(one.text),
            "dpv:hasPersonalData": references("data", one.data or ()),
            **({"dpv:hasName": one.name} if one.name else {}),
            **({"dpv:hasPolicy": {"@id": one.terms}} if one.terms else {}),
            **_where(one),
            **({"dct:description": _condition(statement, one)} if one.when else {}),
            **_transfer(statement, one.also_elsewhere or None),
        }


def _where(recipient: Recipient) -> Node:
    if not recipient.where:
        return {}
    where = recipient.where
    return {"dct:spatial": [where] if isinstance(where, str) else list(where)}


def _condition(statement: Statement, one: Recipient | Elsewhere) -> list[Node]:
    """On what it depends that the data go there."""
    return both(statement.conditions[one.when].text) if one.when else []


def _transfer(statement: Statement, elsewhere: Elsewhere | None) -> Node:
    """Where else the data go, and the article of the GDPR that allows it."""
    if elsewhere is None:
        return {}
    measures = both(elsewhere.measures.text) if elsewhere.measures else []
    ground = elsewhere.safeguard or ""
    basis: Node = {"@type": safeguard_term(ground), **({"dct:title": ground} if ground else {})}
    said = [*measures, *_condition(statement, elsewhere)]
    countries = {"dpv:hasThirdCountry": list(elsewhere.where)} if elsewhere.where else {}
    return {**countries, "dpv:hasLegalBasis": {**basis, **({"dct:description": said} if said else {})}}


def safeguard_term(safeguard: str) -> str:
    """`GDPR 46(2)(c)` as the term of DPV; the wider term where DPV has none for that very article."""
    found = _PARTS.fullmatch(safeguard)
    exact = f"A{found[1]}-{found[2]}-{found[3]}" if found else ""
    named = exact if exact in _EXACT else _WHOLE.get(safeguard.removeprefix("GDPR ")[:2], "")
    return f"eu-gdpr:{named}" if named else "dpv:DataTransferLegalBasis"
