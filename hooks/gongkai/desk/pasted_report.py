"""The tables of an annual report, pasted from Word, Excel or a web page → the lines of a data file.

Cells stand between tabs or ``|``. A row is known by the last words before its numbers, so merged cells on
the left may be repeated or empty, heads broken over lines, explanations in brackets after the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai.records.fields.annual_cells import number_meant
from gongkai.records.fields.annual_layout import (
    ACTIVE,
    APPLICANTS,
    CARRIED_IN,
    CARRIED_OUT,
    DISPUTES,
    OUTCOMES,
    RECEIVED,
    RESULT_LINES,
    TOTAL,
)

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
#: what stands before the words of a row: （一）, 1., 三、
_NUMBERING = re.compile(r"^(?:[（(][一二三四五六七八九十]+[）)]|\d+[.．、]|[一二三四五六七八九十]+、)")
_NO_WORDS = re.compile(r"[^\w]|_")
_DASHES = re.compile(r"[\s|:-]+")
EMPTY = "~"
Line = tuple[str, ...]


@dataclass(slots=True)
class Pasted:
    """What was read: the cells of each line by its key, and rows with numbers that belong to no line."""

    lines: dict[str, Line] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)


def read(text: str, layout: str) -> Pasted:
    """Every line of the tables of an edition that the text has."""
    pasted = Pasted()
    widths = _widths(layout)
    for row in text.splitlines():
        cells = _cells(row)
        places = [place for place, cell in enumerate(cells) if cell and not _number(cell)]
        words, after = (cells[places[-1]], cells[places[-1] + 1 :]) if places else ("", cells)
        if any(_number(cell) for cell in after):  # else a head, or a sentence
            found = dict(_row(words, after, widths))
            pasted.lines.update(found)
            pasted.unread += [] if found else [" | ".join(cell for cell in cells if cell)]
    return pasted


def _row(words: str, after: list[str], widths: dict[str, tuple[str, int]]) -> Iterator[tuple[str, Line]]:
    """The lines a row holds: one, or all three of table 四, which has no words before its numbers."""
    if not words:
        numbers = _trimmed(after, len(DISPUTES) * len(OUTCOMES))
        parts = [numbers[place : place + len(OUTCOMES)] for place in range(0, len(numbers), len(OUTCOMES))]
        if [len(part) for part in parts] == [len(OUTCOMES)] * len(DISPUTES):
            yield from zip(DISPUTES, map(_line, parts), strict=True)
    elif plain := _key(words, widths):
        key, width = widths[plain]
        numbers = _trimmed(after, width)
        if len(numbers) == width:
            yield key, _line(numbers)


def _line(cells: list[str]) -> Line:
    return tuple(_number(cell) or EMPTY for cell in cells)


def _cells(row: str) -> list[str]:
    if "\t" in row:
        return [cell.strip() for cell in row.split("\t")]
    if "|" in row and not _DASHES.fullmatch(row):
        return [cell.strip() for cell in row.strip().strip("|").split("|")]
    return []


def _number(cell: str) -> str:
    """The number of a cell as the file has it; empty for words and empty cells."""
    return number_meant(cell).partition("（")[0]


def _trimmed(cells: list[str], width: int) -> list[str]:
    """As many cells as the line has: merged ones left empty cells before it, and empty or equal ones behind.

    All of them where it is not certain which are meant.
    """
    fits = []
    for start in range(len(cells) - width + 1):
        before, found, behind = cells[:start], cells[start : start + width], cells[start + width :]
        if not any(before) and all(cell in {"", found[-1]} for cell in behind):
            fits.append(found)
    whole = [found for found in fits if sum(map(bool, found)) == max(sum(map(bool, each)) for each in fits)]
    return whole[0] if len(whole) == 1 else cells


def _widths(layout: str) -> dict[str, tuple[str, int]]:
    """The words of every row → its key in the file, and how many numbers it has."""
    found: dict[str, tuple[str, int]] = {}
    for block in ACTIVE[layout]:
        found |= {_plain(line.label): (line.key, len(block.columns)) for line in block.lines}
    for line in (RECEIVED, CARRIED_IN, *RESULT_LINES[layout], TOTAL, CARRIED_OUT):
        found[_plain(line.label)] = (line.key, len(APPLICANTS))
    return found


def _key(words: str, known: dict[str, tuple[str, int]]) -> str:
    """The row that the words name: the same, or the longest that they begin or end with."""
    plain = _plain(words)
    if plain in known:
        return plain
    near = [each for each in known if len(each) > 2 and (plain.startswith(each) or plain.endswith(each))]
    return max(near, key=len, default="")


def _plain(words: str) -> str:
    bare = _NUMBERING.sub("", "".join(words.split()))
    return _NO_WORDS.sub("", _BRACKETS.sub("", bare))
