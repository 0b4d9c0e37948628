"""One slip is one message: what follows of it is not told as well."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.settings import Settings
from gongkai.text import find_unsafe

POLICY = """---
标题: 测试通知
主题分类: 其他
体裁: 通知
发文机关: 区民政局
成文日期: 2026-11-02
发布日期: 2026-11-20
是否规范性文件: 否
附件: [{名称: 表, 文件: files/2026/b.wps}]
---
正文。
"""


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("发文机关: ", "发文单位: ", {"unknown-key"}),
        ("体裁: ", "\t体裁: ", {"indent"}),
        ("体裁: ", "　体裁: ", {"indent"}),
        ("b.wps", "b.wps", {"attachment-type"}),
        ("b.wps", "c.pdf", {"attachment-type", "attachments-present"}),
    ],
)
def test_what_follows_of_a_slip_is_not_told(tmp_path: Path, identity, old, new, rules):
    for path, text in {
        "content/policies/2026/ceshi.md": POLICY.replace(old, new),
        "content/files/2026/b.wps": "x",
        "data/units/minzheng-ju.yml": "名称: 区民政局\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    found = pipeline.check(Settings(tmp_path, dt.date(2026, 11, 21), identity)).problems
    watched = {
        "unknown-key",
        "missing-key",
        "indent",
        "yaml-syntax",
        "attachment-type",
        "attachments-present",
    }
    assert {each.rule for each in found} & watched == rules | {"attachment-type"}


@pytest.mark.parametrize("target", ["C:\\a.doc", "d:/表.xlsx"])
def test_a_place_on_a_disk_of_ones_own_is_no_link(target):
    (fault,) = find_unsafe(f"见[办法]({target})。\n")
    assert fault.rule == "link-path" and "自己电脑" in fault.message


def test_a_ratio_behind_brackets_is_no_place_on_a_disk():
    assert list(find_unsafe("比例[甲乙](A:B)。\n")) == []
