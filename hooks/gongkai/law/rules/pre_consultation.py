"""规范性文件须先征求意见。

看什么：“适用自”以后发布的、写了服务对象（个人、企业、社会组织）的规范性文件，
和“形成的文件”里写明它的、或者为形成它的决策事项征集意见的意见征集。
怎样算错：没有一次在成文以前开始的意见征集。
怎样改：征集过的，在那次征集的“形成的文件”里写上这件文件；依法不需要征集的，经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.matters import asked_about
from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.law.rules.consultation_feedback import CONSULTATION, PATH
from gongkai.law.rules.decision_steps import DECISION
from gongkai.law.rules.decision_steps import PATH as DECISIONS
from gongkai.records.base import Record
from gongkai.records.fields.values import as_date
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Audience

_FEEDBACK = "{公布日期: 2026-10-20, 意见总数: 0, 采纳数: 0}\n形成的文件: yanglao"


def _published(day: str) -> Files:
    """A document of a day that nobody was asked about."""
    return {PATH: "", **a_policy(服务对象="[个人]", 成文日期=day, 发布日期=day)}


def _opened(day: str) -> Files:
    """Readers are asked from a day on; the document is made on 2026-11-02."""
    text = CONSULTATION.format(feedback="\n形成的文件: yanglao").replace("反馈: \n", "")
    return {
        PATH: text.replace("开始日期: 2026-09-02", f"开始日期: {day}").replace("2026-10-08", "2026-11-20")
    }


def _of_decision(documents: str) -> Files:
    """Readers are asked about a decision, of which documents came."""
    text = CONSULTATION.format(feedback=f"{_FEEDBACK.partition(chr(10))[0]}\n决策事项: JC2026-05")
    decision = DECISION.format(experts="{日期: 2026-08-20}") + f"  形成的文件: {documents}\n"
    return {PATH: text, DECISIONS: decision}


EXAMPLE = Example(
    good={**CLEAN, **a_policy(服务对象="[个人]"), PATH: CONSULTATION.format(feedback=_FEEDBACK)},
    bad={PATH: CONSULTATION.format(feedback=_FEEDBACK.partition("\n")[0])},
    message="成文以前没有在本栏目征求意见",
    edges=(
        Edge("没有在本栏目征求意见", _published("2025-12-31"), _published("2026-01-01")),
        Edge("没有在本栏目征求意见", _of_decision("[yanglao]"), _of_decision("[]")),
        Edge("没有在本栏目征求意见", _opened("2026-11-01"), _opened("2026-11-02")),
    ),
)
PARAMETERS = {"适用自": as_date}
_PUBLIC = {Audience.PERSON, Audience.COMPANY, Audience.SOLE_TRADER, Audience.ORGANISATION}


def scope(register: Register) -> Iterable[Record]:
    return _for_the_public(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    since = as_date(rule.parameters["适用自"])
    for policy in _for_the_public(register):
        if policy.published_on >= since and not _asked(register, policy):
            fix = "在那次征集的“形成的文件”里写上这件文件；依法不需要征集的，经批准写豁免"
            yield rule.problem(policy, "标题", f"{in_marks(policy.title)}成文以前没有在本栏目征求意见", fix)


def _for_the_public(register: Register) -> list[Policy]:
    return [each for each in register.policies if each.normative and _PUBLIC & set(each.audiences)]


def _asked(register: Register, policy: Policy) -> bool:
    return any(each.opens_on < policy.made_on for each in asked_about(register, policy))
