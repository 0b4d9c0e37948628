"""Two texts of one file that were changed by two people → places at which one of them is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongkai.desk.alike import opcodes
from gongkai.desk.web import wording
from gongkai.desk.web.handing import Clash

MINE, THEIRS, BOTH = "mine", "theirs", "both"
_KEY = re.compile(r"[^\s#\-:][^:\n]*:(?=\s)")


@dataclass(frozen=True)
class Place:
    """Lines of both; ``choice`` is needed where both changed them, ``""`` for what one or none changed."""

    mine: str
    theirs: str
    base: str
    number: int = -1

    @property
    def open(self) -> bool:
        """Whether somebody has to choose."""
        return self.number >= 0

    @property
    def both(self) -> bool:
        """Whether both can be kept: a key has one value."""
        mine, theirs = _KEY.match(self.mine), _KEY.match(self.theirs)
        return not (mine and theirs and mine[0] == theirs[0])


@dataclass(frozen=True)
class Parts:
    """A file's places in order."""

    path: str
    places: tuple[Place, ...]

    @property
    def label(self) -> str:
        """What kind of record it is, for people."""
        return wording.label(self.path)


def parts(clash: Clash) -> Parts:
    """The file, line by line where it is the same, place by place where it is not."""
    return Parts(clash.path, tuple(_places(clash)))


def settled(clash: Clash, chosen: Mapping[int, str]) -> str | None:
    """The text with the choice of each place; None while one is not made."""
    found = ""
    for place in _places(clash):
        if not place.open:
            found += place.mine
            continue
        choice = chosen.get(place.number, "")
        if choice not in (MINE, THEIRS, BOTH) or (choice == BOTH and not place.both):
            return None
        found += {MINE: place.mine, THEIRS: place.theirs, BOTH: place.mine + place.theirs}[choice]
    return found


def _places(clash: Clash) -> Iterator[Place]:
    """Between the lines that all three have, what each made of the lines of before."""
    base, mine, theirs = (_lines(text) for text in (clash.base, clash.mine, clash.theirs))
    ours, others = _kept(base, mine), _kept(base, theirs)
    number = b0 = m0 = t0 = 0
    for at in [*sorted(ours.keys() & others.keys()), len(base)]:
        m1, t1 = ours.get(at, len(mine)), others.get(at, len(theirs))
        for old, one, other in _apart(base[b0:at], mine[m0:m1], theirs[t0:t1]):
            if one != other and old not in (one, other):
                yield Place(one, other, old, number)
                number += 1
            elif one or other:
                new = other if one == old else one
                yield Place(new, new, old)
        if at < len(base):
            yield Place(base[at], base[at], base[at])
        b0, m0, t0 = at + 1, m1 + 1, t1 + 1


def _apart(base: list[str], mine: list[str], theirs: list[str]) -> list[tuple[str, str, str]]:
    """What stands between two lines that all have: line by line where all have as many, else as a whole.

    Keys stand a line each, so two people who changed two keys have no quarrel.
    """
    if len(base) == len(mine) == len(theirs):
        return list(zip(base, mine, theirs, strict=True))
    return [("".join(base), "".join(mine), "".join(theirs))]


def _kept(base: list[str], other: list[str]) -> dict[int, int]:
    """Line of the base → the same line of another."""
    alike = [each for each in opcodes(base, other) if each[0] == "equal"]
    return {low + at: new + at for _, low, high, new, _ in alike for at in range(high - low)}


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
