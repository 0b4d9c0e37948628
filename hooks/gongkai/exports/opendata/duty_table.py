"""应办事项 as open data: what each unit owes by when, so that others can recompute the figures."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gongkai.column.register import Register
from gongkai.common.csv_text import table
from gongkai.exports import record_rows
from gongkai.exports.made import DataFile, OpenData
from gongkai.exports.opendata.database import Database
from gongkai.exports.opendata.schema import DAY
from gongkai.exports.opendata.tables import FOLDER
from gongkai.exports.record_rows import Json, Row
from gongkai.law.duties import Duty
from gongkai.records.description import DRAFT

SECTION, NAME = "duties", "应办事项"
_TEXT, _DAY = {"type": "string"}, {**DAY, "type": ["string", "null"]}
_TIME = {"type": ["string", "null"], "pattern": "^[0-2][0-9]:[0-5][0-9]$"}
#: key → (what it means, its schema)
FIELDS: dict[str, tuple[str, dict[str, Any]]] = {
    "id": ("唯一且不变的标识", {"type": "string", "minLength": 1}),
    "种类": ("哪一类事项，英文代码", _TEXT),
    "事项": ("要做什么", _TEXT),
    "单位": ("负责的单位（可有多个）", {"type": "array", "items": _TEXT}),
    "期": ("按月、季、年更新的，是哪一期；没有的为空", _TEXT),
    "期限": ("最后一天；没有期限或者算不出来的为空", _DAY),
    "完成日期": ("做了的那一天；没有做的为空", _DAY),
    "期限时间": ("最后一天的几时几分；算到当天结束的为空", _TIME),
    "完成时间": ("做了的那一天的几时几分；期限不算到几时几分的，不知道的，为空", _TIME),
    "状态": ("按数据生成当日算出的状态", {"enum": ["已公开", "未到期", "临期", "逾期", "空白"]}),
    "依据": ("依据的文件和条款", _TEXT),
    "对象": ("由哪条记录而来，是那条记录的 id", _TEXT),
    "网址": ("看得到这件事的网页", {"type": "string", "format": "uri"}),
}


def write(owed: Sequence[Duty], register: Register, stage: Path, database: Database) -> OpenData:
    """CSV, JSON Lines with its schema, and a table of the database."""
    rows = [_row(duty, register) for duty in owed]
    cells = ([record_rows.flat(value) for value in row.values()] for row in rows)
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    files = {
        ("csv", "CSV 表格"): table(FIELDS, cells),
        ("jsonl", "JSON Lines"): lines.encode(),
        ("schema.json", "JSON Schema"): (json.dumps(_schema(), ensure_ascii=False, indent=2) + "\n").encode(),
    }
    made = []
    for (ending, label), content in files.items():
        path = f"{FOLDER}{SECTION}.{ending}"
        (stage / path).write_bytes(content)
        made.append(DataFile(path, label, len(content)))
    database.add_table(NAME, list(FIELDS), [list(row.values()) for row in rows])
    fields = tuple((key, words) for key, (words, _) in FIELDS.items())
    return OpenData(SECTION, NAME, len(rows), tuple(made), fields)


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


def _schema() -> dict[str, Any]:
    properties = {key: {"description": words, **kind} for key, (words, kind) in FIELDS.items()}
    return {
        "$schema": DRAFT,
        "title": f"{NAME}（JSON Lines 的一行）",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": list(properties),
    }
