"""Which records belong to one matter, and what a decision's steps find of them."""

from __future__ import annotations

import pytest

from gongkai.column.matters import matters, matters_of, matters_of_topic, others
from gongkai.column.steps import steps

ASKED = """\
---
标题: 停车办法征求意见
单位: 区民政局
发布日期: 2026-09-01
开始日期: 2026-09-01
截止日期: 2026-10-01
{more}
---
欢迎提出意见。
"""
LISTED = """\
- 编号: {number}
  事项: 停车办法
  承办单位: 区民政局
  决策机关: 区民政局
  目录公布日期: 2026-04-13
"""
MET = """\
---
会议名称: {name}
类型: {kind}
日期: {day}
预告日期: 2026-09-20
主办单位: 区民政局
议题: [{{标题: 听取汇报}}, {{标题: 审议停车办法, {more}}}]
---
会议。
"""
DATED = "content/policies/2026/{slug}.md"
MADE = """\
---
标题: 停车办法（{slug}）
发文机关: 区民政局
成文日期: 2026-11-03
发布日期: 2026-11-06
是否规范性文件: 否
---
正文。
"""
TOLD = "议定结果: 通过"
ANSWER = "反馈: {公布日期: 2026-10-20, 意见总数: 0, 采纳数: 0}"


def files(asked="", met="", more="", kind="区政府常务会", day="2026-10-13", policies=("ting",)):
    return {
        "content/consultations/2026/asked.md": ASKED.format(more=asked),
        "content/meetings/2026/met.md": MET.format(name="会议", kind=kind, day=day, more=met),
        "data/decisions/2026.yml": LISTED.format(number="JC2026-01") + more,
        **{DATED.format(slug=slug): MADE.format(slug=slug) for slug in policies},
    }


def keys(matter):
    return sorted(key.rsplit("/", 1)[-1] for key in matter.keys)


WHOLE = ["asked", "jc2026-01", "met#2", "ting"]


@pytest.mark.parametrize(
    "said",
    [
        {"asked": "决策事项: JC2026-01", "met": "形成的文件: [ting]", "more": "  形成的文件: [ting]\n"},
        {"asked": "形成的文件: ting", "met": "决策事项: [JC2026-01], 形成的文件: [ting]"},
        {"asked": "决策事项: JC2026-01\n形成的文件: ting", "met": "形成的文件: [ting]"},
        {
            "asked": "形成的文件: ting",
            "more": "  形成的文件: [ting]\n  法定程序: {集体讨论: {记录: [met]}}\n",
            "met": "承办单位: 区民政局",
        },
    ],
)
def test_a_matter_is_joined_by_references_in_any_direction(small_column, said):
    register = small_column(files(**said))
    for name in ("JC2026-01", "asked", "ting"):
        (matter,) = matters_of(register, register.record(name))
        assert keys(matter) == WHOLE, name
    (matter,) = matters_of_topic(register, register.record("met"), 2)
    assert keys(matter) == WHOLE and not matters_of_topic(register, register.record("met"), 1)


def test_what_is_shared_makes_no_one_of_two(small_column):
    two = LISTED.format(number="JC2026-02")
    register = small_column(
        files(
            asked="决策事项: [JC2026-01, JC2026-02]\n形成的文件: [ting, er]",
            more="  形成的文件: [ting]\n" + two,
            policies=("ting", "er"),
        )
    )
    found = {each.decision.number: each for each in matters(register) if each.decision}
    assert keys(found["JC2026-01"]) == ["asked", "jc2026-01", "ting"]
    assert keys(found["JC2026-02"]) == ["asked", "jc2026-02"]  # whether er is of it, nobody said
    asked = register.record("asked")
    assert len(matters_of(register, asked)) == 3
    assert len(others(register, found["JC2026-01"], asked.id)) == 2


@pytest.mark.parametrize(
    "said",
    [
        {"met": "决策事项: [JC2026-01, JC2026-02], 形成的文件: [ting]"},
        {"met": "决策事项: [JC2026-01], 形成的文件: [ting]", "kind": "新闻发布会"},
    ],
)
def test_a_topic_of_two_decisions_or_for_the_press_says_of_neither_what_came_of_it(small_column, said):
    register = small_column(files(**said, more=LISTED.format(number="JC2026-02")))
    for matter in matters(register):
        assert not (matter.decision and matter.policies)
    assert "met#2" in keys(matters_of(register, register.policy("ting"))[0])


