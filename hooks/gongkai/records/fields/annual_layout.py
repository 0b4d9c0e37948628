"""The official tables of the annual report, 2019 and 2021 editions: their lines, columns and words.

Pages, downloads, rules and new reports all read the tables from here. Reports of one edition differ:
some lines may be missing (``needed``), of others a report has one line or several (``CHOICES``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

#: 版式, by the year it was issued
OLD, NEW = "2019", "2021"
#: the first year that was reported in the newer edition
NEW_SINCE = 2021
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of table 二; ``kind``: count (件数), change (增减, with its sign), amount (万元)."""

    label: str
    kind: str = "count"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its key in the file, its official words, and the group it stands under."""

    key: str
    label: str
    group: str = ""
    #: False for a line that only some reports have
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """A part of table 二: the 项 of 第二十条, its columns and lines."""

    article: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One line for all, or the lines it is divided into: a report has the one or the others."""

    whole: str
    parts: tuple[str, ...]

    def mixed(self, written: Collection[str]) -> bool:
        """True where a report has both."""
        return self.whole in written and not set(self.parts).isdisjoint(written)

    def unused(self, written: Collection[str]) -> tuple[str, ...]:
        """The lines a report with these goes without; the form itself has the one line."""
        if self.mixed(written):
            return tuple(key for key in self.parts if key not in written)
        divided = not set(self.parts).isdisjoint(written)
        return (self.whole,) if divided else self.parts


def _same(*keys: str, group: str = "") -> tuple[Line, ...]:
    return tuple(Line(key, key, group) for key in keys)


_DECISIONS = (Column("上一年项目数量"), Column("本年增/减", "change"), Column("处理决定数量"))
_OTHER_MATTERS = "其他对外管理服务事项"
_MORE_DOCUMENTS = Line("其他主动公开文件", "其他主动公开文件", needed=False)
#: 表二 of each edition
ACTIVE: dict[str, tuple[Block, ...]] = {
    OLD: (
        Block(
            "第二十条第（一）项",
            (Column("本年新制作数量"), Column("本年新公开数量"), Column("对外公开总数量")),
            (*_same("规章", "规范性文件"), _MORE_DOCUMENTS),
        ),
        Block(
            "第二十条第（五）项",
            _DECISIONS,
            (
                *_same("行政许可", _OTHER_MATTERS),
                *_same("行政检查", "行政确认", group=_OTHER_MATTERS),
            ),
        ),
        Block("第二十条第（六）项", _DECISIONS, _same("行政处罚", "行政强制")),
        Block("第二十条第（八）项", _DECISIONS[:2], _same("行政事业性收费")),
        Block(
            "第二十条第（九）项",
            (Column("采购项目数量"), Column("采购总金额（万元，保留四位小数）", "amount")),
            (Line("政府集中采购", "政府集中采购", needed=False),),
        ),
    ),
    NEW: (
        Block(
            "第二十条第（一）项",
            (Column("本年制发件数"), Column("本年废止件数"), Column("现行有效件数")),
            (Line("规章", "规章"), Line("规范性文件", "行政规范性文件"), _MORE_DOCUMENTS),
        ),
        Block("第二十条第（五）项", (Column("本年处理决定数量"),), _same("行政许可")),
        Block("第二十条第（六）项", (Column("本年处理决定数量"),), _same("行政处罚", "行政强制")),
        Block(
            "第二十条第（八）项", (Column("本年收费金额（单位：万元）", "amount"),), _same("行政事业性收费")
        ),
    ),
}

RECEIVED = Line("本年新收", "一、本年新收政府信息公开申请数量")
CARRIED_IN = Line("上年结转", "二、上年结转政府信息公开申请数量")
RESULTS = "三、本年度办理结果"
TOTAL = Line("总计", "（七）总计")
CARRIED_OUT = Line("结转下年度", "四、结转下年度继续办理")
_REFUSED, _NONE, _UNTREATED, _ELSE = "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"
_SHARED = (
    Line("予以公开", "（一）予以公开"),
    Line("部分公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    Line("国家秘密", "1.属于国家秘密", _REFUSED),
    Line("禁止公开", "2.其他法律行政法规禁止公开", _REFUSED),
    Line("三安全一稳定", "3.危及“三安全一稳定”", _REFUSED),
    Line("第三方权益", "4.保护第三方合法权益", _REFUSED),
    Line("内部事务", "5.属于三类内部事务信息", _REFUSED),
    Line("过程性信息", "6.属于四类过程性信息", _REFUSED),
    Line("执法案卷", "7.属于行政执法案卷", _REFUSED),
    Line("行政查询", "8.属于行政查询事项", _REFUSED),
    Line("不掌握", "1.本机关不掌握相关政府信息", _NONE),
    Line("另行制作", "2.没有现成信息需要另行制作", _NONE),
    Line("仍不明确", "3.补正后申请内容仍不明确", _NONE),
    Line("信访举报", "1.信访举报投诉类申请", _UNTREATED),
    Line("重复申请", "2.重复申请", _UNTREATED),
    Line("公开出版物", "3.要求提供公开出版物", _UNTREATED),
    Line("大量反复", "4.无正当理由大量反复申请", _UNTREATED),
    Line("重新出具", "5.要求行政机关确认或重新出具已获取信息", _UNTREATED),
)
_DIVIDED = (
    Line("逾期不补正", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", _ELSE),
    Line("逾期不缴费", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", _ELSE),
    Line("其他情形", "3.其他", _ELSE),
)
#: 表三 of each edition: the ways an application ends, which add up to （七）
RESULT_LINES: dict[str, tuple[Line, ...]] = {
    OLD: (*_SHARED, Line("其他处理", _ELSE), *_DIVIDED),
    NEW: (*_SHARED, *_DIVIDED),
}
CHOICES: dict[str, tuple[Choice, ...]] = {
    OLD: (
        Choice(_OTHER_MATTERS, ("行政检查", "行政确认")),
        Choice("其他处理", tuple(line.key for line in _DIVIDED)),
    ),
    NEW: (),
}
DISPUTES = ("行政复议", "未经复议直接起诉", "复议后起诉")


def edition(year: int) -> str:
    """The edition of the report of a year."""
    return NEW if year >= NEW_SINCE else OLD


def active_blocks(layout: str, written: Collection[str] = ()) -> tuple[Block, ...]:
    """The parts of table 二 of a report in which these lines are written; none without lines."""
    blocks = (replace(block, lines=_had(layout, block.lines, written)) for block in ACTIVE[layout])
    return tuple(block for block in blocks if block.lines)


def active_lines(layout: str, written: Collection[str] = ()) -> tuple[tuple[Line, tuple[Column, ...]], ...]:
    """Every line of table 二 with the columns it fills."""
    return tuple((line, block.columns) for block in active_blocks(layout, written) for line in block.lines)


def result_lines(layout: str, written: Collection[str] = ()) -> tuple[Line, ...]:
    """The ways an application ends in a report in which these lines are written."""
    return _had(layout, RESULT_LINES[layout], written)


def request_lines(layout: str, written: Collection[str] = ()) -> tuple[Line, ...]:
    """Every line of table 三 from top to bottom."""
    return (RECEIVED, CARRIED_IN, *result_lines(layout, written), TOTAL, CARRIED_OUT)


def _had(layout: str, lines: Iterable[Line], written: Collection[str]) -> tuple[Line, ...]:
    without = {key for choice in CHOICES[layout] for key in choice.unused(written)}
    return tuple(line for line in lines if line.key not in without and (line.needed or line.key in written))
