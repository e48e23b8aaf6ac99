"""The data of a statement in DPV: of which kind, whose, from where, and how long they are kept."""

import re
from collections.abc import Iterator

from gestand.clock.term import Period
from gestand.core.text import Text
from gestand.exchange.dpv_terms import Node, both, reference, references, term
from gestand.exchange.duration import iso_duration
from gestand.statement.absent import NONE, NOT_APPLICABLE, Absent
from gestand.statement.data import Datum
from gestand.statement.model import Statement
from gestand.statement.retention import Retention
from gestand.statement.sentences import retention_sentence
from gestand.statement.written import Bilingual

_FREE = {NONE: "dpv:Optional", NOT_APPLICABLE: "dpv:NotRequired"}
_SPECIAL = re.compile(r"GDPR 9\(2\)\(([a-j])\)")


def data_nodes(statement: Statement) -> Iterator[Node]:
    """One node for each kind of data."""
    for name, datum in statement.data.items():
        promises = [key for key, promise in statement.retention.items() if name in promise.data]
        yield {
            "@id": f"#data/{name}",
            "@type": [term("data", kind) for kind in datum.kind],
            "dct:title": both(datum.text),
            "dpv:hasDataSubject": reference(f"people/{datum.of}"),
            "dpv:hasDataSource": _source(statement, datum),
            "dpv:hasStorageCondition": references("retention", promises),
            **_necessity(datum),
            **_allowed(datum),
        }


def _source(statement: Statement, datum: Datum) -> Node:
    """The person, what is observed of her, other people, or somebody else (GDPR 14)."""
    if datum.from_ == "the person":
        return reference(f"people/{datum.of}")
    if datum.from_ == "observation":
        return {"@type": "dpv:DataSource", "dct:title": both(Text("waarneming", "observation"))}
    return reference(f"{'people' if datum.from_ in statement.people else 'sources'}/{datum.from_}")


def _necessity(datum: Datum) -> Node:
    """Whether the data must be given, by what, and what follows otherwise (GDPR 13(2)(e))."""
    required = datum.required
    if isinstance(required, Absent):
        return {"dpv:hasNecessity": {"@id": _FREE[required]}} if required in _FREE else {}
    otherwise = required.otherwise
    said = {"dct:description": both(otherwise.text)} if isinstance(otherwise, Bilingual) else {}
    basis = {"@id": term("basis", required.because)}
    return {"dpv:hasNecessity": {"@type": "dpv:Required", "dpv:hasLegalBasis": basis, **said}}


def _allowed(datum: Datum) -> Node:
    """The law that allows special categories, or a citizen service number."""
    law = datum.in_use_because
    if not law:
        return {}
    found = _SPECIAL.search(law)
    kind = f"eu-gdpr:A9-2-{found[1]}" if found else "dpv:LegalBasis"
    return {"dpv:hasLegalBasis": {"@type": kind, "dct:description": law}}


def duration_nodes(statement: Statement) -> Iterator[Node]:
    """One storage condition for each promise: its sentence, its duration, and the moment that it counts from."""
    for key, promise in statement.retention.items():
        sentence = Text(retention_sentence(statement, key, "nl"), retention_sentence(statement, key, "en"))
        moment = statement.moments[promise.kept.moment].text
        period = promise.kept.term.period
        temporal = [] if period == Period() else ["dpv:TemporalDuration"]
        yield {
            "@id": f"#retention/{key}",
            "@type": "dpv:StorageDuration",
            "dct:description": both(sentence),
            **_context(statement, promise),
            "dpv:hasDuration": {
                "@type": [*temporal, "dpv:UntilEventDuration"],
                "rdf:value": {"@value": iso_duration(period), "@type": "xsd:duration"},
                "dct:description": both(moment),
            },
        }


def _context(statement: Statement, promise: Retention) -> Node:
    """The condition that a promise depends on."""
    if not promise.when:
        return {}
    condition = statement.conditions[promise.when]
    return {"dpv:hasContext": {"@type": "dpv:Context", "dct:title": both(condition.text)}}
