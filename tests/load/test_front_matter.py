"""Front matter that is missing, broken, doubled or hidden."""

from __future__ import annotations

import pytest

PATH = "content/pages/zhinan.md"
GOOD = "标题: 指南\n更新日期: 2026-09-01\n"

BROKEN = {
    "empty file": ("", 1, "文件是空的", "第一行写 ---"),
    "none": ("# 指南\n\n正文\n", 1, "没有页首信息", "第一行写 ---"),
    "blank line before": (f"\n---\n{GOOD}---\n", 2, "须在第 1 行", "删去 --- 前面的空行"),
    "indented": (f" ---\n{GOOD}---\n", 1, "不是页首信息的开头", "改为 ---"),
    "four dashes": (f"----\n{GOOD}----\n", 1, "“----”不是页首信息的开头", "改为 ---"),
    "chinese dashes": (f"——\n{GOOD}——\n", 1, "破折号", ""),
    "toml": ("+++\ntitle = 1\n+++\n", 1, "“+++”不是页首信息的开头", "改为 ---"),
    "text on the opening line": (f"--- 标题: 指南\n{GOOD}---\n", 1, "不是页首信息的开头", "后面不写字"),
    "never closed": (f"---\n{GOOD}\n正文第一段。\n", 4, "缺少结束的 ---", "约第 4 行"),
    "never closed, no blank line": (f"---\n{GOOD}正文第一段。\n", 4, "缺少结束的 ---", "约第 4 行"),
    "closed with dashes": (f"---\n{GOOD}———\n\n正文\n", 4, "“———”不是页首信息的结尾", "把第 4 行改为 ---"),
    "only the opening": ("---", 1, "", ""),
    "empty": ("---\n---\n正文\n", 1, "没有页首信息", "键: 值"),
    "blank": ("---\n\n \n---\n正文\n", 1, "没有页首信息", "键: 值"),
    "only a comment": ("---\n# 注\n---\n正文\n", 2, "现在是空的", "键"),
    "list": ("---\n- 标题\n- 指南\n---\n正文\n", 2, "现在是一个列表", "键"),
    "text": ("---\n指南\n---\n正文\n", 2, "现在是一段文字", "键"),
    "two at the top": (f"---\n{GOOD}---\n\n---\n栏目: 指南\n---\n正文\n", 6, "又有一段页首信息", "合并"),
    "two files in one": (
        f"---\n{GOOD}---\n正文\n\n---\n{GOOD}---\n正文\n",
        7,
        "又有一段页首信息",
        "分成两个文件",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken(read, name):
    text, line, message, fix = BROKEN[name]
    [problem] = read({PATH: text}).problems
    assert (problem.rule, problem.path) == ("front-matter", PATH)
    assert problem.line == line
    assert message in problem.message + problem.fix
    assert fix in problem.fix


def test_too_long(read):
    [problem] = read({PATH: "---\n标题: 指南\n说明: |\n" + "  长长长\n" * 9_000 + "---\n"}).problems
    assert (problem.rule, problem.message) == ("file-size", "页首信息超过 64 KiB")


@pytest.mark.parametrize(
    ("text", "body", "body_line"),
    [
        (f"---\n{GOOD}---", "", 5),
        (f"---  \n{GOOD}---\t\n正文\n", "正文\n", 5),
        (f"---\n{GOOD}---\n\n\n正文\n", "\n\n正文\n", 5),
        (f"---\n{GOOD}---\n第一段\n\n---\n\n第二段\n", "第一段\n\n---\n\n第二段\n", 5),
        (f"---\n{GOOD}---\n第一段\n\n---\n联系人: 张\n", "第一段\n\n---\n联系人: 张\n", 5),
        (f"---\n{GOOD}---\n---\n\n正文\n", "---\n\n正文\n", 5),
        (f"---\n{GOOD}...\n---\n正文\n", "正文\n", 6),
    ],
)
def test_good(read, text, body, body_line):
    loaded = read({PATH: text})
    assert loaded.problems == ()
    [document] = loaded.documents
    assert document.data == {"标题": "指南", "更新日期": "2026-09-01"}
    assert (document.body, document.body_line) == (body, body_line)


def test_all_problems_of_all_files_in_one_run(read):
    loaded = read(
        {
            "content/pages/a.md": "正文",
            "content/pages/b.md": f"---\n{GOOD}标题: 又一个\n---\n零宽\u200b\n",
            "content/pages/c.md": f"---\n{GOOD}---\n<<<<<<< HEAD\n",
            "content/pages/D.md": f"---\n{GOOD}---\n",
            "content/files/e.pdf": "MZ",
            "data/units/f.yml": "名称：民政局\n简称:民政\n",
        }
    )
    assert [(each.path, each.line, each.rule) for each in loaded.problems] == [
        ("content/files/e.pdf", 1, "attachment-content"),
        ("content/pages/D.md", 1, "file-name"),
        ("content/pages/a.md", 1, "front-matter"),
        ("content/pages/b.md", 4, "duplicate-key"),
        ("content/pages/b.md", 6, "hidden-character"),
        ("content/pages/c.md", 5, "conflict-marker"),
        ("data/units/f.yml", 1, "colon"),
        ("data/units/f.yml", 2, "colon"),
    ]
    assert all(each.message and each.fix and each.basis and each.name for each in loaded.problems)
