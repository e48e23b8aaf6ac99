"""The legal bases of a purpose, one by one, each with its article and with what it names."""

from dataclasses import dataclass

from gestand.core.text import Text
from gestand.statement.absent import Absent
from gestand.statement.purposes import NamedBasis, Purpose
from gestand.statement.written import Bilingual

LETTERS = {
    "Consent": "a",
    "Contract": "b",
    "LegalObligation": "c",
    "VitalInterest": "d",
    "PublicInterest": "e",
    "OfficialAuthorityOfController": "e",
    "LegitimateInterest": "f",
}
"""The letter of GDPR 6(1) that each basis stands under."""


@dataclass(frozen=True)
class LegalBasis:
    """A basis by its DPV term; `named` is the interest, contract or law that it stands on."""

    term: str
    named: Text | None = None


def bases(purpose: Purpose) -> tuple[LegalBasis, ...]:
    """The bases that a purpose states; none when it states none, or acts for another (`as: processor`)."""
    match purpose.basis:
        case Absent():
            return ()
        case NamedBasis() as named:
            return tuple(
                LegalBasis(field.alias or "", _text(getattr(named, name)))
                for name, field in NamedBasis.model_fields.items()
                if getattr(named, name)
            )
        case tuple() as several:
            return tuple(LegalBasis(term) for term in several)
        case term:
            return (LegalBasis(term),)


def _text(value: Bilingual | str) -> Text:
    return value.text if isinstance(value, Bilingual) else Text(value, value)
