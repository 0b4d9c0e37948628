"""Which record type a file belongs to, decided by its path alone."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from gongkai.load.rules import problem
from gongkai.problems import Problem
from gongkai.records import record_types
from gongkai.records.base import Part, Record

_PARTS = {"{year}": r"(?:19|20|21)\d\d", "{unit}": "[a-z0-9][a-z0-9-]*", "{slug}": "[a-z0-9][a-z0-9-]*"}
_WORDS = {"{year}": "四位年份", "{unit}": "单位", "{slug}": "文件名"}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], type[Record]], ...]:
    found = []
    for record_type in record_types():
        pattern = re.escape(record_type.PATH).replace(r"\{", "{").replace(r"\}", "}")
        found.append((re.compile(_replaced(pattern, _PARTS), re.ASCII), record_type))
    return tuple(found)


def record_type_of(path: str) -> type[Record] | None:
    """The record type whose PATH fits, or None."""
    for pattern, record_type in _patterns():
        if pattern.fullmatch(path):
            return record_type
    return None


def key_of(path: str) -> str:
    """The id of the record in a file: its path below content/ or data/ without the ending.

    A file whose name is the same for every record of its type stands for its folder.
    """
    place = path.split("/", 1)[1]
    record_type = record_type_of(path)
    if record_type and "{" not in record_type.PATH.rsplit("/", 1)[-1]:
        return place.rsplit("/", 1)[0]
    return place.rsplit(".", 1)[0]


def unknown_file(path: str) -> Problem:
    """A file that belongs to no record type: says the nearest pattern, and all of them."""
    patterns = sorted(_replaced(each.PATH, _WORDS) for each in record_types())
    types = {_replaced(each.PATH, _WORDS): each.LABEL for each in record_types()}
    nearest = max(patterns, key=lambda pattern: _likeness(path, pattern))
    kinds = "；".join(f"{types[pattern]} {pattern}" for pattern in patterns)
    return problem(
        "unknown-file",
        path,
        f"这个位置不放任何种类的记录，文件不会发布。可放的位置：{kinds}；附件 content/files/",
        f"最接近的是 {types[nearest]} {nearest}：照此移动或改名；不需要就删去",
    )


def _likeness(path: str, pattern: str) -> float:
    folder, wanted = path.rsplit("/", 1)[0], pattern.rsplit("/", 1)[0]
    return SequenceMatcher(None, folder, wanted, autojunk=False).ratio()


def _replaced(text: str, words: dict[str, str]) -> str:
    for name, word in words.items():
        text = text.replace(name, word)
    return text


@cache
def known_keys() -> frozenset[str]:
    """Every key of every record and of the groups inside them."""
    record_types()
    waiting: list[type[Part]] = [Part]
    found: set[str] = set()
    while waiting:
        each = waiting.pop()
        waiting.extend(each.__subclasses__())
        found.update(field.alias for field in each.model_fields.values() if field.alias)
    return frozenset(found)
