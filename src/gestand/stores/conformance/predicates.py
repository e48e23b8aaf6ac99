"""Conditions: unknowns, exactness, paths, and many mixed at random."""

from random import Random

from gestand.core.predicate import (
    ALWAYS,
    NEVER,
    All,
    Any,
    Equals,
    Exists,
    Missing,
    Not,
    OneOf,
    Predicate,
    SameDigits,
    SameFolded,
    Step,
    Value,
    WithKey,
)
from gestand.core.schema import ColumnFacts, ColumnKind, Link, Schema, TableFacts, TableName
from gestand.stores.conformance.bench import Bench, column, counted, fill, numbered, table
from gestand.stores.evaluate import PlainRow

TREE = TableName("tree")
UP = Step(("parent",), TREE, ("id",))
DOWN = Step(("id",), TREE, ("parent",))
SEED = 20_240_229
WORDS: tuple[str | None, ...] = (
    None,
    "",
    "a",
    "A",
    "a ",
    "é",
    "e",
    "0",
    "10",
    "x%y",
    "it's",
    'say "no"',
    "back\\slash",
)
SPELLINGS: tuple[str | None, ...] = (
    *(None, "", " ", "x", "10", " 10", "it's", "\\%", "INFO", "info", "other@example.org"),
    *("jan@example.org", "Jan@Example.ORG", " JAN@EXAMPLE.ORG "),
    *(
        "\u00a0jan@example.org\t",
        "jan@example.org\r\n",
        "jan@example.orgs",
        "jan@\u00a0example.org",
        "ja_@example.org",
    ),
    *("Jörg", "JÖRG", "jörg", "jÖrG", "jorg", "Straße", "STRASSE", "straße", "νίκος", "Νίκος", "ΝΊΚΟΣ"),
)
PHONE = ("31612345678", "0031612345678", "0612345678")
PHONES: tuple[str | None, ...] = (
    *(
        None,
        "",
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "06\u00a012345678",
        "(06) 12.34.56.78",
        "06/12345678",
    ),
    *(
        "+31612345678",
        "+31 6 12345678",
        "0031\t6 12345678",
        "31612345678",
        "06123456789",
        "0712345678",
        "x0612345678",
    ),
    *("tel. 0612345678", "612345678", "0612345678 / 0612345679"),
)
MAILBOX: tuple[str | None, ...] = (
    *(
        "ann@example.org",
        " Ann+Shop@Example.ORG\t",
        "ann+@example.org",
        "ann+a+b@example.org",
        "ann+é@example.org",
    ),
    *("ann+a@b@example.org", "ann+100%@example.org", "ann+x@example.orgs", "ann+x@sub.example.org"),
    *(
        "ann,x@example.org",
        "anna+x@example.org",
        "ann*x@example.org",
        "annx@example.org",
        "ann+example.org",
        "+ann@example.org",
        "",
        None,
    ),
    *(
        "jörg@example.org",
        "JÖRG+shop@example.org",
        "jorg+shop@example.org",
        "a_b+x@example.org",
        "axb+x@example.org",
    ),
)
LONG = "ΠΑΠΑΔΟΠΟΥΛΟΣ"
"""A name of more spellings than are written out."""
VALUES: tuple[Value, ...] = (
    None,
    0,
    1,
    -1,
    10,
    True,
    False,
    "0",
    "1",
    "abc",
    "1.5",
    1.5,
    "a",
    "A",
    "a ",
    "",
    10**30,
)


def tree() -> TableFacts:
    """A table that links to itself."""
    facts = table("tree", column("parent", ColumnKind.INTEGER, indexed=True), column("word"), number())
    return TableFacts(facts.name, facts.columns, facts.key, (Link(TREE, ("parent",), TREE, ("id",)),))


def number() -> ColumnFacts:
    return column("number", ColumnKind.INTEGER)


def rows() -> list[PlainRow]:
    random = Random(SEED)
    return numbered(
        {
            "parent": random.randint(1, max(1, here - 1)) if here > 1 and random.random() < 0.7 else None,
            "word": random.choice(WORDS),
            "number": random.choice((None, 0, 1, 10, -1)),
        }
        for here in range(1, 61)
    )


