"""Closed documents and topics: what may not stand in their files, and what repeats them."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_meeting, a_policy, an_interpretation

RULE = "closed-document"
REASON = {"不公开理由": "涉及第三方商业秘密", "是否规范性文件": "否"}
CLOSED = {"公开属性": "不予公开", **REASON}
TRANSLATION = {
    "content/en/records/2026/neibu.md": "---\n原文: policies/2026/neibu\n标题: Internal\n"
    "译文日期: 2026-11-12\n---\nText.\n"
}
GAZETTE = {
    "data/gazette/2026.yml": "- 编号: 2026-1\n  期号: 2026年第1期\n  出版日期: 2026-11-10\n"
    "  目录:\n    - 文件: neibu\n      页码: 3\n"
}


@pytest.fixture
def said(run):
    """Files over the clean column → what the rule says: place, level, words."""

    def say(files):
        found = [each for each in run({**CLEAN, **files}).problems if each.rule == RULE]
        return [(each.at, each.level.value, each.message) for each in found]

    return say


def closed(body="", **fields):
    return a_policy("neibu", body=body, **{"发文字号": None, **CLOSED, **fields})


def test_title_number_dates_and_reason_may_stand_there(said):
    assert said(closed(发文字号="示民发〔2026〕30号")) == []


def test_a_text_and_each_field_that_would_tell_it_is_refused(said):
    files = closed(
        "第一条　内部事项。", 摘要="内部事项", 关键词="[内部]", 附件="[{名称: 甲, 文件: files/2026/a.pdf}]"
    )
    assert said(files) == [
        (("摘要",), "错误", "这份文件不予公开，却写着“摘要”、“关键词”、“附件”"),
        (("正文", 0), "错误", "这份文件不予公开，却写着正文"),
    ]


def test_a_refusal_gives_its_reason(said):
    assert said(closed(不公开理由=None)) == [(("公开属性",), "错误", "这份文件不予公开，没有写理由")]


def test_a_text_that_is_given_on_application_is_warned_of_and_needs_no_reason(said):
    files = closed("第一条　内部事项。", 公开属性="依申请公开", 不公开理由=None)
    assert said(files) == [(("正文", 0), "警告", "这份文件依申请公开，却写着正文")]


def test_a_closed_topic_has_a_reason_and_no_outcome(said):
    topic = "\n  - {标题: 甲, 是否公开: 否, 议定结果: 同意, 意见建议: [{内容: 乙, 采纳情况: 采纳}]}"
    assert said(a_meeting(议题=topic)) == [
        (("议题", 0, "意见建议"), "错误", "这项议题不公开，却写着“意见建议”、“议定结果”"),
        (("议题", 0, "是否公开"), "错误", "这项议题不公开，没有写理由"),
    ]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (TRANSLATION, "这份英文译文所说的内容不公开"),
        (an_interpretation("neibu-jiedu", 解读文件="[neibu]"), "这份政策解读所说的内容不公开"),
        (GAZETTE, "公报目录里的《示例区养老服务办法（neibu）》不予公开"),
    ],
    ids=["translation", "interpretation", "gazette"],
)
def test_what_repeats_a_closed_document_is_refused(said, files, words):
    (found,) = said({**closed(), **files})
    assert found[1] == "错误" and found[2].startswith(words)
