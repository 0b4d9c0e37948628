"""Units side by side, fairly: who has little to answer for is not ranked, equals share a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.law.figures.case import Period, Tally
from gongkai.law.figures.measured import Measured
from gongkai.records.types.unit import Unit


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit's counts and its place; None: not ranked."""

    unit: Unit
    counts: Tally
    place: int | None = None


@dataclass(frozen=True, slots=True)
class League:
    """The units with enough cases by share, and apart those with fewer than ``fewest``."""

    fewest: int
    ranked: tuple[Placed, ...]
    apart: tuple[Placed, ...]


def league(measured: Measured, period: Period | None, units: Sequence[Unit]) -> League:
    """Units in order of their exact shares; ``units`` gives the order of equals and of those apart."""
    fewest = max(measured.norm.fewest, 1)
    rows = [Placed(unit, measured.tally(period, unit)) for unit in units]
    rows = [row for row in rows if row.counts.whole or row.counts.waived]
    large = [row for row in rows if row.counts.whole >= fewest]
    large.sort(key=lambda row: row.counts.share or 0, reverse=True)
    apart = tuple(row for row in rows if row.counts.whole < fewest)
    return League(fewest, tuple(_placed(large)), apart)


def _placed(rows: list[Placed]) -> list[Placed]:
    """1, 2, 2, 4: whoever is equal shares the better place."""
    found: list[Placed] = []
    for number, row in enumerate(rows, 1):
        above = found[-1] if found else None
        same = above is not None and above.counts.share == row.counts.share
        found.append(Placed(row.unit, row.counts, above.place if above and same else number))
    return found
