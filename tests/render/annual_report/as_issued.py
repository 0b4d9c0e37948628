"""The tables of the report of 2020 as issued, written down by hand from the report."""

from __future__ import annotations

from pathlib import Path

from gongkai.records.fields.annual_layout import APPLICANTS, OUTCOMES

PROJECT = Path(__file__).parents[3]


DATA = "data/annual-reports/qu-zhengfu-2020.yml"


URL = "annual-reports/qu-zhengfu-2020/"


#: as issued, by the words beside the number and the words right above it
ACTIVE = """\
规章|0 0 0
规范性文件|24 24 119
行政许可|276 -118 24577
行政检查|436 -174 453518
行政确认|69 -18 76723
行政处罚|6609 -751 21706
行政强制|86 +33 10817
行政事业性收费|41 +20
政府集中采购|2012 44899.2477"""


REQUESTS = """\
一、本年新收政府信息公开申请数量|1518 57 0 0 1 0 1576
二、上年结转政府信息公开申请数量|43 2 0 0 0 0 45
（一）予以公开|311 39 0 0 0 0 350
（二）部分公开（区分处理的，只计这一情形，不计其他情形）|23 1 0 0 1 0 25
1.属于国家秘密|2 0 0 0 0 0 2
2.其他法律行政法规禁止公开|44 0 0 0 0 0 44
3.危及“三安全一稳定”|0 0 0 0 0 0 0
4.保护第三方合法权益|2 0 0 0 0 0 2
5.属于三类内部事务信息|3 0 0 0 0 0 3
6.属于四类过程性信息|6 0 0 0 0 0 6
7.属于行政执法案卷|27 1 0 0 0 0 28
8.属于行政查询事项|7 1 0 0 0 0 8
1.本机关不掌握相关政府信息|958 4 0 0 0 0 962
2.没有现成信息需要另行制作|9 0 0 0 0 0 9
3.补正后申请内容仍不明确|1 0 0 0 0 0 1
1.信访举报投诉类申请|42 0 0 0 0 0 42
2.重复申请|11 0 0 0 0 0 11
3.要求提供公开出版物|0 0 0 0 0 0 0
4.无正当理由大量反复申请|1 0 0 0 0 0 1
5.要求行政机关确认或重新出具已获取信息|0 0 0 0 0 0 0
（六）其他处理|59 13 0 0 0 0 72
（七）总计|1506 59 0 0 1 0 1566
四、结转下年度继续办理|2701 79 0 0 2 0 2782"""


DISPUTES = ["57", "3", "4", "5", "69", "25", "0", "1", "5", "31", "17", "0", "3", "10", "30"]


COLUMNS = {
    "规章": ["本年新制作数量", "本年新公开数量", "对外公开总数量"],
    "规范性文件": ["本年新制作数量", "本年新公开数量", "对外公开总数量"],
    "行政事业性收费": ["上一年项目数量", "本年增/减"],
    "政府集中采购": ["采购项目数量", "采购总金额（万元，保留四位小数）"],
}


DECISIONS = ["上一年项目数量", "本年增/减", "处理决定数量"]


def expected() -> list[list[tuple[str, str, str]]]:
    """Table → (words beside, words above, number), in order."""
    active = [line.split("|") for line in ACTIVE.splitlines()]
    requests = [line.split("|") for line in REQUESTS.splitlines()]
    return [
        [
            (label, above, cell)
            for label, cells in active
            for above, cell in zip(COLUMNS.get(label, DECISIONS), cells.split(), strict=True)
        ],
        [
            (label, above, cell)
            for label, cells in requests
            for above, cell in zip(APPLICANTS, cells.split(), strict=True)
        ],
        [("", above, cell) for above, cell in zip(OUTCOMES * 3, DISPUTES, strict=True)],
    ]
