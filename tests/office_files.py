"""Small docx, xlsx and pdf files, written part by part so that a test sees exactly what it reads."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": REL,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_SHEET_SPACES = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{REL}"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
_OFFICE = "application/vnd.openxmlformats-officedocument"

Relation = tuple[str, str, str]  # id, kind, target; a target with "://" or "mailto:" is external


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    inside = "".join(item if item.startswith("<") else run(item) for item in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def story(tag: str, inside: str) -> str:
    """A part whose root is a `w:` element, such as a header."""
    return f"<w:{tag} {_SPACES}>{inside}</w:{tag}>"


def docx(body: str, parts: Mapping[str, str] | None = None, relations: Sequence[Relation] = ()) -> bytes:
    """A docx of a body, and parts by name under word/ (or from the root where the name begins with /)."""
    main = f"{_OFFICE}.wordprocessingml.document.main+xml"
    named = {
        name[1:] if name.startswith("/") else f"word/{name}": text for name, text in (parts or {}).items()
    }
    return package(
        {
            "word/document.xml": story("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": rels(relations),
            **named,
        },
        {"word/document.xml": main},
        [("rId1", "officeDocument", "word/document.xml"), *_properties(named)],
    )


def xlsx(
    sheets: Mapping[str, str],
    *,
    strings: Sequence[str] = (),
    states: Mapping[str, str] | None = None,
    parts: Mapping[str, str] | None = None,
    relations: Sequence[Relation] = (),
) -> bytes:
    """A workbook of sheets by name; a text is the inside of `worksheet`. `strings` are insides of `si`."""
    states = states or {}
    tabs = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="s{number}" state="{states.get(name, "visible")}"/>'
        for number, name in enumerate(sheets, start=1)
    )
    own = [
        (f"s{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)
    ]
    shared = "".join(f"<si>{item}</si>" for item in strings)
    named = {f"xl/{name}": text for name, text in (parts or {}).items()}
    return package(
        {
            "xl/workbook.xml": f"<workbook {_SHEET_SPACES}><sheets>{tabs}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": rels(
                [*own, ("ss", "sharedStrings", "sharedStrings.xml"), *relations]
            ),
            "xl/sharedStrings.xml": f'<sst {_SHEET_SPACES} uniqueCount="{len(strings)}">{shared}</sst>',
            **{
                f"xl/worksheets/sheet{number}.xml": f"<worksheet {_SHEET_SPACES}>{inside}</worksheet>"
                for number, inside in enumerate(sheets.values(), start=1)
            },
            **named,
        },
        {
            "xl/workbook.xml": f"{_OFFICE}.spreadsheetml.sheet.main+xml",
            "xl/sharedStrings.xml": f"{_OFFICE}.spreadsheetml.sharedStrings+xml",
            **{
                f"xl/worksheets/sheet{number}.xml": f"{_OFFICE}.spreadsheetml.worksheet+xml"
                for number in range(1, len(sheets) + 1)
            },
        },
        [("rId1", "officeDocument", "xl/workbook.xml")],
    )


def package(parts: Mapping[str, str], types: Mapping[str, str], relations: Sequence[Relation]) -> bytes:
    """A zip of XML parts with its content types and relations."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    return zipped({"[Content_Types].xml": _TYPES.format(overrides), "_rels/.rels": rels(relations), **parts})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return stream.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def rels(relations: Sequence[Relation]) -> str:
    modes = {True: 'TargetMode="External"', False: ""}
    items = "".join(
        f'<Relationship Id="{name}" Type="{REL}/{kind}" Target="{escape(target)}"'
        f" {modes['://' in target or 'mailto:' in target]}/>"
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE_REL}">{items}</Relationships>'


def _properties(parts: Mapping[str, str]) -> list[Relation]:
    kinds = {"core": "core-properties", "app": "extended-properties", "custom": "custom-properties"}
    return [
        (f"p{number}", kinds[name.split("/")[-1].removesuffix(".xml")], name)
        for number, name in enumerate(parts)
        if name.startswith("docProps/")
    ]


def pdf(pages: Sequence[str], *, extra: Sequence[str] = (), info: str = "", resources: str = "") -> bytes:
    """A PDF of content streams, one a page, set in Helvetica (/F1); `extra` are further objects.

    Object 3 is the font, 4 the information; the extra ones are numbered from 5.
    """
    first = 5 + len(extra)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>",
        *extra,
    ]
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 2 * number + 1} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> {resources} >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    )
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


_ESCAPES = str.maketrans({"(": "\\(", ")": "\\)"})


def set_lines(lines: Sequence[tuple[float, float, str]], size: float = 11) -> str:
    """A content stream of texts at their places, in points from the lower left corner."""
    texts = (
        f"BT /F1 {size} Tf 1 0 0 1 {left} {bottom} Tm ({text.translate(_ESCAPES)}) Tj ET"
        for left, bottom, text in lines
    )
    return "\n".join(texts)
