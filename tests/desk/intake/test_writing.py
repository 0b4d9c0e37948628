"""Blocks → Markdown: what readers see is what the file says, to the last sign."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from gongkai.desk import word
from gongkai.desk.intake import escaping
from gongkai.desk.intake.captions import captions, wordless
from gongkai.desk.intake.markdown import Writer, differs
from gongkai.desk.intake.parts import Parts
from gongkai.desk.intake.reading import parts_of
from gongkai.text.document import document

from ..word import numbered, official
from ..word.ooxml import Docx, cell, paragraph, picture, row, t, table

HARD = (
    "面积*300元*60%", "a_b__c", "[甲](乙)", "[甲](https://a.example/b)", "[1]: https://a.example/b",
    "- 甲", "-5度以下", "+ 20%", "# 1号楼", "#话题#", "## 目的", "> 60分以上", ">=10万元", "```", "~~~",
    "------", "***", "* 为必填项", "**重点**", "**《办法》**", "张**同志", "<姓名>", "a<b且c>d",
    "<b>粗</b>", "<script>", "</p>", "&lt;", "A&B", "\\*", "\\\\", "|甲|乙|", "甲 | 乙", "![图](a.png)",
    "!!! note", ": 释义", "$x^2$", "{{ 变量 }}", "`代码`", "[^1]", "1. 受理", "1) 受理", "表1　标准",
    "第一条", "第三条规定的程序", "https://a.example/b_c", "<a@example.gov.cn>", "姓名：____",
    "==重点==", "H~2~O", "　　两格", "甲　　乙", "[ ] 未办", "=-=", "...", "〔甲〕《乙》“丙”",
    "\u200b零宽", "a  b", "<!-- 注 -->", "<td>",
)  # fmt: skip


@pytest.mark.parametrize("text", HARD)
def test_signs_are_shown_as_they_are(text):
    assert escaping.shown(escaping.paragraph(text)) == escaping.squashed(text)


@pytest.mark.parametrize("text", HARD)
def test_signs_in_cells_notes_and_beside_each_other_are_too(text):
    doc = Docx()
    doc.p(t(text), doc.note(text), "以上。")
    doc.p(t(text))
    doc.p(t(text))
    doc.raw(table(row(cell(t("项目")), cell(t("说明"))), row(cell(t("甲")), cell(t(text)))))
    doc.raw(table(row(cell(t("项目"), wide=2)), row(cell(t("甲")), cell(t(text)))))
    reading = word.read(doc.data())
    parts = Parts(list(reading.blocks))
    body = Writer("", {each.key: each for each in reading.notes}).text(parts)
    assert differs(parts, body, reading.notes) == ""


@pytest.mark.parametrize("name", official.FILES)
def test_every_official_file_is_written_whole(name):
    reading = word.read(official.FILES[name]().data())
    parts = parts_of(reading.blocks)
    body = Writer("", {each.key: each for each in reading.notes}).text(parts)
    assert differs(parts, body, reading.notes) == ""


def test_what_is_lost_in_writing_is_found_in_notes_too():
    parts = Parts([word.Paragraph((word.Run("第一条　甲乙丙"),), "第1段")])
    assert differs(parts, "第一条　甲乙") == "原文“第一条甲乙丙”，写成了“第一条甲乙”"
    note = word.Note("f1", (word.Paragraph((word.Run("丁戊"),), "脚注1"),))
    assert differs(parts, "第一条　甲乙丙[^1]\n\n[^1]: 丁", [note]) == "原文“丁戊”，写成了“丁”"


def test_two_hundred_articles_are_two_hundred_articles():
    parts = parts_of(word.read(numbered.two_hundred().data()).blocks)
    read = document(Writer("").text(parts), parts.title)
    assert [each.number for each in read.articles[:58]] == [*((at,) for at in range(1, 58)), (57, 1)]
    assert len(read.articles) == 201
    assert read.articles[-1].number == (200,)


def test_a_printed_document_is_one_of_its_own_below_the_signature():
    parts = parts_of(word.read(official.notice_with_measures().data()).blocks)
    read = document(Writer("").text(parts), parts.title)
    assert [each.text for each in read.issuers] == ["北京市示例区民政局"]
    (printed,) = read.printed
    assert (printed.title.text, len(printed.articles)) == ("示例区社区食堂管理办法", 3)


def test_merged_cells_reach_as_far_as_in_word():
    parts = Parts(list(word.read(official.tables().data()).blocks))
    body = Writer("").text(parts)
    assert '<tr><th rowspan="2">序号</th><th colspan="2">收费</th></tr>' in body
    assert '<tr><td></td><td colspan="2">小计</td></tr>' in body
    assert "| 合成 | 甲<br>乙<br>丙<br>丁<br>后面 |" in body


def test_a_head_of_two_rows_is_a_head_and_figures_are_none():
    def written(*below):
        doc = Docx()
        top = row(cell(t("区域"), merge="restart"), cell(t("时间"), wide=2))
        rows = [row(cell(merge="continue"), *(cell(t(each)) for each in each_row)) for each_row in below[:1]]
        rows += [row(*(cell(t(each)) for each in each_row)) for each_row in below[1:]]
        doc.raw(table(top, *rows))
        return Writer("").text(Parts(list(word.read(doc.data()).blocks)))

    assert "<tr><th>工作日</th><th>节假日</th></tr>" in written(("工作日", "节假日"), ("东", "5", "6"))
    assert "<tr><td>500</td><td>节假日</td></tr>" in written(("500", "节假日"), ("东", "5", "6"))


def test_the_line_below_a_picture_says_what_it_shows():
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    doc = Docx()
    doc.media["a.png"], doc.media["b.png"] = out.getvalue(), out.getvalue()
    for name, below in (("a.png", "图1　申请流程"), ("b.png", "图2是流程，见上。")):
        doc.raw(paragraph(picture(name)))
        doc.p(below)
    reading = word.read(doc.data())
    said = captions(Parts(list(reading.blocks)))
    assert said == {"tu-1.png": "申请流程"} and wordless(reading.pictures, said) == 1
    writer = Writer("", {}, {each.name: each for each in reading.pictures}, said)
    assert "![申请流程](tu-1.png)" in writer.text(Parts(list(reading.blocks)))


def test_a_picture_stands_where_it_stood_and_asks_for_words():
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    doc = Docx()
    doc.media["a.png"] = out.getvalue()
    doc.p("见图：", picture("a.png"), "（完）", shows="")
    reading = word.read(doc.data())
    writer = Writer("../../files/2026/x-", {}, {each.name: each for each in reading.pictures})
    assert writer.text(Parts(list(reading.blocks))) == "见图：![待填](../../files/2026/x-tu-1.png)（完）\n"
