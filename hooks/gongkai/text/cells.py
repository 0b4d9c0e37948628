"""Lines that are a table → its rows and cells: between ``|``, or by tabs, as Word and Excel give them."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from gongkai.text import style
from gongkai.text.blocks import Block, Kind, Reader
from gongkai.text.spans import ESCAPE

TABS = "tabs"
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_BAR = re.compile(rf"{ESCAPE.pattern}|\|")
#: an amount or a count: a row of the table's body and not its head
FIGURE = re.compile(r"[-+−－]?(?:\d[\d,，]*(?:\.\d+)?|\.\d+)\s?[%％‰]?")
_MARKS = re.compile(r"[-*+●·•§◆■□√]|[（(]?\d{1,3}[）)．.、]|[①-⑳]")
#: what a cell may say of its neighbours: as the one above, as the one to the left
ABOVE, LEFT = "^", "<"
#: ``| # 街道 |``: the first cell heads its row, that of the head heads every row
HEADS = re.compile(r"#[ \u3000]+(?![\d０-９])(?=\S)")


class Cell(NamedTuple):
    """The words of a cell, and the line of the block they stand on."""

    text: str
    line: int


class Table(NamedTuple):
    """Rows of the head (one or none) and the body; how each column is set."""

    head: list[list[Cell]]
    body: list[list[Cell]]
    align: list[str | None]

    @property
    def width(self) -> int:
        """The cells every row should have: those of the head, or of the first row."""
        return len((self.head or self.body)[0])

    @property
    def heads_rows(self) -> bool:
        """Whether the head says that the first cell heads each row."""
        return bool(self.head and HEADS.match(self.head[0][0].text))


def piped(reader: Reader, text: str) -> bool:
    """A table between ``|``: with a line of dashes below its head, or two rows alike without a head."""
    below = reader.peek(reader.at + 1)
    if "|" not in below:
        return False
    head = 1 if _DELIMITER.fullmatch(below) else 0
    if not head and not (text[0] == below[0] == "|" and 1 < count(text) == count(below)):
        return False
    stop = reader.at
    while "|" in reader.peek(stop) and (head or reader.peek(stop)[0] == "|"):
        stop += 1
    rows = [reader.peek(at) for at in range(reader.at, stop)]
    reader.add(Kind.TABLE, len(rows), "\n".join(rows)).level = head
    return True


def tabbed(reader: Reader) -> bool:
    """A table pasted from Word or Excel: lines with equally many tabs, and what goes on below with tabs."""
    lines, stop = reader.lines, reader.at
    while stop < len(lines) and _is_row(lines[stop]):
        stop += 1
    rows = lines[reader.at : stop]
    if len(rows) < 2 or rows[0].count("\t") != rows[1].count("\t"):
        return False
    block = reader.add(Kind.TABLE, len(rows), "\n".join(rows))
    block.id = TABS
    block.level = int(_has_head([[cell.strip() for cell in row.split("\t")] for row in rows]))
    return True


def _is_row(line: str) -> bool:
    """No paragraph with a tab before it, no article, no number or bullet set apart by a tab."""
    first, *others = (cell.strip() for cell in line.split("\t"))
    if not others or not any((first, *others)) or "|" in line or style.ARTICLE.match(first):
        return False
    if first[:2] in ("- ", "* ", "# ") or (not first and len(others) == 1):
        return False
    return len(others) > 1 or not (
        _MARKS.fullmatch(first) or style.FIRST.fullmatch(first) or style.SECOND.fullmatch(first)
    )


def _has_head(rows: list[list[str]]) -> bool:
    """Whether a first row of words stands above a column of figures."""
    first, *others = rows
    if not all(first) or any(map(FIGURE.fullmatch, first)):
        return False
    columns = [[row[at] for row in others if at < len(row) and row[at]] for at in range(len(first))]
    return any(column and all(map(FIGURE.fullmatch, column)) for column in columns[1:])


def table(block: Block) -> Table:
    """The rows of a block that is a table."""
    read = _tabs if block.id == TABS else _bars
    parted = [read(line, number) for number, line in enumerate(block.text.split("\n"))]
    if block.id == TABS or not block.level:
        return Table(parted[: block.level], parted[block.level :], [])
    dashes = [cell.text for cell in parted[1]]
    return Table(parted[:1], parted[2:], [_ALIGN[dash[0] == ":", dash[-1] == ":"] for dash in dashes])


_ALIGN = {(False, False): None, (True, False): "left", (False, True): "right", (True, True): "center"}


def delimiters(block: Block) -> int:
    """How many columns the line of dashes below a head has."""
    return count(block.text.split("\n")[1])


def count(line: str) -> int:
    """How many cells a line between ``|`` has."""
    return len(_bars(line, 0))


def _bars(line: str, number: int) -> list[Cell]:
    parts = line.split("|") if "\\" not in line else _parts(line)
    if len(parts) > 1 and not parts[0].strip():
        parts.pop(0)
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return [Cell(part.strip(style.SPACES), number) for part in parts]


def _parts(line: str) -> list[str]:
    """What stands between ``|``, those behind a backslash left where they are."""
    edges = [-1, *(bar.start() for bar in _BAR.finditer(line) if bar[0] == "|"), len(line)]
    return [line[left + 1 : right] for left, right in itertools.pairwise(edges)]


def _tabs(line: str, number: int) -> list[Cell]:
    return [Cell(part.strip(style.SPACES), number) for part in line.split("\t")]
