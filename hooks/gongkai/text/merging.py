"""Cells that say ``^`` (as above) and ``<`` (as to the left) → how far the cell they name reaches."""

from __future__ import annotations

from typing import NamedTuple

from gongkai.text.cells import ABOVE, LEFT, Cell

Place = tuple[int, int]


class Merged(NamedTuple):
    """Columns and rows of each cell that reaches further, the places taken, and cells that say it wrongly."""

    reach: dict[Place, tuple[int, int]]
    taken: set[Place]
    wrong: list[Cell]


NONE = Merged({}, set(), [])


def merged(rows: list[list[Cell]]) -> Merged:
    """What the cells of a head or a body say of their neighbours; only a whole rectangle is merged."""
    owner: dict[Place, Place] = {}
    parts: dict[Place, list[Place]] = {}
    for down, row in enumerate(rows):
        for right, cell in enumerate(row):
            named = {LEFT: (down, right - 1), ABOVE: (down - 1, right)}.get(cell.text, (down, right))
            owner[down, right] = owner.get(named, (down, right))
            if owner[down, right] != (down, right):
                parts.setdefault(owner[down, right], []).append((down, right))
    found = Merged({}, set(), [])
    for (top, left), places in parts.items():
        high = max(down for down, _ in places) - top + 1
        wide = max(right for _, right in places) - left + 1
        if len(places) + 1 == high * wide:
            found.reach[top, left] = (wide, high)
            found.taken.update(places)
        else:
            found.wrong.extend(rows[down][right] for down, right in places)
    return found
