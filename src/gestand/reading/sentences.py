"""Where a sentence ends: past abbreviations, numbers, dates and addresses, and between words that a PDF glued."""

import re
from collections.abc import Iterator

_ABBREVIATED = (
    # Dutch
    "bijv bv b.v d.w.z dwz etc enz e.d o.a oa m.b.t mbt i.v.m ivm t.a.v tav t.b.v tbv t/m nr nrs art artt jo lid mr "
    "dr drs ir ing prof dhr mevr ca max min evt incl excl tel resp c.q cq m.u.v muv z.s.m a.u.b aub p.a vgl nl zgn "
    "z.g m.a.w maw i.p.v ipv o.b.v obv n.a.v nav a.d.v z.o.z blz pag par sub u.a s.v.p svp d.m.v dmv i.c.m wo n.v.t "
    "jl ll a.s e.a v.a rev vers "
    # English
    "e.g i.e eg ie no nos mrs ms st vs approx dept est fig inc ltd co corp u.s u.k "
    # months
    "jan feb mrt apr jun jul aug sep sept okt oct nov dec"
)
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_FORMS = (
    "b.v",
    "n.v",
    "v.o.f",
    "c.v",
    "inc",
    "ltd",
    "etc",
    "enz",
    "e.d",
    "co",
    "corp",
    "u.a",
    "s.a",
    "e.a",
    "a.s",
    "gmbh",
)
"""These may end a sentence, when a word that begins one follows."""
_STARTING = (
    "wij we de het een u uw je jouw deze dit die dat als indien om voor in ook daarnaast hierbij tevens wanneer bij op "
    "onze ons er zij zodra met via wat wilt heeft hebt lees "
    "the a an you your our if this these that when in for to by please they it its also we"
)
_STARTERS = frozenset(_STARTING.split())
_END = re.compile(
    r"[.!?…]+[\"'”’»)\]*_]*(?=\s+[\"'“‘«(\[*_¿•✅-]*[A-ZÀ-ÖØ-Þ0-9])"
    r"|(?<=[a-zà-ÿ]{3})[.!?](?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ]+[ \t\xa0,])"
    r"|[.!?]+[\"'”’)\]]*(?=\s*\n\s*\n)"
)
_WORD_BEFORE = re.compile(r"[^\s(\[\"'“‘]+$")
_WORD_AFTER = re.compile(r"[\s\"'“‘(\[*_]*([^\W_]+)")
LONGEST_WORD = 40


def sentences(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text[begin:end]`, each as its begin and end without white space around it."""
    start = begin
    for match in _END.finditer(text, begin, end):
        if _ends(text, start, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, end)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the point is that of a sentence, and not of an abbreviation, a number or an initial."""
    mark = match[0].strip("\"'”’»)]*_")
    if mark != ".":
        return True
    found = _WORD_BEFORE.search(text, max(start, match.start() - LONGEST_WORD), match.start())
    word = found[0].casefold().lstrip("*_-") if found else ""
    after = _WORD_AFTER.match(text, match.end())
    following = after[1].casefold() if after else ""
    if word in _FORMS:
        return following in _STARTERS
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdigit() and len(word) <= 2 and found and found.start() <= start + 2:
        return False  # "1. Who we are": the number of an item, not a sentence
    return bool(word)


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end
