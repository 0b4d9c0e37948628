"""规范性文件须在公报刊登。

看什么：“适用自”以后公布、现在还有效的规范性文件，和 data/gazette/ 里各期公报的目录。
外地或上级的文件、已经废止失效的不看；从未出版过公报的不看：区县办不办公报，国家没有要求。
怎样算错：公布后过了“刊登天数”，没有一期已经出版的公报在目录里用“文件”写到它。
怎样改：登在下一期，出版后在那一期的目录里写“文件”和页码；已经登了、目录里只写了“标题”的，
把“标题”改成“文件”。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy, an_interpretation
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.gazette import GazetteIssue
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard

PATH = "data/gazette/2026.yml"
_ROW = "- {编号: 2026-%d, 期号: 2026年第%d期, 出版日期: %s, 目录: [{%s, 页码: 3}]}\n"


def _issues(*contents: tuple[str, str]) -> Files:
    """Issues of a day and one line each."""
    rows = (_ROW % (number, number, day, line) for number, (day, line) in enumerate(contents, 1))
    return {PATH: "".join(rows)}


_YANGLAO = "文件: 示民发〔2026〕21号"
_FIRST = ("2026-11-20", "标题: 人事任免")
#: a second one, which is in no issue
_OTHER: Files = {
    **a_policy("dier", 发文字号="示民发〔2026〕22号"),
    **an_interpretation("dier-jiedu", 解读文件="[dier]"),
}
EXAMPLE = Example(
    good={**CLEAN, **_issues(("2026-11-20", _YANGLAO))},
    bad=_OTHER,
    message="《示例区养老服务办法（dier）》公布后超过 120 天还没有登在政府公报上",
    today="2027-03-06",
    edges=(
        Edge("还没有登在政府公报上", _OTHER, _OTHER, last="2027-03-05", first="2027-03-06"),
        Edge(
            "还没有登在政府公报上",
            _issues(_FIRST, ("2027-03-06", _YANGLAO)),
            _issues(_FIRST, ("2027-03-07", _YANGLAO)),
        ),
        # a title alone ties nothing to it
        Edge(
            "还没有登在政府公报上",
            _issues(_FIRST, ("2026-12-20", _YANGLAO)),
            _issues(("2026-11-20", "标题: 示例区养老服务办法")),
        ),
        Edge(
            "还没有登在政府公报上",
            {**_OTHER, **a_policy("dier", 发文字号="示民发〔2026〕22号", 失效日期="2027-03-05")},
            {**_OTHER, **a_policy("dier", 发文字号="示民发〔2026〕22号", 失效日期="2027-03-06")},
        ),
        Edge(
            "还没有登在政府公报上",
            {**_OTHER, **a_policy("dier", 发文字号="示民发〔2025〕22号", 发布日期="2025-12-31")},
            {**_OTHER, **a_policy("dier", 发文字号="示民发〔2026〕22号", 发布日期="2026-01-01")},
        ),
    ),
)
PARAMETERS = {"刊登天数": as_count, "适用自": as_date}


def scope(register: Register) -> Iterable[Record]:
    return _asked(register, dt.date.min)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    issues = register.public(GazetteIssue)
    if not issues:
        return
    printed = {each.id for issue in issues for each in register.printed_in(issue)}
    days = rule.number("刊登天数")
    for policy in _asked(register, as_date(rule.parameters["适用自"])):
        late = register.today > policy.published_on + dt.timedelta(days=days)
        if late and policy.id not in printed:
            message = f"{in_marks(policy.title)}公布后超过 {days} 天还没有登在政府公报上"
            fix = "登在下一期，出版后在那一期的“目录”里写“文件”和页码"
            yield rule.problem(policy, "标题", message, fix)


def _asked(register: Register, begun: dt.date) -> list[Policy]:
    """Normative documents of the district's own that were published since and are not over."""
    return [
        each
        for each in register.policies
        if each.normative
        and not each.elsewhere
        and each.published_on >= begun
        and not register.standing(each).ended
    ]
