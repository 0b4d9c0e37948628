"""A table of a document → its rows and cells as readers see them, merged cells once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.text.blocks import Block, Kind, walk
from gongkai.text.cells import ABOVE, FIGURE, HEADS, LEFT, table
from gongkai.text.links import readable
from gongkai.text.merging import NONE, merged
from gongkai.text.row_labels import label_column
from gongkai.text.scan import scan
from gongkai.text.tree import Node, Part


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, whether it heads its row or column, how many columns and rows it covers."""

    text: str
    head: bool = False
    wide: int = 1
    high: int = 1

    @property
    def figure(self) -> bool:
        return not self.head and bool(FIGURE.fullmatch(self.text))


Row = tuple[Cell, ...]


def rows_of(node: Node | None) -> tuple[Row, ...] | None:
    """The rows of a part that is a table, the head first; None of any other."""
    if node is None or node.kind is not Part.TABLE:
        return None
    block = next((each for each in walk(scan(node.text)) if each.kind is Kind.TABLE), None)
    return tuple(_rows(block)) if block else None


def _rows(block: Block) -> Iterator[Row]:
    read = table(block)
    named = label_column(read)
    for rows, head in ((read.head, True), (read.body, False)):
        joined = merged(rows) if any(cell.text in (ABOVE, LEFT) for row in rows for cell in row) else NONE
        for down, row in enumerate(rows):
            cells = []
            for right, cell in enumerate(row):
                if (down, right) in joined.taken:
                    continue
                marked = HEADS.match(cell.text)
                words = readable(cell.text[marked.end() :] if marked else cell.text)
                heads = head or bool(marked) or right == named
                cells.append(Cell(words, heads, *joined.reach.get((down, right), (1, 1))))
            if cells:
                yield tuple(cells)