def unknown_never_hides_a_row(bench: Bench) -> None:
    """Every row meets a condition or its opposite, an empty column or not."""
    twin = fill(bench, Schema((tree(),)), {TREE: rows()})
    leaves: tuple[Predicate, ...] = (
        Equals("word", "a"), OneOf("number", (0, 1)), Exists((UP,), Equals("word", "a")), Missing("word"),
        All((Equals("word", "a"), Equals("number", 1))), Any((Equals("word", "a"), Equals("number", 1))),
    )  # fmt: skip
    for leaf in leaves:
        met, unmet = counted(bench.open(), TREE, leaf, Not(leaf))
        assert met + unmet == len(twin.rows[TREE]), leaf


def trivial_conditions_are_all_or_nothing(bench: Bench) -> None:
    fill(bench, Schema((tree(),)), {TREE: rows()})
    found = counted(bench.open(), TREE, ALWAYS, NEVER, Not(ALWAYS), Not(NEVER), OneOf("word", ()))
    assert found == [60, 0, 0, 60, 0]


def equality_is_exact(bench: Bench) -> None:
    """Case, accents, blanks at the end and kinds of value all count: 'abc' is not 0."""
    twin = fill(bench, Schema((tree(),)), {TREE: rows()})
    wheres = [Equals(name, value) for name in ("word", "number") for value in (*WORDS, *VALUES)]
    wheres += [Equals("word", WithKey("a", "id"))]
    expected = counted(twin, TREE, *wheres)
    for where, count, found in zip(wheres, expected, counted(bench.open(), TREE, *wheres), strict=True):
        assert found == count, f"{where}: {found}, not {count}"


def case_is_folded_alike_everywhere(bench: Bench) -> None:
    """An identifier is found in every case, with blanks around it, beyond a to z too; nothing else is."""
    twin = fill(bench, Schema((tree(),)), {TREE: numbered(_spelt(word) for word in SPELLINGS)})
    wanted = ("jan@EXAMPLE.org", "JÖRG", "jörg", "straße", "νίκος", "10", "info", "it's", "\\%", "", "x")
    wheres: list[Predicate] = [SameFolded(name, value) for name in ("word", "number") for value in wanted]
    wheres += [Not(where) for where in wheres]
    expected, found = counted(twin, TREE, *wheres), counted(bench.open(), TREE, *wheres)
    for where, count, here in zip(wheres, expected, found, strict=True):
        assert here == count, f"{where}: {here}, not {count}"
    assert expected[:5] == [5, 4, 4, 3, 3]


def a_mailbox_is_found_whatever_stands_after_a_plus(bench: Bench) -> None:
    """Between a + and the @, that is: no other name, no other host, and no sign that LIKE would understand."""
    twin = fill(bench, Schema((tree(),)), {TREE: numbered(_spelt(word) for word in MAILBOX)})
    wanted = ("ANN@example.org", "Jörg@example.org", "a_b@example.org", "nobody@example.org")
    wheres: list[Predicate] = [SameFolded("word", value, plus=True) for value in wanted]
    wheres += [*map(Not, wheres), SameFolded("number", wanted[0], plus=True), SameFolded("word", wanted[0])]
    found, many = counted(bench.open(), TREE, *wheres), len(MAILBOX)
    assert found == counted(twin, TREE, *wheres)
    assert found == [7, 2, 1, 0, many - 7, many - 2, many - 1, many, 0, 1]


def a_mailbox_of_many_spellings_is_found(bench: Bench) -> None:
    words = (f"{LONG}+x@example.org", f"{LONG.lower()}@example.org", f"{LONG}x@example.org")
    twin = fill(bench, Schema((tree(),)), {TREE: numbered(map(_spelt, words))})
    where = SameFolded("word", f"{LONG.title()}@example.org", plus=True)
    assert counted(bench.open(), TREE, where, Not(where)) == counted(twin, TREE, where, Not(where)) == [2, 1]


