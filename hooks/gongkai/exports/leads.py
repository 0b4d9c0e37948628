"""A target as written in a text → where it leads from anywhere: the full address of a page or file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
#: path of a record's file → the address of its page
Paths = Mapping[str, str]


def paths(register: Register) -> Paths:
    """Where the pages of all records are that readers have."""
    return {record.source.path: record.url for record in register.all}


def lead(register: Register, record: ContentRecord, known: Paths, target: str) -> str:
    """The full address of a target in the text of a record; itself where it leads outside."""
    if not target or _OUTSIDE.match(target):
        return target
    path, mark, fragment = target.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(record.source.path), path))
    plain = file.removeprefix("content/").removeprefix("pages/")
    address = known.get(file) or (f"{plain.removesuffix('.md')}/" if plain.endswith(".md") else plain)
    return register.column.root + address + mark + fragment
