"""A line over years as a drawing, with its target: points told apart by shape as well as by hue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from gongkai.render.charts.bars import FEWEST
from gongkai.render.charts.drawing import WIDTHS, at, framed

_TOP, _HEIGHT, _FOOT, _SIDE = 40, 170, 34, 28
#: points nearer than this have no room for their numbers: the first, the last and the extremes are told
_ROOM = 62
_YEAR_ROOM = 46
#: the line's own height, and its place for the first and the last value
_SPARK = (180, 40, 22)


@dataclass(frozen=True)
class Point:
    """A year: its value and how it is read; what was asked for, and whether that was missed."""

    label: str
    value: Fraction | None
    text: str
    target: Fraction | None = None
    missed: bool = False


def lines(name: str, title: str, points: Sequence[Point], *, top: Fraction | None = None) -> Markup:
    """All drawings; ``name`` begins their ids. ``top`` is the value at the upper edge, else the highest.

    Empty where fewer than three values are known, no line goes through one point; and where all are
    zero: the line would lie on the axis below an empty box.
    """
    if _known(points) < FEWEST or not any(point.value or point.target for point in points):
        return Markup("")
    highest = top or _highest(points)
    return Markup("\n").join(_drawing(f"{name}-{width}", title, points, highest, width) for width in WIDTHS)


def sparkline(title: str, points: Sequence[Point], *, top: Fraction | None = None) -> Markup:
    """A small line above its zero, with its first and last value; empty where fewer than three are known."""
    if _known(points) < FEWEST:
        return Markup("")
    width, height, words = _SPARK
    places = _places(points, top or _highest(points), (6, width - 6), (6, height - 4))
    known = [(point, place) for point, place in zip(points, places, strict=True) if place]
    (first, _), (last, (x, y)) = known[0], known[-1]
    dot = Markup('<circle class="lines__point" cx="{}" cy="{}" r="4"/>').format(at(x), at(y))
    base = Markup('<line class="bars__base" x1="0" x2="{0}" y1="{1}" y2="{1}"/>').format(width, height - 2)
    ends = Markup('<text x="0" y="{0}">{1}</text><text x="{2}" y="{0}" text-anchor="end">{3}</text>').format(
        height + words - 5, f"{first.label} {first.text}", width, last.text
    )
    head = Markup(
        '<svg class="spark" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" aria-label="{2}">'
    ).format(width, height + words, f"{title}：{_told(points)}")
    return head + base + _path(places) + dot + ends + Markup("</svg>")


def _known(points: Sequence[Point]) -> int:
    return sum(point.value is not None for point in points)


def _drawing(name: str, title: str, points: Sequence[Point], highest: Fraction, width: int) -> Markup:
    places = _places(points, highest, (_SIDE, width - _SIDE), (_TOP, _TOP + _HEIGHT))
    base = Markup('<line class="bars__base" x1="0" x2="{0}" y1="{1}" y2="{1}"/>').format(
        width, _TOP + _HEIGHT
    )
    zero = Markup('<text x="0" y="{}">0</text>').format(_TOP + _HEIGHT - 4)
    parts = [base, zero, _targets(points, highest, width), _path(places)]
    step = _step(points, width)
    parts += [
        _point(point, place, told=step >= _ROOM or number in _worth_telling(points))
        for number, (point, place) in enumerate(zip(points, places, strict=True))
        if place
    ]
    parts.append(_years(points, width, step))
    size = (width, _TOP + _HEIGHT + _FOOT)
    return framed(name, title, _told(points), size, parts, kind=" line-chart")


def _highest(points: Sequence[Point]) -> Fraction:
    known = [value for point in points for value in (point.value, point.target) if value is not None]
    return max(known, default=Fraction(0)) or Fraction(1)


def _step(points: Sequence[Point], width: int) -> float:
    return (width - 2 * _SIDE) / max(len(points) - 1, 1)


Place = tuple[float, float] | None


def _places(
    points: Sequence[Point], highest: Fraction, across: tuple[int, int], down: tuple[int, int]
) -> list[Place]:
    step = (across[1] - across[0]) / max(len(points) - 1, 1)
    start = across[0] if len(points) > 1 else (across[0] + across[1]) / 2
    return [
        None if point.value is None else (start + step * number, _y(point.value, highest, down))
        for number, point in enumerate(points)
    ]


def _y(value: Fraction, highest: Fraction, down: tuple[int, int]) -> float:
    return down[1] - float(min(value / highest, Fraction(1))) * (down[1] - down[0])


def _path(places: Sequence[Place]) -> Markup:
    """The line through neighbouring years; a year without a value leaves a gap."""
    words, pen = [], "M"
    for place in places:
        if place is None:
            pen = "M"
        else:
            words.append(f"{pen}{at(place[0])} {at(place[1])}")
            pen = "L"
    return Markup('<path class="lines__line" d="{}"/>').format(" ".join(words))


def _targets(points: Sequence[Point], highest: Fraction, width: int) -> Markup:
    """A dashed step over each year that has a target; its height is said once where it is the same."""
    step = _step(points, width)
    half = step / 2 if len(points) > 1 else (width - 2 * _SIDE) / 2
    drawn = []
    for number, point in enumerate(points):
        if point.target is not None:
            middle = _SIDE + step * number if len(points) > 1 else width / 2
            y = _y(point.target, highest, (_TOP, _TOP + _HEIGHT))
            left, right = max(0.0, middle - half), min(float(width), middle + half)
            line = '<line class="lines__target" x1="{}" x2="{}" y1="{2}" y2="{2}"/>'
            drawn.append(
                Markup(line.replace("{}", "{0}", 1).replace("{}", "{1}", 1)).format(
                    at(left), at(right), at(y)
                )
            )
    return Markup("").join(drawn)


def _worth_telling(points: Sequence[Point]) -> set[int]:
    """The first, the last, and the first of the lowest and of the highest."""
    known = [(point.value, -number) for number, point in enumerate(points) if point.value is not None]
    lowest = min((value for value, _ in known), default=None)
    first_lowest = max((each for each in known if each[0] == lowest), default=None)
    told = [known[0], known[-1], max(known), first_lowest] if known else []
    return {-each[1] for each in told if each}


def _point(point: Point, place: tuple[float, float], *, told: bool) -> Markup:
    x, y = place
    if point.missed:
        square = '<rect class="lines__point lines__point--missed" x="{}" y="{}" width="11" height="11"/>'
        mark = Markup(square).format(at(x - 5.5), at(y - 5.5))
    else:
        mark = Markup('<circle class="lines__point" cx="{}" cy="{}" r="5.5"/>').format(at(x), at(y))
    if not told:
        return mark
    number = '<text x="{}" y="{}" text-anchor="middle">{}</text>'
    return mark + Markup(number).format(at(x), at(y - 12), point.text)


def _years(points: Sequence[Point], width: int, step: float) -> Markup:
    stride = max(1, -(-_YEAR_ROOM // max(int(step), 1)))
    label = '<text class="bars__year" x="{}" y="{}" text-anchor="middle">{}</text>'
    shown = [number for number in range(len(points)) if (len(points) - 1 - number) % stride == 0]
    middle = {n: _SIDE + step * n if len(points) > 1 else width / 2 for n in shown}
    y = _TOP + _HEIGHT + 26
    return Markup("").join(Markup(label).format(at(middle[n]), y, points[n].label) for n in shown)


def _told(points: Sequence[Point]) -> str:
    return "，".join(f"{point.label} {point.text}" for point in points) + "。"
