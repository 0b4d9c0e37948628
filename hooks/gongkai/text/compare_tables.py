"""Tables of two texts beside one another: rows paired, cells compared one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from gongkai.text.blocks import Block, Kind, walk
from gongkai.text.cells import ABOVE, FIGURE, HEADS, LEFT, table
from gongkai.text.compare import Piece, pieces
from gongkai.text.links import readable
from gongkai.text.merging import NONE, merged
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


#: (cell, its words beside those of the other side)
ComparedCell = tuple[Cell, tuple[Piece, ...]]
Row = tuple[Cell, ...]
Rows = list[list[ComparedCell]]


def rows_of(node: Node | None) -> tuple[Row, ...] | None:
    """The rows of a part that is a table, the head first; None of any other."""
    if node is None or node.kind is not Part.TABLE:
        return None
    block = next((each for each in walk(scan(node.text)) if each.kind is Kind.TABLE), None)
    return tuple(_rows(block)) if block else None


def _rows(block: Block) -> Iterator[Row]:
    read = table(block)
    for rows, head in ((read.head, True), (read.body, False)):
        joined = merged(rows) if any(cell.text in (ABOVE, LEFT) for row in rows for cell in row) else NONE
        for down, row in enumerate(rows):
            cells = []
            for right, cell in enumerate(row):
                if (down, right) in joined.taken:
                    continue
                marked = HEADS.match(cell.text)
                words = readable(cell.text[marked.end() :] if marked else cell.text)
                heads = head or bool(marked) or (right == 0 and read.heads_rows)
                cells.append(Cell(words, heads, *joined.reach.get((down, right), (1, 1))))
            if cells:
                yield tuple(cells)


def compare_rows(old: tuple[Row, ...], new: tuple[Row, ...]) -> tuple[Rows, Rows]:
    """Both tables with the pieces of every cell; a row without a partner is wholly new, or gone."""
    before: Rows = []
    after: Rows = []
    for _, a, b, c, d in SequenceMatcher(None, old, new, False).get_opcodes():
        for x, y in zip_longest(old[a:b], new[c:d]):
            was, now = _cells(x or (), y or ())
            before += [was] if x else []
            after += [now] if y else []
    return before, after


def _cells(old: Row, new: Row) -> tuple[list[ComparedCell], list[ComparedCell]]:
    """The cells of two rows beside one another where they have equally many, else each against nothing."""
    if len(old) != len(new):
        return [(each, pieces(each.text, "")) for each in old], [
            (each, pieces("", each.text)) for each in new
        ]
    compared = [pieces(x.text, y.text) for x, y in zip(old, new, strict=True)]
    return list(zip(old, compared, strict=True)), list(zip(new, compared, strict=True))
