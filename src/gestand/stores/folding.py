"""Texts compared whatever the case of their letters: the same replacements, in the same order, in every engine.

Engines fold letters each in their own way (SQLite only a to z, PostgreSQL by its locale), so the letters beyond
a to z that the wanted text can hold are replaced one by one.
"""

Replacements = tuple[tuple[str, str], ...]


def replacements(wanted: str) -> Replacements:
    """Every letter beyond a to z in any spelling of `wanted`, with its small letter; `ß` is `ss`."""
    letters = {*wanted, *wanted.lower(), *wanted.upper(), *wanted.casefold()}
    found = ((letter, letter.upper().lower()) for letter in sorted(letters) if not letter.isascii())
    return tuple((letter, small) for letter, small in found if letter != small)


def folded(text: str, first: Replacements) -> str:
    """The text without blanks around it, its letters small: those of `first`, and a to z."""
    for letter, small in first:
        text = text.replace(letter, small)
    return "".join(one.lower() if one.isascii() else one for one in text.strip(" "))
