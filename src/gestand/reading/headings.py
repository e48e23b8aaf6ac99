"""Which lines are headings: by a mark, by a number, or by their look and what stands around them."""

import re

from gestand.reading.lines import ITEM, MARKED, Lines

PLAIN_LEVEL, BOLD_LEVEL, NUMBER_LEVEL = 4, 5, 2
"""Levels of headings that no mark tells; below those that a mark does."""
LONGEST_HEADING = 110
MOST_WORDS = 18
ENDS = re.compile(r"[.;,!…][\"'”’)\]*_]*$")
"""How a line ends that is no heading, but a sentence or a part of one."""
_NO_HEADING = re.compile(
    r"\S@\S|https?://|\bwww\.|\b\d{4}[ \xa0]?[A-Z]{2}\b|\d{6}|(?:\d[ \xa0()/.–-]{0,3}){9}|^[^:?]{1,40}:[ \t]+\S"
    r"|^\S+[ \t]+\d+[a-zA-Z]?$|\t"
)
_LABEL = re.compile(r"[^:?.]{1,40}:[ \t]+\S")
_ASKS_THE_READER = re.compile(
    r"(?:heb|hebt|heeft|wilt?|kunt?|ben|bent|do|have|are|would)\s+(?:u|je|jij|you)\b", re.IGNORECASE
)
_TOPIC = re.compile(
    r"\b(?:rechten|rights|grondslag\w*|grond|grounds?|doelen|doeleinden|purposes|bewaar\w+|hoe lang|how long|retention|"
    r"welke (?:\w+ ){0,2}(?:gegevens|data)|persoonsgegevens|personal data|ontvangers|recipients|derden|"
    r"third parties)\b",
    re.I,
)
"""What a statement has headings about: such a line has phrases below it that end like no sentence."""
_UNDERLINE = re.compile(r"=+|-+")
_NUMBERED = re.compile(
    r"(?:(?:art(?:ikel|icle)?|§|hoofdstuk|section)\.?[ \t]*)?(\d{1,2}(?:\.\d{1,2}){0,3})[.):]?[ \t\xa0]+(?=\S)",
    re.I,
)
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)[^*_]{1,120}(?<=\S)\1:?")
_USUAL = 60
"""Characters of a line of running text, at the least."""


def could_be_heading(line: str) -> bool:
    """Whether a line is short, ends like no sentence, and is no address, number or `name: value`."""
    if len(line) > LONGEST_HEADING or len(line.split()) > MOST_WORDS or not any(c.isalpha() for c in line):
        return False
    return not ENDS.search(line) and not _NO_HEADING.search(line)


class Headings:
    """The headings among the lines of a text, asked for in its order."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.marked = 0
        self.counted = 0
        self.last = -1

    def at(self, number: int, in_list: bool, above_table: bool) -> tuple[int, int]:
        """The level of the heading on this line, zero when it is none; and how many lines it takes."""
        level, length = self._marked(number)
        if not level and could_be_heading(self.lines[number].text) and not self.lines.goes_on(number + 1):
            level = self._unmarked(number, in_list, above_table)
        if level:
            count = _NUMBER.match(self.lines[number].text)
            self.counted = int(count[1]) if count else self.counted
            self.last = number
        return level, length

    def _marked(self, number: int) -> tuple[int, int]:
        text, below = self.lines[number].text, self.lines[number + 1].text
        if marked := MARKED.match(text):
            self.marked = len(marked[1])
            return self.marked, 1
        if len(below) > 2 and _UNDERLINE.fullmatch(below) and not ITEM.match(text):
            return (1 if below[0] == "=" else 2), 2
        return 0, 1

    def _unmarked(self, number: int, in_list: bool, above_table: bool) -> int:
        text = self.lines[number].text
        if _EMPHASIS.fullmatch(text):
            return BOLD_LEVEL
        if counted := _NUMBERED.match(text):
            return self._numbered(number, counted[1], in_list)
        if ITEM.match(text) or not self.lines.below(number):
            return 0
        return self._plain(number, above_table)

    def _numbered(self, number: int, counted: str, in_list: bool) -> int:
        text, below = self.lines[number].text, self.lines.below(number)
        depth = max(NUMBER_LEVEL, self.marked + 1) + counted.count(".")
        if "." in counted or not _NUMBER.match(text):
            return depth if below and text[-1] != ":" else 0
        if self.counted + 1 == int(counted) and self.last >= 0:
            return depth
        in_list = in_list and bool(self.lines[number - 1].text) and not text.startswith(("1.", "1)"))
        return 0 if in_list or _NUMBER.match(below) or not below else depth

    def _plain(self, number: int, above_table: bool) -> int:
        """A line in capitals, or a short one that begins as a heading does and has something of its own below."""
        above, text, below = (self.lines[one].text for one in (number - 1, number, number + 1))
        question = text.endswith("?")
        if not (text[0].isupper() or text[0].isdigit() or question):
            return 0
        if text.isupper() and len(text) > 3:
            return 1
        if text.endswith(":") or (question and _ASKS_THE_READER.match(text)):
            return 0
        if above and self.last != number - 1 and not (below and ENDS.search(above)):
            return 0
        return PLAIN_LEVEL if not below or above_table or self._starts_anew(below, text) else 0

    def _starts_anew(self, below: str, text: str) -> bool:
        """Whether the next line is no continuation of this one."""
        if ITEM.match(below) or MARKED.match(below) or _LABEL.match(below) or below.endswith(":"):
            return True
        shorter = len(text) < 0.7 * max(_USUAL, len(below))
        sentence = shorter and ENDS.search(below) is not None
        return below[0].isupper() and (text.endswith("?") or sentence or _TOPIC.search(text) is not None)
