"""年报申请数量须与各月数字相符。

看什么：data/requests/ 里 12 个月都公布了的一年，和同一单位（写了“年报单位”的，那个单位）这一年度报告的表三。
怎样算错：各月新收、各种办理结果相加，一月的上月结转，十二月算出的结转，与表三的总计不同。
怎样改：对照台账改正填错的一处；各月的数字后来核减过的，在那个月的“说明”里写明并改正。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example, Files
from gongkai.law.shared.annual_tables import a_report, reports
from gongkai.law.shared.annual_text import in_table
from gongkai.records.base import Record
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.request_stats import RequestStats
from gongkai.records.types.standard import Standard
from gongkai.text.facts.yearly import Counted

_MONTH = (
    "  - {编号: %d-%02d, 公布日期: %d-%02d-05, 上月结转: %d, 新收: %d, 办结: {予以公开: %d}, 按时答复: %d}\n"
)


def a_year(received: int = 44, granted: int = 43, year: int = 2025, last: int = 12, **fields: str) -> Files:
    """The months of a year: all of it in January, nothing after."""
    given = {"标题": f"{year}年申请办理情况", "单位": "区民政局", "发布日期": f"{year}-02-05", **fields}
    text = "".join(f"{key}: {value}\n" for key, value in given.items()) + "月份:\n"
    left, new, done = 2, received, granted
    for month in range(1, last + 1):
        text += _MONTH % (year, month, year + month // 12, month % 12 + 1, left, new, done, done)
        left, new, done = left + new - done, 0, 0
    return {f"data/requests/{year}.yml": text}


EXAMPLE = Example(
    good={**CLEAN, **a_report(), **a_year(), **a_year(0, 0, 2026, 10)},
    bad=a_year(received=45),
    message="各月的“本年新收”相加是 45，表三写的是 44",
)
_OUTCOMES = (
    Counted.GRANTED,
    Counted.PARTLY,
    Counted.REFUSED,
    Counted.UNAVAILABLE,
    Counted.UNTREATED,
    Counted.OTHERWISE,
)
_ALL = 12


def scope(register: Register) -> Iterable[Record]:
    return register.everything(AnnualReport)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for report, stats in _pairs(register):
        for kind, (how, months) in _year(stats).items():
            found = in_table(report, kind)
            if found is not None and found[0] != months:
                message = f"{how}是 {months}，表三写的是 {found[0]}（{stats.source.path}）"
                at = ("申请办理", kind.value) if kind.value in report.requests.written() else ("申请办理",)
                yield rule.problem(report, at, message, "对照台账，改正填错的一处")


def _pairs(register: Register) -> Iterator[tuple[AnnualReport, RequestStats]]:
    """Each report with the months of its unit and year, where all twelve are there."""
    whole = {}
    for stats in register.everything(RequestStats):
        months = stats.months_on(register.today)
        unit = register.unit(stats.report_unit or stats.unit)
        if unit and not stats.held_back and len({month.month for month in months}) == _ALL:
            whole[unit.id, months[0].month[:4]] = stats
    for report in reports(register):
        unit = register.unit(report.unit)
        found = whole.get((unit.id, f"{report.year}")) if unit else None
        if found:
            yield report, found


def _year(stats: RequestStats) -> dict[Counted, tuple[str, int]]:
    """What the months come to, and how it is told."""
    months = sorted(stats.months, key=lambda month: month.month)
    outcomes = zip(_OUTCOMES, zip(*(month.done.counts for month in months), strict=True), strict=True)
    summed = {Counted.RECEIVED: sum(month.received for month in months)}
    summed |= {kind: sum(counts) for kind, counts in outcomes}
    told = {kind: (f"各月的“{kind.value}”相加", count) for kind, count in summed.items()}
    told[Counted.CARRIED_IN] = ("一月的上月结转", months[0].carried_in)
    told[Counted.CARRIED_OUT] = ("十二月算出的结转", months[-1].carried_out)
    return told
