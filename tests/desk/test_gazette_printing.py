"""The gazette's PDF: every word of what an issue prints, and never a page behind its sources."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pypdf import PdfReader

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.common.paper.blocks import Heading, Paragraph, Table
from gongkai.desk import forms, gazette_printing
from gongkai.load import load
from gongkai.records.column import Column
from gongkai.records.types.gazette import GazetteIssue

PROJECT = Path(__file__).parents[2]
COLUMN = Column.model_validate(
    {
        "门户名称": "示例区人民政府",
        "栏目网址": "https://www.example.cn/zwgk/",
        "网站域名": "www.example.cn",
        "网站标识码": "1101020001",
        "主办单位": "示例区人民政府办公室",
        "联系方式": "010-00000000",
    }
)
POLICY = """\
---
标题: 示例区养老服务办法
发文机关: 区民政局
成文日期: 2026-11-02
发布日期: 2026-11-05
是否规范性文件: 否
---
## 第一章　总则

第一条　见[另一件](lingwai.md)的**附表**。

表：标准

| 种类 | 金额 |
|---|---|
| 甲 | 3 |
"""
ISSUE = """\
- 编号: 2026-01
  期号: 2026年第1期
  出版日期: 2026-11-20
  全文: files/gazette/2026-01.pdf
  目录:
    - 文件: yanglao
      页码: 1
    - 标题: 人事任免
      页码: 2
"""
PATH = "content/files/gazette/2026-01.pdf"


def column(root, issue=ISSUE):
    files = {"content/policies/2026/yanglao.md": POLICY, "data/gazette/2026.yml": issue}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return Register(validate(load(root).documents).records, dt.date(2026, 11, 21), COLUMN)


def test_an_issue_prints_headings_paragraphs_and_tables_of_its_policies(tmp_path):
    paper = gazette_printing.papers(column(tmp_path))[PATH]
    assert paper.title == "政府公报2026年第1期" and paper.day == dt.date(2026, 11, 20)
    tables = [each for each in paper.blocks if isinstance(each, Table)]
    assert [row.cells for row in tables[0].rows] == [("示例区养老服务办法", "1"), ("人事任免", "2")]
    assert (tables[1].caption, tables[1].header) == ("标准", ("种类", "金额"))
    assert Heading("第一章　总则", level=3) in paper.blocks
    assert Paragraph("第一条　见另一件的附表。") in paper.blocks
    assert Paragraph("本电子版不含这一项，请看纸质公报。", small=True) in paper.blocks


def test_what_is_no_document_here_is_printed_from_the_contents(tmp_path):
    issue = ISSUE.replace(
        "      页码: 2\n", "      页码: 2\n      正文: |\n        任命甲。\n        免去乙。\n"
    )
    paper = gazette_printing.papers(column(tmp_path, issue))[PATH]
    assert paper.blocks[-2:] == (Paragraph("任命甲。"), Paragraph("免去乙。"))


def test_a_file_of_the_districts_own_is_left_alone(tmp_path):
    assert gazette_printing.papers(column(tmp_path, ISSUE.replace("files/gazette/", "files/2026/"))) == {}


def test_the_committed_issue_is_made_from_its_sources_and_its_pages_are_told_right(demonstration_checked):
    register = demonstration_checked.register
    wanted = gazette_printing.papers(register)
    printed = [each for each in register.public(GazetteIssue) if each.pdf]
    assert printed and set(wanted) == {f"content/{each.pdf}" for each in printed}
    assert forms.stale(PROJECT, wanted) == []
    for issue in printed:
        reader = PdfReader(PROJECT / f"content/{issue.pdf}")
        pages = ["".join(page.extract_text().split()) for page in reader.pages]
        for line in issue.contents:
            policy = register.policy(line.document) if line.document else None
            title = policy.title if policy else line.title
            assert "".join(title.split()) in pages[int(line.page) - 1], (issue.id, title)
