"""依申请公开月度数字须相接。

看什么：data/requests/ 里每一年的各个月。
怎样算错：月份不属于这一年，或写了两次；办结多于上月结转加新收；按时答复多于办结；
上月结转与前一个月算出的结转（上月结转加新收减办结）不同。
怎样改：对照台账改正填错的数。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import At, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.records.base import Record
from gongkai.records.types.request_stats import RequestStats
from gongkai.records.types.standard import Standard

_FILE = "data/requests/2026.yml"


def _example(in_time: int = 6, carried: int = 2) -> Files:
    text = RequestStats.EXAMPLE.replace("按时答复: 6", f"按时答复: {in_time}")
    text = text.replace("2026-01", "2026-09").replace("2026-02-05", "2026-10-12")
    second = (
        "  - 编号: 2026-10\n    公布日期: 2026-11-05\n    新收: 1\n    办结: {予以公开: 1}\n    按时答复: 1\n"
    )
    return {_FILE: f"{text}{second}    上月结转: {carried}\n"}


def _received(count: int) -> Files:
    """The last month finishes all three that were left and came in, or one more."""
    (path, text), *_ = _example().items()
    return {
        path: text.replace("新收: 1\n    办结: {予以公开: 1}", f"新收: {count}\n    办结: {{予以公开: 3}}")
    }


EXAMPLE = Example(
    good={**CLEAN, **_example()},
    bad=_example(in_time=7, carried=1),
    message="2026-10 的上月结转写的是 1，前一个月结转 2",
    edges=(
        Edge("多于上月结转加新收", _received(1), _received(0)),
        Edge("多于办结", _example(in_time=6), _example(in_time=7)),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return register.everything(RequestStats)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for stats in register.everything(RequestStats):
        seen: dict[str, int] = {}
        for place, month in enumerate(stats.months):
            at: At = ("月份", place)
            fix = "对照台账改正填错的数"
            if not month.month.startswith(f"{stats.slug}-") or month.month in seen:
                message = f"{month.month} 不属于 {stats.slug} 年，或写了两次"
                yield rule.problem(stats, (*at, "编号"), message, "改正月份，或删去多余的一项")
            if month.carried_out < 0:
                known = month.carried_in + month.received
                message = f"{month.month} 办结 {month.finished} 件，多于上月结转加新收 {known} 件"
                yield rule.problem(stats, (*at, "办结"), message, fix)
            if month.in_time > month.finished:
                message = f"{month.month} 按时答复 {month.in_time} 件，多于办结 {month.finished} 件"
                yield rule.problem(stats, (*at, "按时答复"), message, fix)
            seen[month.month] = place
        for before, after in zip(sorted(seen), sorted(seen)[1:], strict=False):
            left, taken = stats.months[seen[before]], stats.months[seen[after]]
            if int(after[5:]) == int(before[5:]) + 1 and left.carried_out != taken.carried_in:
                message = f"{after} 的上月结转写的是 {taken.carried_in}，前一个月结转 {left.carried_out}"
                yield rule.problem(stats, ("月份", seen[after], "上月结转"), message, "对照台账改正填错的数")
