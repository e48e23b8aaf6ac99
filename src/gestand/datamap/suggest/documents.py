"""A column of documents as one kind of data: all that lies in it, told by its keys, with how many documents tell it."""

from collections.abc import Sequence

from gestand.core.text import Text
from gestand.datamap.suggest.handful import Share
from gestand.datamap.suggest.lexicon import Kind, Strength, kinds

DOCUMENT = "document"


def kind_of(inside: Sequence[Share]) -> Kind:
    """A kind whose terms, and what the law guards of them, are those of all that lies inside."""
    every = [kinds()[share.kind] for share in inside]
    special = ", ".join(dict.fromkeys(kind.special for kind in every if kind.special))
    nl, en = ", ".join(kind.text.nl for kind in every), ", ".join(kind.text.en for kind in every)
    terms = tuple(dict.fromkeys(term for kind in every for term in kind.terms))
    return Kind(
        DOCUMENT, terms, Strength.STRONG, special, (), Text(f"documenten ({nl})", f"documents ({en})"), ()
    )


def why(inside: Sequence[Share]) -> Text:
    """What the keys say, each with its share."""
    nl = ", ".join(f"{kinds()[one.kind].text.nl} ({one.hits} van {one.seen})" for one in inside)
    en = ", ".join(f"{kinds()[one.kind].text.en} ({one.hits} of {one.seen})" for one in inside)
    return Text(f"in documenten erin staat {nl}", f"documents in it hold {en}")
