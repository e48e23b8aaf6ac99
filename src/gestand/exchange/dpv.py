"""A statement in the W3C Data Privacy Vocabulary (DPV 2.3), as JSON-LD that needs nothing fetched to be read.

One process for each purpose joins data, basis, recipients and measures; the notice joins the rights and the rest.
Texts stand in both languages.
"""

import json
from collections.abc import Iterator

from gestand.core.text import Text
from gestand.exchange.authority import AP, AP_PAGE
from gestand.exchange.bases import LETTERS, bases
from gestand.exchange.carried import Exported, lost
from gestand.exchange.dpv_data import data_nodes, duration_nodes
from gestand.exchange.dpv_recipients import recipient_nodes
from gestand.exchange.dpv_terms import CONTEXT, RIGHTS, Node, both, reference, references, term
from gestand.statement.controller import OtherAuthority
from gestand.statement.model import Statement

CARRIED = (
    "version", "effective", "language", "authority", "controller/name", "controller/address", "controller/sites",
    "controller/contact/email", "controller/contact/phone", "controller/contact/page", "controller/representative",
    "controller/protection officer/name", "controller/protection officer/email", "people", "sources", "moments",
    "conditions", "data/*/text", "data/*/kind", "data/*/of", "data/*/from", "data/*/required", "data/*/in use because",
    "purposes/*/text", "purposes/*/kind", "purposes/*/data", "purposes/*/basis", "purposes/*/as",
    "retention/*/data", "retention/*/kept", "retention/*/says", "retention/*/when", "retention/*/kept at least",
    "recipients/*/text", "recipients/*/role", "recipients/*/name", "recipients/*/for", "recipients/*/data",
    "recipients/*/where", "recipients/*/when", "recipients/*/also elsewhere", "recipients/*/terms",
    "rights/named", "security", "security explained", "automated decisions/*/text", "automated decisions/*/logic",
    "automated decisions/*/data",
)  # fmt: skip
"""The parts of a statement that have a place in DPV."""

DENIALS = ("data/*/required",)
"""The denials that DPV can say: that giving data is free, or that the question does not arise."""


def dpv(statement: Statement) -> Exported:
    """The statement as one JSON-LD document, in terms of DPV 2.3 and Dublin Core alone."""
    site = statement.controller.sites[0] if statement.controller.sites else "unstated.invalid"
    graph: list[Node] = [
        _controller(statement),
        _authority(statement),
        _notice(statement),
        *_people(statement),
        *data_nodes(statement),
        *duration_nodes(statement),
        *recipient_nodes(statement),
        *_measures(statement),
        *_decisions(statement),
        *_processes(statement),
    ]
    document = {"@context": {"@base": f"https://{site}/", **CONTEXT}, "@graph": graph}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return Exported(f"{text}\n", lost(statement, CARRIED, denials=DENIALS))


def _controller(statement: Statement) -> Node:
    who = statement.controller
    contact = [way for way in (who.contact.email, who.contact.phone, who.contact.page) if way]
    officer = who.protection_officer or None
    node: Node = {
        "@id": "#controller",
        "@type": "dpv:DataController",
        **({"dpv:hasName": who.name} if who.name else {}),
        **({"dpv:hasAddress": who.address} if who.address else {}),
        "dpv:hasContact": contact,
        "dpv:hasAuthority": reference("authority"),
        "foaf:page": [f"https://{site}" for site in who.sites],
    }
    if who.representative:
        node["dpv:hasRepresentative"] = {"@type": "dpv:Representative", "dpv:hasName": who.representative}
    if officer:
        known = {"dpv:hasName": officer.name, "dpv:hasContact": officer.email}
        said = {key: value for key, value in known.items() if value}
        node["dpv:hasDataProtectionOfficer"] = {"@type": "dpv:DataProtectionOfficer", **said}
    return node


