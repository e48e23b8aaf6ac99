"""What the register of Article 30(1) GDPR carries of a statement; `documents/register.py` writes it."""

CARRIED = (
    "controller/name", "controller/address", "controller/trade register", "controller/contact",
    "controller/representative", "controller/protection officer", "people", "moments", "conditions",
    "data/*/text", "data/*/of", "purposes/*/text", "purposes/*/data", "purposes/*/basis", "purposes/*/as",
    "recipients/*/text", "recipients/*/name", "recipients/*/role", "recipients/*/for",
    "recipients/*/also elsewhere/where", "recipients/*/also elsewhere/when", "recipients/*/also elsewhere/safeguard",
    "retention/*/data", "retention/*/kept", "security", "security explained",
)  # fmt: skip
"""The parts of a statement that have a column in the register."""

DENIALS = (
    "controller/representative",
    "controller/protection officer",
    "recipients",
    "recipients/*/also elsewhere",
)
"""The denials that the register says."""
