"""One archive: the page, a README, the data by category as JSON and CSV with a schema, and what people enclosed."""

import io
import zipfile
from collections.abc import Iterator

from gestand.core.package import Package
from gestand.documents.html import html_page
from gestand.documents.package.csv_file import csv_file
from gestand.documents.package.filing import Filed, enclosed_names, filed
from gestand.documents.package.json_file import json_file, schema_file
from gestand.documents.package.page import package_page
from gestand.documents.package.readme import readme

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can bear: the archive says nothing of when or where it was made."""

SMALL = 1_000
"""Bytes of a file that is put in as it is: to make it smaller takes longer than to write it."""


def package(packed: Package) -> bytes:
    """The archive, as a zip; the same package gives the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(packed):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED if len(content) > SMALL else zipfile.ZIP_STORED
            entry.create_system, entry.external_attr = (
                3,
                0o644 << 16,
            )  # Unix: a plain file, and nothing to run
            archive.writestr(entry, content)
    return made.getvalue()


def _files(packed: Package) -> Iterator[tuple[str, bytes]]:
    every = filed(packed)
    yield "index.html", html_page(package_page(packed, every)).encode()
    yield "README.txt", readme(packed, every).encode()
    yield "data/schema.json", schema_file(packed.language)
    for one in every:
        yield from _data(packed, one)
    for name, enclosed in enclosed_names(packed):
        yield name, enclosed.content


def _data(packed: Package, one: Filed) -> Iterator[tuple[str, bytes]]:
    yield one.json, json_file(packed, one.category)
    for name, listing in one.listings:
        yield name, csv_file(listing.rows)