def a_name_of_many_spellings_is_found(bench: Bench) -> None:
    words = (LONG, LONG.lower(), LONG.title(), "παπαδοπουλοΣ", "Παπαδοπουλου")
    twin = fill(bench, Schema((tree(),)), {TREE: numbered(_spelt(f" {word} ") for word in words)})
    where = SameFolded("word", LONG.lower())
    assert counted(bench.open(), TREE, where, Not(where)) == counted(twin, TREE, where, Not(where)) == [4, 1]


def a_number_is_found_whatever_stands_between_its_digits(bench: Bench) -> None:
    """Blanks, dots, dashes and brackets, with the country before it or without; and no longer number, no other one."""
    twin = fill(bench, Schema((tree(),)), {TREE: numbered(_spelt(phone) for phone in PHONES)})
    where = SameDigits("word", PHONE)
    assert counted(bench.open(), TREE, where, Not(where)) == counted(twin, TREE, where, Not(where)) == [10, 8]


def a_number_kept_as_a_number_is_found_without_its_zeros(bench: Bench) -> None:
    numbers = (612345678, 31612345678, 612345679, None, 0)
    twin = fill(bench, Schema((tree(),)), {TREE: numbered(_of_number(number) for number in numbers)})
    wheres = (SameDigits("number", PHONE), SameFolded("number", " 612345678 "), SameFolded("number", "x"))
    assert counted(bench.open(), TREE, *wheres) == counted(twin, TREE, *wheres) == [2, 1, 0]


def _of_number(number: int | None) -> PlainRow:
    return {"parent": None, "word": None, "number": number}


def _spelt(word: str | None) -> PlainRow:
    return {"parent": None, "word": word, "number": 10 if word is None else 1}


def a_table_may_lead_to_itself(bench: Bench) -> None:
    twin = fill(bench, Schema((tree(),)), {TREE: rows()})
    wheres = (
        Exists((UP,), ALWAYS), Exists((DOWN,), ALWAYS), Exists((UP, UP), Missing("parent")), Exists((DOWN, UP), ALWAYS),
        Exists((UP,), Exists((DOWN,), Equals("number", 1))), Not(Exists((DOWN,), Not(Equals("word", "a")))),
    )  # fmt: skip
    assert counted(bench.open(), TREE, *wheres) == counted(twin, TREE, *wheres)


def random_conditions_agree_with_the_yardstick(bench: Bench) -> None:
    twin = fill(bench, Schema((tree(),)), {TREE: rows()})
    random = Random(SEED)
    wheres = [random_predicate(random, 4) for _ in range(60)]
    found, expected = counted(bench.open(), TREE, *wheres), counted(twin, TREE, *wheres)
    for where, here, there in zip(wheres, found, expected, strict=True):
        assert here == there, f"{where}: {here}, not {there}"


def random_predicate(random: Random, depth: int) -> Predicate:
    """A condition on the tree, at most so deep."""
    if depth == 0 or random.random() < 0.2:
        leaves: tuple[Predicate, ...] = (
            Missing(random.choice(("word", "number", "parent"))),
            Equals(random.choice(("word", "number")), random.choice(VALUES)),
            OneOf("word", tuple(random.choices(WORDS, k=3))),
            SameFolded(random.choice(("word", "number")), random.choice(("a", "É", "10"))),
            SameDigits(random.choice(("word", "number")), ("10", "0")),
        )
        return random.choice(leaves)
    inner = [random_predicate(random, depth - 1) for _ in range(random.randint(1, 3))]
    steps = tuple(random.choices((UP, DOWN), k=random.randint(1, 2)))
    return random.choice((All(tuple(inner)), Any(tuple(inner)), Not(inner[0]), Exists(steps, inner[0])))


CHECKS = (
    unknown_never_hides_a_row,
    trivial_conditions_are_all_or_nothing,
    equality_is_exact,
    case_is_folded_alike_everywhere,
    a_name_of_many_spellings_is_found,
    a_mailbox_is_found_whatever_stands_after_a_plus,
    a_mailbox_of_many_spellings_is_found,
    a_number_is_found_whatever_stands_between_its_digits,
    a_number_kept_as_a_number_is_found_without_its_zeros,
    a_table_may_lead_to_itself,
    random_conditions_agree_with_the_yardstick,
)
