"""Bars over years as a drawing: the same in every width, told apart by pattern as well as by hue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.render.charts.drawing import DIGIT, EM, WIDTHS, Number, at, framed, stack

_TOP, _HEIGHT, _FOOT = 40, 200, 34
_TALLEST = _HEIGHT - 56
#: in narrower bars numbers stand upright, in those narrower than a line is high the highest alone is told
_ROOM, _UPRIGHT = 32, 13
#: fewer are no course of anything: the table beside says them
FEWEST = 3


@dataclass(frozen=True)
class Series:
    """What one set of bars counts: a number for each year, None where there is none."""

    label: str
    values: Sequence[Number | None]


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
    return _dated(years) or max(map(len, years)) * EM <= width / len(years)


def _dated(years: Sequence[str]) -> bool:
    return all(any(sign.isdigit() for sign in year) for year in years)


def _highest_of(series: Sequence[Series]) -> Number:
    return max((value for each in series for value in each.values if value is not None), default=0) or 1


def _rows(years: Sequence[str], series: Sequence[Series], width: int) -> tuple[list[Markup], int]:
    """The bars one below another, under the name of each kind."""
    legend, below = _legend(series, width)
    rows = [(year, [each.values[place] for each in series]) for place, year in enumerate(years)]
    parts, height = stack(rows, width, _highest_of(series), top=below + 32)
    return [*legend, *parts], height


def _columns(years: Sequence[str], series: Sequence[Series], width: int) -> tuple[list[Markup], int]:
    known = [value for each in series for value in each.values if value is not None]
    highest = _highest_of(series)
    long = DIGIT * max((len(str(value)) for value in known), default=0)
    room = max(_ROOM, long)
    step = width / max(len(years), 1)
    gap = 6 if step >= 90 else 2
    thick = min(56.0, (step - 3 * gap) / max(len(series), 1) - gap)
    legend, below = _legend(series, width)
    parts = [*legend, Markup('<g transform="translate(0 {})">').format(below) if below else Markup("")]
    told = thick >= room or (thick + gap >= _UPRIGHT and long <= _HEIGHT - _TALLEST)
    if not told:
        parts.append(_highest(width, highest))
    stride = _stride(years, step)
    for column, year in enumerate(years):
        middle = step * (column + 0.5)
        start = middle - (thick + gap) * len(series) / 2 + gap / 2
        for place, each in enumerate(series):
            value = each.values[column]
            if value is None:
                continue
            x = start + place * (thick + gap)
            parts.append(_bar(x, thick, value, highest, place))
            if told:
                parts.append(_number(x, thick, value, highest, upright=thick < room))
        if (len(years) - 1 - column) % stride:
            continue
        label = '<text class="bars__year" x="{}" y="{}" text-anchor="middle">{}</text>'
        parts.append(Markup(label).format(at(middle), _TOP + _HEIGHT + 26, year))
    line = Markup('<line class="bars__base" x1="0" x2="{0}" y1="{1}" y2="{1}"/>')
    parts.append(line.format(width, _TOP + _HEIGHT))
    if below:
        parts.append(Markup("</g>"))
    return parts, _TOP + _HEIGHT + _FOOT + below


def _tall(value: Number, highest: Number) -> float:
    return float(value / highest) * _TALLEST


def _bar(x: float, thick: float, value: Number, highest: Number, place: int) -> Markup:
    tall = _tall(value, highest)
    bar = '<rect class="bars__bar bars__bar--{}" x="{}" y="{}" width="{}" height="{}"/>'
    return Markup(bar).format(place, at(x), at(_TOP + _HEIGHT - tall), at(thick), at(tall))


def _stride(years: Sequence[str], step: float) -> int:
    """Every so many columns have room for their name, the last one first; kinds are named one and all."""
    if not _dated(years):
        return 1
    longest = max((sum(DIGIT if sign.isascii() else EM for sign in year) for year in years), default=0)
    return max(1, -(-int(longest + 4) // max(int(step), 1)))


def _number(x: float, thick: float, value: Number, highest: Number, *, upright: bool) -> Markup:
    """The number above its bar, or along it from its foot where it is wider than the bar."""
    top = _TOP + _HEIGHT - _tall(value, highest)
    if upright:
        number = '<text class="bars__upright" transform="translate({} {}) rotate(-90)">{}</text>'
        return Markup(number).format(at(x + thick / 2 + 6), at(top - 5), value)
    number = '<text x="{}" y="{}" text-anchor="middle">{}</text>'
    return Markup(number).format(at(x + thick / 2), at(top - 7), value)


def _highest(width: int, highest: Number) -> Markup:
    """A line at the top of the highest bar with its number."""
    y = _TOP + _HEIGHT - _TALLEST
    line = '<line class="bars__base" x1="0" x2="{0}" y1="{1}" y2="{1}"/><text x="0" y="{2}">最高 {3}</text>'
    return Markup(line).format(width, y, y - 6, highest)


def _legend(series: Sequence[Series], width: int) -> tuple[list[Markup], int]:
    """What each pattern counts, and how much lower the drawing begins where one line does not hold it."""
    parts, x, y = [], 1, 0
    for place, each in enumerate(series):
        long = 30 + EM * len(each.label)
        if place and x + long > width:
            x, y = 1, y + 24
        key = (
            '<rect class="bars__bar bars__bar--{}" x="{}" y="{}" width="18" height="14"/>'
            '<text x="{}" y="{}">{}</text>'
        )
        parts.append(Markup(key).format(place, x, y + 5, x + 24, y + 18, each.label))
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
