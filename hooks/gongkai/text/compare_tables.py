"""Tables of two texts beside one another: rows paired, cells compared one by one."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import zip_longest

from gongkai.text.compare import Piece, pieces
from gongkai.text.table_rows import Cell, Row

#: (cell, its words beside those of the other side)
ComparedCell = tuple[Cell, tuple[Piece, ...]]
Rows = list[list[ComparedCell]]


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
