"""Bars over years as a drawing: the same in every width, told apart by pattern as well as by hue."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from gongkai.render.charts.columns import Plot, Series, dated, highest_of, scale_end
from gongkai.render.charts.drawing import EM, WIDTHS, framed, stack

__all__ = ["FEWEST", "Series", "bars"]

#: fewer are no course of anything: the table beside says them
FEWEST = 3


def bars(name: str, title: str, years: Sequence[str], series: Sequence[Series]) -> Markup:
    """All drawings; ``name`` begins their ids and must be unique on the page. Empty below three columns."""
    if len(years) < FEWEST:
        return Markup("")
    told = _told(years, series)
    drawn = []
    for width in WIDTHS:
        parts, height = (_columns if _named(years, width) else _rows)(years, series, width)
        drawn.append(framed(f"{name}-{width}", title, told, (width, height), parts))
    return Markup("\n").join(drawn)


def _named(years: Sequence[str], width: int) -> bool:
    """Whether the columns can be named: years by every so many, kinds one and all or not at all."""
    return dated(years) or max(map(len, years)) * EM <= width / len(years) - EM


def _rows(years: Sequence[str], series: Sequence[Series], width: int) -> tuple[list[Markup], int]:
    """The bars one below another, under the name of each kind."""
    legend, below = _legend([*enumerate(series)], width)
    rows = [(year, [each.values[place] for each in series]) for place, year in enumerate(years)]
    parts, height = stack(rows, width, highest_of(series), top=below + 32)
    return [*legend, *parts], height


def _columns(years: Sequence[str], series: Sequence[Series], width: int) -> tuple[list[Markup], int]:
    """All beside each other; where numbers have no room, each series below the one before, to one scale."""
    end, numbered = scale_end(highest_of(series)), [*enumerate(series)]
    beside = Plot(years, numbered, width, end)
    groups = [numbered] if beside.told else [[each] for each in numbered]
    parts, y = [], 0
    for group in groups:
        plot = Plot(years, group, width, end)
        legend, below = _legend(group, width)
        moved = Markup('<g transform="translate(0 {})">')
        parts += [moved.format(y), *legend, moved.format(below), *plot.parts(), Markup("</g></g>")]
        y += below + plot.height
    return parts, y


def _legend(series: Sequence[tuple[int, Series]], width: int) -> tuple[list[Markup], int]:
    """What each pattern counts, and how much lower the drawing begins where one line does not hold it."""
    parts, x, y = [], 1, 0
    for pattern, each in series:
        long = 30 + EM * len(each.label)
        if x > 1 and x + long > width:
            x, y = 1, y + 24
        key = (
            '<rect class="bars__bar bars__bar--{}" x="{}" y="{}" width="18" height="14"/>'
            '<text x="{}" y="{}">{}</text>'
        )
        parts.append(Markup(key).format(pattern, x, y + 5, x + 24, y + 18, each.label))
        x += long + 14
    return parts, y


def _told(years: Sequence[str], series: Sequence[Series]) -> str:
    """The whole drawing in words."""
    told = []
    for each in series:
        known = [
            f"{year} {value}" for year, value in zip(years, each.values, strict=True) if value is not None
        ]
        told.append(f"{each.label}：{'，'.join(known)}")
    return "；".join(told) + "。"
