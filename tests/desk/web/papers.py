"""Two files of an office: a notice with its 办法, and what explains it."""

from __future__ import annotations

from ..word import official
from ..word.ooxml import Docx

ANSWERS = {"发布日期": "2026-11-20", "是否规范性文件": "是", "主题分类": "民政、扶贫、救灾"}


def policy() -> tuple[str, bytes]:
    return "社区食堂管理办法.docx", official.notice_with_measures().data()


def interpretation() -> tuple[str, bytes]:
    doc = Docx()
    doc.p("《示例区社区食堂管理办法》解读", jc="center", indent=0)
    doc.p("一、背景依据")
    doc.p("老年人就餐不便。")
    doc.p("二、主要内容")
    doc.p("社区食堂明码标价。")
    return "解读.docx", doc.data()
