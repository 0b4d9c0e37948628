"""How people ask for pages that nobody writes: a unit's money, its rows of a table, a year's requests.

Such a page has no 通俗问法 of its own, and its official name is what nobody types. The ways to ask are
shipped; the unit, the year and the things that its rows name are put into them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypedDict

from gongkai.search import SearchDocument

_SHIPPED = Path(__file__).with_suffix(".json")
#: things of one page that are asked for one by one; a longer list is looked through on its page
_MOST = 24
#: 区 says of a unit what all of them share
_DISTRICT = re.compile("^区(?=..)")


class Ways(TypedDict, total=False):
    """Of pages below an address: questions, and those for every value that a line of their text lists."""

    under: str
    asked: list[str]
    each: dict[str, list[str]]


@cache
def _known() -> tuple[Ways, ...]:
    read: list[Ways] = json.loads(_SHIPPED.read_text("utf-8"))
    return tuple(read)


def questions_of(document: SearchDocument) -> tuple[str, ...]:
    """Those for a page below one of the shipped addresses, the first that fits; none for any other."""
    for ways in _known():
        if document.url.startswith(ways["under"]) and document.url != ways["under"]:
            return tuple(_filled(ways, document))
    return ()


def _filled(ways: Ways, document: SearchDocument) -> Iterator[str]:
    unit = _DISTRICT.sub("", document.unit)
    for words in ways.get("asked", ()):
        if unit or "{unit}" not in words:
            yield words.format(unit=unit, year=document.year)
    for label, asked in ways.get("each", {}).items():
        for value in _listed(document.text, label)[:_MOST]:
            yield from (words.format(each=value) for words in asked)


def _listed(text: str, label: str) -> list[str]:
    """What a line names: 收费项目：占道停车费、城镇垃圾处理费"""
    found = (line.removeprefix(f"{label}：") for line in text.splitlines() if line.startswith(f"{label}："))
    return next((line.split("、") for line in found), [])
