"""A receipt of one choice, in the shape of ISO/IEC TS 27560:2023 as W3C's Data Privacy Vocabulary writes it.

Out of the choice on record: who chose (pii_principal_id), when (event_time), how (dpv:hasIndicationMethod), what on
each purpose (event_state), who entered it (entity_id), in which language, and what was put before her. Out of the
statement that was in force then, found by its digest: purposes, lawful basis, data, storage, recipients, controller,
rights and authority; so she has in hand the very promises that she agreed to. Out of the ledger: its number (record_id,
receipt_id), its line in the log, and the bundle that proves it.

The shape has no place for buttons and layout, signals that a browser sent, age route, salt, commitment and proof:
these stand under `gestand:`. It asks for things that a statement does not have, and these are left out: processing
method, storage and processing locations, geographic restrictions, codes of conduct, impact assessment, and how long
a choice is valid, for that is a setting of the banner. That a yes is explicit (event_type) nobody says here.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gestand.core.choice import Choice, ChoiceWay, Offer, Recorded, Subject
from gestand.core.text import Text
from gestand.exchange.dpv import dpv
from gestand.exchange.dpv_terms import Node, both, reference, references
from gestand.statement.asked import asked
from gestand.statement.model import Statement

PROOF = "gestand:proof"
_OURS = {"gestand": "urn:gestand:choice:"}
_WAYS = {
    ChoiceWay.BANNER: Text("in de banner", "in the banner"),
    ChoiceWay.FORM: Text("op een formulier", "on a form"),
    ChoiceWay.PREFERENCES: Text("op de pagina met voorkeuren", "on the page of preferences"),
    ChoiceWay.ONE_CLICK: Text("met één klik in een bericht", "with one click in a message"),
    ChoiceWay.REPLY: Text("in een antwoord op een bericht", "in a reply to a message"),
    ChoiceWay.STAFF: Text("gezegd tegen een medewerker", "said to a member of the staff"),
    ChoiceWay.API: Text("via een ander systeem van het bedrijf", "through another system of the company"),
    ChoiceWay.IMPORT: Text("overgenomen uit een eerder systeem", "taken over from an earlier system"),
}


def receipt(
    statement: Statement,
    subject: Subject,
    recorded: Recorded,
    offer: Offer | None,
    proof: str,
    before: Iterable[str] = (),
) -> str:
    """The receipt as JSON-LD. `proof` is the bundle of this one choice; `before` are the purposes agreed to earlier.

    Raises ValueError where the statement is not the one of the choice.
    """
    choice = recorded.choice
    if statement.digest != choice.statement:
        raise ValueError("a receipt is made from the statement that was in force when she chose")
    words, had = [word for word, _ in choice.decisions], frozenset(before)
    whole = json.loads(dpv(statement).text)
    graph = [
        _receipt(subject, recorded, words, proof, statement),
        *(_decision(choice, word, granted, word in had) for word, granted in choice.decisions),
        _shown(choice, offer),
        *_taken(statement, whole["@graph"], words),
    ]
    told = {"@context": {**whole["@context"], **_OURS}, "@graph": graph}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _receipt(
    subject: Subject, recorded: Recorded, words: list[str], proof: str, statement: Statement
) -> Node:
    choice, bundle = recorded.choice, json.loads(proof)
    node: Node = {
        "@id": f"#receipts/{recorded.number}",
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": "ISO/IEC TS 27560:2023",
        "dct:identifier": str(recorded.number),
        "dct:language": choice.language,
        "dpv:hasDataSubject": {
            "@type": "dpv:DataSubject",
            "dct:identifier": subject.value,
            "gestand:kind": subject.kind,
        },
        "dpv:hasDataController": reference("controller"),
        "dpv:hasAuthority": reference("authority"),
        "dpv:hasNotice": [reference("notice"), reference("shown")],
        "dpv:hasProcess": references("purposes", words),
        "dpv:hasLegalBasis": references("decisions", words),
        "dpv:hasConsentControl": _withdrawal(statement),
        "gestand:age": choice.age.value,
        "gestand:entry": recorded.entry,
        PROOF: {"@type": "@json", "@value": bundle},
    }
    if choice.signals:
        node["gestand:signal"] = [signal.value for signal in choice.signals]
    return node


def _withdrawal(statement: Statement) -> Node:
    """Where she takes a yes back: as the statement says of her rights, and else by any way to reach the controller."""
    who = statement.controller
    ways = [way for way in (who.contact.page, who.contact.email, who.contact.phone) if way]
    return {"@type": "dpv:WithdrawConsent", "dpv:hasContact": ways or [f"https://{one}" for one in who.sites]}


def _decision(choice: Choice, word: str, granted: bool, had: bool) -> Node:
    """One purpose with what she said, when, how, and to whom."""
    by: Node = {"@type": "dpv:DataSubject"}
    if choice.by:
        by = {"@type": "dpv:Employee", "dpv:hasName": choice.by}
    return {
        "@id": f"#decisions/{word}",
        "@type": "eu-gdpr:A6-1-a",
        "dpv:hasPurpose": reference(f"purposes/{word}"),
        "dpv:hasConsentStatus": {"@id": f"dpv:{_status(granted, had)}"},
        "dpv:isIndicatedAtTime": {"@value": choice.at.isoformat(), "@type": "xsd:dateTime"},
        "dpv:isIndicatedBy": by,
        "dpv:hasIndicationMethod": both(_WAYS[choice.way]),
        "dpv:hasNotice": reference("shown"),
    }


def _status(granted: bool, had: bool) -> str:
    if granted:
        return "RenewedConsentGiven" if had else "ConsentGiven"
    return "ConsentWithdrawn" if had else "ConsentRefused"


def _shown(choice: Choice, offer: Offer | None) -> Node:
    """What was put before her; where that is not on record, its digest alone."""
    node: Node = {"@id": "#shown", "@type": "dpv:ConsentNotice"}
    if choice.offer:
        node["dct:identifier"] = choice.offer
    if offer is None:
        return node
    told = [*offer.texts, *(said for _, said in offer.purposes)]
    return {
        **node,
        "dct:language": offer.language,
        "dct:description": {"@list": [{"@value": said, "@language": offer.language} for said in told]},
        "gestand:buttons": {"@list": list(offer.buttons)},
        "gestand:layout": offer.layout,
    }


def _taken(statement: Statement, whole: list[Node], words: list[str]) -> Iterator[Node]:
    """Of the statement, the purposes that she chose on and all that they speak of."""
    nodes = {str(node["@id"]): node for node in whole}
    purposes = {f"#purposes/{word}" for word in words}
    for word, one in asked(statement).items():
        nodes.setdefault(f"#purposes/{word}", _asked(word, one.name, one.recipients))
    for word in words:
        nodes.setdefault(f"#purposes/{word}", _asked(word, Text(word, word), ()))
    nodes["#notice"] = {
        **{name: value for name, value in nodes["#notice"].items() if name not in _OF_ALL},
        "dpv:hasProcess": [{"@id": name} for name in sorted(purposes)],
    }
    wanted, found = ["#controller", "#authority", "#notice", *sorted(purposes)], set[str]()
    while wanted:
        name = wanted.pop()
        if name in nodes and name not in found:
            found.add(name)
            wanted.extend(_referred(nodes[name]))
    yield from (node for name, node in nodes.items() if name in found)


_OF_ALL = {"dpv:hasProcess", "dpv:hasTechnicalOrganisationalMeasure"}
"""What the notice says of the whole company, and a receipt leaves out."""


def _asked(word: str, name: Text, recipients: tuple[str, ...]) -> Node:
    """Something that is asked for on a device under a word of its own."""
    return {
        "@id": f"#purposes/{word}",
        "@type": "dpv:Process",
        "dct:title": both(name),
        "dpv:hasDataController": reference("controller"),
        "dpv:hasRecipient": references("recipients", recipients),
        "dpv:hasNotice": reference("notice"),
    }


def _referred(value: Any) -> Iterator[str]:
    """The names of the nodes that a value refers to."""
    if isinstance(value, Mapping):
        if set(value) == {"@id"}:
            yield str(value["@id"])
        else:
            for inner in value.values():
                yield from _referred(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _referred(inner)
