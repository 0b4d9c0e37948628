"""草案须有解读方案。

看什么：还没有形成文件的意见征集，征集的是重大行政决策，或者办法、规定、细则、方案、规划的草案；
定了发布日期、还没有到那天、公布后要有解读的政策文件（还是草稿的、经批准不用解读的不看）。
怎样算错：没有写“解读方案”，也没有写好解读。解读方案和草案一起报批，不公布。
怎样改：写“解读方案”：解读形式、解读人、拟公布日期、预计问题；形成文件以后用 scripts/new interpretation
--of 文号 --form 形式 起草。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy, an_interpretation
from gongkai.law.rules.consultation_feedback import CONSULTATION, GOOD, PATH
from gongkai.records.base import Record
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.types.waiver import Waiver

#: the rule that asks for the interpretation; who was let off it needs no plan of one
MISSING = "interpretation-missing"
#: the draft of a document of weight, as titles of consultations name it
_WEIGHT = re.compile(r"(?:办法|规定|细则|方案|规划)[（(][^）)]*草案")
_PLAN = "{解读形式: [一图读懂], 解读人: 局长, 拟公布日期: 2026-12-01, 预计问题: [谁可以申请？]}"


def _asked(title: str, more: str = "") -> Files:
    text = CONSULTATION.format(feedback=GOOD).replace("养老服务专项规划征求意见", title)
    return {PATH: text.replace("方式:", f"{more}方式:")}


def _draft(more: str | None = None, day: str = "2026-12-05", **fields: str) -> Files:
    """A document of a later day."""
    days = {"成文日期": "2026-11-20", "发布日期": day, "施行日期": "2027-01-01"}
    return a_policy("xin", 发文字号="示民发〔2026〕30号", 解读方案=more, **days, **fields)


_OF_BANFA = "示例区养老服务办法（草案）公开征求意见"
_WEIGHTY = _asked(_OF_BANFA)
EXAMPLE = Example(
    good={**CLEAN, **_asked(_OF_BANFA, f"解读方案: {_PLAN}\n")},
    bad=_WEIGHTY,
    message="还没有解读方案",
    edges=(
        Edge("还没有解读方案", _asked("养老服务征求意见"), _WEIGHTY),
        Edge("还没有解读方案", _asked(_OF_BANFA, "形成的文件: yanglao\n"), _WEIGHTY),
        Edge("还没有解读方案", _draft(_PLAN), _draft()),
        Edge(
            "还没有解读方案",
            {**_draft(), **an_interpretation("xin-jiedu", 解读文件="[xin]", 发布日期="2026-12-05")},
            _draft(),
        ),
        # asked while it is to come; published, it needs the interpretation itself
        Edge("还没有解读方案", _draft(day="2026-11-21"), _draft(day="2026-11-22")),
        # of what is still a draft nobody knows when it comes
        Edge("还没有解读方案", _draft(草稿="是"), _draft()),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    planned = (each for each in register.everything(Consultation) if each.explaining)
    return {each.id: each for each in (*planned, *_consultations(register), *_policies(register))}.values()


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    drafts: list[Consultation | Policy] = [*_consultations(register), *_policies(register)]
    for each in drafts:
        if each.explaining is None:
            fix = "写“解读方案”：解读形式、解读人、拟公布日期、预计问题，和草案一起报批"
            yield rule.problem(each, "标题", f"{in_marks(each.title)}还没有解读方案", fix)


def _consultations(register: Register) -> list[Consultation]:
    """Those on a draft of weight that has not become a document yet."""
    found = register.everything(Consultation)
    return [each for each in found if not each.documents and (each.decisions or _WEIGHT.search(each.title))]


def _policies(register: Register) -> list[Policy]:
    """Those to come that will need an interpretation, as long as none is written; drafts may wait."""
    waived = {each.record for each in register.everything(Waiver) if each.rule == MISSING}
    written = {
        policy.id
        for each in register.everything(Interpretation)
        for name in each.documents
        if (policy := register.policy(name))
    }
    return [
        each
        for each in register.everything(Policy)
        if not (each.draft or each.is_public(register.today))
        and each.needs_interpretation
        and each.id not in written
        and waived.isdisjoint({each.source.path, each.number})
    ]
