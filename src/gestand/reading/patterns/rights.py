"""The rights that people have: named, or given as an instruction ("you can ask us for a copy of your data").

Some names are a right wherever they stand ("data portability"); others in a row behind "recht op" or "request for";
and a verb is one where a sentence lets somebody ask for something, or below a heading about rights.
Deleting cookies in a browser is no right of erasure.

Found:
    U heeft recht op inzage in uw gegevens. -> access
    You may ask us to correct your data. -> rectification
    [Uw rechten] Het laten overdragen van gegevens aan een ander. -> portability
    U kunt uw toestemming altijd weer intrekken. -> withdraw_consent
    You have the right to lodge a complaint with a supervisory authority. -> complaint
Not:
    U kunt cookies altijd zelf verwijderen in uw browser.
    Wij hebben passende maatregelen genomen.
    Wij verwijderen de gegevens na een jaar.
    Heeft u een klacht over een product, bel dan onze winkel.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from gestand.core.document import Document, Segment
from gestand.core.fact import Doubt, Fact, Right
from gestand.reading.patterns import complaint_authority
from gestand.reading.patterns.words.entitlements import ABOVE, CONSENT, DATA, NAMED, NOUNS, USE
from gestand.reading.patterns.words.instructions import TOLD
from gestand.reading.patterns.words.passage import Passage, Span, clause, fact, passage, passages

_ROW = re.compile(
    r"\b(?:recht(?:en)? (?:toe )?(?:op|van|tot|om)|verzoek(?:en)? (?:(?:richten|doen|indienen|"
    r"sturen) )?(?:om|tot|van)|vragen om|verzoeken om|"
    r"^voor (?=(?:inzage|correctie|wijziging|verwijdering)\b)|^want|^wilt u|^wil je|rights? (?:of|to)|"
    r"rechten(?=:)|rights(?=:)|requests? (?:for|to)?|request|"
    r"ask (?:us )?for)\b(?P<row>(?:\bart\.|[^.;]){0,260})"
)
_NAMES = (
    r"inzage|correctie|rectificatie|verwijdering|wissing|wijziging|aanpassing|beperking|"
    r"\w*overdraagbaarheid|\w*portabiliteit|"
    r"overdracht|bezwaar|"
    r"verzet|access|correction|rectification|deletion|erasure|restriction|portability|objection"
)
_ENUMERATED = re.compile(rf"\b(?:{_NAMES})(?:(?:,|,? en|,? of|,? and|,? or|/) ?(?:{_NAMES})\b){{2,}}")
"""Three rights or more in one breath, whatever gives them."""
_WE_ASK = re.compile(r"\b(?:wij|we)\b[^.;]{0,20}$")
_MAY = r"kunt|kun|kan|kunnen|mag|mogen|mogelijk\w*|wilt?|wens\w*|may|can|could|able|like|wish|want|prefer"
_SOMEBODY = (
    r"u|je|jij|you|betrokkenen?|gebruikers?|klant(?:en)?|clienten?|bezoekers?|leden|gasten|ouders|deelnemers?|"
    r"inwoners?|bewoners?|huurders?|burgers?|donateurs?|cursisten|studenten|vrijwilligers?|sollicitanten|leerlingen|"
    r"kandidaten|patienten|iedereen|anyone|everyone|visitors?|members?|guests?|parents?|candidates?|customers?|"
    r"clients?|tenants?|residents?|students?|volunteers?|applicants?|patients?"
)
_LIST_OF_RIGHTS = re.compile(
    r"\b\w*rechten?\b(?! en plichten)|\brights?\b|\bentitle|\bwat (?:mag|mogen) (?:u|je|jij)\b"
)
_MAY_I = re.compile(r"[#*_ \d.)]*\b(?:(?:kan|mag) ik|(?:can|may) i)\b[^?]{0,120}\?")
_YES = re.compile(
    r"(?:ja|jazeker|zeker|uiteraard|natuurlijk|vanzelfsprekend|dat kan|dat mag|yes|certainly|of course|sure|"
    r"absolutely)\b"
)
_DENIED = re.compile(
    r"[^.;,]{0,60}\b(?:niet|not) (?:\w+ )?(?:van toepassing|apply|applicable|available)|[^.;,]{0,30}\b(?:hebt|"
    r"heeft|heb) "
    r"(?:u|je) (?:hier |bij ons )?niet\b"
)
"""A right that is told not to hold here."""
_NAME = re.compile(r"(?:het |the )?(?:\S+ ?){1,4}?(?=$|[:.;,(]| [-–])")
"""What an item is called: the words in front of what explains it."""
_GIVES = re.compile(
    r"\b(?:recht(?:en)?|rights?|verzoek\w*|vragen|vraag|request\w*|ask|asked|entitled|gerechtigd|tell us|"
    r"let us know|write to us|laat het (?:ons )?weten|zeg het|meld het|geef het door|mail (?:ons|het)|bel ons|"
    r"say so|desgewenst)\b"
    rf"|(?<!wij )(?<!we )\b(?:{_MAY})\b[^.;]{{0,40}}\b(?:{_SOMEBODY})\b|"
    rf"\b(?:{_SOMEBODY})\b[^.;]{{0,30}}\b(?:{_MAY})\b"
    r"|\bmocht (?:u|je)\b|\b(?:zie|vind|krijg) je\b|\b(?:ziet|vindt|krijgt) u\b|\byou (?:see|find|get)\b"
    r"|\b(?:geef|meld|laat) (?:het|dat|dit)\b|\b(?:bieden|biedt|geven|geeft|offer|give)\b[^.;]{0,40}"
    r"\b(?:mogelijkheid|gelegenheid|option|opportunity|ability)\b"
)
_OWN = re.compile(
    rf"\b(?:uw|je|jouw|your|my|mijn|about you|over (?:u|je|jou)|van (?:u|je|jou)|person\w*|toestemming|"
    rf"consent|iets|something|anything|klop(?:t|pen)|onjuist\w*|wrong|human|mens|besluit\w*|decisions?|{DATA}|{USE})\b"
)
_ELSEWHERE = re.compile(
    r"\bcookies?\b|\bbrowser?|\bgedrukt|\bbestelling\b(?! )|\bpasfoto|\bkopie-?id\b"
    r"|\b(?:clausules|\w*contractbepalingen|modelcontract\w*|clauses|safeguards|sccs?)\b"
    r"|\bwijzig\w* (?:in|van|aan)? ?(?:deze|dit|onze|de|het|ons) (?:privacy|cookie|beleid)"
    r"|\bthis (?:privacy|cookie|policy|statement|notice)"
    r"|\bprivacy ?-?(?:beleid|verklaring|statement|policy) (?:kan|te|aan|wijz|may|can)"
)
_CHOICE = re.compile(rf"\b(?:{CONSENT}|cookies?|cookiebanner|cookie_?consent|voorkeuren)\b")


def find(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The rights of GDPR 7(3), 12 to 22 and 77 that the text gives."""
    yield from _answered(segments, document)
    places = list(passages(segments))
    for one, following in zip(places, [*places[1:], None], strict=True):
        answer = following.text if following and one.text.endswith("?") else ""
        found = dict(_in_a_row(one)) | dict(_named(one)) | dict(_told(one, answer))
        for right, span in found.items():
            yield fact("rights", one, clause(one.text, span), Right(right), document)
        if _OWN.search(one.text) and "cookie" not in one.text:
            yield from _candidates(one, found, document)
    for complaint in complaint_authority.find(segments, document):
        yield Fact(Right("complaint"), complaint.quote, "rights", complaint.doubt)


