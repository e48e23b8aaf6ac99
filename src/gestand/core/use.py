"""What a datum is used for, as far as rights turn on it (GDPR 6(1), 7(3), 17, 20, 21)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Use:
    """One purpose of a datum. `bases` are DPV terms, none where the statement names none.

    `as_processor`: a customer decides, and her request is passed on to that customer. `marketing`: she may
    always object (GDPR 21(2)).
    """

    purpose: str
    bases: tuple[str, ...] = ()
    as_processor: bool = False
    marketing: bool = False
