"""来龙去脉: every stage in its order, what there is of it, and the gaps."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gongkai.records.base import ContentRecord, Source
from gongkai.render import Facts, Site
from gongkai.render.records.views.thread import thread

OVERRIDES = Path(__file__).parents[2] / "overrides"

POLICY = "content/policies/2026/jiazhuang-dianti.md"
CONSULTATION = """\
---
标题: 加装电梯征求意见
单位: 区民政局
发布日期: 2026-09-01
开始日期: 2026-09-01
截止日期: 2026-10-01
反馈: {公布日期: 2026-10-10, 意见总数: 9, 采纳数: 9}
---
欢迎提出意见。
"""
DECISION = """\
- 编号: JC2026-01
  事项: 加装电梯补助
  承办单位: 区民政局
  目录公布日期: 2026-04-13
  法定程序:
    公众参与: {日期: 2026-10-01, 记录: zhengqiu}
    专家论证: {状态: 不适用, 理由: 不涉及专业问题}
  形成的文件: jiazhuang-dianti
"""
MEETING = """\
---
会议名称: 主任办公会
类型: {kind}
日期: 2026-11-01
议题: [{{标题: 审议补助办法, 形成的文件: [jiazhuang-dianti]}}]
---
会议。
"""


class Later(ContentRecord):
    """A record of a type that this package does not have."""

    title: str = ""

    @property
    def name(self) -> str:
        return self.title

    @property
    def published(self) -> dt.date:
        return dt.date(2026, 11, 15)


class Waiving(Facts):
    """Facts of a column in which every record is freed from every rule."""

    def waiver(self, record, rule):
        return rule


@pytest.fixture
def stages(small_column):
    """The stages of the policy, by name: (days, words) or the gap."""

    def build(files=None, more=(), waived=False):
        register = small_column(files)
        policy = register.policy("jiazhuang-dianti")
        found = [*register.mentions(policy), *more]
        register.mentions = lambda record: found if record is policy else []
        facts = Waiving(register) if waived else Facts(register)
        site = Site.of(facts, OVERRIDES)
        return {
            each.name: [f"{event.date} {event.words}" for event in each.events] or each.gap
            for each in thread(site, policy)
        }

    return build


def test_gaps_are_said_in_words(stages):
    found = stages({"content/interpretations/2026/jiazhuang-dianti-jiedu.md": None})
    assert list(found) == ["征集", "决策程序", "会议议题", "文件", "解读", "公报", "办事", "评价"]
    assert found.pop("文件") == ["2026-11-02 成文", "2026-11-05 公布", "2026-11-10 施行"]
    assert all(isinstance(gap, str) and gap.startswith("没有") for gap in found.values())
    assert len(set(found.values())) == len(found)


def test_a_missing_interpretation_says_why(stages):
    none = {"content/interpretations/2026/jiazhuang-dianti-jiedu.md": None}
    assert stages(none, waived=True)["解读"] == "经批准不另作解读"


def test_the_consultation_is_found_through_the_decision_alone(stages):
    found = stages(
        {"content/consultations/2026/zhengqiu.md": CONSULTATION, "data/decisions/2026.yml": DECISION}
    )
    (consultation,) = found["征集"]
    assert consultation.startswith("2026-09-01 ") and "收到意见 9 条，采纳 9 条" in consultation
    (decision,) = found["决策程序"]
    assert decision.startswith("2026-04-13 ") and "完成 1 步，不适用 1 步" in decision


def test_a_topic_leads_to_its_place_and_a_press_conference_explains(stages):
    found = stages({"content/meetings/2026/zhuren.md": MEETING.format(kind="部门会议")})
    assert found["会议议题"][0].startswith('2026-11-01 <a href="../../../meetings/2026/zhuren/#yiti-1">')
    found = stages({"content/meetings/2026/zhuren.md": MEETING.format(kind="新闻发布会")})
    assert found["会议议题"] == "没有会议审议的记录"
    assert [each[:10] for each in found["解读"]] == ["2026-11-01", "2026-11-06"]


@pytest.mark.parametrize(
    ("kind", "stage"), [("gazette", "公报"), ("service", "办事"), ("evaluation", "评价")]
)
def test_types_are_known_by_name(stages, monkeypatch, kind, stage):
    monkeypatch.setattr(Later, "TYPE", kind, raising=False)
    later = Later.model_construct(title="第 3 期 <卷>").placed(Source("x", "later/3"))
    assert stages(more=[later])[stage] == ['2026-11-15 <a href="../../../later/3/">第 3 期 &lt;卷&gt;</a>']