def _answered(segments: tuple[Segment, ...], document: Document) -> Iterator[Fact]:
    """The rights in a heading that asks for them in the reader's own words, and is answered with yes."""
    for one, following in pairwise(map(passage, segments)):
        if one.is_heading and _MAY_I.match(one.text) and _YES.match(following.text):
            for right, match in TOLD.found(one.text):
                yield fact("rights", one, match.span(), Right(right), document)


def _in_a_row(one: Passage) -> Iterator[tuple[str, Span]]:
    if _ELSEWHERE.search(one.text):
        return
    called = _NAME.match(one.text) if one.is_listed and _LIST_OF_RIGHTS.search(one.above) else None
    if called:
        yield from ((right, match.span()) for right, match in NOUNS.found(called.group()))
    if listed := _ENUMERATED.search(one.text):
        yield from ((right, listed.span()) for right, _ in NOUNS.found(listed.group()))
    for row in _ROW.finditer(one.text):
        if _WE_ASK.search(one.text[: row.start()]):
            continue
        for right, match in NOUNS.found(row["row"]):
            yield right, (row.start("row") + match.start(), row.start("row") + match.end())


def _named(one: Passage) -> Iterator[tuple[str, Span]]:
    if "cookie" in one.text and not re.search(CONSENT, one.text):
        return
    for right, match in NAMED.found(one.text):
        if not _DENIED.match(one.text, match.end()):
            yield right, match.span()


def _told(one: Passage, answer: str) -> Iterator[tuple[str, Span]]:
    """The rights in a sentence that gives one, or in a question that the `answer` behind it gives."""
    above = bool(ABOVE.search(one.above if one.is_listed else f"{one.heading} | {one.label}"))
    if not above and not (_GIVES.search(f"{one.text} {answer}") and _OWN.search(one.text)):
        return
    elsewhere = bool(_ELSEWHERE.search(one.text))
    choice = above or bool(_CHOICE.search(f"{one.text} {one.headings}"))
    for right, match in TOLD.found(one.text):
        if choice if right == "withdraw_consent" else not elsewhere:
            yield right, match.span()


def _candidates(one: Passage, found: dict[str, Span], document: Document) -> Iterator[Fact]:
    """Words of a right without anything that gives it: enough to forbid that it is said to be missing."""
    for right, match in TOLD.found(one.text):
        if right not in found:
            yield fact("rights", one, match.span(), Right(right), document, Doubt.MUCH)
