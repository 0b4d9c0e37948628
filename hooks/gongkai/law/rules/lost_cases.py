"""复议诉讼和败诉案件须按月报备，没有的零报备。

看什么：data/requests/ 里从“适用自”起、已经公布的每一个月。
怎样算错：下个月的第“工作日”个工作日过了，这个月还没有写“复议诉讼”；纠错多于复议办结，或败诉多于诉讼审结。
怎样改：写上这个月的复议诉讼；没有案件的写 {复议办结: 0, 诉讼审结: 0}，就是零报备。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import At, Problem
from gongkai.law.duties.periods import period_of
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.request_stats import Disputes, Month, RequestStats
from gongkai.records.types.standard import Standard

_FILE = "data/requests/2026.yml"
_NONE = "{复议办结: 0, 诉讼审结: 0}"


def a_month(disputes: str = _NONE, month: str = "2026-10", published: str = "2026-11-05") -> Files:
    """The numbers of one month, with what is said of reviews and lawsuits; nothing where that is empty."""
    text = RequestStats.EXAMPLE.replace("2026-01", month).replace("2026-02-05", published)
    return {_FILE: text + (f"    复议诉讼: {disputes}\n" if disputes else "")}


def _since(day: str) -> Files:
    return {
        "data/rulebook/lost-cases.yml": f"依据: [{{文件: 示例区办法}}]\n采用: 是\n参数: {{适用自: {day}}}\n"
    }


#: the tenth working day of November 2026 is the thirteenth
EXAMPLE = Example(
    good={**CLEAN, **_since("2026-07-01"), **a_month()},
    bad=a_month(""),
    message="2026-10 没有写复议诉讼和败诉的件数，期限是 2026-11-13",
    edges=(
        Edge("没有写复议诉讼", a_month(""), a_month(""), last="2026-11-13", first="2026-11-14"),
        Edge(
            "没有写复议诉讼", {**a_month(""), **_since("2026-11-01")}, {**a_month(""), **_since("2026-10-01")}
        ),
        Edge(
            "败诉 2 件，多于诉讼审结 1 件",
            a_month("{复议办结: 0, 诉讼审结: 1, 败诉: 1}"),
            a_month("{复议办结: 0, 诉讼审结: 1, 败诉: 2}"),
        ),
        Edge(
            "复议纠错 1 件，多于复议办结 0 件",
            a_month("{复议办结: 1, 复议纠错: 1, 诉讼审结: 0}"),
            a_month("{复议办结: 0, 复议纠错: 1, 诉讼审结: 0}"),
        ),
    ),
)
PARAMETERS = {"工作日": as_count, "适用自": as_date}


def scope(register: Register) -> Iterable[Record]:
    return register.public(RequestStats)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    terms = Terms.of_rule(register, rule)
    since = terms.day("适用自").isoformat()[:7]
    for stats in register.public(RequestStats):
        shown = set(stats.months_on(register.today))
        for place, month in enumerate(stats.months):
            if month not in shown or month.month < since:
                continue
            at: At = ("月份", place)
            if month.disputes:
                yield from _too_many(stats, at, month.disputes, rule)
                continue
            due = terms.working_day(_end(month), terms.number("工作日"))
            if due and due < register.today:
                message = f"{month.month} 没有写复议诉讼和败诉的件数，期限是 {due}"
                fix = f"写上“复议诉讼”；没有案件的写 复议诉讼: {_NONE}，就是零报备"
                yield rule.problem(stats, (*at, "编号"), message, fix)


def _end(month: Month) -> dt.date:
    return period_of(dt.date.fromisoformat(f"{month.month}-01"), 1).last


def _too_many(stats: RequestStats, at: At, disputes: Disputes, rule: Standard) -> Iterator[Problem]:
    pairs = (
        ("复议纠错", disputes.corrected, "复议办结", disputes.reviews),
        ("败诉", disputes.lost, "诉讼审结", disputes.suits),
    )
    for part, some, whole, all_ in pairs:
        if some > all_:
            message = f"{part} {some} 件，多于{whole} {all_} 件"
            yield rule.problem(stats, (*at, "复议诉讼", part), message, "对照台账改正填错的数")
