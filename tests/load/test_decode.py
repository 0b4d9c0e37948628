"""Bytes that are no clean UTF-8 text."""

from __future__ import annotations

import pytest

PATH = "content/pages/zhinan.md"
HEAD = "---\n标题: 指南\n更新日期: 2026-09-01\n---\n"
TEXT = HEAD + "第一段。\n第二段。\n"

REFUSED = {
    "utf-16": (TEXT.encode("utf-16"), "file-encoding", 1, 1, "UTF-16", "另存为"),
    "utf-16 without a mark": (TEXT.encode("utf-16-le"), "file-encoding", 1, 1, "UTF-16", "另存为"),
    "ascii in utf-16 without a mark": (
        "---\na: b\n".encode("utf-16-be"),
        "file-encoding",
        1,
        1,
        "UTF-16",
        "另存为",
    ),
    "utf-32": (TEXT.encode("utf-32"), "file-encoding", 1, 1, "UTF-32", "另存为"),
    "gbk": (TEXT.encode("gbk"), "file-encoding", 2, 1, "GBK", "另存为"),
    "gb18030": (TEXT.replace("段", "𠮷").encode("gb18030"), "file-encoding", 2, 1, "GBK", "另存为"),
    "binary": (b"---\na: \xff\xff\xff\n", "file-encoding", 2, 4, "第 7 字节", "备份"),
    "cut in the middle of a word": (TEXT.encode()[:-2], "file-encoding", 6, 4, "", ""),
    "nul": (TEXT.replace("第二", "第\0二").encode(), "control-character", 6, 2, "空字符 NUL", "备份"),
    "word": (b"PK\x03\x04\x14\0", "file-encoding", 1, 1, "这是 Word 或 Excel 文件", "scripts/import"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1", "file-encoding", 1, 1, "这是旧格式的 Word", "scripts/import"),
    "pdf": (b"%PDF-1.7\n", "file-encoding", 1, 1, "这是 PDF 文件", "scripts/import"),
    "conflict": (
        HEAD.encode() + b"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n",
        "conflict-marker",
        5,
        1,
        "合并冲突",
        "留下",
    ),
    "conflict in front matter": (
        TEXT.replace("标题", "<<<<<<< HEAD\n标题").encode(),
        "conflict-marker",
        2,
        1,
        "合并冲突",
        "留下",
    ),
    "endless line": ((HEAD + "长" * 20_001).encode(), "line-length", 5, 1, "20001 字", "分成几段"),
    "too big": ((HEAD + "长长\n" * 400_000).encode(), "file-size", 1, 1, "超过 2 MiB", "附件"),
}

KEPT = {
    "bidi": ("第\u202e二", "hidden-character", 6, 2, "改变文字方向的控制符 U+202E"),
    "isolate": ("\u2066第二", "hidden-character", 6, 1, "U+2066"),
    "zero width": ("第二\u200b", "hidden-character", 6, 3, "零宽空格 U+200B"),
    "mark inside": ("第\ufeff二", "hidden-character", 6, 2, "BOM U+FEFF"),
    "line separator": ("第\u2028二", "hidden-character", 6, 2, "U+2028"),
    "escape": ("第\x1b二", "control-character", 6, 2, "控制字符 U+001B"),
    "next line": ("第\x85二", "control-character", 6, 2, "U+0085"),
    "tag": ("第\U000e0041二", "hidden-character", 6, 2, "U+E0041"),
    "replacement": ("第\ufffd二", "hidden-character", 6, 2, "乱码"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(read, name):
    data, rule, line, column, message, fix = REFUSED[name]
    loaded = read({PATH: data})
    problem = loaded.problems[0]
    assert (problem.rule, problem.line, problem.column) == (rule, line, column)
    assert message in problem.message
    assert fix in problem.fix
    assert loaded.documents == ()


@pytest.mark.parametrize("name", KEPT)
def test_bad_character_is_reported_and_left_out(read, name):
    instead, rule, line, column, message = KEPT[name]
    loaded = read({PATH: TEXT.replace("第二", instead)})
    [problem] = loaded.problems
    assert (problem.rule, problem.line, problem.column) == (rule, line, column)
    assert message in problem.message
    assert loaded.documents[0].body == "第一段。\n第二段。\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["plain", "bom", "crlf", "cr"],
)
def test_harmless_variants_are_the_same(read, data):
    loaded = read({PATH: data})
    assert loaded.problems == ()
    assert loaded.documents[0].data == {"标题": "指南", "更新日期": "2026-09-01"}
    assert (loaded.documents[0].body, loaded.documents[0].body_line) == ("第一段。\n第二段。\n", 5)


def test_many_bad_characters_are_counted(read):
    problems = read({PATH: HEAD + "\u200b" * 50}).problems
    assert len(problems) == 21
    assert "还有 30 处" in problems[0].message + problems[-1].message


def test_table_files_may_be_larger(read):
    row = "- 地址: policies/2020/jiu/\n  转到: policies/2020/xin/\n"
    loaded = read({"data/addresses/jiu.yml": row * 50_000, "data/units/da.yml": "# 长\n" * 500_000})
    assert [(each.path, each.rule) for each in loaded.problems] == [("data/units/da.yml", "file-size")]
    assert len(loaded.documents[0].data) == 50_000


def test_unclosed_brackets(read):
    loaded = read({PATH: HEAD + "[" * 19_000, "content/pages/b.md": HEAD + ("[" * 90 + "\n\n") * 20})
    assert [(each.rule, each.line) for each in loaded.problems] == [("brackets", 27), ("brackets", 5)]
    links = HEAD + "[甲](https://example.com)" * 400
    assert read({PATH: links, "content/pages/b.md": HEAD}).problems == ()
