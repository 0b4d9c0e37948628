"""应办事项 as open data: what each unit owes by when, so that others can recompute the figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gongkai.column.register import Register
from gongkai.exports.opendata.worked_out import OPTIONAL_DAY, TEXT, Fields, WorkedOut
from gongkai.exports.record_rows import Json, Row
from gongkai.law.duties import Duty

SECTION, NAME = "duties", "应办事项"
_TIME = {"type": ["string", "null"], "pattern": "^[0-2][0-9]:[0-5][0-9]$"}
#: key → (what it means, its schema)
FIELDS: Fields = {
    "id": ("唯一且不变的标识", {"type": "string", "minLength": 1}),
    "种类": ("哪一类事项，英文代码", TEXT),
    "事项": ("要做什么", TEXT),
    "单位": ("负责的单位（可有多个）", {"type": "array", "items": TEXT}),
    "期": ("按月、季、年更新的，是哪一期；没有的为空", TEXT),
    "期限": ("最后一天；没有期限或者算不出来的为空", OPTIONAL_DAY),
    "完成日期": ("做了的那一天；没有做的为空", OPTIONAL_DAY),
    "期限时间": ("最后一天的几时几分；算到当天结束的为空", _TIME),
    "完成时间": ("做了的那一天的几时几分；期限不算到几时几分的，不知道的，为空", _TIME),
    "状态": ("按数据生成当日算出的状态", {"enum": ["已公开", "未到期", "临期", "逾期", "空白"]}),
    "依据": ("依据的文件和条款", TEXT),
    "对象": ("由哪条记录而来，是那条记录的 id", TEXT),
    "网址": ("看得到这件事的网页", {"type": "string", "format": "uri"}),
}
#: file name, name in words and of the table, fields
SET = (SECTION, NAME, FIELDS)


def table(owed: Sequence[Duty], register: Register) -> WorkedOut:
    """A row for each of what is owed."""
    return WorkedOut(SECTION, NAME, FIELDS, [_row(duty, register) for duty in owed])


def _row(duty: Duty, register: Register) -> Row:
    units: list[Json] = [unit.name for unit in duty.units]
    values: list[Json] = [
        duty.key,
        duty.kind,
        duty.title,
        units,
        duty.period,
        duty.due.isoformat() if duty.due else None,
        duty.done.isoformat() if duty.done else None,
        _time(duty.due_time),
        _time(duty.done_time) if duty.due_time else None,
        duty.state.value,
        duty.basis,
        duty.record.id,
        register.column.root + duty.address,
    ]
    return dict(zip(FIELDS, values, strict=True))


def _time(time: dt.time | None) -> str | None:
    return f"{time:%H:%M}" if time else None
