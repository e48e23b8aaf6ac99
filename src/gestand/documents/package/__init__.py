"""The package of a person: a page to read, and her data as JSON and CSV, in one archive."""

from gestand.documents.package.archive import package

__all__ = ["package"]
