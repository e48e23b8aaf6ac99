"""Whatever facts a text gives, the draft is a statement that parses."""

from dataclasses import Field, fields
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gestand.core import fact as facts
from gestand.core.fact import Doubt, Fact, Quote, Said
from gestand.reading.draft.compose import draft
from gestand.reading.draft.material import Material
from gestand.reading.draft.vocabulary import terms
from gestand.reading.exchange import exchanged
from gestand.reading.segments import segments_of
from gestand.reading.source import document_of
from gestand.statement import parse_statement

TEXT = '# Privacy\n\nKlanten en bezoekers lezen dit.\n\n## Meer\n\n- een\n- twee # drie: "vier"\n'
DOCUMENT = document_of(TEXT.encode(), "a.md")
WORDS = st.text(alphabet=st.sampled_from("aB1 é:#\"'-,[]{}&*!|>%@`\\\n\tЖ"), min_size=1, max_size=12).filter(
    str.strip
)
PERIODS = st.sampled_from(
    [None, "P7Y", "P1M", "PT72H", "P90D", "P1Y6M", "session", "persistent", "P0D", "soon", "P999Y"]
)
VALUES: dict[str, st.SearchStrategy[object]] = {
    "kind": st.sampled_from(["email", "phone", "post", "form", "dpo"]),
    "category": st.sampled_from([*terms("data"), "necessary", "functional", "analytics", "unspecified", "Ж"]),
    "purpose": st.sampled_from([*terms("purpose"), "something_else"]),
    "basis": st.sampled_from(
        ["consent", "contract", "legal_obligation", "vital_interest", "public_task", "legitimate_interest"]
    ),
    "role": st.sampled_from(["processor", "controller", "authority", "unknown"]),
    "safeguard": st.sampled_from(
        ["adequacy", "sccs", "privacy_shield", "dpf", "consent", "other_contractual", "none_stated"]
    ),
    "right": st.sampled_from(
        ["access", "erasure", "complaint", "information", "withdraw_consent", "automated_decision"]
    ),
    "party": st.sampled_from([None, "first", "third"]),
    "date": st.sampled_from(["2024-05-01", "2024-05"]),
    "of": st.sampled_from(["sharing", "transfer", "tracking_cookies"]),
    "what": st.one_of(st.sampled_from(["all", "invoices", "cookies", "any request"]), WORDS),
    "anchor": st.one_of(st.none(), st.sampled_from(["na het boekjaar", "zolang uw account bestaat"]), WORDS),
    "duration": PERIODS,
    "term": PERIODS,
    "lifetime": PERIODS,
    "age": st.integers(0, 120),
    "working_days": st.one_of(st.none(), st.integers(0, 400)),
}
BY_TYPE: dict[str, st.SearchStrategy[object]] = {
    "str": WORDS,
    "bool": st.booleans(),
    "str | None": st.one_of(st.none(), WORDS),
    "bool | None": st.one_of(st.none(), st.booleans()),
}


def said() -> st.SearchStrategy[Said]:
    """Any fact, with values that patterns give and values that no pattern should."""
    return st.one_of(*(_made(kind) for kind in get_args(facts.Said)))


def _made(kind: type[Said]) -> st.SearchStrategy[Said]:
    named = {
        name: VALUES[name] if name in VALUES else BY_TYPE[_name(one.type)] for name, one in _fields(kind)
    }
    return st.builds(kind, **named)


def _fields(kind: type[Said]) -> list[tuple[str, Field[object]]]:
    return [(one.name, one) for one in fields(kind)]


def _name(of: object) -> str:
    return of.__name__ if isinstance(of, type) else str(of)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(said(), st.integers(0, len(DOCUMENT.text) - 2), st.sampled_from(list(Doubt))), max_size=12
    )
)
def test_a_draft_of_any_facts_parses(found: list[tuple[Said, int, Doubt]]) -> None:
    made = tuple(
        Fact(one, Quote(at, at + 2, DOCUMENT.text[at : at + 2]), "any", doubt) for one, at, doubt in found
    )
    parse_statement(draft(Material(DOCUMENT, segments_of(DOCUMENT), made)))
    exchanged("nl", made)
