"""Proof of what was done: an append-only log that anyone with an earlier checkpoint can hold us to."""
