"""Register → every text that readers may come to see, with its place, whatever file it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple
from weakref import WeakKeyDictionary

from gongkai.column.happenings import happenings
from gongkai.column.register import Register
from gongkai.common.problems import BODY, At, Level, Problem
from gongkai.law.shared.field_texts import field_texts
from gongkai.law.shared.nothing_found import found_in
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard

#: where a problem of a file's name stands
NAME = "文件名（也是网址）里"


class Passage(NamedTuple):
    """One text: its file, its record (none for the identity and for files of no record), and its place."""

    path: str
    record: Record | None
    at: At
    text: str
    where: str = ""

    @property
    def labelled(self) -> str:
        """The text behind its key, which says what the field holds; a long text and a name as they are."""
        return self.text if self.where or self.at == (BODY,) else f"{self._key}：{self.text}"

    @property
    def place(self) -> str:
        """Where in its file it stands, as an exception names it: 正文, 文件名, or keys and numbers from 1."""
        if self.where:
            return "文件名"
        at = self.at[:1] if self.at[:1] == (BODY,) else self.at
        row = () if self.record is None or self.record.source.row is None else (self.record.source.row,)
        return "/".join(str(key + 1) if isinstance(key, int) else key for key in (*row, *at))

    @property
    def _key(self) -> str:
        return next((str(key) for key in reversed(self.at) if isinstance(key, str)), "")

    def at_place(self, start: int) -> Passage:
        """The same with the line of the long text on which a place of it stands."""
        if self.at != (BODY,):
            return self
        return self._replace(at=(BODY, self.text.count("\n", 0, start)))

    def problem(self, rule: Standard, message: str, fix: str, level: Level | None = None) -> Problem:
        """A breach of a rule by this text."""
        told = rule.problem(self.record or rule, self.at, f"{self.where}{message}", fix, level)
        return replace(told, path=self.path)


#: several rules go through the texts of one column
_left_in_log: WeakKeyDictionary[Register, tuple[Passage, ...]] = WeakKeyDictionary()


def every_text(register: Register, suspect: Callable[[str], bool] | None = None) -> Iterator[Passage]:
    """Names of files, fields and texts of every record of every type, drafts too; texts
    that were published before, the log too; the column's identity.

    ``suspect``: a quick look at the texts of a record, one a line; where it sees nothing, none is given.
    """
    for record in register.every:
        if suspect is None:
            yield from _of_record(record)
        else:
            search = f"{suspect.__module__}:{suspect.__qualname__}"
            yield from found_in(search, partial(_suspects, suspect, record), record)
    yield from _of_others(register)


def _suspects(suspect: Callable[[str], bool], record: Record) -> Sequence[Passage]:
    found = [*_of_record(record)]
    return found if suspect("\n".join([each.text for each in found])) else ()


def _of_record(record: Record) -> Iterator[Passage]:
    path = record.source.path
    yield from _names(path, record)
    for at, text in field_texts(record):
        yield Passage(path, record, at, text)
    if record.body:
        yield Passage(path, record, (BODY,), record.body)


def _of_others(register: Register) -> Iterator[Passage]:
    for each in (kept for texts in register.kept.values() for kept in texts):
        yield Passage(each.path, None, (BODY,), each.text)
    yield from _kept_log(register)
    for at, text in field_texts(register.column):
        yield Passage("mkdocs.yml", None, ("extra", "column", *at), text)
    for name in register.files:
        yield from _names(f"content/{name}", None)


def _kept_log(register: Register) -> tuple[Passage, ...]:
    """What the log keeps and no record says any more: what a record says is looked through there."""
    if register not in _left_in_log:
        said = {event.line for event in happenings(register)} if register.happened else set()
        left = (event for event in register.happened if event.line not in said)
        _left_in_log[register] = tuple(
            Passage(f"data/log/{each.day.year}.txt", None, (str(each.day),), f"{each.title} {each.note}")
            for each in left
        )
    return _left_in_log[register]


def _names(path: str, record: Record | None) -> Iterator[Passage]:
    for part in path.split("/"):
        yield Passage(path, record, (), part, NAME)
