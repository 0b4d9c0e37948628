"""Register, duties and what the rules found → the figures of 公开质量, one file a figure, found by looking.

A figure's file says in words what it counts and gives its cases: each record looked at, its
units, its day, and whether it counts. Sums by unit, year and month, targets, trends and
lists are made of the cases here, the same for all figures.
"""

from __future__ import annotations

from gongkai.law.figures.case import About, Case, Kind, Listing, Period, Tally, percent
from gongkai.law.figures.context import Context
from gongkai.law.figures.discovery import Figure, figures
from gongkai.law.figures.league import League, league
from gongkai.law.figures.measured import Measured
from gongkai.records.types.figure import Norm

__all__ = [
    "About",
    "Case",
    "Context",
    "Figure",
    "Kind",
    "League",
    "Listing",
    "Measured",
    "Period",
    "Tally",
    "figures",
    "league",
    "measure",
    "percent",
]


def measure(context: Context) -> tuple[Measured, ...]:
    """Every figure that has its norm among ``context.norms`` with all it needs, worked out for the day."""
    return tuple(
        _measured(figure, context.norms[figure.id], context)
        for figure in figures().values()
        if figure.id in context.norms and {*figure.needs} <= {*context.norms[figure.id].parameters}
    )


def _measured(figure: Figure, norm: Norm, context: Context) -> Measured:
    cases = sorted(figure.cases(context), key=lambda case: (case.record.id, case.label))
    cases.sort(key=lambda case: case.date, reverse=True)
    found = Measured(figure.id, figure.about, norm, tuple(cases), context.today)
    # Added up here once, not again by every process that writes pages.
    found.now, found.units  # noqa: B018
    return found
