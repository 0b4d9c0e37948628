"""Words that a clerk copied from a row of a table on a page → the same row as the file has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: how a row looks that was copied: from a browser, as the handbook asks, as the file has it; else any spaces
_BETWEEN = (re.compile(r"\s*(?:\t|……|\|)\s*"), re.compile(r"\s+"))
_CELL = r"([ ]*\|[ ]*)"
_TOLD = "……"


class Row(NamedTuple):
    """Both in the file, and both as readers are told: cells joined by ……."""

    old: str
    new: str
    told_old: str
    told_new: str


def row_of(text: str, old: str, new: str) -> Row | None:
    """The row that was meant; None where there is none, or more than one."""
    found = {one.old: one for between in _BETWEEN for one in _rows(text, old, new, between)}
    return next(iter(found.values())) if len(found) == 1 else None


def _rows(text: str, old: str, new: str, between: re.Pattern[str]) -> Iterator[Row]:
    before, after = _cells(old, between), _cells(new, between)
    if len(before) < 2 or len(before) != len(after):
        return
    for found in re.finditer(_CELL.join(map(re.escape, before)), text):
        gaps = [*found.groups(), ""]
        written = "".join(cell + gap for cell, gap in zip(after, gaps, strict=True))
        yield Row(found[0], written, _TOLD.join(before), _TOLD.join(after))


def _cells(words: str, between: re.Pattern[str]) -> list[str]:
    return [each for each in between.split(words.strip().strip("|").strip()) if each]
