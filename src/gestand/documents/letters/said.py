"""Says the facts of a letter in the words of its template; every value is one line of text and nothing else."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from functools import cache

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gestand.core.letter import Letter, LetterFacts, Template, Told
from gestand.core.request import Right
from gestand.core.step import Result
from gestand.core.text import Language, Text
from gestand.documents.letters.form import VALUE
from gestand.documents.letters.remedies import remedy
from gestand.documents.voice import capital, day_words, ended, plain, sentence
from gestand.statement.sentences import listed

_AT = Text("om", "at")
_TILL = Text("tot", "until")
_TILL_THE_END = Text("tot en met", "until the end of")
_DONE = (Result.DONE, Result.PARTLY)
_COPIES = (Right.ACCESS, Right.PORTABILITY)
_TOLD_ON = (Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION)
_COURT = (Template.REFUSAL, Template.NOT_IDENTIFIED, Template.NOTHING_FOUND)
"""Letters after which somebody who disagrees may want a court: nothing of what she asked was done (GDPR 12(4))."""


def said(letter: Letter) -> str:
    """The letter as its template says it, to be formed."""
    template = environment(letter.language).get_template(f"{letter.template}.{letter.language}.md")
    return template.render(_context(letter))


def _context(letter: Letter) -> dict[str, object]:
    """The facts by name, and what templates would else have to work out."""
    facts = letter.facts
    all_done = {one.result for one in facts.told} - {Result.NOTHING_FOUND} == {Result.DONE}
    told = (
        tuple(filter(is_for_recipients, facts.told)) if letter.template is Template.RECIPIENT else facts.told
    )
    return {
        **{one.name: getattr(facts, one.name) for one in fields(LetterFacts)},
        "told": told,
        "name": plain(letter.to.name),
        "remedy": remedy(facts.public_body),
        "all_done": all_done,
        "court": letter.template in _COURT or (letter.template is Template.ANSWER and not all_done),
        "identity": any(right.needs_identity for right in facts.rights),
        "erased": facts.level is not None or any(map(_is_erased, facts.told)),
        "copied": any(map(is_copied, facts.told)),
    }


def is_for_recipients(one: Told) -> bool:
    """Recipients are told of what was rectified, erased or restricted, and of nothing else (GDPR 19)."""
    return one.right in _TOLD_ON and one.result in _DONE


def is_copied(one: Told) -> bool:
    """She gets a copy of this, or a file."""
    return one.right in _COPIES and one.result in _DONE


def _is_erased(one: Told) -> bool:
    return one.right is Right.ERASURE and one.result in _DONE and (one.kept < one.rows or not one.kept)


@cache
def environment(language: Language) -> ImmutableSandboxedEnvironment:
    """Where templates are said in a language: sandboxed, and strict on what a template names."""

    def line(value: object) -> str:
        return _line(value, language)

    def of_lines(say: Callable[[str], str]) -> Callable[[object], str]:
        return lambda value: say(line(value))

    made = ImmutableSandboxedEnvironment(
        loader=PackageLoader("gestand.documents", "letters"),
        undefined=StrictUndefined,
        auto_reload=False,
        finalize=lambda value: VALUE + line(value),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # text and not HTML: `_line` makes a value harmless here
    )
    made.filters |= {
        "by_right": _by_right,
        "capital": of_lines(capital),
        "day": lambda at: day_words(at, language),
        "ended": of_lines(ended),
        "lines": lambda text: text.strip().splitlines(),
        "listed": lambda values: listed([line(value) for value in values], language),
        "sentence": of_lines(sentence),
        "till": lambda moment: _till(moment, language),
    }
    return made


def _line(value: object, language: Language) -> str:
    """A value on one line, without signs that nobody sees; None has no place in a letter."""
    match value:
        case Text():
            return plain(value.said_in(language))
        case datetime():
            return f"{day_words(value, language)} {_AT.said_in(language)} {value:%H:%M}"
        case date():
            return day_words(value, language)
        case int():
            return f"{value:,}".replace(",", "." if language == "nl" else ",")
        case str():
            return plain(value)
    raise TypeError(f"a letter cannot say a {type(value).__name__}")


def _till(moment: datetime, language: Language) -> str:
    """Until a moment; midnight is the end of the day before it."""
    if moment.time() == time():
        return f"{_TILL_THE_END.said_in(language)} {day_words(moment - timedelta(days=1), language)}"
    return f"{_TILL.said_in(language)} {_line(moment, language)}"


def _by_right(told: Iterable[Told]) -> dict[Right, list[Told]]:
    found: dict[Right, list[Told]] = {}
    for one in told:
        found.setdefault(one.right, []).append(one)
    return found
