"""年报文字须与表格一致。

看什么：年度报告“摘要”“总体情况”“存在问题”“其他事项”的句子里写的件数，和表二、表三、表四的数。
逐句读：新收、上年结转、结转下年度、各种办理结果、行政复议、行政诉讼、制发和现行有效的规范性文件。
怎样算错：同一个数（新收、结转、复议、诉讼）文字和表格写得不一样是警告；办理结果、文件件数不一样，
或者句子说的是全部单位、“本级”一类的范围，是提示。
“其中”、某一渠道、半年、别的年度、“近百件”一类的数不看；同一内容写了几个范围，有一个对得上的不提。
收到的件数等于新收加上年结转的，也算对得上。
怎样改：对照台账，改正写错的一处。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.law.shared.annual_tables import a_report, reports
from gongkai.law.shared.annual_text import differing
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.units import UnitKind

EXAMPLE = Example(
    good={**CLEAN, **a_report(总体情况="全年共收到政府信息公开申请44件，上年结转2件，结转下年度3件。")},
    bad=a_report(总体情况="全年共收到政府信息公开申请45件，上年结转2件，结转下年度3件。"),
    message="文字写的是 45（“全年共收到政府信息公开申请45件”），表三“本年新收”的总计是 44",
    edges=(
        Edge(
            "表四行政诉讼的总计是 4",
            a_report(总体情况="因政府信息公开引发行政复议2件，行政诉讼4件。"),
            a_report(总体情况="因政府信息公开引发行政复议2件，行政诉讼5件。"),
            level=Level.WARNING,
        ),
        Edge(
            "表三“予以公开”的总计是 43",
            a_report(总体情况="答复申请43件，其中予以公开43件。"),
            a_report(总体情况="答复申请43件，其中予以公开42件。"),
            level=Level.NOTICE,
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return reports(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for report in reports(register):
        unit = register.unit(report.unit)
        government = unit is not None and unit.kind.meant is UnitKind.GOVERNMENT
        for each in differing(report, government=government):
            figure = each.said.figure
            message = f"文字写的是 {figure.number}（“{figure.words}”），{each.line}是 {each.table}"
            fix = "对照台账，改正写错的一处；说的不是一回事的，写明范围"
            level = Level.WARNING if each.sure else Level.NOTICE
            yield rule.problem(report, each.said.at, message, fix, level)
