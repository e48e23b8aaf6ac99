"""A page, saved or written: what people read of it, without the menus, banners and scripts around it."""

import re

from gestand.core.errors import SourceError
from gestand.core.text import Text
from gestand.reading.extract import MOST_CHARACTERS, Extract
from gestand.reading.formats.page import Page
from gestand.reading.formats.text import decoded

LARGEST = 8_000_000
"""Characters of markup, once pictures, scripts and styles that lie in the page are taken out."""
FEWEST_WORDS = 30
"""A page with fewer words of running text holds no statement: navigation, or a page that a script fills."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_PICTURE = re.compile(r"data:[a-z0-9.+/-]{3,60};base64,[A-Za-z0-9+/=]*", re.IGNORECASE)
_UNSEEN = tuple(
    (end, re.compile(rf"(<{tag}\b[^>]{{0,2000}}>).*?(?={end})", re.IGNORECASE | re.DOTALL))
    for tag, end in (("script", "</script"), ("style", "</style"))
)
"""What a saved page carries along and nobody reads; the tag itself stays, for it may name who fills a list in."""
_UNENDED = (("<!--", "-->"), ("<![", "]]>"), ("<![", ">"), ("<!", ">"), ("<?", ">"), ("<", ">"))
"""How markup begins that must end somewhere: behind the last end, a parser would look for each in vain."""
LEFT_OUT = Text(
    "Menu's, banners en de voet van de pagina zijn overgeslagen.",
    "Menus, banners and the foot of the page were passed over.",
)
OTHER_CHARSET = Text(
    "De pagina noemt een tekenset die gestand niet kent; hij is gelezen als UTF-8 of Windows-1252.",
    "The page names a character set that gestand does not know; it was read as UTF-8 or Windows-1252.",
)


def read(raw: bytes, name: str) -> Extract:
    """The running text of a page. Raises SourceError where it is too large, or has none."""
    markup, remarks = _markup(raw, name)
    lean = _ended(_seen(_PICTURE.sub("", markup)))
    if len(lean) > LARGEST:
        raise SourceError(
            f"{name} has {len(lean):,} characters of markup, and gestand reads {LARGEST:,}. "
            "Save the statement itself as a page or as text, and read that."
        )
    page = Page()
    page.feed(lean)
    page.close()
    left_out = (LEFT_OUT,) if page.left_out else ()
    extract = page.sheet.extract(tuple(page.unread), (*remarks, *left_out))
    _hold(extract, page, name)
    return extract


def _seen(markup: str) -> str:
    """The markup with its scripts and styles emptied, as far as they have an end."""
    for end, unseen in _UNSEEN:
        last = markup.rfind(end)
        markup = (
            unseen.sub(r"\1", markup[: last + len(end)]) + markup[last + len(end) :] if last >= 0 else markup
        )
    return markup


def _ended(markup: str) -> str:
    """The markup without beginnings that have no end."""
    for begin, end in _UNENDED:
        last = markup.rfind(end) + len(end) if end in markup else 0
        markup = markup[:last] + markup[last:].replace(begin, " ")
    return markup


def _hold(extract: Extract, page: Page, name: str) -> None:
    if len(extract.text) > MOST_CHARACTERS:
        raise SourceError(f"{name} has {len(extract.text):,} characters of text; a statement never has.")
    if len(extract.text.split()) >= FEWEST_WORDS:
        return
    why = "menus, banners and links" if page.left_out else "almost no text"
    raise SourceError(
        f"{name} holds {why}, and no running text that could be a statement. If a script fills the page, "
        "open it in a browser, save it as it shows there, and read that file."
    )


def _markup(raw: bytes, name: str) -> tuple[str, tuple[Text, ...]]:
    named = _CHARSET.search(raw[:4096])
    if not named or named[1].lower() in (b"utf-8", b"utf8"):
        return decoded(raw, name)
    try:
        return raw.decode(named[1].decode("ascii"), errors="replace"), ()
    except LookupError:
        text, remarks = decoded(raw, name)
        return text, (*remarks, OTHER_CHARSET)
