"""Slips of Chinese keyboards: reported with the right way to write them, and read as meant."""

from __future__ import annotations

import pytest

PATH = "content/meetings/2026/hui.md"

SLIPS = {
    "full-width colon": (
        "会议名称：常务会",
        "colon",
        2,
        5,
        "全角冒号",
        "会议名称: 常务会",
        {"会议名称": "常务会"},
    ),
    "with a space": (
        "会议名称： 常务会",
        "colon",
        2,
        5,
        "全角冒号",
        "会议名称: 常务会",
        {"会议名称": "常务会"},
    ),
    "no space": ("会议名称:常务会", "colon", 2, 5, "少一个空格", "会议名称: 常务会", {"会议名称": "常务会"}),
    "no space before a date": (
        "日期:2026-01-01",
        "colon",
        2,
        3,
        "少一个空格",
        "日期: 2026",
        {"日期": "2026-01-01"},
    ),
    "wide blank": (
        "会议名称:\u3000常务会",
        "colon",
        2,
        5,
        "全角空格",
        "会议名称: 常务会",
        {"会议名称": "常务会"},
    ),
    "no-break space": (
        "日期:\u00a01\n地点: 乙",
        "colon",
        2,
        3,
        "不间断空格",
        "日期: 1",
        {"日期": "1", "地点": "乙"},
    ),
    "below": (
        "议题:\n  - 标题：甲\n    承办单位: 乙",
        "colon",
        3,
        7,
        "全角冒号",
        "标题: 甲",
        {"议题": [{"标题": "甲", "承办单位": "乙"}]},
    ),
    "hidden in the line above": (
        "会议名称: 甲\n  地点：乙",
        "colon",
        3,
        5,
        "全角冒号",
        "地点: 乙",
        None,
    ),
    "after a block": (
        "议题:\n  - 议定结果: |-\n      -甲：乙\n    标题：丙",
        "colon",
        5,
        7,
        "全角冒号",
        "标题: 丙",
        {"议题": [{"议定结果": "-甲：乙", "标题": "丙"}]},
    ),
    "after a block item": (
        "主办单位:\n  - |-\n    标题：甲\n日期：乙",
        "colon",
        5,
        3,
        "全角冒号",
        "日期: 乙",
        {"主办单位": ["标题：甲"], "日期": "乙"},
    ),
    "tab": ("议题:\n\t- 标题: 甲", "indent", 3, 1, "制表符", "半角空格", {"议题": [{"标题": "甲"}]}),
    "tab after space": (
        "议题:\n \t- 标题: 甲",
        "indent",
        3,
        2,
        "制表符",
        "半角空格",
        {"议题": [{"标题": "甲"}]},
    ),
    "wide indent": (
        "议题:\n\u3000- 标题: 甲",
        "indent",
        3,
        1,
        "全角空格",
        "半角空格",
        {"议题": [{"标题": "甲"}]},
    ),
    "dash without a space": ("主办单位:\n  -甲", "list-mark", 3, 3, "“-”", "- 甲", {"主办单位": ["甲"]}),
    "wide dash": ("主办单位:\n  －甲", "list-mark", 3, 3, "“－”", "- 甲", {"主办单位": ["甲"]}),
    "bullet": ("主办单位:\n  • 甲", "list-mark", 3, 3, "“•”", "- 甲", {"主办单位": ["甲"]}),
    "wide comma": (
        "主办单位: [甲，乙]",
        "list-mark",
        2,
        9,
        "全角逗号",
        "[甲, 乙]",
        {"主办单位": ["甲", "乙"]},
    ),
    "lost comment": (
        "会议名称: 关于 #1号楼",
        "yaml-syntax",
        2,
        10,
        "“#1号楼”会被当作注释",
        "加引号",
        {"会议名称": "关于"},
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slip(read, name):
    text, rule, line, column, message, fix, data = SLIPS[name]
    loaded = read({PATH: f"---\n{text}\n---\n"})
    problem = loaded.problems[0]
    assert (problem.rule, problem.line, problem.column) == (rule, line, column)
    assert message in problem.message
    assert fix in problem.fix
    if data is not None:
        assert len(loaded.problems) == 1
        assert loaded.documents[0].data == data


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("会议名称: 通知：关于", {"会议名称": "通知：关于"}),
        ("会议名称: '标题：甲'", {"会议名称": "'标题：甲'"[1:-1]}),
        ("摘要: |-\n  标题：甲\n  -乙\n  日期:丙 #丁", {"摘要": "标题：甲\n-乙\n日期:丙 #丁"}),
        (
            "议题:\n  - 议定结果: >-\n      标题：甲\n    标题: 乙",
            {"议题": [{"议定结果": "标题：甲", "标题": "乙"}]},
        ),
        ("时间: 09:00", {"时间": "09:00"}),
        ("会议名称: '关于 #1号楼'", {"会议名称": "关于 #1号楼"}),
        ("# 标题：甲\n时间: '9'  # 注", {"时间": "9"}),
        ("时间: 九点 # 注", {"时间": "九点"}),
        ("会议名称 : 甲", {"会议名称": "甲"}),
        ("会议名称: 甲\n  ——乙", {"会议名称": "甲 ——乙"}),
        ("会议名称: \u3000甲", {"会议名称": "\u3000甲"}),
        ("主办单位: ['甲，乙', 丙]", {"主办单位": ["甲，乙", "丙"]}),
    ],
)
def test_no_slip(read, text, data):
    loaded = read({PATH: f"---\n{text}\n---\n"})
    assert loaded.problems == ()
    assert loaded.documents[0].data == data
