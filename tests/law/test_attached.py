"""Every file is looked at, whoever uses it, and what is found is said where it is used."""

from __future__ import annotations

import pytest

from gongkai.common.problems import BODY
from gongkai.law.example import CLEAN, a_meeting, a_page, a_policy, a_waiver, an_interpretation, an_item
from gongkai.law.rules.attachment_readable import SILENT

FILE = "content/files/2026/m.csv"
LIST = {FILE: "姓名,证件\n甲,11010519491231002X\n"}
SAID = "附件 files/2026/m.csv 第2行有居民身份证号码 110*************2X"


ITEM = "items/minzheng-ju/2026/jiuzhu.md"
DEEP, SHALLOW = "../../../files/2026/m.csv", "../../files/2026/m.csv"


@pytest.mark.parametrize(
    ("files", "path", "at"),
    [
        (an_item(body=f"甲。\n\n见[名单]({DEEP})。"), ITEM, (BODY, 2)),
        (a_policy(body=f"见[名单][m]。\n\n[m]: {SHALLOW}"), "policies/2026/yanglao.md", (BODY, 2)),
        (a_page(body='<a href="../files/2026/m.csv#1">名单</a>'), "pages/zhinan.md", (BODY, 0)),
        (an_item(附件="[{名称: 名单, 文件: files/2026/m.csv}]"), ITEM, ("附件", 0, "文件")),
        (
            an_interpretation(媒体文件="[{文件: files/2026/m.csv, 文字说明: 图}]"),
            "interpretations/2026/yanglao-jiedu.md",
            ("媒体文件", 0, "文件"),
        ),
        (a_meeting(草稿="是", body=f"[名单]({SHALLOW})"), "meetings/2026/changwuhui-46.md", (BODY, 0)),
        ({}, "files/2026/m.csv", ()),
    ],
    ids=["link", "reference", "html", "attachment", "media", "draft", "nobody"],
)
def test_a_number_in_a_file_is_found_whoever_uses_it(run, files, path, at):
    found = [p for p in run({**CLEAN, **files, **LIST}).problems if p.rule == "personal-data-attached"]
    assert [(p.path, p.at, p.message, p.level.value) for p in found] == [
        (f"content/{path}", at, SAID, "错误")
    ]


def test_a_file_that_two_records_use_is_told_once(run):
    twice = {
        **an_item(body="[甲](../../../files/2026/m.csv)"),
        **an_item("b", body="[乙](../../../files/2026/m.csv)"),
    }
    found = [p.path for p in run({**CLEAN, **twice, **LIST}).problems if p.rule == "personal-data-attached"]
    assert found == ["content/items/minzheng-ju/2026/b.md"]


def test_a_file_that_nobody_uses_is_said_to_be_unused(run):
    [problem] = run({**CLEAN, **LIST}).problems
    assert (problem.line, problem.fix.startswith("没有内容用到这个文件：不用了就删去")) == (1, True)


SCAN = {"content/files/2026/a.pdf": SILENT}
USED = an_item(附件="[{名称: 表, 文件: files/2026/a.pdf}]")


def test_what_cannot_be_read_is_a_warning_that_may_be_waived(run):
    told = [(p.rule, p.level.value, p.path) for p in run({**CLEAN, **USED, **SCAN}).problems]
    assert told == [("attachment-readable", "警告", f"content/{ITEM}")]
    waiver = a_waiver(
        规则="attachment-readable", 对象=f"content/{ITEM}", 理由="原件是签字的扫描件，已逐页看过"
    )
    outcome = run({**CLEAN, **USED, **SCAN, **waiver})
    assert [p.rule for p in outcome.problems] == []
    assert [p.rule for p in outcome.waived] == ["attachment-readable"]


def test_a_scan_that_nobody_uses_is_said_to_be_unused(run):
    [problem] = run({**CLEAN, **SCAN}).problems
    assert (problem.rule, problem.path) == ("attachment-readable", "content/files/2026/a.pdf")
    assert problem.fix.startswith("没有内容用到这个文件：不用了就删去")
