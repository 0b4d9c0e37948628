"""Tables with merged headings: where each cell stands, and which headings say what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gongkai.records.fields.annual_cells import Number

#: so many rows a sheet of paper holds for certain
_SHEET = 12


@dataclass(frozen=True)
class Cell:
    """One cell: a heading (``scope``), a number, or words; places are filled in by ``arrange``."""

    text: str
    scope: str = ""
    across: int = 1
    down: int = 1
    #: what a spreadsheet calculates with; None for words and for a cell left empty
    value: Number | None = None
    #: how a spreadsheet shows the number
    form: str = ""
    x: int = 0
    y: int = 0
    #: of the first of a row: whether the name of a group ties it to the next, on paper
    tied: bool = False
    id: str = ""
    #: the headings of a number, those above it first
    above: tuple[Cell, ...] = ()
    beside: tuple[Cell, ...] = ()

    @property
    def headers(self) -> str:
        """The ids of its headings, for the ``headers`` attribute."""
        return " ".join(each.id for each in (*self.above, *self.beside))


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """A table: its caption, the rows of headings on top, and groups of rows below."""

    caption: str
    head: tuple[Row, ...]
    groups: tuple[tuple[Row, ...], ...]

    @property
    def width(self) -> int:
        return max(cell.x + cell.across for row in self.rows for cell in row)

    @property
    def rows(self) -> list[Row]:
        return [*self.head, *(row for group in self.groups for row in group)]

    @property
    def numbers(self) -> list[Cell]:
        """The cells that say something, from left to right and top to bottom."""
        return [cell for row in self.rows for cell in row if cell.above or cell.beside]


def arrange(
    prefix: str, caption: str, head: Iterable[Iterable[Cell]], groups: Iterable[Iterable[Iterable[Cell]]]
) -> Grid:
    """Rows as a hand would write them → the grid. Headings in a group of rows hold for that group only."""
    start = 0
    top = _placed(prefix, start, head)
    start += len(top)
    done = []
    for group in groups:
        rows = _placed(prefix, start, group)
        start += len(rows)
        done.append(_together([_told(row, [*top, *rows]) for row in rows]))
    return Grid(caption, tuple(top), tuple(done))


def _together(rows: list[Row]) -> tuple[Row, ...]:
    """Rows that stand with the name of their group, unless it has more of them than a sheet holds."""
    names = [cell for row in rows for cell in row if cell.scope and 1 < cell.down <= _SHEET]
    tied = {y for cell in names for y in range(cell.y, cell.y + cell.down - 1)}
    return tuple((replace(row[0], tied=row[0].y in tied), *row[1:]) for row in rows)


def _placed(prefix: str, start: int, rows: Iterable[Iterable[Cell]]) -> list[Row]:
    taken: set[tuple[int, int]] = set()
    found = []
    for y, row in enumerate(rows, start):
        x, cells = 0, []
        for cell in row:
            while (x, y) in taken:
                x += 1
            taken |= {(x + dx, y + dy) for dx in range(cell.across) for dy in range(cell.down)}
            cells.append(replace(cell, x=x, y=y, id=f"{prefix}-{y}-{x}" if cell.scope else ""))
        found.append(tuple(cells))
    return found


def _told(row: Row, rows: list[Row]) -> Row:
    headings = [cell for each in rows for cell in each if cell.scope]
    return tuple(cell if cell.scope else _with_headings(cell, headings) for cell in row)


def _with_headings(cell: Cell, headings: list[Cell]) -> Cell:
    above = tuple(h for h in headings if h.scope in {"col", "colgroup"} and h.x <= cell.x < h.x + h.across)
    beside = tuple(h for h in headings if h.scope in {"row", "rowgroup"} and h.y <= cell.y < h.y + h.down)
    return replace(cell, above=above, beside=beside)
