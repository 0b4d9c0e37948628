"""Places of problems, found by reading the file once more."""

from __future__ import annotations

import pytest

from gongkai.common.problems import BODY, Problem
from gongkai.load import locate

MEETING = "content/meetings/2026/hui.md"
TABLE = "data/catalogue/minzheng.yml"
FILES = {
    MEETING: """\
---
# 注
会议名称：常务会
日期: 2026-11-24
地点:
开放方式: [列席, 网络直播]
说明: |
  第一行
议题:
  - 标题: 甲
    意见建议:
      - 内容: 乙
        采纳情况: 采纳
  - 标题: 丙
---

正文第二行。
""",
    TABLE: "# 注\n- 编号: 01\n  公开主体:\n    - 区民政局\n- 编号: 02\n",
    "content/pages/huai.md": "没有页首信息\n",
    "content/pages/bom.md": "\ufeff---\r\n标题: 甲\r\n---\r\n正文\r\n",
}
PLACES = [
    (MEETING, None, ("会议名称",), 3, 7),
    (MEETING, None, ("日期",), 4, 5),
    (MEETING, None, ("地点",), 5, 1),
    (MEETING, None, ("开放方式",), 6, 1),
    (MEETING, None, ("开放方式", 1), 6, 12),
    (MEETING, None, ("说明",), 7, 5),
    (MEETING, None, ("议题",), 9, 1),
    (MEETING, None, ("议题", 0), 10, 5),
    (MEETING, None, ("议题", 0, "标题"), 10, 9),
    (MEETING, None, ("议题", 0, "意见建议", 0, "采纳情况"), 13, 15),
    (MEETING, None, ("议题", 1, "标题"), 14, 9),
    (MEETING, None, ("议题", 1, "承办单位", 0), 14, 5),
    (MEETING, None, ("议题", 9, "标题"), 9, 1),
    (MEETING, None, ("没有的键",), 3, 1),
    (MEETING, None, (), 3, 1),
    (MEETING, None, (BODY,), 16, 1),
    (MEETING, None, (BODY, 0), 16, 1),
    (MEETING, None, (BODY, 1), 17, 1),
    (TABLE, 0, ("编号",), 2, 7),
    (TABLE, 0, ("公开主体", 0), 4, 7),
    (TABLE, 1, ("公开主体",), 5, 3),
    (TABLE, 1, (), 5, 3),
    (TABLE, 7, ("编号",), 1, 1),
    ("content/pages/huai.md", None, ("标题",), 1, 1),
    ("content/pages/meiyou.md", None, ("标题",), 1, 1),
    ("content/pages", None, ("标题",), 1, 1),
    ("content/files/a.pdf", None, (), 1, 1),
    ("content/pages/bom.md", None, ("标题",), 2, 5),
    ("content/pages/bom.md", None, (BODY, 0), 4, 1),
]


@pytest.mark.parametrize(("path", "row", "at", "line", "column"), PLACES)
def test_place(write, path, row, at, line, column):
    problem = Problem("x", path, "错", "改", at=at, row=row)
    [located] = locate(write(FILES), [problem])
    assert (located.line, located.column) == (line, column)


def test_order_is_kept_and_known_places_stay(write):
    problems = [
        Problem("b", MEETING, "错", "改", at=("日期",)),
        Problem("a", TABLE, "错", "改", line=7, column=3),
        Problem("c", MEETING, "错", "改", at=("地点",)),
    ]
    located = locate(write(FILES), problems)
    assert [(each.rule, each.line, each.column) for each in located] == [
        ("b", 4, 5),
        ("a", 7, 3),
        ("c", 5, 1),
    ]


def test_a_link_is_not_followed(write):
    root = write(FILES)
    (root / "content/pages/lian.md").symlink_to(root / MEETING)
    [located] = locate(root, [Problem("x", "content/pages/lian.md", "错", "改", at=("日期",))])
    assert (located.line, located.column) == (1, 1)
