"""A text of LibreOffice's own kind (flat ODF) with what files of an office hold, to be saved as others."""

from __future__ import annotations

import base64

_NAMES = {
    "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible",
}  # fmt: skip
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in _NAMES.items()
)
_STYLES = (
    '<style:style style:name="H" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/></text:list-style><text:list-style style:name="B"><text:list-level-style-bullet '
    'text:level="1" text:bullet-char="●"/></text:list-style>'
)
_CHANGED = (
    '<text:tracked-changes><text:changed-region text:id="c"><text:insertion><office:change-info>'
    '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">甲</dc:creator>'
    '<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-11-01T00:00:00</dc:date></office:change-info>'
    "</text:insertion></text:changed-region></text:tracked-changes>"
)
CHANGES = (
    '<text:p>每人<text:change-start text:change-id="c"/>每次<text:change-end text:change-id="c"/>。</text:p>'
)
HIDDEN = '<text:p>公开。<text:span text:style-name="H">不公开。</text:span></text:p>'
FRAME = (
    '<text:p><draw:frame text:anchor-type="paragraph" svg:width="9cm" svg:height="2cm"><draw:text-box>'
    "<text:p>框里的字。</text:p></draw:text-box></draw:frame>框外的字。</text:p>"
)
TABLE = (
    '<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>'
    '<table:table-row><table:table-cell table:number-rows-spanned="2">'
    "<text:p>对象</text:p></table:table-cell>"
    '<table:table-cell table:number-columns-spanned="2"><text:p>标准</text:p></table:table-cell>'
    "<table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell/>"
    "<table:table-cell><text:p>城市</text:p></table:table-cell>"
    "<table:table-cell><text:p>农村</text:p></table:table-cell></table:table-row></table:table>"
)


def text(*body: str) -> str:
    """The whole file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles><office:body><office:text>"
        f"{_CHANGED}{''.join(body)}</office:text></office:body></office:document>"
    )


def p(words: str) -> str:
    """A paragraph."""
    return f"<text:p>{words}</text:p>"


def items(kind: str, *words: str) -> str:
    """A list; ``kind``: N of numbers, B of bullets."""
    each = "".join(f"<text:list-item>{p(one)}</text:list-item>" for one in words)
    return f'<text:list text:style-name="{kind}">{each}</text:list>'


def note(words: str, kind: str = "footnote") -> str:
    """A note where it stands in a paragraph."""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def picture(data: bytes) -> str:
    """A paragraph with a picture."""
    return (
        '<text:p><draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image>'
        f"<office:binary-data>{base64.b64encode(data).decode()}</office:binary-data></draw:image>"
        "</draw:frame></text:p>"
    )