def _authority(statement: Statement) -> Node:
    known = statement.authority
    node: Node = {"@id": "#authority", "@type": "dpv:DataProtectionAuthority"}
    if isinstance(known, OtherAuthority):
        return {
            **node,
            "dct:title": both(known.text),
            "dpv:hasAddress": known.address,
            "dpv:hasContact": known.complaints,
        }
    return {**node, "dct:title": both(AP), "dpv:hasContact": AP_PAGE}


def _notice(statement: Statement) -> Node:
    """The statement itself: which version, from when, in which languages, and the rights that it names."""
    told = statement.rights or None
    named = [RIGHTS[right] for right in (told.named or () if told else ())]
    return {
        "@id": "#notice",
        "@type": "dpv:PrivacyNotice",
        "dct:language": statement.language,
        "dct:hasVersion": str(statement.version),
        **_valid(statement),
        "dct:identifier": statement.digest,
        "dpv:hasDataController": reference("controller"),
        "dpv:hasRight": [{"@id": f"eu-gdpr:{right}"} for right in (*named, "A77")],
        "dpv:hasProcess": references("purposes", statement.purposes),
        "dpv:hasTechnicalOrganisationalMeasure": _all_measures(statement),
    }


def _valid(statement: Statement) -> Node:
    day = statement.effective
    return {"dct:valid": {"@value": day.isoformat(), "@type": "xsd:date"}} if day else {}


def _people(statement: Statement) -> Iterator[Node]:
    for name, people in statement.people.items():
        yield {"@id": f"#people/{name}", "@type": "dpv:DataSubject", "dct:title": both(people.text)}
    for name, source in statement.sources.items():
        yield {"@id": f"#sources/{name}", "@type": "dpv:DataSource", "dct:title": both(source.text)}


def _all_measures(statement: Statement) -> list[Node]:
    terms: list[Node] = [{"@id": term("measure", measure)} for measure in statement.security or ()]
    return [*terms, *references("security-explained", statement.security_explained or {})]


def _measures(statement: Statement) -> Iterator[Node]:
    for name, words in (statement.security_explained or {}).items():
        said = both(words.text)
        kind = "dpv:TechnicalOrganisationalMeasure"
        yield {"@id": f"#security-explained/{name}", "@type": kind, "dct:description": said}


def _decisions(statement: Statement) -> Iterator[Node]:
    for name, decision in (statement.automated_decisions or {}).items():
        yield {
            "@id": f"#automated-decisions/{name}",
            "@type": "dpv:AutomatedDecisionMaking",
            "dct:title": both(decision.text),
            "dct:description": both(decision.logic.text),
            "dpv:hasPersonalData": references("data", decision.data),
        }


def _processes(statement: Statement) -> Iterator[Node]:
    """One process a purpose. Where the company acts for another, it is the processor and not the controller."""
    for name, purpose in statement.purposes.items():
        recipients = [word for word, one in (statement.recipients or {}).items() if name in (one.for_ or ())]
        role = "hasDataProcessor" if purpose.as_ == "processor" else "hasDataController"
        subjects = dict.fromkeys(statement.data[word].of for word in purpose.data or ())
        yield {
            "@id": f"#purposes/{name}",
            "@type": "dpv:Process",
            "dct:title": both(purpose.text),
            f"dpv:{role}": reference("controller"),
            "dpv:hasPurpose": {"@id": term("purpose", purpose.kind)},
            "dpv:hasPersonalData": references("data", purpose.data or ()),
            "dpv:hasDataSubject": references("people", subjects),
            "dpv:hasLegalBasis": [_basis(LETTERS[one.term], one.named) for one in bases(purpose)],
            "dpv:hasRecipient": references("recipients", recipients),
            "dpv:hasNotice": reference("notice"),
        }


def _basis(letter: str, named: Text | None) -> Node:
    """The article as the GDPR has it; a law or an interest that is named stands beside it."""
    concept = f"eu-gdpr:A6-1-{letter}"
    return {"@type": concept, "dct:description": both(named)} if named else {"@id": concept}
