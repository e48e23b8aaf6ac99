"""Sources that the tests read: a statement of a shop that does not exist, as text, page, Word file and PDF."""

import zipfile
from io import BytesIO

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

STATEMENT = """# Privacyverklaring

Deze verklaring is van Fietsenmand B.V., Proefpad 9, 0000 AA Voorbeeldstad. Zij geldt vanaf 1 maart 2026.

## Welke gegevens gebruiken wij?

Van klanten die iets bestellen gebruiken wij:

- naam
- e-mailadres
- telefoonnummer

## Hoe lang bewaren wij ze?

Wij bewaren facturen tot 7 jaar na het boekjaar. Sollicitatiebrieven bewaren wij tot 4 weken na afloop van de procedure.

## Uw rechten

U kunt vragen om inzage in uw gegevens, en om verwijdering ervan. Wij antwoorden binnen vier weken.
Mail daarvoor naar privacy@fietsenmand.example. U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.
"""

PAGE = """<!doctype html><html lang="nl"><head><title>Privacy | Fietsenmand</title><style>p {{}}</style></head>
<body class="has-sidebar">
<header class="site-header"><nav><ul><li><a href="/">Winkel van de week</a></li></ul></nav></header>
<main><h1>Privacyverklaring</h1>
<p>Fietsenmand B.V. is verantwoordelijk voor uw gegevens. U bereikt ons<br>via privacy@fietsenmand.example.</p>
<ul><li><a href="#kort">Hoe lang</a></li></ul>
<p><strong>Wat wij gebruiken</strong></p>
<p>Wij gebruiken van u:</p>
<ul><li>naam</li><li>adres<ul><li>straat</li><li>postcode</li></ul></li></ul>
<h2 id="kort">Hoe lang bewaren wij uw gegevens?</h2>
<table><thead><tr><th>Gegevens</th><th>Termijn</th></tr></thead>
<tbody><tr><td rowspan="2">Facturen</td><td>7 jaar</td></tr><tr><td>na het boekjaar</td></tr></tbody></table>
{more}</main>
<footer><p>Volg ons op het fietspad</p></footer></body></html>"""


def paragraph(text: str, style: str = "", listed: bool = False, bold: bool = False) -> str:
    """One paragraph of a Word file."""
    told = f'<w:pStyle w:val="{style}"/>' if style else ""
    told += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if listed else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{told}</w:pPr><w:r>{run}<w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of a Word file."""
    told = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in told)}</w:tbl>"


STYLES = (
    f'<w:styles xmlns:w="{WORD}"><w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style></w:styles>'
)


def word_file(body: str, before: str = "", **parts: bytes) -> bytes:
    """A Word file with this body; `before` stands above its root."""
    xml = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return archive({"word/document.xml": xml.encode(), "word/styles.xml": STYLES.encode(), **parts})


def archive(parts: dict[str, bytes]) -> bytes:
    """A packed archive."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return packed.getvalue()


def pdf(*pages: tuple[str, ...]) -> bytes:
    """A PDF with these lines on its pages; a page without lines is blank, as a scan is to a reader."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = b" ".join(b"(" + _escaped(line) + b") Tj T*" for line in lines)
        content = b"BT /F1 11 Tf 72 760 Td 14 TL " + shown + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _numbered(objects)


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")


def _numbered(objects: list[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    begin = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, begin)
    return made + end
