"""The rights of people, in the words of the statement."""

from typing import Literal

Right = Literal[
    "access",
    "rectification",
    "erasure",
    "restriction",
    "portability",
    "objection",
    "withdrawal of consent",
    "no automated decision",
]

READ_AS: dict[str, Right] = {
    "access": "access",
    "rectification": "rectification",
    "erasure": "erasure",
    "restriction": "restriction",
    "portability": "portability",
    "objection": "objection",
    "withdraw_consent": "withdrawal of consent",
    "automated_decision": "no automated decision",
}
"""The rights as a reading of a text names them, each with the statement's own word."""
