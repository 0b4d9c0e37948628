"""Bars over years as a drawing: two widths of the same, told apart by pattern as well as by hue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

#: the same figure for wide and narrow screens; a style sheet shows one
WIDTHS = (640, 340)
_TOP, _HEIGHT, _FOOT = 40, 200, 34
_TALLEST = _HEIGHT - 56
#: in narrower bars numbers stand upright, in those narrower than a line is high the highest alone is told
_ROOM, _UPRIGHT = 32, 13
#: a digit is about so wide, a letter of a year so
_DIGIT, _EM = 9, 17
#: fewer are no course of anything: the table beside says them
FEWEST = 3

Number = int | Decimal


@dataclass(frozen=True)
class Series:
    """What one set of bars counts: a number for each year, None where there is none."""

    label: str
    values: Sequence[Number | None]


def bars(name: str, title: str, years: Sequence[str], series: Sequence[Series]) -> Markup:
    """Both drawings; ``name`` begins their ids and must be unique on the page. Empty below three columns."""
    if len(years) < FEWEST:
        return Markup("")
    return Markup("\n").join(_drawing(f"{name}-{width}", title, years, series, width) for width in WIDTHS)


def _drawing(name: str, title: str, years: Sequence[str], series: Sequence[Series], width: int) -> Markup:
    known = [value for each in series for value in each.values if value is not None]
    highest = max(known, default=0) or 1
    long = _DIGIT * max((len(str(value)) for value in known), default=0)
    room = max(_ROOM, long)
    step = width / max(len(years), 1)
    gap = 6 if step >= 90 else 2
    thick = min(56.0, (step - 3 * gap) / max(len(series), 1) - gap)
    parts = [_legend(series)]
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
        parts.append(Markup(label).format(_at(middle), _TOP + _HEIGHT + 26, year))
    line = Markup('<line class="bars__base" x1="0" x2="{0}" y1="{1}" y2="{1}"/>')
    parts.append(line.format(width, _TOP + _HEIGHT))
    head = Markup(
        '<svg class="bars bars--{0}" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img"'
        ' aria-labelledby="{2}-t"><title id="{2}-t">{3}</title><desc>{4}</desc>'
    ).format(width, _TOP + _HEIGHT + _FOOT, name, title, _told(years, series))
    return head + Markup("").join(parts) + Markup("</svg>")


def _tall(value: Number, highest: Number) -> float:
    return float(value / highest) * _TALLEST


def _bar(x: float, thick: float, value: Number, highest: Number, place: int) -> Markup:
    tall = _tall(value, highest)
    bar = '<rect class="bars__bar bars__bar--{}" x="{}" y="{}" width="{}" height="{}"/>'
    return Markup(bar).format(place, _at(x), _at(_TOP + _HEIGHT - tall), _at(thick), _at(tall))


def _stride(years: Sequence[str], step: float) -> int:
    """Every so many columns have room for their name, the last one first; kinds are named one and all."""
    if not all(any(sign.isdigit() for sign in year) for year in years):
        return 1
    longest = max((sum(_DIGIT if sign.isascii() else _EM for sign in year) for year in years), default=0)
    return max(1, -(-int(longest + 4) // max(int(step), 1)))


def _number(x: float, thick: float, value: Number, highest: Number, *, upright: bool) -> Markup:
    """The number above its bar, or along it from its foot where it is wider than the bar."""
    top = _TOP + _HEIGHT - _tall(value, highest)
    if upright:
        number = '<text class="bars__upright" transform="translate({} {}) rotate(-90)">{}</text>'
        return Markup(number).format(_at(x + thick / 2 + 6), _at(top - 5), value)
    number = '<text x="{}" y="{}" text-anchor="middle">{}</text>'
    return Markup(number).format(_at(x + thick / 2), _at(top - 7), value)


def _highest(width: int, highest: Number) -> Markup:
    """A line at the top of the highest bar with its number."""
    y = _TOP + _HEIGHT - _TALLEST
    line = '<line class="bars__base" x1="0" x2="{0}" y1="{1}" y2="{1}"/><text x="0" y="{2}">最高 {3}</text>'
    return Markup(line).format(width, y, y - 6, highest)


def _legend(series: Sequence[Series]) -> Markup:
    parts, x = [], 1
    for place, each in enumerate(series):
        parts.append(
            Markup(
                '<rect class="bars__bar bars__bar--{}" x="{}" y="5" width="18" height="14"/>'
                '<text x="{}" y="18">{}</text>'
            ).format(place, x, x + 24, each.label)
        )
        x += 44 + 17 * len(each.label)
    return Markup("").join(parts)


def _told(years: Sequence[str], series: Sequence[Series]) -> str:
    """The whole drawing in words."""
    told = []
    for each in series:
        known = [
            f"{year} {value}" for year, value in zip(years, each.values, strict=True) if value is not None
        ]
        told.append(f"{each.label}：{'，'.join(known)}")
    return "；".join(told) + "。"


def _at(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
