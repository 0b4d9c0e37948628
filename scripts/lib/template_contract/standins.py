"""Values that are all different, made as a template asks for them; each says by its text where it stands.

A stand-in answers any attribute that its type has. Words are the path they stand at
(``view.rows.0.label``), numbers and days are found again by ``Made.paths``.
"""

from __future__ import annotations

import datetime as dt
import re
import typing
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from itertools import accumulate
from typing import Any

from markupsafe import Markup

from gongkai.records.vocabulary.publishing import LogKind
from gongkai.records.vocabulary.term import Term
from gongkai.render.records.grids import Grid
from template_contract.attributes import written
from template_contract.kinds import CALL, Kind, Missing, issubclass_, members

#: today, as templates know it: days that are made come later
TODAY = dt.date(2030, 6, 15)
#: the way a template takes apart what is written in a field → such a text with a number in it
_WRITTEN = {"month": "2031-{}", "file_by": "06-{}"}
#: lists that a template reads at fixed places
_LENGTHS: dict[tuple[str, Any], int] = {("view.grids", list[Grid]): 3, ("view.totals", tuple[int, ...]): 4}
_FIXED = re.compile(r"\.(amounts|counts)$|^view\.columns\.\d+\.1$")


@dataclass
class Made:
    """The values of one page; ``chosen`` says which are other than usual, ``asked`` what may be chosen."""

    chosen: Mapping[str, Any] = field(default_factory=dict)
    #: last name of a path → the words and paths that templates compare it with
    compared: Mapping[str, list[Any]] = field(default_factory=dict)
    #: path → what else may stand there
    asked: dict[str, list[Any]] = field(default_factory=dict)
    #: a number or day as printed → its path
    paths: dict[str, str] = field(default_factory=dict)
    _known: dict[str, Any] = field(default_factory=dict)
    _taken: set[tuple[int, int]] = field(default_factory=set)
    #: what is not the first of several
    _further: set[str] = field(default_factory=set)

    def make(self, kind: Kind, path: str) -> Any:
        """The value of a type at a place: the same whenever it is asked for."""
        if path not in self._known:
            self._known[path] = self._chosen(kind, path)
        return self._known[path]

    def _chosen(self, kind: Kind, path: str) -> Any:
        possible = members(kind) or [str]
        others = self._others(kind, path)
        if others:
            self.asked[path] = others
        if path not in self.chosen:
            return self._one(possible[0], path)
        choice = self.chosen[path]
        if isinstance(choice, Same):
            return self._known.get(choice.path, choice.path)
        return self._of_length(possible[0], path, choice.length) if isinstance(choice, Length) else choice

    def _others(self, kind: Kind, path: str) -> list[Any]:
        """What a value may be beside the usual: nothing, no, another word, another number of things."""
        found: list[Any] = [None] if _optional(kind) else []
        for each in members(kind):
            found += self._instead(typing.get_origin(each) or each, each, path)
        return found

    def _instead(self, origin: Any, kind: Kind, path: str) -> list[Any]:
        words = self.compared.get(path.rpartition(".")[2], [])
        if issubclass_(origin, Enum):
            return [member for member in _members(origin) if member is not _word(origin, path)]
        if issubclass_(origin, dt.date):
            same = [each for each in words if isinstance(each, Same)]
            return [TODAY, TODAY - dt.timedelta(days=3), *same]
        if issubclass_(origin, str):
            return ["", *words]
        if _is_list(kind):
            return [Length(0), Length(1), Length(10)]
        plain: dict[Any, list[Any]] = {bool: [False], int: [0]}
        return plain.get(origin, [])

    def _one(self, kind: Kind, path: str) -> Any:
        origin: Any = typing.get_origin(kind) or kind
        if issubclass_(origin, Enum):
            return _word(origin, path)
        if issubclass_(origin, str) or kind is Any:
            return self._text(Markup if origin is Markup else str, path)
        if origin is bool:
            return True
        if origin in (int, float, Decimal):
            return self._number(origin, path)
        if issubclass_(origin, dt.date):
            return self._day(path)
        return self._many(origin, kind, path)

    def _many(self, origin: Any, kind: Kind, path: str) -> Any:
        """What may be called, has elements, or has attributes."""
        if origin is CALL:
            return self._call(typing.get_args(kind)[1], path)
        listed = _is_list(kind) or issubclass_(origin, Mapping) or issubclass_(origin, tuple)
        if listed and not typing.is_typeddict(origin):
            return self._of_length(kind, path, self._length(kind, path))
        return StandIn(self, kind, path)

    def _of_length(self, kind: Kind, path: str, length: int) -> Any:
        origin, args = typing.get_origin(kind) or kind, typing.get_args(kind)
        if issubclass_(origin, Mapping):
            keys = [self.make(args[0], f"{path}.键{place}") for place in range(length)]
            return {key: self.make(args[1], f"{path}.{place}") for place, key in enumerate(keys)}
        if issubclass_(origin, tuple) and args and args[-1] is not ...:
            return tuple(self.make(each, f"{path}.{place}") for place, each in enumerate(args))
        places = [f"{path}.{place}" for place in range(length)]
        self._further.update(places[1:])
        return [self.make(args[0] if args else Any, each) for each in places]

    def _length(self, kind: Kind, path: str) -> int:
        """Two show an order; within the second of several, one is enough."""
        above = list(accumulate(path.split("."), lambda first, part: f"{first}.{part}"))
        further = not self._further.isdisjoint(above) and not _FIXED.search(path)
        return _LENGTHS.get((path, kind), 1 if further else 2)

    def _text(self, kind: type[str], path: str) -> str:
        name = path.rpartition(".")[2]
        if name in _WRITTEN:
            return kind(_WRITTEN[name].format(self._number(int, path)))
        return kind(path)

    def _number(self, kind: type[Any], path: str) -> Any:
        """So far from each other that they stay apart as sizes of files; differences meet none of them."""
        count = self._free(path, 990)
        value = count * 1024 + count * count % 400
        shown = kind(f"{value}.25") if kind is not int else value
        self.paths[str(shown)] = path
        self.paths[f"{round(value / 1024)} KB"] = f"{path}:大小"
        return shown

    def _day(self, path: str) -> dt.date:
        day = dt.date(2031, 1, 1) + dt.timedelta(days=self._free(path, 20_000))
        self.paths[day.isoformat()] = path
        self.paths[f"{day.year}年{day.month}月{day.day}日"] = f"{path}:日"
        return day

    def _free(self, path: str, many: int) -> int:
        """A number that goes by the path, so that it stays when others come or go."""
        found = zlib.crc32(path.encode()) % many
        while (many, found) in self._taken:
            found = (found + 1) % many
        self._taken.add((many, found))
        return found + 2

    def _call(self, gives: Kind, path: str) -> Callable[..., Any]:
        def called(*given: Any) -> Any:
            told = "、".join(str(each) for each in given if not isinstance(each, dt.date))
            return self.make(gives, f"{path}({told})")

        return called


