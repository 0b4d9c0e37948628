"""Tables → rows of cells with their places in the grid: spans, merged cells, rows set in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lxml import etree

from gongkai.desk.word.ledger import Ledger
from gongkai.desk.word.properties import child, on, value, whole, within
from gongkai.load.attached import xml

_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"))
_MOST = 60


class Place(NamedTuple):
    """A cell as it stands in its row: ``goes_on`` where it continues the one above."""

    node: etree._Element
    column: int
    wide: int
    goes_on: bool


def rows(table: etree._Element, ledger: Ledger, name: str) -> list[list[Place]]:
    """The cells of every row."""
    found = []
    for at, row in enumerate(_own(table, "tr")):
        ledger.place = f"{name}第{at + 1}行"
        properties = child(row, "trPr")
        if child(properties, "ins") is not None or child(properties, "del") is not None:
            ledger.refuse("修订：表格的行")
        found.append(list(_cells(row, properties)))
    return found


def _cells(row: etree._Element, properties: etree._Element | None) -> Iterator[Place]:
    column = min(whole(value(child(properties, "gridBefore"))), _MOST)
    for cell in _own(row, "tc"):
        wide = max(1, min(whole(value(within(cell, "tcPr", "gridSpan")), 1), _MOST))
        merge = within(cell, "tcPr", "vMerge")
        yield Place(cell, column, wide, merge is not None and value(merge, usual="continue") == "continue")
        column += wide


def heads(table: etree._Element) -> int:
    """How many rows at its top are marked as its head."""
    count = 0
    for row in _own(table, "tr"):
        if not on(within(row, "trPr", "tblHeader")):
            break
        count += 1
    return count


def inside(cell: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of a cell."""
    for each in cell:
        if xml.local(each) in ("p", "tbl"):
            yield each
        elif xml.local(each) in _THROUGH:
            yield from inside(each)


def begun_above(table: Sequence[Sequence[tuple[Place, Any]]], at: int, cell: Place) -> bool:
    """Whether a cell of the same columns stands in the row above, which this one continues."""
    return at > 0 and any(_same(above, cell) for above, _ in table[at - 1])


def height(table: Sequence[Sequence[tuple[Place, Any]]], at: int, cell: Place) -> int:
    """How many rows a cell reaches over."""
    high = 1
    for row in table[at + 1 :]:
        if not any(below.goes_on and _same(below, cell) for below, _ in row):
            break
        high += 1
    return high


def _same(one: Place, other: Place) -> bool:
    return (one.column, one.wide) == (other.column, other.wide)


def _own(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table, the cells of a row: not those of tables inside."""
    for each in node:
        if xml.local(each) == name:
            yield each
        elif xml.local(each) in _THROUGH:
            yield from _own(each, name)
