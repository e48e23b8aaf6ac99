"""The letters of a case: one template each in Dutch and in English, as mail and as PDF for the post."""

from gestand.documents.letters.letters import is_address, pdf, write

__all__ = ["is_address", "pdf", "write"]
