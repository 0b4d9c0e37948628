"""Which files are read, and which names and kinds of file are refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gongkai.common.problems import EnvironmentProblem
from gongkai.load import load
from gongkai.load.names import MAX_NAME, check_name

PAGE = "---\n标题: 指南\n更新日期: 2026-09-01\n---\n正文。\n"
BAD_NAMES = [
    ("content/pages/~$zhinan.md", "leftover-file", "临时、备份文件", "删去"),
    ("content/pages/zhinan.md.bak", "leftover-file", "zhinan.md.bak", "删去"),
    ("content/pages/.zhinan.md.swp", "leftover-file", "临时", "删去"),
    ("content/files/Thumbs.db", "leftover-file", "临时", "删去"),
    ("content/.DS_Store", "leftover-file", "临时", "删去"),
    ("data/units/.~lock.minzheng.yml#", "leftover-file", "临时", "删去"),
    ("content/pages/con.md", "file-name", "Windows 的保留名", "con-wenjian.md"),
    ("content/files/LPT1.pdf", "file-name", "Windows 的保留名", "LPT1-wenjian.pdf"),
    ("content/pages/Zhi Nan_1.md", "file-name", "只用小写字母", "改名为 zhi-nan-1.md"),
    ("content/pages/指南.md", "file-name", "文件名就是网址", "拼音"),
    ("content/pages/zhinan.markdown.md", "file-name", "不合约定", "改名为 zhinan.md"),
    ("content/pages/a?b.md", "file-name", "a?b.md", "改名为 a-b.md"),
    ("content/pages/a#b.md", "file-name", "a#b.md", "改名为 a-b.md"),
    ("content/pages/a%2fb.md", "file-name", "a%2fb.md", "改名为 a-2fb.md"),
    ("content/pages/a\nb.md", "file-name", "a\\u000ab.md", "改名为 a-b.md"),
    ("content/pages/a\u202eb.md", "file-name", "a\\u202eb.md", "改名为 a-b.md"),
    ("content/policies/２０２３/zhengce.md", "file-name", "２０２３", "改名为 2023"),
    ("content/pages/" + "a" * 150 + ".md", "file-name", "不超过 100 字", "改名为 aaa"),
    ("content/files/申请表 (终稿).pdf", "file-name", "附件的名字只用", "改名为 申请表-终稿.pdf"),
    ("content/files/\uf900.pdf", "file-name", "附件的名字只用", "改名为 \u8c48.pdf"),
    ("content/zhinan.md", "unknown-file", "不会发布", "页面 content/pages/文件名.md"),
    (
        "content/policy/2026/banfa.md",
        "unknown-file",
        "不放任何种类的记录",
        "政策文件 content/policies/四位年份/文件名.md",
    ),
    ("content/policies/26/banfa.md", "unknown-file", "不会发布", "content/policies/四位年份/文件名.md"),
    ("content/pages/zhinan.yaml", "unknown-file", "不会发布", "content/pages/文件名.md"),
    ("data/units/minzheng.yaml", "unknown-file", "不会发布", "单位 data/units/文件名.yml"),
    ("content/policies/2026/banfa.docx", "unknown-file", "这是 Word 文件", "scripts/import"),
    ("data/datasets/xuke/2026.xlsx", "unknown-file", "这是 Excel 表格", "CSV UTF-8"),
    ("content/policies/2026/banfa.md.txt", "file-name", "不合约定", "改名为 banfa.md"),
]


@pytest.mark.parametrize(("path", "rule", "message", "fix"), BAD_NAMES, ids=lambda value: ascii(value)[:40])
def test_bad_name(read, path, rule, message, fix):
    loaded = read({path: PAGE, "content/pages/hao.md": PAGE})
    [problem] = loaded.problems
    assert (problem.rule, problem.line, problem.column) == (rule, 1, 1)
    assert message in problem.message
    assert fix in problem.fix
    assert problem.as_text().isprintable() or "\n    依据：" in problem.as_text()
    assert [document.path for document in loaded.documents] == ["content/pages/hao.md"]


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("content/pages/a.md", "content/pages/A.md", "只有大小写不同"),
        ("content/files/a.PDF", "content/files/a.pdf", "只有大小写不同"),
        ("content/files/\u00e9.pdf", "content/files/e\u0301.pdf", "NFC/NFD"),
    ],
)
def test_names_that_collide(read, first, second, message):
    loaded = read({first: PAGE, second: PAGE})
    [problem] = [each for each in loaded.problems if each.rule == "name-collision"]
    assert message in problem.message
    assert problem.path in {first, second}


def test_undecodable_name(write):
    root = write({"content/pages/hao.md": PAGE})
    Path(os.fsdecode(os.fsencode(root) + b"/content/pages/\xff.md")).write_text(PAGE)
    [problem] = load(root).problems
    assert "\\xff" in problem.message
    assert problem.as_text().encode("utf-8")


def test_symbolic_links_are_refused(write):
    root = write({"content/pages/hao.md": PAGE})
    (root / "content/pages/lian.md").symlink_to("/etc/hostname")
    (root / "content/policies").symlink_to("/etc", target_is_directory=True)
    (root / "data").symlink_to("/etc", target_is_directory=True)
    loaded = load(root)
    assert [(each.rule, each.path) for each in loaded.problems] == [
        ("symbolic-link", "content/pages/lian.md"),
        ("symbolic-link", "content/policies"),
        ("symbolic-link", "data"),
    ]


def test_two_sources_of_one_address(read):
    loaded = read({"content/pages/a.md": PAGE, "content/pages/a/index.md": PAGE})
    [problem] = loaded.problems
    assert (problem.rule, problem.path) == ("same-address", "content/pages/a/index.md")
    assert "content/pages/a.md" in problem.message


def test_special_file(write):
    root = write({})
    os.mkfifo(root / "content/guandao.md")
    [problem] = load(root).problems
    assert (problem.rule, problem.path) == ("file-unreadable", "content/guandao.md")


def test_what_is_ignored(read):
    loaded = read(
        {
            "content/.gitkeep": "",
            "content/.obsidian/app.json": "{}",
            "data/README.md": "说明",
            "data/units/README.md": "说明",
            "data/addresses/published.txt": "policies/2026/a/\n",
        }
    )
    assert loaded.problems == loaded.documents == ()


def test_neither_folder(tmp_path):
    with pytest.raises(EnvironmentProblem, match="--root"):
        load(tmp_path)


def test_a_file_in_place_of_a_folder(tmp_path):
    (tmp_path / "data").write_text("")
    [problem] = load(tmp_path).problems
    assert "应是文件夹" in problem.message


def test_documents_are_sorted_and_keyed(read):
    units = {f"data/units/{name}.yml": f"名称: {name}\n" for name in ("b", "a-b", "a")}
    items = {f"content/items/{unit}/2026/yi.md": PAGE for unit in ("minzheng", "minzheng-fen")}
    loaded = read({**items, **units})
    assert [(each.key, each.record_type.TYPE) for each in loaded.documents] == [
        ("items/minzheng-fen/2026/yi", "item"),
        ("items/minzheng/2026/yi", "item"),
        ("units/a-b", "unit"),
        ("units/a", "unit"),
        ("units/b", "unit"),
    ]
    assert loaded.problems == ()


def test_deep_folders(read):
    loaded = read({"content/files/" + "a/" * 100 + "a.pdf": b"%PDF-"})
    [problem] = loaded.problems
    assert "超过 10 层" in problem.message
    assert problem.path == "content/files" + "/a" * 10


def test_unreadable(write, monkeypatch):
    root = write({"content/pages/a.md": PAGE, "content/files/a.pdf": b"%PDF-", "data/units/a.yml": "a: b"})
    real = os.scandir

    def refused(file, *_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(os, "scandir", lambda path: refused(path) if path.endswith("units") else real(path))
    problems = load(root).problems
    assert [each.path for each in problems] == ["content/files/a.pdf", "content/pages/a.md", "data/units"]
    assert {each.message for each in problems} == {"打不开：没有读取的权限"}


@pytest.mark.parametrize(("more", "fits"), [(0, True), (1, False)])
def test_a_name_may_be_as_long_as_is_said(more, fits):
    name = "a" * (MAX_NAME + more - 3) + ".md"
    assert (check_name(f"content/pages/{name}", name, attached=False) is None) is fits
