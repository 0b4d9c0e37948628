"""Parts that are no 编章节条款项目 → blocks of Akoma Ntoso: paragraphs, tables, lists, quotations, boxes."""

from __future__ import annotations

from collections.abc import Callable

from gongkai.exports.documents.words import Element, Words, add, below
from gongkai.text import plain_text
from gongkai.text.blocks import Block, Kind, walk
from gongkai.text.cells import ABOVE, HEADS, LEFT, Cell, table
from gongkai.text.merging import NONE, merged
from gongkai.text.names import DEFINED, NOTE
from gongkai.text.row_labels import label_column
from gongkai.text.scan import scan
from gongkai.text.tree import Node, Part


def block(words: Words, holder: Element, node: Node) -> None:
    """Append what the part says to an element that takes blocks."""
    _WRITE.get(node.kind, _paragraph)(words, holder, node)


def _paragraph(words: Words, holder: Element, node: Node) -> None:
    words.write(below(holder, "p"), f"{node.label}{node.text}")
    _inside(words, holder, node)


def _inside(words: Words, holder: Element, node: Node) -> None:
    for child in node.children:
        block(words, holder, child)


def _terms(words: Words, holder: Element, node: Node) -> None:
    for line in node.text.split("\n"):
        words.write(below(holder, "p"), line.removeprefix(": "))


def _note(words: Words, holder: Element, node: Node) -> None:
    """The note itself, to which its marks in the text lead."""
    found = NOTE.match(node.text)
    if found is None:
        _paragraph(words, holder, node)
        return
    id_ = words.id(words.note_id(found[1]))
    words.write(
        below(holder, "p", class_="note", eId=id_, title=found[1]), DEFINED.sub("", node.text, count=1)
    )


def _code(words: Words, holder: Element, node: Node) -> None:
    for line in node.text.split("\n"):
        add(below(holder, "p", class_="code"), line)


def _html(words: Words, holder: Element, node: Node) -> None:
    if node.label:
        words.write(below(holder, "p"), node.label)
    for line in plain_text(node.text).split("\n"):
        add(below(holder, "p"), line)


def _list(words: Words, holder: Element, node: Node) -> None:
    made = below(holder, "blockList", eId=words.id("list"))
    for entry in node.children:
        item = below(made, "item", eId=words.id("item"))
        if entry.label:
            add(below(item, "num"), entry.label.strip())
        _filled(words, item, entry)


def _contained(words: Words, holder: Element, node: Node) -> None:
    """A quotation or a box, its title above."""
    made = below(holder, "blockContainer", eId=words.id("box"), class_=_CLASS[node.kind])
    if node.label:
        words.write(below(made, "heading"), node.label)
    _filled(words, made, node)


def _filled(words: Words, holder: Element, node: Node) -> None:
    """What stands inside; at least a paragraph, for the schema asks for one."""
    if node.text or not node.children:
        words.write(below(holder, "p"), node.text)
    _inside(words, holder, node)


def _table(words: Words, holder: Element, node: Node) -> None:
    read = next((each for each in walk(scan(node.text)) if each.kind is Kind.TABLE), None)
    if read is None:
        _terms(words, holder, node)
        return
    made = below(holder, "table", eId=words.id("table"))
    if node.label:
        words.write(below(made, "caption"), node.label)
    _rows(words, made, read)


def _rows(words: Words, holder: Element, block: Block) -> None:
    read = table(block)
    named = label_column(read)
    for rows, tag in ((read.head, "th"), (read.body, "td")):
        joined = merged(rows) if any(cell.text in (ABOVE, LEFT) for row in rows for cell in row) else NONE
        for down, row in enumerate(rows):
            kept = [right for right in range(len(row)) if (down, right) not in joined.taken]
            if not kept:
                continue
            line = below(holder, "tr")
            for right in kept:
                reach = joined.reach.get((down, right), (1, 1))
                _cell(words, line, tag, row[right], reach, right == named)


def _cell(words: Words, row: Element, tag: str, cell: Cell, reach: tuple[int, int], heads: bool) -> None:
    marked = HEADS.match(cell.text)
    made = below(row, "th" if heads or marked else tag)
    for name, many in zip(("colspan", "rowspan"), reach, strict=True):
        if many > 1:
            made.set(name, str(many))
    words.write(below(made, "p"), cell.text[marked.end() :] if marked else cell.text)


_CLASS = {Part.QUOTE: "quote", Part.BOX: "box"}
_WRITE: dict[Part, Callable[[Words, Element, Node], None]] = {
    Part.TABLE: _table,
    Part.LIST: _list,
    Part.QUOTE: _contained,
    Part.BOX: _contained,
    Part.TERMS: _terms,
    Part.NOTE: _note,
    Part.CODE: _code,
    Part.HTML: _html,
}
