"""Where files are used: in a field or in the text of a record; every other file stands for itself."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from gongkai.column.register import Register
from gongkai.common.problems import BODY, At, Problem
from gongkai.records.base import Record
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.types.standard import Standard
from gongkai.text import links

#: a record that uses a file, and the key or the line of its text that does
Place = tuple[Record, At]


def file_places(register: Register) -> dict[str, Place]:
    """File below ``content/`` → its first use, by drafts too; files that no record names are not in it."""
    found: dict[str, Place] = {}
    for record in (*register.content, *register.units):
        for at, name in (*references(record, Refers.FILE), *_in_body(record)):
            if name in register.files:
                found.setdefault(name, (record, at))
    return found


def at_file(rule: Standard, place: Place | None, name: str, told: Problem) -> Problem:
    """A problem of a file, said where it is used, or at the file itself."""
    if place is not None:
        record, at = place
        return replace(told, path=record.source.path, row=record.source.row, at=at)
    return replace(told, path=f"content/{name}", row=None, at=()).located(1, 1)


def _in_body(record: Record) -> Iterator[tuple[At, str]]:
    if "files/" not in unquote(record.body):
        return
    folder = posixpath.dirname(record.source.path)
    for use in links(record.body):
        target = unquote(use.target.partition("#")[0].partition("?")[0])
        path = posixpath.normpath(posixpath.join(folder, target))
        yield (BODY, use.line), path.removeprefix("content/")
