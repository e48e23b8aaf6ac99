"""Which lines could be a heading, by their look alone."""

import re

PLAIN_LEVEL, BOLD_LEVEL, NUMBER_LEVEL = 4, 5, 2
"""Levels of headings that no mark tells; below those that a mark does."""
LONGEST_HEADING = 110
MOST_WORDS = 18
ENDS = re.compile(r"[.;,!…][\"'”’)\]*_]*$")
"""How a line ends that is no heading, but a sentence or a part of one."""

_NO_HEADING = re.compile(
    r"\S@\S|https?://|\bwww\.|\b\d{4}[ \xa0]?[A-Z]{2}\b|\d{6}|^[^:?]{1,40}:[ \t]+\S|^\S+[ \t]+\d+[a-zA-Z]?$|\t"
)
_ASKS_THE_READER = re.compile(
    r"(?:heb|hebt|heeft|wilt?|kunt?|ben|bent|do|have|are|would)\s+(?:u|je|jij|you)\b", re.IGNORECASE
)


def could_be_heading(line: str) -> bool:
    """Whether a line is short, ends like no sentence, and is no address, number or `name: value`."""
    if len(line) > LONGEST_HEADING or len(line.split()) > MOST_WORDS or not any(c.isalpha() for c in line):
        return False
    return not ENDS.search(line) and not _NO_HEADING.search(line)


def asks_the_reader(line: str) -> bool:
    """Whether a question is put to the reader, "Do you have questions?", and so heads nothing."""
    return bool(_ASKS_THE_READER.match(line))
