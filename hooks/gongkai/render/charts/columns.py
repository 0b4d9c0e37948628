"""Bars that stand: nought and a round number at the axis, and every bar with its number, in every width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from gongkai.render.charts.drawing import DIGIT, EM, Number, at
from gongkai.render.charts.flow import wrapped

_LEGEND, _TALLEST, _FOOT, _LINE = 24, 144, 34, 22
#: upright numbers stand so far from each other; what is closer has its ends and its highest told above
_UPRIGHT = 13
#: what a scale may end with, as parts of ten
_ROUND = ("1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10")


@dataclass(frozen=True)
class Series:
    """What one set of bars counts: a number for each year, None where there is none."""

    label: str
    values: Sequence[Number | None]

    @property
    def known(self) -> list[Number]:
        return [value for value in self.values if value is not None]


def highest_of(series: Sequence[Series]) -> Number:
    """At least one, so that it can be divided by."""
    return max((value for each in series for value in each.known), default=0) or 1


def scale_end(highest: Number) -> Decimal:
    """The least round number that is not below the highest one."""
    power = Decimal(highest).adjusted()
    rounds = (Decimal(each).scaleb(power) for each in _ROUND)
    return next(each for each in rounds if each >= highest)


def dated(years: Sequence[str]) -> bool:
    """Whether the columns are years or months, of which every so many are named."""
    return all(any(sign.isdigit() for sign in year) for year in years)


@dataclass(frozen=True)
class Plot:
    """Columns beside each other in a width; ``series`` with the number of their pattern."""

    years: Sequence[str]
    series: Sequence[tuple[int, Series]]
    width: int
    end: Decimal

    @property
    def left(self) -> int:
        return DIGIT * len(f"{self.end.normalize():f}") + 8

    @property
    def step(self) -> float:
        return (self.width - self.left) / max(len(self.years), 1)

    @property
    def gap(self) -> int:
        return 6 if self.step >= 90 else 2

    @property
    def thick(self) -> float:
        return min(56.0, (self.step - 3 * self.gap) / max(len(self.series), 1) - self.gap)

    @property
    def long(self) -> int:
        """How wide the longest number is."""
        return DIGIT * max((len(str(value)) for _, each in self.series for value in each.known), default=0)

    @property
    def room(self) -> float:
        """From the middle of one bar to that of the next."""
        return self.thick + self.gap if self.series[1:] else self.step

    @property
    def upright(self) -> bool:
        return self.room < self.long + 4

    @property
    def told(self) -> bool:
        """Whether every bar has room for its number."""
        return self.room >= min(_UPRIGHT, self.long + 4)

    @property
    def ends(self) -> list[str]:
        """Of bars without numbers: the first, the last and the highest, in lines."""
        if self.told:
            return []
        ends = [
            f"{self.years[place]} {'—' if each.values[place] is None else each.values[place]}"
            for _, each in self.series
            for place in (0, -1)
        ]
        highest = highest_of([each for _, each in self.series])
        return wrapped("，".join([*ends, f"最高 {highest}"]), self.width / EM)

    @property
    def foot(self) -> float:
        """Where the bars stand, from the upper edge."""
        above = self.long + 12 if self.told and self.upright else 24
        return _LEGEND + above + _LINE * len(self.ends) + _TALLEST

    @property
    def height(self) -> int:
        return int(self.foot) + _FOOT

    def parts(self) -> Iterator[Markup]:
        """The axis, the bars with their numbers, the names below them."""
        yield from self._axis()
        for number, line in enumerate(self.ends):
            yield Markup('<text x="0" y="{}">{}</text>').format(_LEGEND + EM + number * _LINE, line)
        stride = self._stride()
        for column, year in enumerate(self.years):
            middle = self.left + self.step * (column + 0.5)
            start = middle - (self.thick + self.gap) * len(self.series) / 2 + self.gap / 2
            for order, (pattern, each) in enumerate(self.series):
                value = each.values[column]
                if value is not None:
                    yield from self._bar(start + order * (self.thick + self.gap), value, pattern)
            if (len(self.years) - 1 - column) % stride == 0:
                label = '<text class="bars__year" x="{}" y="{}" text-anchor="middle">{}</text>'
                yield Markup(label).format(at(middle), at(self.foot + 26), year)

    def _axis(self) -> Iterator[Markup]:
        left, foot = self.left, at(self.foot)
        line = '<path class="bars__base" fill="none" d="M{} {}V{}H{}"/>'
        yield Markup(line).format(left, at(self.foot - _TALLEST), foot, self.width)
        for value, y in ((f"{self.end.normalize():f}", self.foot - _TALLEST), ("0", self.foot)):
            mark = '<text x="{}" y="{}" text-anchor="end">{}</text>'
            yield Markup(mark).format(left - 4, at(y + 6), value)

    def _bar(self, x: float, value: Number, pattern: int) -> Iterator[Markup]:
        tall = float(Decimal(value) / self.end) * _TALLEST
        top, middle = self.foot - tall, x + self.thick / 2
        bar = '<rect class="bars__bar bars__bar--{}" x="{}" y="{}" width="{}" height="{}"/>'
        yield Markup(bar).format(pattern, at(x), at(top), at(self.thick), at(tall))
        if self.told and self.upright:
            number = '<text class="bars__upright" transform="translate({} {}) rotate(-90)">{}</text>'
            yield Markup(number).format(at(middle + 6), at(top - 5), value)
        elif self.told:
            number = '<text x="{}" y="{}" text-anchor="middle">{}</text>'
            yield Markup(number).format(at(middle), at(top - 7), value)

    def _stride(self) -> int:
        """Every so many columns have room for their name, the last one first; kinds are named one and all."""
        if not dated(self.years):
            return 1
        longest = max(
            (sum(DIGIT if sign.isascii() else EM for sign in year) for year in self.years), default=0
        )
        return max(1, -(-int(longest + 4) // max(int(self.step), 1)))
