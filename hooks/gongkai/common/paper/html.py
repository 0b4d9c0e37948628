"""A paper as one HTML page for printing: headings, lists and tables keep what they are."""

from __future__ import annotations

import hashlib
from html import escape

from gongkai.common.paper.blocks import Block, Bullets, Heading, Paper, Paragraph, Table

#: how high one line to write on is, in millimetres
LINE = 8
#: the name under which a PDF says which source it was made from
DIGEST = "source-digest"
_STYLE = """\
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) " / " counter(pages);
  font: 9pt "Noto Sans CJK SC", sans-serif; } }
html { font: 10.5pt/1.5 "Noto Sans CJK SC", sans-serif; color: #000; }
h1 { font-size: 18pt; text-align: center; margin: 0 0 4mm; }
h2 { font-size: 12.5pt; margin: 5mm 0 2mm; break-after: avoid; }
h3 { font-size: 11pt; margin: 4mm 0 2mm; break-after: avoid; }
p, ul { margin: 0 0 2mm; }
ul { padding-left: 5mm; }
.small { font-size: 9pt; }
table { width: 100%; border-collapse: collapse; margin: 0 0 3mm; table-layout: fixed; }
caption { text-align: left; font-weight: 700; font-size: 11.5pt; padding: 1mm 0; break-after: avoid; }
th, td { border: 0.5pt solid #000; padding: 1mm 2mm; text-align: left; vertical-align: middle;
  font-weight: 400; overflow-wrap: anywhere; }
thead th { font-weight: 700; }
tr { break-inside: avoid; }
"""


def digest(paper: Paper) -> str:
    """What tells whether a file was made from this paper: the same words and the same looks."""
    return hashlib.sha256(_page(paper, "").encode()).hexdigest()[:32]


def as_html(paper: Paper) -> str:
    """The page, with the digest of its source among its metadata."""
    return _page(paper, f'<meta name="{DIGEST}" content="{digest(paper)}">')


def _page(paper: Paper, more: str) -> str:
    day = paper.day.isoformat()
    head = (
        f'<meta charset="utf-8"><title>{escape(paper.title)}</title>'
        f'<meta name="author" content="{escape(paper.author)}">'
        f'<meta name="dcterms.created" content="{day}"><meta name="dcterms.modified" content="{day}">{more}'
    )
    body = "\n".join(map(_block, paper.blocks))
    return (
        f'<!doctype html>\n<html lang="{paper.tag}"><head>{head}<style>{_STYLE}</style></head>\n'
        f"<body><h1>{escape(paper.title)}</h1>\n{body}\n</body></html>\n"
    )


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Paragraph):
        return f"<p{' class=small' if block.small else ''}>{_lines(block.text)}</p>"
    if isinstance(block, Bullets):
        return "<ul>" + "".join(f"<li>{_lines(item)}</li>" for item in block.items) + "</ul>"
    return _table(block)


def _table(table: Table) -> str:
    columns = "".join(f'<col style="width: {width}%">' for width in table.widths)
    cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.header)
    head = f"<thead><tr>{cells}</tr></thead>" if table.header else ""
    rows = []
    for row in table.rows:
        first, *others = row.cells
        rest = "".join(f"<td>{_lines(cell)}</td>" for cell in others)
        rows.append(
            f'<tr style="height: {row.lines * LINE}mm"><th scope="row">{_lines(first)}</th>{rest}</tr>'
        )
    caption = f"<caption>{escape(table.caption)}</caption>"
    return f"<table>{caption}<colgroup>{columns}</colgroup>{head}<tbody>{''.join(rows)}</tbody></table>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