def test_a_document_that_another_decision_calls_its_own_stays_there(small_column):
    two = LISTED.format(number="JC2026-02") + "  形成的文件: [ting]\n"
    register = small_column(files(asked="决策事项: [JC2026-01]\n形成的文件: [ting]", more=two))
    found = {each.decision.number: keys(each) for each in matters(register) if each.decision}
    assert found["JC2026-01"] == ["asked", "jc2026-01"]
    assert found["JC2026-02"] == ["asked", "jc2026-02", "ting"]


def test_a_step_finds_what_names_the_matter_and_its_day(small_column):
    experts = {
        "content/items/minzheng-ju/2026/lunzheng.md": "---\n标题: 停车办法专家论证意见\n单位: 区民政局\n"
        "发布日期: 2026-10-05\n决策事项: JC2026-01\n---\n同意。\n"
    }
    said = {"asked": f"决策事项: JC2026-01\n{ANSWER}", "met": f"决策事项: [JC2026-01], {TOLD}"}
    register = small_column({**files(**said), **experts})
    found = {each.name: each for each in steps(register, register.record("JC2026-01"))}
    told = {
        name: (
            each.state.value,
            str(each.date),
            [r.slug for r in each.records],
            [t.number for t in each.topics],
        )
        for name, each in found.items()
    }
    assert told == {
        "公众参与": ("已完成", "2026-10-01", ["asked"], []),
        "专家论证": ("未开始", "None", ["lunzheng"], []),
        "风险评估": ("未开始", "None", [], []),
        "合法性审查": ("未开始", "None", [], []),
        "集体讨论": ("已完成", "2026-10-13", [], [2]),
    }


def test_what_names_the_document_and_not_the_decision_is_no_step_of_it(small_column):
    chamber = {
        "content/events/2026/lunzheng.md": "---\n名称: 停车办法专家论证会\n类型: 公开议事厅\n"
        "日期: 2026-10-05\n主办单位: 区民政局\n预告日期: 2026-10-01\n相关文件: ting\n---\n议事。\n"
    }
    register = small_column({**files(more="  形成的文件: [ting]\n", met="承办单位: 区民政局"), **chamber})
    assert not any(each.records for each in steps(register, register.record("JC2026-01")))


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({}, "列入目录"),
        ({"asked": "决策事项: JC2026-01"}, "进行中"),
        ({"met": "决策事项: [JC2026-01]"}, "进行中"),
        ({"met": "决策事项: [JC2026-01]", "day": "2026-11-22"}, "列入目录"),
        ({"met": "决策事项: [JC2026-01]", "kind": "新闻发布会"}, "列入目录"),
        ({"met": "决策事项: [JC2026-01]", "more": "  决定日期: 2026-11-01\n"}, "已决定"),
    ],
)
def test_a_decision_has_begun_when_a_step_of_it_has(small_column, said, state):
    register = small_column(files(**{"met": "承办单位: 区民政局", **said}))
    assert register.state(register.record("JC2026-01")).value == state


@pytest.mark.parametrize(
    ("said", "state", "date"),
    [
        ({"asked": "决策事项: JC2026-01"}, "进行中", "2026-10-01"),
        ({"met": "决策事项: [JC2026-01]", "day": "2026-11-24"}, "未开始", "2026-11-24"),
        ({"met": "决策事项: [JC2026-01]", "kind": "新闻发布会"}, "未开始", "None"),
        ({"met": f"决策事项: [JC2026-01], {TOLD}", "kind": "部门会议"}, "已完成", "2026-10-13"),
        # held as announced, but nobody has said with what result
        ({"met": "决策事项: [JC2026-01]", "kind": "部门会议"}, "进行中", "2026-10-13"),
        ({"met": "决策事项: [JC2026-01], 议定结果: 通过, 结果公布日期: 2026-11-22"}, "进行中", "2026-10-13"),
        ({"met": "决策事项: [JC2026-01], 议定结果: 通过, 结果公布日期: 2026-11-21"}, "已完成", "2026-10-13"),
        ({"met": "决策事项: [JC2026-01], 是否公开: 否, 不公开理由: 内部事务"}, "已完成", "2026-10-13"),
        ({"more": "  法定程序: {公众参与: {状态: 不适用, 理由: 无}, 集体讨论: {日期: 2026-12-01}}\n",
          "asked": f"决策事项: JC2026-01\n{ANSWER}", "met": "决策事项: [JC2026-01]"}, "未开始", "2026-12-01"),
    ],
)  # fmt: skip
def test_what_is_written_of_a_step_counts_before_what_is_found(small_column, said, state, date):
    found = steps(register := small_column(files(**said)), register.record("JC2026-01"))
    step = found[0] if "met" not in said else found[-1]
    assert (step.state.value, str(step.date)) == (state, date)
    if "more" in said:
        assert found[0].state.value == "不适用"
