"""The inside of an article on one side of a comparison: paragraphs and tables, with what the other lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from gongkai.text.compare import Change, Pair, Piece, pieces
from gongkai.text.compare_tables import compare_rows
from gongkai.text.links import readable
from gongkai.text.table_rows import Cell, rows_of
from gongkai.text.tree import Node


@dataclass(frozen=True)
class Words:
    """A piece of one side: whether the other side lacks it."""

    text: str
    changed: bool


@dataclass(frozen=True)
class CellView:
    """A cell of a table: its words, whether it is a head, whether it is a figure, what it covers."""

    words: list[Words]
    head: bool
    figure: bool
    wide: int
    high: int


@dataclass(frozen=True)
class Shown:
    """A paragraph, or a table with its caption in the place of the words."""

    words: list[Words]
    rows: list[list[CellView]] = field(default_factory=list)

    @property
    def heads(self) -> int:
        """How many of the rows are the table's head."""
        return len(list(takewhile(lambda row: all(cell.head for cell in row), self.rows)))


def one_text(article: Node | None) -> list[Shown]:
    """An article that is the same on both sides."""
    return sides(Pair(Change.SAME, article, article))[0]


def sides(pair: Pair) -> tuple[list[Shown], list[Shown]]:
    """An article of the earlier text, and that of the later."""
    before: list[Shown] = []
    after: list[Shown] = []
    for part in pair.parts:
        before += _side(part.old, part.new, part.pieces, old=True)
        after += _side(part.new, part.old, part.pieces, old=False)
    return before, after


def _side(mine: Node | None, other: Node | None, words: Sequence[Piece], *, old: bool) -> Iterator[Shown]:
    """What one side has of a part; a table beside a paragraph is wholly new, or gone."""
    if mine is None:
        return
    rows = rows_of(mine)
    if rows is None:
        whole = [_against_nothing(mine.own_words, old)] if rows_of(other) else words
        yield Shown(_words(whole, old))
        return
    theirs = rows_of(other) or ()
    before, after = compare_rows(rows, theirs) if old else compare_rows(theirs, rows)
    caption, beside = (readable(each.label) if each else "" for each in (mine, other))
    both = pieces(caption, beside) if old else pieces(beside, caption)
    yield Shown(
        _words(both, old), [[_cell(*cell, old) for cell in row] for row in (before if old else after)]
    )


def _against_nothing(words: str, old: bool) -> Piece:
    return Piece(words, "") if old else Piece("", words)


def _cell(cell: Cell, words: Sequence[Piece], old: bool) -> CellView:
    return CellView(_words(words, old), cell.head, cell.figure, cell.wide, cell.high)


def _words(found: Sequence[Piece], old: bool) -> list[Words]:
    sided = ((each.old if old else each.new, not each.same) for each in found)
    return [Words(text, changed) for text, changed in sided if text]
