"""Two texts of one file that were changed by two people → places at which one of them is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from gongkai.desk.web.handing import Clash

MINE, THEIRS, BOTH = "mine", "theirs", "both"


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


@dataclass(frozen=True)
class Parts:
    """A file's places in order."""

    path: str
    places: tuple[Place, ...]


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
        if choice not in (MINE, THEIRS, BOTH):
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
        old, one, other = "".join(base[b0:at]), "".join(mine[m0:m1]), "".join(theirs[t0:t1])
        if one != other and old not in (one, other):
            yield Place(one, other, old, number)
            number += 1
        elif one or other:
            new = other if one == old else one
            yield Place(new, new, old)
        if at < len(base):
            yield Place(base[at], base[at], base[at])
        b0, m0, t0 = at + 1, m1 + 1, t1 + 1


def _kept(base: list[str], other: list[str]) -> dict[int, int]:
    """Line of the base → the same line of another."""
    matcher = SequenceMatcher(None, base, other, False)
    return {block.a + at: block.b + at for block in matcher.get_matching_blocks() for at in range(block.size)}


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
