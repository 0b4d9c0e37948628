"""Where files are used: in a field or in the text of a record; every other file stands for itself."""

from __future__ import annotations

from dataclasses import replace

from gongkai.column.register import Register
from gongkai.common.problems import At, Problem
from gongkai.gate.addresses.files import files_of
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard

#: a record that uses a file, and the key or the line of its text that does
Place = tuple[Record, At]


def file_places(register: Register) -> dict[str, Place]:
    """File below ``content/`` → its first use, by drafts too; files that no record names are not in it."""
    found: dict[str, Place] = {}
    for record in (*register.content, *register.units):
        for at, name in files_of(record):
            if name in register.files:
                found.setdefault(name, (record, at))
    return found


def at_file(rule: Standard, place: Place | None, name: str, told: Problem) -> Problem:
    """A problem of a file, said where it is used, or at the file itself."""
    if place is not None:
        record, at = place
        return replace(told, path=record.source.path, row=record.source.row, at=at)
    return replace(told, path=f"content/{name}", row=None, at=()).located(1, 1)
