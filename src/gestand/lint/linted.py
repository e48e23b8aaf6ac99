"""What came of judging one file: the remarks, what was passed over, and what could not be read."""

from dataclasses import dataclass

from gestand.core.document import Document
from gestand.core.text import Language, Text
from gestand.lint.fix import Fixed
from gestand.lint.ignore import Incomplete, ignores, passed_over
from gestand.lint.remark import Remark, exit_code


@dataclass(frozen=True)
class Linted:
    """The remarks on one file. `incomplete` are ignores that do nothing; `notes` are what to know of it as a whole.

    `in_lines` says that the lines of remarks are those of the file, and not of the text that was read from it.
    """

    language: Language
    remarks: tuple[Remark, ...]
    incomplete: tuple[Incomplete, ...] = ()
    notes: tuple[Text, ...] = ()
    edits: tuple[Fixed, ...] = ()
    in_lines: bool = True

    @property
    def shown(self) -> tuple[Remark, ...]:
        """The remarks that nobody asked to pass over."""
        return tuple(remark for remark in self.remarks if not remark.ignored)

    @property
    def exit_code(self) -> int:
        """0 clean, 1 a fault was found or an ignore gives no reason, 2 undecided only."""
        return 1 if self.incomplete else exit_code(self.remarks)


def statement_linted(
    written: str, file: str, language: Language, remarks: tuple[Remark, ...], edits: tuple[Fixed, ...] = ()
) -> Linted:
    """The remarks on a statement, with the ignores beside its values taken into account."""
    asked, incomplete = ignores(written, file)
    return Linted(language, passed_over(remarks, asked), incomplete, edits=edits)


def text_linted(
    document: Document, written: str, remarks: tuple[Remark, ...], notes: tuple[Text, ...] = ()
) -> Linted:
    """The remarks on a text, with what was not read of it as notes.

    An ignore in it holds for all of it, for a page has no lines that stay.
    """
    asked, incomplete = ignores(written, document.name, whole_file=True)
    noted = (*(part.what for part in document.unread), *document.remarks, *notes)
    judged = passed_over(remarks, asked)
    return Linted(document.language, judged, incomplete, noted, in_lines=document.in_lines)


def grouped(remarks: tuple[Remark, ...]) -> tuple[tuple[Remark, ...], ...]:
    """Remarks of one rule that say the same, together, in the order of the first of each."""
    alike: dict[tuple[str, Text, bool], list[Remark]] = {}
    for remark in remarks:
        alike.setdefault((remark.rule.code, remark.what, remark.found), []).append(remark)
    return tuple(tuple(group) for group in alike.values())
