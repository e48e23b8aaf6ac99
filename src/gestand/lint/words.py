"""What a remark says, in both languages."""

from gestand.core.text import Text
from gestand.lint.precision import Precision, measured
from gestand.lint.remark import Remark
from gestand.lint.rule import Rule, Weight

WEIGHTS = {
    Weight.ERROR: Text("fout", "error"),
    Weight.WARNING: Text("waarschuwing", "warning"),
    Weight.NOTE: Text("opmerking", "note"),
}
UNDECIDED = Text("onbeslist", "undecided")
IGNORED = Text("overgeslagen", "ignored")
_AT_ODDS = Text(
    "waarschijnlijk in strijd met {article}; {right}; geen juridisch advies",
    "probably at odds with {article}; {right}; no legal advice",
)
_ABOUT = Text(
    "gaat over {article}; {right}; geen juridisch advies", "about {article}; {right}; no legal advice"
)
_DECIDE = Text(
    "gaat over {article}; iemand moet dit nalezen; geen juridisch advies",
    "about {article}; somebody has to read this; no legal advice",
)


def standing(remark: Remark) -> Text:
    """One word for how it stands: its weight, undecided, or ignored."""
    if remark.ignored:
        return IGNORED
    return WEIGHTS[remark.weight] if remark.found else UNDECIDED


def caution(remark: Remark) -> Text:
    """The law it rests on, and how far to trust the rule."""
    at_odds = _AT_ODDS if remark.weight is Weight.ERROR else _ABOUT
    said = at_odds if remark.found else _DECIDE
    article, right = remark.rule.article.text, precision_of(remark.rule).words
    return Text(
        said.nl.format(article=article.nl, right=right.nl), said.en.format(article=article.en, right=right.en)
    )


def precision_of(rule: Rule) -> Precision:
    """How often the rule was right when it was measured."""
    return measured().of(rule.code)


NOTED = Text("Let op: {what}", "Note: {what}")
OTHER_SUBJECT = Text(
    "er staat niets over gegevens, cookies of privacy. Is het een privacyverklaring?",
    "it says nothing of data, cookies or privacy. Is it a privacy statement?",
)
EDITED = Text("Regel {line} gewijzigd: {what}", "Line {line} changed: {what}")
_COUNTED = {
    Weight.ERROR: (Text("fout", "error"), Text("fouten", "errors")),
    Weight.WARNING: (Text("waarschuwing", "warning"), Text("waarschuwingen", "warnings")),
    Weight.NOTE: (Text("opmerking", "note"), Text("opmerkingen", "notes")),
}
_UNDECIDED = (Text("onbeslist", "undecided"),) * 2
_IGNORED = (Text("overgeslagen", "ignored"),) * 2
_CLEAN = Text(
    "Niets gevonden. Dat zegt niet dat alles klopt.", "Nothing found. That does not say that all is right."
)
_EXPLAIN = Text("`gestand explain {code}` zegt waarom.", "`gestand explain {code}` says why.")


def summary(remarks: tuple[Remark, ...]) -> Text:
    """`2 errors, 1 undecided. …`, or that nothing was found."""
    shown = [remark for remark in remarks if not remark.ignored]
    counts = [
        (sum(one.found and one.weight is weight for one in shown), words)
        for weight, words in _COUNTED.items()
    ]
    counts += [
        (sum(not one.found for one in shown), _UNDECIDED),
        (sum(bool(one.ignored) for one in remarks), _IGNORED),
    ]
    told = [(count, words[count != 1]) for count, words in counts if count]
    if not told:
        return _CLEAN
    nl = ", ".join(f"{count} {word.nl}" for count, word in told)
    en = ", ".join(f"{count} {word.en}" for count, word in told)
    if not shown:
        return Text(f"{nl}.", f"{en}.")
    code = min(shown, key=_gravity).rule.code
    return Text(f"{nl}. {_EXPLAIN.nl.format(code=code)}", f"{en}. {_EXPLAIN.en.format(code=code)}")


def _gravity(remark: Remark) -> tuple[bool, int]:
    """Lowest for the gravest: what was found before what is undecided, errors before warnings."""
    return not remark.found, list(_COUNTED).index(remark.weight)
