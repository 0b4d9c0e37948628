"""The personal numbers of one file, of whatever number → the first of each sort with their places."""

from __future__ import annotations

from collections import Counter
from typing import Generic, Protocol, TypeVar

from gongkai.common.personal import Sort, sort_of

#: so many of one kind and one year of birth are kept with their places; others of the sort are counted
KEPT = 200


class _Number(Protocol):
    @property
    def kind(self) -> str: ...

    @property
    def number(self) -> str: ...


N = TypeVar("N", bound=_Number)


class Kept(Generic[N]):
    """``found`` with their places, and of ``more`` what weighing them needs.

    By year of birth: a column of a thousand serials leaves room for the one number of a person among them.
    A number that is kept is counted by itself, since it may be a unit's telephone; others by kind and day.
    """

    def __init__(self) -> None:
        self.found: list[N] = []
        self.more: Counter[Sort] = Counter()
        self._counts: Counter[tuple[str, int]] = Counter()
        self._known: set[str] = set()

    def add(self, each: N) -> None:
        """Keep a number, or count it."""
        sort = sort_of(each.kind, each.number)
        year = sort.born.year if sort.born else 0
        self._counts[each.kind, year] += 1
        if self._counts[each.kind, year] <= KEPT:
            self.found.append(each)
            self._known.add(each.number)
        else:
            self.more[sort._replace(number=each.number) if each.number in self._known else sort] += 1
