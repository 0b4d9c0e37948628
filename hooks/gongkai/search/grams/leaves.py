"""A text → every place in it, in the order of what stands there, in groups small enough to read.

Every place belongs to one leaf: the places that begin with the same 2 to 32 characters (its key), the fewest
that no more than ``LIMIT`` places begin with, or that end a line. So all places of any string stand side by
side, and a string longer than a key is looked for in the few documents of that leaf themselves. That makes
offsets needless: a place hangs on nothing but the characters behind it, and an edit moves no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyarrow import compute as pc

from gongkai.search.grams.columns import taken, view

LIMIT, DEEPEST = 24, 32


@dataclass(frozen=True)
class Leaves:
    """``order``: all places; from ``begins[n]`` to ``begins[n + 1]`` they are those of leaf n.

    Its key has ``depths[n]`` characters, of which the key before begins with ``shared[n]``.
    """

    order: Any
    begins: Any
    depths: Any
    shared: Any

    @property
    def counts(self) -> Any:
        """How many places each leaf has."""
        return pc.subtract(self.begins.slice(1), self.begins.slice(0, len(self.begins) - 1))


class Keys:
    """The keys of leaves by their number, made when they are asked for."""

    def __init__(self, column: Any, leaves: Leaves) -> None:
        firsts = taken(leaves.order, leaves.begins.slice(0, len(leaves.depths)))
        self._units, self._firsts, self._depths = view(column), view(firsts), view(leaves.depths)

    def __len__(self) -> int:
        return len(self._depths)

    def __getitem__(self, leaf: int) -> str:
        first = self._firsts[leaf]
        return "".join(map(chr, self._units[first : first + self._depths[leaf]]))
