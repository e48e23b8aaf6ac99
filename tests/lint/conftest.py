"""A sound statement to spoil, and texts as a reading hands them over."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from gestand.core.document import Block, Document, Segment, Shape
from gestand.statement.model import Statement
from gestand.statement.parse import parse_statement

SOUND = Path(__file__).parent / "sound.yaml"


def patched(patch: str) -> Statement:
    """The sound statement, with the parts that a patch names put in its place; `null` takes a part away."""
    plain = YAML(typ="safe")
    whole = plain.load(SOUND.read_text("utf-8"))
    _merge(whole, plain.load(patch))
    written = StringIO()
    plain.dump(whole, written)
    return parse_statement(written.getvalue())


def _merge(into: dict[str, object], part: dict[str, object]) -> None:
    for key, value in part.items():
        old = into.get(key)
        if value is None:
            into.pop(key, None)
        elif isinstance(old, dict) and isinstance(value, dict):
            _merge(old, value)
        else:
            into[key] = value


@pytest.fixture
def plain() -> Callable[..., tuple[Document, tuple[Segment, ...]]]:
    """Sentences as a document and its segments, without a reading."""

    def make(*sentences: str) -> tuple[Document, tuple[Segment, ...]]:
        text = "\n".join(sentences)
        segments, at = [], 0
        for sentence in sentences:
            segments.append(Segment(at, at + len(sentence), sentence, Shape.PARAGRAPH))
            at += len(sentence) + 1
        blocks = (Block(Shape.PARAGRAPH, 0, len(text)),)
        return Document("text", "0" * 64, text, blocks, "nl"), tuple(segments)

    return make
