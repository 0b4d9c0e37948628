"""A name that nobody has → the name that was probably meant."""

from __future__ import annotations

import difflib
import heapq
from collections.abc import Callable, Iterable, Set
from functools import lru_cache

from gongkai.common.problems import excerpt

CANDIDATES = 40
SHOWN = 60


def shown(name: str) -> str:
    """A name as written, cut to what a message can hold."""
    return excerpt(name, SHOWN)


def nearest(name: str, known: Iterable[str], count: int = 3, without: Set[str] = frozenset()) -> str:
    """``是不是“…”、“…”？`` with the nearest of the known names; empty when none is near.

    ``without`` are names that cannot be meant, as those of what does the naming.
    """
    likely = _nearest(name[: 2 * SHOWN], tuple(sorted(set(known))), count + len(without))
    found = [each for each in likely if each not in without][:count]
    return "是不是" + "、".join(f"“{each}”" for each in found) + "？" if found else ""


@lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...], count: int) -> list[str]:
    # one wrong name often stands in thousands of files, and difflib is slow on long lists:
    # compare in full only the names that share most with the given one
    likely = heapq.nlargest(CANDIDATES, known, key=_likeness(name))
    return difflib.get_close_matches(name, likely, n=count, cutoff=0.5)


def misspelt(name: str, known: Iterable[str]) -> str:
    """The known name from which a long one differs by a sign or two, or ""."""
    likely = _nearest(name[: 2 * SHOWN], tuple(sorted(set(known))), 1)
    return next(iter(difflib.get_close_matches(name, likely, n=1, cutoff=0.93)), "")


def nearest_path(path: str, known: Iterable[str]) -> str:
    """The known path whose file name is nearest, or "": folders are often alike and tell little."""
    by_name = {each.rsplit("/", 1)[-1]: each for each in sorted(known)}
    name = path.rsplit("/", 1)[-1]
    found = difflib.get_close_matches(
        name, heapq.nlargest(CANDIDATES, by_name, key=_likeness(name)), n=1, cutoff=0.6
    )
    return by_name[found[0]] if found else ""


def meant_path(path: str, known: Iterable[str]) -> str:
    """``是不是“…”？`` with the nearest path; empty when none is near."""
    found = nearest_path(path, known)
    return f"是不是“{found}”？" if found else ""


def _likeness(name: str) -> Callable[[str], float]:
    pairs = _pairs(name)
    return lambda each: len(pairs & _pairs(each)) / (len(each) + 1)


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)} | set(text)
