"""What the catalogue has already: a table that is imported again adds only what is new in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai.column.register import Register
from gongkai.desk.intake.catalogue_sheet import Entry

_NUMBER = re.compile(r"(.+)-(\d{1,6})")


class Standing:
    """Entries by what they are called, and the numbers that are taken."""

    def __init__(self, register: Register) -> None:
        self._last: dict[str, int] = {}
        self._known: dict[tuple[str, str], dict[str, str]] = {}
        for each in register.catalogue:
            known = self._known.setdefault((each.first or "", each.second or ""), {})
            known[each.content or ""] = each.number
            if found := _NUMBER.fullmatch(each.number):
                self._last[found[1]] = max(self._last.get(found[1], 0), int(found[2]))

    def has(self, entry: Entry) -> bool:
        """Whether the very same is there."""
        return key(entry)[2] in self._known.get(pair(entry), {})

    def other(self, entry: Entry, here: frozenset[tuple[str, str, str]]) -> str:
        """编号 of one with other words that no row of the table has; "" where there is none.

        Where the table has all that the column has of a 二级事项, this is one more of it.
        """
        known = self._known.get(pair(entry), {})
        return next((number for text, number in known.items() if (*pair(entry), text) not in here), "")

    def next(self, letters: str) -> str:
        """编号 that nothing has."""
        self._last[letters] = self._last.get(letters, 0) + 1
        return f"{letters}-{self._last[letters]:03d}"

    def take(self, entries: Iterable[Entry]) -> None:
        """They are written: the next table of the same run finds them."""
        for each in entries:
            self._known.setdefault(pair(each), {})[key(each)[2]] = ""


def pair(entry: Entry) -> tuple[str, str]:
    """一级事项, 二级事项."""
    return f"{entry.keys.get('一级事项', '')}", f"{entry.keys.get('二级事项', '')}"


def key(entry: Entry) -> tuple[str, str, str]:
    """These and 公开内容."""
    return (*pair(entry), f"{entry.keys.get('公开内容', '')}")
