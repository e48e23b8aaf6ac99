"""Writes a letter: from its template and facts to a subject, a text, and a PDF where it goes by post."""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable

from gestand.core.errors import ConfigurationError
from gestand.core.letter import Letter, Written
from gestand.documents.letters.form import Form, formed, mail_text
from gestand.documents.letters.lacking import lacking
from gestand.documents.letters.said import said
from gestand.documents.pdf import SignNotInThePdf, typeset
from gestand.documents.voice import plain


class LetterLacks(ConfigurationError):
    """A letter may not go out with a gap."""


class AddressNotUsable(ConfigurationError):
    """What should be one mail address is none. Correct it in the case, or take it away and send the letter by post."""


_ADDRESS = re.compile(r"[^\s,;:<>()\[\]\"\\@\x00-\x1f\x7f-\x9f]+@[^\s,;:<>()\[\]\"\\@\x00-\x1f\x7f-\x9f]+")
"""One address and nothing beside it: a second one, a name or a header in it is refused."""


def write(letter: Letter) -> Written:
    """The letter as it goes out: mail, or for an addressee without an address for mail also a PDF to post.

    The same letter gives the same bytes. Raises LetterLacks, AddressNotUsable, PdfPartMissing, SignNotInThePdf.
    """
    if letter.to.email and not is_address(letter.to.email):
        raise AddressNotUsable(
            f"Case {plain(letter.facts.case)}, {letter.template}: {AddressNotUsable.__doc__}"
        )
    form = _form(letter)
    attached = () if letter.to.email else ((_file_name(letter), _set(letter, form)),)
    return Written(form.subject, mail_text(form), attached)


def is_address(text: str) -> bool:
    """One mail address, and nothing beside it."""
    return _ADDRESS.fullmatch(text) is not None and plain(text) == text


def pdf(letter: Letter) -> bytes:
    """The letter on paper, as a tagged PDF/UA-1. Raises LetterLacks, PdfPartMissing, SignNotInThePdf."""
    return _set(letter, _form(letter))


def _form(letter: Letter) -> Form:
    if gaps := lacking(letter):
        told = f"Case {plain(letter.facts.case)}: the letter `{letter.template}` lacks {', '.join(gaps)}."
        raise LetterLacks(f"{told} {LetterLacks.__doc__}")
    return formed(said(letter))


def _set(letter: Letter, form: Form) -> bytes:
    address = letter.to.address.splitlines()
    told = {
        "language": letter.language,
        "subject": form.subject,
        "company": plain(letter.facts.company),
        "to": [line for line in map(plain, (letter.to.name, *address)) if line],
        "blocks": [{"form": block.form, "lines": block.lines} for block in form.blocks],
    }
    template = files("gestand.documents.letters").joinpath("letter.typ")
    try:
        return typeset(template, told)
    except SignNotInThePdf:  # a name may be written in any letters of the world
        return _with_every_font(letter, template, told)


def _with_every_font(letter: Letter, template: Traversable, told: object) -> bytes:
    try:
        return typeset(template, told, machine_fonts=True)
    except SignNotInThePdf:
        place = f"Case {plain(letter.facts.case)}, {letter.template}"
        raise SignNotInThePdf(
            f"{place}: no font on this machine has a sign of its text; install one."
        ) from None  # the sign is from her name, perhaps


def _file_name(letter: Letter) -> str:
    name = "brief" if letter.language == "nl" else "letter"
    return f"{name}-{re.sub(r'[^0-9A-Za-z]+', '-', letter.facts.case).strip('-')}.pdf"
