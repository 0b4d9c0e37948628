"""The columns of open data are a promise to those who built on them: frozen as committed.

``python tests/exports/opendata/test_columns.py`` (with hooks/ on the path) writes them anew.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from gongkai.column.register import Register
from gongkai.exports import record_rows
from gongkai.exports.opendata.database import shape_of
from gongkai.exports.opendata.tables import tables
from gongkai.records.column import Column

FILE = Path(__file__).with_name("columns.json")
ADVICE = (
    "运行 PYTHONPATH=hooks .venv/bin/python tests/exports/opendata/test_columns.py，把 columns.json 一并提交"
)
COLUMN = {
    "门户名称": "甲",
    "栏目网址": "https://www.example.gov.cn/zwgk/",
    "网站域名": "www.example.gov.cn",
    "网站标识码": "1100000000",
    "主办单位": "甲",
    "联系方式": "甲",
}


def columns() -> dict[str, list[str]]:
    """File or table → its columns; a file of JSON Lines has those of its table and 正文."""
    empty = Register([], dt.date(2026, 11, 21), Column.model_validate(COLUMN))
    found: dict[str, list[str]] = {}
    for table in tables(empty):
        found[f"{table.section}.csv"] = list(record_rows.keys(table.record_type))
        for shape in shape_of(table).whole:
            found[f"column.sqlite {shape.name}"] = [*shape.place, *shape.columns]
    return found


def test_no_published_column_is_lost_and_new_ones_are_recorded():
    committed, now = json.loads(FILE.read_text("utf-8")), columns()
    lost = {name: sorted(set(keys) - set(now.get(name, ()))) for name, keys in committed.items()}
    lost = {name: keys for name, keys in lost.items() if keys}
    assert lost == {}, f"已公布的列不见了，用数据的人会受影响：留下它；确实要改，先在发布日志说明，再{ADVICE}"
    assert now == committed, f"有新的列或者列换了顺序：{ADVICE}"


if __name__ == "__main__":
    FILE.write_text(json.dumps(columns(), ensure_ascii=False, indent=1) + "\n", "utf-8")
