"""应公开事项 as open data: which unit owes what, and where each stands, so that others can count again."""

from __future__ import annotations

from gongkai.column.register import Register
from gongkai.exports.opendata.worked_out import ADDRESS, ID, OPTIONAL_DAY, TEXT, TEXTS, Fields, WorkedOut
from gongkai.exports.record_rows import Json, Row
from gongkai.law.matrix import Cell, Matrix
from gongkai.records.vocabulary.norms import CellState

SECTION, NAME = "owed", "应公开事项"
#: key → (what it means, its schema)
FIELDS: Fields = {
    "id": ("唯一且不变的标识", ID),
    "编号": ("应公开事项的编号", TEXT),
    "事项": ("应当公开什么", TEXT),
    "级别": ("哪一级的要求：国家、省级、本级", TEXT),
    "单位": ("应当公开的单位", TEXT),
    "类别": ("单位的类别", TEXT),
    "期": ("哪一期；一直要有的、每件的为空", TEXT),
    "期限": ("最后一天；没有固定日子的为空", OPTIONAL_DAY),
    "完成日期": ("公开的那一天；没有公开的，看不出日子的，为空", OPTIONAL_DAY),
    "状态": ("按数据生成当日算出的状态", {"enum": [state.value for state in CellState]}),
    "理由": ("不适用的理由；未核的，为什么看不出来；几件里缺几件的，缺哪几件", TEXT),
    "依据": ("依据的文件和条款", TEXT),
    "证据": ("公开了的内容的网址（可有多个）", TEXTS),
    "网址": ("这一项的网页", ADDRESS),
}


def table(matrix: Matrix, register: Register) -> WorkedOut:
    """A row for each cell."""
    return WorkedOut(SECTION, NAME, FIELDS, [_row(cell, register) for cell in matrix.cells])


def _row(cell: Cell, register: Register) -> Row:
    root = register.column.root
    evidence: list[Json] = [root + address for address in sorted({each.address for each in cell.evidence})]
    values: list[Json] = [
        cell.key,
        cell.norm.number,
        cell.norm.title,
        cell.norm.level,
        cell.unit.name,
        cell.unit.kind.value,
        cell.period,
        cell.due.isoformat() if cell.due else None,
        cell.done.isoformat() if cell.done else None,
        cell.state.value,
        cell.reason,
        cell.norm.basis,
        evidence,
        root + cell.norm.place,
    ]
    return dict(zip(FIELDS, values, strict=True))
