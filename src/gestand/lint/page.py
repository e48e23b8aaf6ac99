"""The page of a rule: what it looks for, its law, why it matters, its examples, and its measured precision."""

from itertools import groupby

from gestand.core.text import Language, Text
from gestand.lint.discovery import Example, Loaded
from gestand.lint.precision import Figures, measured
from gestand.lint.rule import Weight
from gestand.lint.words import WEIGHTS, precision_of

_LAW = Text("Wet", "Law")
_SINCE = Text("geldt sinds {day}", "in force from {day}")
_WEIGHT = Text("Ernst", "Weight")
_JUDGES = Text("Kijkt naar", "Judges")
_ON = {
    (True, True): Text("tekst en statement.yaml", "a text and a statement.yaml"),
    (True, False): Text("tekst", "a text"),
    (False, True): Text("statement.yaml", "a statement.yaml"),
}
_PRECISION = Text("Gemeten", "Measured")
_UNDECIDED = Text(
    "{right}, {undecided} keer onbeslist; {texts} teksten, {day}",
    "{right}, {undecided} undecided; {texts} texts, {day}",
)
_LIGHTER = Text("in een tekst een waarschuwing", "in a text a warning")
"""What an error is as long as it was measured too seldom, or was right too seldom."""
_PREVIEW = Text("alleen met `--preview`", "only with `--preview`")
_WHY = Text("Waarom", "Why")
_VERDICTS = {
    "Wrong": Text("Fout", "Wrong"),
    "Undecided": Text("Iemand moet dit nalezen", "Somebody has to read this"),
    "Right": Text("Goed", "Right"),
}
_FENCES = {"statement": "yaml"}
_IGNORE = Text("Overslaan", "Pass over")
_REASON = Text("waarom het hier goed is", "why it is right here")
_WHERE = Text(
    "- `# {ignore}` in een statement.yaml: achter de waarde, of op de regel erboven\n"
    "- `<!-- {ignore} -->` in een webpagina: het geldt daar voor alles",
    "- `# {ignore}` in a statement.yaml: behind the value, or on the line above it\n"
    "- `<!-- {ignore} -->` in a web page: there it holds for all of it",
)


def explained(loaded: Loaded, language: Language) -> str:
    """The rule as a page of Markdown in one language, its examples too."""
    rule = loaded.rule
    head = f"# {rule.code} {rule.name}\n\n{rule.title.said_in(language)}."
    why = f"## {_WHY.said_in(language)}\n\n{rule.why.said_in(language)}"
    word = {"nl": "negeer", "en": "ignore"}[language]
    ignore = f"gestand: {word} {rule.code} -- {_REASON.said_in(language)}"
    shown = (example for example in loaded.examples if example.kind in (language, "statement"))
    alike = groupby(shown, key=lambda example: example.verdict)
    examples = "\n\n".join(_examples(verdict, tuple(group), language) for verdict, group in alike)
    passing = f"## {_IGNORE.said_in(language)}\n\n{_WHERE.filled(ignore=ignore).said_in(language)}"
    return "\n\n".join((head, _facts(loaded, language), why, examples, passing)) + "\n"


def _facts(loaded: Loaded, language: Language) -> str:
    rule, figures = loaded.rule, measured()
    since = _SINCE.said_in(language).format(day=rule.article.in_force_from.isoformat())
    precision = precision_of(rule)
    told = _UNDECIDED.said_in(language).format(
        right=precision.words.said_in(language),
        undecided=precision.undecided,
        texts=figures.texts,
        day=figures.on.isoformat(),
    )
    weight = WEIGHTS[rule.weight].said_in(language)
    if rule.weight is Weight.ERROR and loaded.judge_text and not precision.allows_errors:
        weight += f", {_LIGHTER.said_in(language)}"
    weight += f", {_PREVIEW.said_in(language)}" if rule.preview else ""
    judges = _ON[loaded.judge_text is not None, loaded.judge_statement is not None].said_in(language)
    rows = (
        (_LAW, f"{rule.article.text.said_in(language)} ({since})"),
        (_WEIGHT, weight),
        (_JUDGES, judges),
        (_PRECISION, told),
    )
    return "\n".join(f"- {name.said_in(language)}: {value}" for name, value in rows)


def _examples(verdict: str, examples: tuple[Example, ...], language: Language) -> str:
    fenced = (f"```{_FENCES.get(one.kind, 'text')}\n{one.text}```" for one in examples)
    return "\n\n".join((f"## {_VERDICTS[verdict].said_in(language)}", *fenced))


def listed(rules: tuple[Loaded, ...], language: Language) -> str:
    """All rules, one a line: code, weight and title."""
    lines = (
        f"{one.rule.code:<8} {WEIGHTS[one.rule.weight].said_in(language):<13} {one.rule.title.said_in(language)}"
        + (f" ({_PREVIEW.said_in(language)})" if one.rule.preview else "")
        for one in rules
    )
    return "\n".join(lines)


def index_page(rules: tuple[Loaded, ...]) -> str:
    """The page that lists every rule with its law and its figures, in English."""
    figures = measured()
    rows = (
        f"| [{one.rule.code}]({one.rule.code}.md) | {one.rule.title.en} | {WEIGHTS[one.rule.weight].en}"
        f"{', preview' if one.rule.preview else ''} | {one.rule.article.text.en} "
        f"| {_counts(figures.real, one.rule.code)} | {_counts(figures.invented, one.rule.code)} |"
        for one in rules
    )
    return _INDEX.format(
        real=figures.real.texts, invented=figures.invented.texts, day=figures.on, rows="\n".join(rows)
    )


_INDEX = """\
# Rules of lint

Every rule with how often it was right, wrong and undecided. Made from the rules themselves by `make docs`; the
figures by `python -m benchmarks.precision` on {day}, on {real} statements of companies and on {invented} invented
ones, all labelled by hand. Most of these texts were at hand while the rules were written: expect less on others. A
rule that was not measured, or was right in less than 95 of 100 cases, calls nothing in a text an error. Undecided is
left to a person, with the passages to read.

| code | what is wrong | weight | law | companies: right, wrong, undecided | invented: right, wrong, undecided |
|---|---|---|---|---|---|
{rows}
"""


def _counts(figures: Figures, code: str) -> str:
    one = figures.by_code.get(code)
    return f"{one.right}, {one.wrong}, {one.undecided}" if one else "not seen"
