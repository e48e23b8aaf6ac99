"""What a reader should know of a text as a whole: damaged letters, two languages, two statements in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gestand.core.document import Shape, Unread
from gestand.core.text import Text
from gestand.reading import several
from gestand.reading.extract import Extract
from gestand.reading.language import frequent_words, is_in_neither

MANY_DAMAGED = 3
"""Fewer damaged letters than this are a slip of the pen."""
SHORTEST_PARAGRAPH = 8
"""Words; a shorter paragraph shows no language."""
FEWEST_PARAGRAPHS = 3
SHARE = 0.2

_DAMAGED = re.compile(r"Ã[\x80-\xbf©«¨¶¼¤¡³±‡ªˆ´]|â€[™œ\x9d“”˜¦¢\x93\x94]?|Â[ \xa0©®»«]|\ufffd")
_PRIVACY = re.compile(
    r"privacy|gegevens|cookie|\bdata\b|informati|\bpersonal\b|\b(?:AVG|GDPR)\b", re.IGNORECASE
)
_LOADING = re.compile(
    r"(?:loading|laden|bezig met laden|wordt geladen|please wait|even geduld)\s*(?:\.{1,3}|…)|\{\{[^{}\n]{1,60}\}\}"
    r"|\[object Object\]|undefined",
    re.IGNORECASE,
)
UNLOADED = Text(
    "een deel dat niet geladen was: er staat alleen “{shown}”{under}",
    "a part that had not loaded: only “{shown}” stands there{under}",
)
UNDER = Text(", onder “{heading}”", ", below “{heading}”")
DAMAGED = Text(
    "woorden met beschadigde letters (`Ã«`, `â€™` of `�`): de bron is ooit in een verkeerde tekenset opgeslagen",
    "words with damaged letters (`Ã«`, `â€™` or `�`): the source was once saved in a wrong character set",
)
TWO_LANGUAGES = Text(
    "De tekst is deels Nederlands en deels Engels; beide zijn gelezen. Dezelfde belofte kan er twee keer in staan.",
    "The text is partly Dutch and partly English; both were read. The same promise may stand in it twice.",
)
NEITHER_LANGUAGE = Text(
    "een tekst die niet in het Nederlands en niet in het Engels lijkt te zijn: gestand leest geen andere taal, "
    "en wat er toch uit gelezen is, is toeval",
    "a text that seems to be in neither Dutch nor English: gestand reads no other language, and what was read "
    "from it all the same is chance",
)


@dataclass(frozen=True)
class Found:
    """What was noticed of a text."""

    unread: tuple[Unread, ...] = ()
    remarks: tuple[Text, ...] = ()


def of(extract: Extract) -> Found:
    """What there is to say of a text; nothing, most of the time."""
    damaged = sum(1 for _ in _DAMAGED.finditer(extract.text)) >= MANY_DAMAGED
    foreign = is_in_neither(extract.text)
    told = (TWO_LANGUAGES,) if not foreign and _is_in_two_languages(extract) else ()
    whole = tuple(Unread(what) for what, is_so in ((DAMAGED, damaged), (NEITHER_LANGUAGE, foreign)) if is_so)
    return Found(whole + tuple(_unloaded(extract)), told + tuple(several.remarks(extract)))


def is_about_privacy(text: str) -> bool:
    """Whether a text speaks of data, cookies or privacy at all; a recipe keeps soup for three days."""
    return bool(_PRIVACY.search(text))


def _unloaded(extract: Extract) -> Iterator[Unread]:
    """Parts that stand for something a script would have put there."""
    heading = ""
    for block in extract.blocks:
        text = extract.text[block.begin : block.end]
        if block.shape is Shape.HEADING:
            heading = " ".join(text.strip("#*_ ").split())
        elif _LOADING.fullmatch(text.strip()):
            nl, en = (one.format(heading=heading) if heading else "" for one in (UNDER.nl, UNDER.en))
            yield Unread(
                Text(UNLOADED.nl.format(shown=text, under=nl), UNLOADED.en.format(shown=text, under=en))
            )


def _is_in_two_languages(extract: Extract) -> bool:
    counts = {"nl": 0, "en": 0}
    for block in extract.blocks:
        text = extract.text[block.begin : block.end]
        if len(text.split()) >= SHORTEST_PARAGRAPH:
            dutch, english = frequent_words(text)
            if dutch != english:
                counts["nl" if dutch > english else "en"] += 1
    least = min(counts.values())
    return least >= FEWEST_PARAGRAPHS and least >= SHARE * sum(counts.values())
