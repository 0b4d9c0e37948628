"""三审: the steps of 审核, which of them one person may not sign twice, and whose names are the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from gongkai.records.types.unit import Unit

STEPS = ("初审", "复审", "终审", "保密审查日期")
NONE = "无"


def steps(text: str) -> list[str]:
    """The steps a day asks for; ValueError, in Chinese, for another word."""
    for word in text.split():
        if word not in STEPS:
            raise ValueError(f"“{word}”不是{'、'.join(STEPS)}中的一个")
    return text.split()


def signed_apart(text: str) -> list[str]:
    """The steps that one person must not sign twice; none of them for 无."""
    return [] if text == NONE else steps(text)


def units(text: str) -> list[str]:
    """Units by the names they have in the column; none of them for 无."""
    return [] if text == NONE else text.split()


def apart(parameters: Mapping[str, str], answering: Iterable[Unit]) -> list[str]:
    """The steps that need different people in what these units answer for."""
    own = {name for unit in answering for name in unit.names}
    free = own.intersection(units(parameters["可以兼审的单位"]))
    return [] if free else signed_apart(parameters["分人审的"])


def twice(needed: Sequence[str], names: Mapping[str, str | None]) -> tuple[str, str] | None:
    """The first two of these steps with one name, however it is spaced."""
    seen: dict[str, str] = {}
    for step in needed:
        name = bare(names.get(step) or "")
        if name in seen:
            return seen[name], step
        if name:
            seen[name] = step
    return None


def bare(name: str) -> str:
    """A name to be compared: without spaces, in one width and case."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()
