"""解读将于…前公布: said on the home page, in the list and on the policy until the interpretation is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gongkai.render import plan

from .as_written import as_written

MINI = Path(__file__).parents[1] / "sites/mini"
#: Thursday; the third working day after it is Tuesday
POLICY = """\
---
标题: 示例区取暖补贴办法
发文机关: 区民政局
发文字号: 示民发〔2026〕41号
成文日期: 2026-11-16
发布日期: 2026-11-19
解读拟公布日期: 2026-11-24
是否规范性文件: 是
主题分类: 民政、扶贫、救灾
示例: 是
---
第一条　为规范取暖补贴，制定本办法。
"""
INTERPRETATION = """\
---
标题: 取暖补贴问答
解读文件: [qunuan]
解读形式: 简明问答
发布日期: 2026-11-21
示例: 是
问答: [{问: 谁可以领, 答: 低保家庭。}]
---
说明。
"""
SAID = {"": "解读将于11月24日前公布", "policies/": "解读将于11月24日前公布"}
PAGE = "policies/2026/qunuan/"


@pytest.fixture
def page(framed, tmp_path):
    """More files over the tiny column with the policy → a function from address to the page's content."""

    def made(more=()):
        root = Path(shutil.copytree(MINI, tmp_path / "root"))
        (root / "content/policies/2026/qunuan.md").write_text(POLICY, "utf-8")
        for path, text in more:
            (root / path).write_text(text, "utf-8")
        pages = {each.url: each for each in plan(framed(root))}
        return lambda url: as_written(pages[url].make().content)

    return made


def test_readers_are_told_until_when_on_every_page(page):
    found = page()
    for url, words in SAID.items():
        entry = found(url).split("示例区取暖补贴办法", 1)[1].partition("</li>")[0]
        assert words in entry
        assert "政策解读" not in entry
    policy = found(PAGE)
    assert "解读将于2026年11月24日前公布" in policy
    assert 'class="chip chip--due"' in policy and "豁免" not in policy


def test_nothing_is_said_once_the_interpretation_is_there(page):
    found = page([("content/interpretations/2026/qunuan-wenda.md", INTERPRETATION)])
    for url in (*SAID, PAGE):
        assert "解读将于" not in found(url)
    assert "interpretations/2026/qunuan-wenda/" in found(PAGE)
