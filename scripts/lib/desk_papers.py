"""The files that a clerk puts in on the tour of the desk: a policy, what explains it, a year's rows."""

from __future__ import annotations

import csv
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

_NAME = "示例区老年人助餐点管理办法"
_POLICY = (
    "北京市示例区民政局文件",
    "示民规发〔2026〕18号",
    f"北京市示例区民政局关于印发《{_NAME}》的通知",
    "各街道办事处：",
    f"现将《{_NAME}》印发给你们，请遵照执行。",
    "区民政局",
    "2026年11月16日",
    "（此件公开发布）",
    _NAME,
    "第一条　为了方便老年人就近用餐，制定本办法。",
    "第二条　助餐点应当明码标价，公示食材来源。",
    "第三条　本办法自2026年12月15日起施行。",
)
_EXPLAINED = (
    f"《{_NAME}》解读",
    "一、背景依据",
    "许多老年人希望在家门口吃上热饭。",
    "二、主要内容",
    "助餐点明码标价，食材从哪里来看得到。",
    "问：从哪一天开始？",
    "答：2026年12月15日，见办法第三条。",
)
_CENTRED = (*_POLICY[:3], _NAME, _EXPLAINED[0])


def pair(folder: Path) -> list[str]:
    """A policy and its interpretation as Word files."""
    return [_word(folder / "助餐点管理办法.docx", _POLICY), _word(folder / "解读.docx", _EXPLAINED)]


def rows(column: Path, folder: Path) -> str:
    """The rows of a year's permissions as a column has them, and one more."""
    (found,) = column.glob("data/datasets/*xuke/2026.csv")
    with found.open(encoding="utf-8", newline="") as file:
        given = list(csv.reader(file))
    made = folder / "2026年行政许可.csv"
    with made.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*given, ["示例-新-1", *given[-1][1:]]])
    return str(made)


def _word(file: Path, lines: tuple[str, ...]) -> str:
    made = Document()
    for line in lines:
        paragraph = made.add_paragraph(line)
        if line in _CENTRED:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.save(str(file))
    return str(file)
