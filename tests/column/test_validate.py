"""raw → records: every fault said in Chinese, at its place, all in one run, never an exception."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.column.validate import validate
from gongkai.load import Document
from gongkai.records import record_types
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit

POLICY = {
    "标题": "办法",
    "发文机关": ["区民政局"],
    "成文日期": "2026-11-02",
    "发布日期": "2026-11-05",
    "是否规范性文件": "是",
}
GOOD: dict[Any, dict[str, Any]] = {
    Policy: POLICY,
    Meeting: {"会议名称": "常务会", "日期": "2026-11-24"},
    Unit: {"名称": "甲"},
}
OPINION = {"标题": "乙", "意见建议": [{"内容": "好", "采纳情况": "采用"}]}
UPTAKE = ("议题", 1, "意见建议", 0, "采纳情况")


def document(record_type, data, path="content/policies/2026/a.md"):
    return Document(path, record_type, path.split("/", 1)[1].rpartition(".")[0], data)


def problems_of(record_type, data):
    return validate([document(record_type, data)]).problems


FAULTS: list[tuple[Any, dict[str, Any], str, tuple[Any, ...], str, str]] = [
    (Policy, {"发文机构": "甲"}, "unknown-key", ("发文机构",), "没有“发文机构”", "是不是“发文机关”"),
    (Policy, {"xyz": "甲"}, "unknown-key", ("xyz",), "没有“xyz”", "可用的有：摘要"),
    (Policy, {"标题": None}, "missing-key", ("标题",), "缺少必填的“标题”", "标题: …"),
    (Policy, {"状态": "已废止"}, "field-value", ("状态",), "“已废止”不在", "是不是“废止”"),
    (Policy, {"状态": "x"}, "field-value", ("状态",), "“x”不在", "选一个：有效、已修改"),
    (Policy, {"领域": ["审计", "财政"]}, "field-value", ("领域", 1), "“财政”不在", "财政预决算"),
    (Policy, {"领域": "财政"}, "field-value", ("领域", 0), "“财政”不在", "财政预决算"),
    (Policy, {"发布日期": "2026.2.3"}, "field-value", ("发布日期",), "写法不对", "2026-02-03"),
    (Policy, {"发文机关": []}, "field-value", ("发文机关",), "“发文机关”是空的", "至少写一项"),
    (Policy, {"标题": "字" * 121}, "field-value", ("标题",), "有 121 字，超过 120", "缩短到 120"),
    (Policy, {"摘要": "字" * 201}, "field-value", ("摘要",), "有 201 字，超过 200", "缩短到 200"),
    (Policy, {"审核": "已审"}, "field-shape", ("审核",), "一组“键: 值”", "下级的键"),
    (Policy, {"标题": ["甲"]}, "field-value", ("标题",), "现在是列表", "去掉前面的“-”"),
    (Policy, {"关键词": [["甲"]]}, "field-value", ("关键词", 0), "现在是列表", "去掉前面的“-”"),
    (Policy, {"废止": [{"文件": "甲", "令": "乙"}]}, "unknown-key", ("废止", 0, "令"), "没有“令”", "：文件"),
    (Policy, {"附件": [{"文件": "b.pdf"}]}, "missing-key", ("附件", 0, "名称"), "缺少必填的“名称”", "看到的"),
    (Meeting, {"议题": [{"标题": "甲"}, OPINION]}, "field-value", UPTAKE, "“采用”不在", "是不是“采纳”"),
    (Meeting, {"时间": "9点"}, "field-value", ("时间",), "“9点”不符合要求", "如 09:00"),
    (Unit, {"状态": "停用"}, "field-value", ("状态",), "不符合要求", "在用、撤并"),
    (Unit, {"名称": "字" * 121}, "field-value", ("名称",), "超过 120 字", "缩短到 120"),
]


@pytest.mark.parametrize(("record_type", "written", "rule", "at", "message", "fix"), FAULTS)
def test_a_fault_is_said_at_its_place(record_type, written, rule, at, message, fix):
    data = {key: value for key, value in {**GOOD[record_type], **written}.items() if value is not None}
    problems = problems_of(record_type, data)
    assert [(problem.rule, problem.at) for problem in problems] == [(rule, at)]
    assert message in problems[0].message
    assert fix in problems[0].fix
    assert problems[0].basis


def test_a_name_with_its_file_behind_it_is_parted_and_loses_nothing():
    problems = problems_of(Policy, {**POLICY, "附件": [{"申请表": "files/2026/b.pdf"}]})
    (wrong,) = [problem for problem in problems if problem.rule == "unknown-key"]
    assert wrong.fix == "改为两行，左边对齐：“名称: 申请表”和“文件: files/2026/b.pdf”"
    assert not problems_of(Policy, {**POLICY, "附件": [{"名称": "申请表", "文件": "files/2026/b.pdf"}]})


def test_a_word_that_shares_a_half_is_not_offered():
    (wrong,) = problems_of(Meeting, {**GOOD[Meeting], "类型": "专题会议"})
    assert "是不是" not in wrong.fix


def test_all_faults_of_all_files_are_said_in_one_run():
    untitled = {key: value for key, value in POLICY.items() if key != "标题"}
    first = {**untitled, "状态": "x", "关键字": "甲", "附件": [{"名称": "表"}]}
    found = validate(
        [
            document(Policy, first),
            document(Policy, POLICY, "content/policies/2026/hao.md"),
            document(Unit, {"名称": "", "类别": "部委"}, "data/units/a.yml"),
        ]
    )
    assert sorted((p.path, p.at) for p in found.problems) == [
        ("content/policies/2026/a.md", ("关键字",)),
        ("content/policies/2026/a.md", ("标题",)),
        ("content/policies/2026/a.md", ("状态",)),
        ("content/policies/2026/a.md", ("附件", 0, "文件")),
        ("data/units/a.yml", ("名称",)),
        ("data/units/a.yml", ("类别",)),
    ]
    assert [record.id for record in found.records] == ["policies/2026/hao"]
    assert [broken.key for broken in found.broken] == ["policies/2026/a", "units/a"]


def test_rows_of_a_table_are_judged_each_on_its_own():
    rows = [{"编号": "A-1"}, {"编号": "坏"}, {"编号": "A-3", "公开方式": "及时"}]
    found = validate([document(CatalogueEntry, rows, "data/catalogue/minzheng-ju.yml")])
    assert [record.id for record in found.records] == ["catalogue/minzheng-ju#0"]
    assert [(p.row, p.at) for p in found.problems] == [(1, ("编号",)), (2, ("公开方式",))]


KEYS = sorted({field.alias or "" for each in record_types() for field in each.model_fields.values()})
TEXT = st.one_of(
    st.text(max_size=12), st.sampled_from(["是", "2026-11-05", "2026-13-40", "废止", "null", "９"])
)
RAW = st.recursive(
    TEXT,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(
    st.sampled_from(record_types()),
    st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=6), RAW, max_size=8),
)
def test_whatever_is_written_becomes_a_record_or_problems(record_type, data):
    found = validate([document(record_type, data)])
    assert len(found.records) + len(found.broken) == 1
    assert bool(found.broken) == bool(found.problems)
    for problem in found.problems:
        assert problem.message and problem.fix and problem.at
        # The words of pydantic, unless an editor wrote them.
        foreign = [word for word in ("Input should", "valid", "field") if word not in str(data)]
        assert not any(word in problem.message + problem.fix for word in foreign)
