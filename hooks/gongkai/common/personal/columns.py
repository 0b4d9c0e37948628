"""A cell of a table → what its headings, or the word before it, call the number in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from gongkai.common.personal.context import names_a_number

_LONG = re.compile(r"[0-9０-９]{5}")
_DIGIT = re.compile(r"[0-9０-９]")
#: a heading is a word or two
_WORDS = 20
#: a cell longer than this is a text that says itself what its numbers are
_CELL = 500
_RULE = re.compile(r"^[ >]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ \t\r]*$", re.MULTILINE)
_BETWEEN = re.compile(r"(?<!\\)\|")

Key = TypeVar("Key", bound=Hashable)


class Headings(Generic[Key]):
    """What stands over the columns of a sheet, learned as its rows are read from the top.

    The first row with two cells or more and no long number is a heading, and so is one without a digit
    below a gap or a title; between them, a word that names a number (许可编号, 联系电话) is one for what
    stands below it.
    """

    def __init__(self) -> None:
        self._over: dict[Key, str] = {}
        self._fresh = True
        self._mark = _LONG

    def gap(self) -> None:
        """Rows left out: another table may begin."""
        self._fresh = True

    def labelled(self, row: Mapping[Key, str]) -> dict[Key, str]:
        """The cells of a row behind what names them; none of a heading's own, none where nothing does."""
        filled = {key: "".join(text.split()) for key, text in row.items() if text.strip()}
        if len(filled) > 1 and self._fresh and not any(map(self._mark.search, filled.values())):
            self._over, self._fresh, self._mark = filled, False, _DIGIT
            return {}
        self._fresh = len(filled) < 2
        told: dict[Key, str] = {}
        left = ""
        for key, text in row.items():
            told[key] = label(self._over.get(key, ""), left, text)
            left = filled.get(key, left)
        self._over |= {key: text for key, text in filled.items() if _names(text)}
        return {key: text for key, text in told.items() if text}


def label(over: str, left: str, text: str) -> str:
    """A cell behind its column's heading, or the word before it where only that names a number."""
    word = next((each for each in (over, left) if _names(each)), "")
    return f"{word}：{text}" if word and len(text) < _CELL else ""


def _names(text: str) -> bool:
    return 1 < len(text) <= _WORDS and not _DIGIT.search(text) and names_a_number(text)


class _Table(NamedTuple):
    start: int
    end: int
    head: list[str]


class Tables:
    """The tables of a Markdown text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tables = list(_tables(text)) if "|" in text else []
        self._starts = [table.start for table in self._tables]

    def labelled(self, start: int, end: int) -> str:
        """The cell around a place behind what names it; nothing outside of tables, or over two cells."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or end > self._tables[at].end:
            return ""
        first = self._text.rfind("\n", 0, start) + 1
        last = self._text.find("\n", end)
        line = self._text[first : last if last >= 0 else len(self._text)]
        place = len(_cells(line[: start - first])) - 1
        cells, head = _cells(line), self._tables[at].head
        if "\n" in self._text[start:end] or len(_cells(line[: end - first])) - 1 != place:
            return ""
        over = head[place] if place < len(head) else ""
        left = cells[place - 1] if place else ""
        return label("".join(over.split()), "".join(left.split()), cells[place])


def _tables(text: str) -> Iterator[_Table]:
    for rule in _RULE.finditer(text):
        head = text[text.rfind("\n", 0, max(0, rule.start() - 1)) + 1 : max(0, rule.start() - 1)]
        if "|" not in head or "|" not in rule[0]:
            continue
        end = rule.end()
        while end < len(text):
            after = text.find("\n", end + 1)
            after = after if after >= 0 else len(text)
            if "|" not in text[end:after]:
                break
            end = after
        yield _Table(rule.end(), end, _cells(head))


def _cells(line: str) -> list[str]:
    """The cells of a row up to where it is cut; the sign before the first is none of them."""
    return _BETWEEN.split(re.sub(r"^[ >]*\|?", "", line))
