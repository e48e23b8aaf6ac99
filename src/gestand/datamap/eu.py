"""The member states of the European Union, for `in: EU` and `not in: EU`."""

from datetime import date

AS_OF = date(2020, 2, 1)
"""The last change: the United Kingdom left (Agreement on the withdrawal, OJ L 29 of 31.1.2020, p. 7)."""

MEMBER_STATES = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
"""ISO 3166-1 alpha-2 codes of the 27 member states (Treaty on European Union, Art. 52)."""
