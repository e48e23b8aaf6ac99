"""Words used in a statement must be declared in it; and promises may not contradict each other or the law."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gestand.core.errors import TermError
from gestand.core.place import Fault, Place
from gestand.statement.absent import ABSENT_WORDS
from gestand.statement.compare import shorter_than
from gestand.statement.faults import unknown
from gestand.statement.laws import laws
from gestand.statement.nodes import Found, Node
from gestand.statement.security import BREACH_MOMENTS
from gestand.statement.terms import Kept, parse_kept


@dataclass(frozen=True)
class Use:
    """Where a word is used, and the sections that may declare it. `also` are words that need no declaring."""

    pattern: str
    sections: tuple[str, ...]
    also: tuple[str, ...] = ()


USES = (
    Use("data/*/of", ("people",)),
    Use("data/*/from", ("people", "sources"), ("the person", "observation")),
    Use("self-service/*/data/*", ("data",)),
    Use("purposes/*/data/*", ("data",)),
    Use("purposes/*/until", ("moments",)),
    Use("purposes/*/when", ("conditions",)),
    Use("retention/*/data/*", ("data",)),
    Use("retention/*/when", ("conditions",)),
    Use("retention/*/kept at least/after", ("moments",)),
    Use("recipients/*/for/*", ("purposes",)),
    Use("recipients/*/data/*", ("data",)),
    Use("recipients/*/when", ("conditions",)),
    Use("recipients/*/also elsewhere/when", ("conditions",)),
    Use("sold/data/*", ("data",)),
    Use("marketing/*/to", ("people",)),
    Use("marketing/*/purpose", ("purposes",)),
    Use("messages/*/to", ("people",)),
    Use("messages/*/purpose", ("purposes",)),
    Use("cookies/*/purpose", ("purposes",)),
    Use("cookies/*/items/*/read by", ("recipients",)),
    Use("linked networks/*/cookies", ("cookies",)),
    Use("breach/people/to/*", ("people",)),
    Use("automated decisions/*/data/*", ("data",)),
    Use("subscriptions/*/data/*", ("data",)),
    Use("subscriptions/*/until", ("moments",)),
    Use("agreements/*/data/*", ("data",)),
)
TERMS = (
    Use("retention/*/kept", ("moments",)),
    Use("breach/authority", ("moments",), tuple(BREACH_MOMENTS)),
    Use("breach/people/within", ("moments",), tuple(BREACH_MOMENTS)),
    Use("breach/as processor/within", ("moments",), tuple(BREACH_MOMENTS)),
)


def crosscheck(
    root: Node, book_year_ends: tuple[int, int], known_faults: frozenset[Place]
) -> Iterator[Fault]:
    """Faults between the parts of a statement; places that are at fault already are passed over."""
    for use in USES:
        for found in _found(root, use, known_faults):
            yield from _undeclared(root, use, found.node.place, str(found.node.value))
    for use in TERMS:
        for found in _found(root, use, known_faults):
            yield from _undeclared_moment(root, use, found.node, book_year_ends)
    for check in (_marketing_without_purpose, _twice_promised):
        yield from check(root)
    yield from _below_the_law(root, book_year_ends)


def _found(root: Node, use: Use, known_faults: frozenset[Place]) -> Iterator[Found]:
    for found in root.walk(tuple(use.pattern.split("/"))):
        value = found.node.value
        if isinstance(value, str) and value not in ABSENT_WORDS and found.node.place not in known_faults:
            yield found


def _declared(root: Node, use: Use) -> tuple[str, ...]:
    sections = (root.at(section) for section in use.sections)
    return (*use.also, *(key for section in sections if section for key in section.keys))


def _undeclared(root: Node, use: Use, place: Place, word: str) -> Iterator[Fault]:
    declared = _declared(root, use)
    if word not in declared:
        expected = "a word of " + " or ".join(f"`{section}`" for section in use.sections)
        message, close = unknown(word, expected, declared)
        yield Fault(place, message, word, expected, close)


def _undeclared_moment(root: Node, use: Use, node: Node, book_year_ends: tuple[int, int]) -> Iterator[Fault]:
    kept = _kept(node, book_year_ends)
    if kept:
        yield from _undeclared(root, use, node.place, kept.moment)


def _kept(node: Node | None, book_year_ends: tuple[int, int]) -> Kept | None:
    try:
        return parse_kept(node.value, book_year_ends) if node and isinstance(node.value, str) else None
    except TermError:
        return None


def _marketing_without_purpose(root: Node) -> Iterator[Fault]:
    marketing, purposes = root.at("marketing"), root.at("purposes")
    for entry in marketing.entries if marketing else ():
        if entry.node.at("purpose") is None and entry.node.is_map:
            declared = purposes.keys if purposes else ()
            if entry.key not in declared:
                expected = "a word of `purposes`, and no `purpose` is named below it"
                message, close = unknown(entry.key, expected, declared)
                yield Fault(entry.place, message, entry.key, "a word of `purposes`", close)


def _twice_promised(root: Node) -> Iterator[Fault]:
    """Two promises about the same data contradict each other unless a condition tells them apart."""
    first: dict[tuple[str, str], str] = {}
    retention = root.at("retention")
    for entry in retention.entries if retention else ():
        when = entry.node.at("when")
        data = entry.node.at("data")
        for item in data.items if data else ():
            key = (str(item.value), str(when.value) if when else "")
            if key in first and first[key] != entry.key:
                message = (
                    f"`{item.value}` has a promise already, `retention/{first[key]}`, "
                    "and no `when` of its own tells the two apart"
                )
                yield Fault(item.place, message, str(item.value), "one promise, or a distinct `when` in each")
            first.setdefault(key, entry.key)


def _below_the_law(root: Node, book_year_ends: tuple[int, int]) -> Iterator[Fault]:
    retention = root.at("retention")
    for entry in retention.entries if retention else ():
        promise = _kept(entry.node.at("kept"), book_year_ends)
        named = entry.node.at("kept at least")
        law = laws().get(str(named.value)) if named and not named.is_map else None
        if (
            promise
            and law
            and shorter_than(promise.term, replace(law.at_least, book_year_ends=book_year_ends))
        ):
            least = f"{law.at_least_words.en} {promise.moment}"
            message = (
                f"`{promise.text}` is shorter than {law.name} demands: `{least}` ({law.article.en}); "
                "lengthen the promise, or name a law that fits these data"
            )
            kept = entry.node.at("kept") or entry.node
            yield Fault(kept.place, message, promise.text, least, least)
