"""依申请公开 over the years: the same months of each year side by side, and what changed in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.records.fields.annual_layout import NEW, RESULT_LINES
from gongkai.records.types.request_stats import Month, RequestStats

#: key of a ground → its words in table 三, without the number
GROUND_WORDS = {line.key: line.label.partition(".")[2] or line.label for line in RESULT_LINES[NEW]}


@dataclass(frozen=True)
class YearLine:
    """The sums of a year's months that are compared."""

    record: RequestStats
    received: int
    finished: int
    granted: int
    refused: int
    unavailable: int
    in_time: int

    @property
    def share(self) -> str:
        """How much was answered in time, as printed."""
        return f"{self.in_time / self.finished:.1%}" if self.finished else "—"


@dataclass(frozen=True)
class Years:
    """``until``: the last month that is counted in every year; the newest year first."""

    until: int
    lines: tuple[YearLine, ...]
    sentence: str

    @property
    def span(self) -> str:
        """The months, in words."""
        return _span(self.until)


def years(register: Register, record: RequestStats) -> Years | None:
    """A year beside those before it, as far as its own months go; None before its first month."""
    own = record.months_on(register.today)
    if not own:
        return None
    until = int(own[-1].month[5:])
    earlier = (each for each in register.public(RequestStats) if each.slug < record.slug)
    lines = [_line(record, own)]
    for each in sorted(earlier, key=lambda each: each.slug, reverse=True):
        months = [month for month in each.months_on(register.today) if int(month.month[5:]) <= until]
        # a year of which a month is missing is no measure
        if len(months) == len(own):
            lines.append(_line(each, months))
    return Years(until, tuple(lines), _sentence(until, own, lines))


def _line(record: RequestStats, months: Sequence[Month]) -> YearLine:
    done = [month.done for month in months]
    return YearLine(
        record,
        sum(month.received for month in months),
        sum(month.finished for month in months),
        sum(each.granted + each.partly for each in done),
        sum(each.refused for each in done),
        sum(each.unavailable for each in done),
        sum(month.in_time for month in months),
    )


def _sentence(until: int, months: Sequence[Month], lines: Sequence[YearLine]) -> str:
    """不予公开 84 件，主要因为…（24 件）；上年同期 80 件，多 4 件。新收 …."""
    this, before = lines[0], _year_before(lines)
    refused = f"不予公开 {this.refused} 件{_chief(months)}" if this.refused else "没有不予公开的申请"
    parts = [
        f"{refused}{_beside(this.refused, before.refused if before else None, '；')}",
        f"新收申请 {this.received} 件{_beside(this.received, before.received if before else None, '，')}",
    ]
    return f"{_span(until)}，{'。'.join(parts)}。"


def _span(until: int) -> str:
    return "1月" if until == 1 else f"1月到{until}月"


def _year_before(lines: Sequence[YearLine]) -> YearLine | None:
    year = int(lines[0].record.slug)
    return next((line for line in lines if int(line.record.slug) == year - 1), None)


def _chief(months: Sequence[Month]) -> str:
    """The ground of refusals given most often; nothing where grounds are not told or several lead."""
    given: Counter[str] = Counter()
    for month in months:
        given.update(dict(month.refusals.counts if month.refusals else ()))
    ranked = given.most_common(2)
    if not ranked or not ranked[0][1] or (ranked[1:] and ranked[0][1] == ranked[1][1]):
        return ""
    return f"，主要因为{GROUND_WORDS[ranked[0][0]]}（{ranked[0][1]} 件）"


def _beside(now: int, before: int | None, mark: str) -> str:
    if before is None:
        return ""
    change = f"多 {now - before} 件" if now > before else f"少 {before - now} 件" if now < before else "一样"
    return f"{mark}上年同期 {before} 件，{change}"
