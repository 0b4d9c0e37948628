"""应办事项 as open data: each day, time and address under its own key."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from gongkai.exports import opendata
from gongkai.law.duties import Duty, DutyState

ROW: dict[str, Any] = {
    "id": "response/shijian",
    "种类": "response",
    "事项": "回应某事",
    "单位": ["区民政局", "区住房和城市建设委员会"],
    "期": "2026-10",
    "期限": "2026-11-04",
    "完成日期": "2026-11-05",
    "期限时间": "18:20",
    "完成时间": "09:05",
    "状态": "已公开",
    "依据": "某办法第一条",
    "对象": "catalogue/minzheng-ju#0",
    "网址": "https://www.example.gov.cn/zwgk/responses/2026/shijian/",
}


@pytest.fixture
def written(small_column, tmp_path):
    """Fields of a duty, over the usual ones → its line, its row of the table, its row of the database."""

    def go(**fields):
        register = small_column()
        duty = Duty(
            key="response/shijian", kind="response", title="回应某事", record=register.catalogue[0],
            units=(*map(register.unit, ROW["单位"]),), due=dt.date(2026, 11, 4), state=DutyState.DONE,
            basis="某办法第一条", address="responses/2026/shijian/", period="2026-10",
            **{
                "done": dt.date(2026, 11, 5),
                "due_time": dt.time(18, 20),
                "done_time": dt.time(9, 5),
                **fields,
            },
        )  # fmt: skip
        opendata.write(register, tmp_path, [duty])
        folder = tmp_path / opendata.FOLDER
        table = io.StringIO((folder / "duties.csv").read_text("utf-8-sig"), newline="")
        with closing(sqlite3.connect(folder / "column.sqlite")) as file:
            (cells,) = file.execute('SELECT * FROM "应办事项"').fetchall()
        return json.loads((folder / "duties.jsonl").read_text("utf-8")), *csv.DictReader(table), cells

    return go


def test_every_value_of_a_duty_stands_under_its_key(written):
    line, cells, stored = written()
    assert line == ROW
    assert cells == {**ROW, "单位": "区民政局；区住房和城市建设委员会"}
    assert stored == tuple(
        json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value for value in line.values()
    )


def test_where_the_day_counts_to_its_end_no_time_is_told(written):
    line, cells, _ = written(due_time=None)
    assert (line["期限时间"], line["完成时间"], line["完成日期"]) == (None, None, "2026-11-05")
    assert (cells["期限时间"], cells["完成时间"]) == ("", "")
