"""A row of a list: what it says of a record and where it leads, each value at its place."""

from __future__ import annotations

import pytest

from gongkai.render import Facts, Site
from gongkai.render.lists.entries import entry
from gongkai.settings import PROJECT

POLICY = """\
---
标题: 老旧小区补助办法
发文机关: 区住房城市建设委
成文日期: 2026-11-02
发布日期: 2026-11-05
是否规范性文件: 否
附件:
  - {名称: 申请表, 文件: files/biao.csv}
  - {名称: 说明, 文件: files/shuoming.txt}
---
正文。
"""
ANSWERS = """\
---
标题: {title}
解读文件: [buzhu]
解读形式: 简明问答
发布日期: {day}
问答:
  - {{问: 谁可以申请？, 答: 业主。}}
---
说明。
"""
FILES = {
    "content/policies/2026/buzhu.md": POLICY,
    "content/interpretations/2026/xian.md": ANSWERS.format(title="先解读", day="2026-11-06"),
    "content/interpretations/2026/hou.md": ANSWERS.format(title="后解读", day="2026-11-09"),
    "content/files/biao.csv": "甲,乙\n",
    "content/files/shuoming.txt": "说明",
}


@pytest.fixture
def row(small_column):
    """Slug → its row on the home page."""
    register = small_column(FILES)
    site = Site.of(Facts(register), PROJECT / "overrides")
    return lambda slug: entry(site, register.record(slug), "")


def test_a_document_leads_to_its_first_interpretation_its_answers_and_its_first_file(row):
    found = row("buzhu")
    assert [words.split("（")[0] for words, _ in found.links] == ["政策解读", "问答", "下载 CSV"]
    assert [link for _, link in found.links] == [
        "interpretations/2026/xian/",
        "policies/2026/buzhu/#wen-1",
        "files/biao.csv",
    ]
    assert "问答（2条）" in dict(found.links)


def test_an_interpretation_leads_to_its_document(row):
    assert row("hou").links == [("老旧小区补助办法", "policies/2026/buzhu/")]