@dataclass(frozen=True)
class Length:
    """A list of so many."""

    length: int


@dataclass(frozen=True)
class Same:
    """What stands at another path."""

    path: str


class StandIn:
    """Anything that has attributes."""

    def __init__(self, made: Made, kind: Kind, path: str) -> None:
        self._made, self._kind, self._path = made, kind, path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            kind = written(self._kind, name)
        except Missing:
            raise AttributeError(name) from None
        return self._made.make(kind, f"{self._path}.{name}")

    def __str__(self) -> str:
        return self._path


def _optional(kind: Kind) -> bool:
    return type(None) in typing.get_args(kind) or None in typing.get_args(kind)


def _is_list(kind: Kind) -> bool:
    origin, args = typing.get_origin(kind) or kind, typing.get_args(kind)
    if not issubclass_(origin, Sequence) or issubclass_(origin, str):
        return False
    return not (issubclass_(origin, tuple) and args and args[-1] is not ...)


def _members(kind: type[Enum]) -> list[Enum]:
    """The words of a closed list; of a word of any list, those of the log."""
    return list(LogKind) if kind is Term else list(kind)


def _word(kind: type[Enum], path: str) -> Enum:
    """Words that stand beside each other are different ones."""
    words = _members(kind)
    return words[sum(map(int, _places(path))) % len(words)]


def _places(path: str) -> Iterator[str]:
    return (part for part in path.split(".") if part.isdecimal())
