"""来龙去脉: every stage in its order, what there is of it, and the gaps."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gongkai.column.matters import matters_of
from gongkai.records.base import ContentRecord, Source
from gongkai.render import Facts, Site
from gongkai.render.records.views.thread import threads

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


def told(facts, record):
    """The one thread on a record's page, by stage: days and words, or the words of the gap."""
    register = facts.register
    (thread,) = threads(Site.of(facts, OVERRIDES), matters_of(register, record), record.url)
    return {
        each.name: [f"{e.date} {e.words}{' 本页' if e.here else ''}" for e in each.events] or each.gap.words
        for each in thread.stages
    }


@pytest.fixture
def stages(small_column):
    """The stages of the policy, by name: (days, words) or the gap."""

    def build(files=None, more=(), waived=False):
        register = small_column(files)
        policy = register.policy("jiazhuang-dianti")
        found = [*register.mentions(policy), *more]
        register.mentions = lambda record: found if record is policy else []
        facts = Waiving(register) if waived else Facts(register)
        return told(facts, policy)

    return build


def test_gaps_are_said_in_words(stages):
    found = stages({"content/interpretations/2026/jiazhuang-dianti-jiedu.md": None})
    assert list(found) == ["征集", "决策程序", "会议议题", "文件", "解读", "公报", "办事", "评价"]
    assert found.pop("文件") == ["2026-11-02 成文 本页", "2026-11-05 公布", "2026-11-10 施行"]
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


WHOLE = {
    "content/consultations/2026/zhengqiu.md": CONSULTATION,
    "data/decisions/2026.yml": DECISION,
    "content/meetings/2026/zhuren.md": MEETING.format(kind="部门会议"),
}


def test_every_station_shows_the_same_stations_and_marks_itself(small_column):
    register = small_column(WHOLE)
    facts = Facts(register)
    names = ["zhengqiu", "JC2026-01", "jiazhuang-dianti", "jiazhuang-dianti-jiedu"]
    found = [told(facts, register.record(name)) for name in names]
    days = [
        {
            stage: [each[:10] for each in said] if isinstance(said, list) else said
            for stage, said in one.items()
        }
        for one in found
    ]
    assert days == [days[0]] * len(names)
    marked = [[stage for stage, said in one.items() if "本页" in str(said)] for one in found]
    assert marked == [["征集"], ["决策程序"], ["文件"], ["解读"]]
    # no station leads to its own page
    own = [each for one in found for said in one.values() for each in said if "本页" in each]
    assert len(own) == len(names) and "<a" not in "".join(own)
    assert found[1]["文件"][0].endswith("示例区老旧小区加装电梯补助办法</a>")


def test_what_is_still_to_come_is_no_gap(small_column):
    listed = DECISION.partition("  法定程序")[0] + "  计划完成日期: 2026-12-31\n"
    register = small_column({"data/decisions/2026.yml": listed})
    (thread,) = threads(
        Site.of(Facts(register), OVERRIDES), matters_of(register, register.record("JC2026-01")), "x/"
    )
    later = {each.name: each.gap.words for each in thread.stages if not each.events and each.gap.later}
    assert list(later) == ["征集", "会议议题", "文件", "解读", "公报", "办事", "评价"]
    assert later["文件"] == "还没有形成文件，计划2026年12月31日前决定"
    dropped = listed + "  调出日期: 2026-07-15\n  调出理由: 另行选址\n"
    register = small_column({"data/decisions/2026.yml": dropped})
    found = told(Facts(register), register.record("JC2026-01"))
    assert found["文件"] == "已于2026年7月15日调出目录，没有形成文件" and found["解读"] == "没有形成文件"


def test_a_consultation_of_two_documents_has_a_thread_for_each_and_is_marked_as_shared(small_column):
    other = OTHER.format(slug="er")
    both = CONSULTATION.replace("反馈:", "形成的文件: [jiazhuang-dianti, er]\n反馈:")
    register = small_column(
        {"content/consultations/2026/zhengqiu.md": both, "content/policies/2026/er.md": other}
    )
    site = Site.of(Facts(register), OVERRIDES)
    asked = register.record("zhengqiu")
    found = threads(site, matters_of(register, asked), asked.url)
    assert sorted(each.title for each in found) == ["示例区老旧小区加装电梯补助办法", "第二件（er）"]
    first = told(Facts(register), register.policy("jiazhuang-dianti"))
    assert "同时属于“第二件（er）”" in first["征集"][0] and "第二件" not in str(first["文件"])


OTHER = """\
---
标题: 第二件（{slug}）
发文机关: 区民政局
成文日期: 2026-11-03
发布日期: 2026-11-06
是否规范性文件: 否
---
正文。
"""
