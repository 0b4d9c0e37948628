"""A small writer of raw WordprocessingML that keeps the truth beside each call: what Word shows for it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" mc:Ignorable="w14"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: a cell of a truth's table: words, columns, rows
Truth = tuple[str, ...]


def t(text: str, properties: str = "") -> str:
    """A run of text."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def r(xml: str, properties: str = "") -> str:
    """A run of anything."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inside}{xml}</w:r>"


def field_(code: str, result: str) -> str:
    """A field as Word writes it, in runs of its own."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        f'{mark("begin")}<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        f"{mark('separate')}{result}{mark('end')}"
    )


def box(*paragraphs: str, fallback: bool = True) -> str:
    """A text box: the same words twice, for new programs and for old ones."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
    new = f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{new}</w:drawing></mc:Choice>'
        f"{old if fallback else ''}</mc:AlternateContent></w:r>"
    )


def picture(relation: str, words: str = "") -> str:
    """A picture in the line."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="{escape(words)}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def control(xml: str, properties: str = "") -> str:
    """A content control around runs, paragraphs, rows or cells."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{xml}</w:sdtContent></w:sdt>"


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph with its properties in the order given."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def cell(*runs: str, wide: int = 1, merge: str = "", properties: str = "", nested: str = "") -> str:
    """A cell; ``merge``: restart, or continue for one that goes on."""
    span = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
    down = {"": "", "continue": "<w:vMerge/>"}.get(merge, f'<w:vMerge w:val="{merge}"/>')
    inside = "".join(
        run if run.startswith("<w:p>") else paragraph(run, properties=properties) for run in runs
    )
    return f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{nested}{inside or paragraph()}</w:tc>"


def row(*cells: str, before: int = 0, head: bool = False) -> str:
    """A row; ``before``: how many columns it is set in."""
    properties = f'<w:gridBefore w:val="{before}"/>' if before else ""
    properties += "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def level(at: int, form: str, text: str, **more: str) -> str:
    """A level of a list; ``more``: start, restart, style, legal, suff."""
    parts = [f'<w:start w:val="{more.get("start", "1")}"/>']
    parts.append(form if form.startswith("<") else f'<w:numFmt w:val="{form}"/>')
    parts += [f'<w:lvlRestart w:val="{more["restart"]}"/>'] if "restart" in more else []
    parts += [f'<w:pStyle w:val="{more["style"]}"/>'] if "style" in more else []
    parts += ["<w:isLgl/>"] if "legal" in more else []
    parts += [f'<w:suff w:val="{more["suff"]}"/>'] if "suff" in more else []
    parts.append(f'<w:lvlText w:val="{text}"/>')
    parts += [f'<w:rPr><w:rFonts w:ascii="{more["font"]}"/></w:rPr>'] if "font" in more else []
    return f'<w:lvl w:ilvl="{at}">{"".join(parts)}</w:lvl>'


@dataclass
class Docx:
    """A file in the making; ``truth`` has (number, words) of each paragraph and the grids of tables."""

    body: list[str] = field(default_factory=list)
    truth: list[object] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    nums: list[str] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    media: dict[str, bytes] = field(default_factory=dict)
    more: dict[str, bytes] = field(default_factory=dict)
    header: str = ""

    def p(
        self, *content: str, label: str = "", shows: str | None = None, num: tuple[int, int] | None = None,
        jc: str = "", style: str = "", indent: int = 200, more: str = "", run: str = "",
    ) -> None:  # fmt: skip
        """A paragraph; ``label``: the number it shows; ``shows``: its words where they are not plain."""
        runs = [each if each.startswith("<") else t(each, run) for each in content]
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        properties += more
        if num:
            properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
        properties += f'<w:ind w:firstLineChars="{indent}"/>' if indent else ""
        properties += f'<w:jc w:val="{jc}"/>' if jc else ""
        self.body.append(paragraph(*runs, properties=properties))
        self.truth.append((label, "".join(content) if shows is None else shows))

    def raw(self, xml: str, *truth: object) -> None:
        """Anything else, with what it shows."""
        self.body.append(xml)
        self.truth.extend(truth)

    def style(
        self, id_: str, name: str = "", based: str = "", properties: str = "", usual: bool = False
    ) -> None:
        """A style of paragraphs."""
        default = ' w:default="1"' if usual else ""
        on = f'<w:basedOn w:val="{based}"/>' if based else ""
        self.styles.append(
            f'<w:style w:type="paragraph"{default} w:styleId="{id_}"><w:name w:val="{name or id_}"/>{on}'
            f"<w:pPr>{properties}</w:pPr></w:style>"
        )

    def list_(self, id_: int, *levels: str, link: str = "", linked: str = "") -> None:
        """An abstract list."""
        named = f'<w:numStyleLink w:val="{link}"/>' if link else ""
        named += f'<w:styleLink w:val="{linked}"/>' if linked else ""
        self.lists.append(f'<w:abstractNum w:abstractNumId="{id_}">{named}{"".join(levels)}</w:abstractNum>')

    def num(self, id_: int, abstract: int, overrides: str = "") -> None:
        """A list that paragraphs name."""
        self.nums.append(f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>')

    def note(self, text: str, kind: str = "footnote", mark: str = "") -> str:
        """A note; gives the run that refers to it. ``mark``: a sign of its own, as 1 in most."""
        bodies = self.notes[kind]
        bodies.append(text)
        own = ' w:customMarkFollows="1"' if mark else ""
        sign = t(mark) if mark else ""
        return f'<w:r><w:{kind}Reference{own} w:id="{len(bodies) + 1}"/></w:r>{sign}'

    def data(self) -> bytes:
        """The finished file."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._parts().items():
                archive.writestr(zipfile.ZipInfo(name, (2026, 11, 2, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _parts(self) -> dict[str, bytes]:
        targets = {"styles": "styles.xml", "numbering": "numbering.xml"}
        parts = {
            "word/document.xml": _part("document", f"<w:body>{''.join(self.body)}<w:sectPr/></w:body>"),
            "word/styles.xml": _part("styles", "".join(self.styles)),
            "word/numbering.xml": _part("numbering", "".join(self.lists + self.nums)),
        }
        for kind, bodies in self.notes.items():
            if bodies:
                targets[f"{kind}s"] = f"{kind}s.xml"
                parts[f"word/{kind}s.xml"] = _part(f"{kind}s", _notes(kind, bodies))
        if self.header:
            targets["header"] = "header1.xml"
            parts["word/header1.xml"] = _part("hdr", paragraph(t(self.header)))
        relations = "".join(_relation(kind, kind, target) for kind, target in targets.items())
        relations += "".join(_relation(name, "image", f"media/{name}") for name in self.media)
        parts |= {f"word/media/{name}": content for name, content in self.media.items()}
        parts["word/_rels/document.xml.rels"] = _relations(relations)
        parts["_rels/.rels"] = _relations(_relation("d", "officeDocument", "word/document.xml"))
        parts["[Content_Types].xml"] = _TYPES.encode()
        return parts | self.more


def _notes(kind: str, bodies: list[str]) -> str:
    apart = f'<w:{kind} w:type="separator" w:id="0"><w:p/></w:{kind}><w:{kind} w:id="1"><w:p/></w:{kind}>'
    return apart + "".join(
        f'<w:{kind} w:id="{at}">{paragraph(r(f"<w:{kind}Ref/>"), t(text))}</w:{kind}>'
        for at, text in enumerate(bodies, 2)
    )


def _part(name: str, inside: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:{name} {_SPACES}>{inside}</w:{name}>".encode()


def _relation(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{_RELATION}/{kind}" Target="{target}"/>'


def _relations(inside: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'.encode()


_TYPES = """\
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
