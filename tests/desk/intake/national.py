"""Workbooks laid out as the national 标准目录: two rows of head, merged cells, √, boxes for the channels."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl

TOP = [
    "序号", "公开事项", "", "公开内容\n（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体",
    "公开对象", "", "公开方式", "", "公开层级", "",
]  # fmt: skip
BELOW = ["", "一级事项", "二级事项", *[""] * 5, "全社会", "特定群体", "主动", "依申请", "县级", "乡级"]
BOXES = """\
■政府网站 □政府公报
□两微一端 □发布会/听证会
■公开查阅点 □政务服务中心
■社区/企事业单位/村公示栏（电子屏）
□精准推送 □其他"""
LAWS = "《信息公开条例》、《救助办法》（国务院令第649号）第二条\n《关于印发〈救助意见〉的通知》"
LAW = "《救助办法》"
SOON = "信息形成或者变更之日起20个工作日内"
OPEN, ASKED = ["√", "", "√", "", "√", "√"], ["", "困难群众", "", "✓", "", "√"]
ROWS = [
    [1, "综合业务", "政策法\n规文件", "●法律法规\n●部门文件", LAWS, SOON, "县级民政部门", BOXES, *OPEN],
    [2, "", "监督检查", "●信访地址", "同上", "同上", "县级民政部门、乡政府", "政府网站、便民服务站", *OPEN],
    [3, "低保", "审核信息", "●初审名单", LAW, "公示7个工作日", "区民政局", "þ现场 o其他 þ新媒体", *ASKED],
]  # fmt: skip
TITLE = "社会救助领域基层政务公开标准目录"


def book(
    rows: Sequence[Sequence[object]] = ROWS, title: str = TITLE, merged: Sequence[str] = ("B4:B5",)
) -> bytes:
    """One sheet, its head merged as the national ones are."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for each in ([title], TOP, BELOW, *rows):
        sheet.append(list(each))
    down = [f"{letter}2:{letter}3" for letter in "ADEFGH"]
    for place in ("A1:N1", "B2:C2", "I2:J2", "K2:L2", "M2:N2", *down, *merged):
        sheet.merge_cells(place)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
