"""What programs are told of all data: a Data Package that holds, a catalogue, workbooks for long numbers."""

from __future__ import annotations

import csv
import datetime as dt
import json
import sqlite3
from contextlib import closing
from typing import Any

import pytest
from openpyxl import load_workbook

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.exports import door
from gongkai.law.rules.dataset_rows import FOLDER, HEAD, PACKAGE
from gongkai.load import load

from ..small_column import FILES as SMALL

NUMBER = "000123456789012345"
BUDGET = """\
单位: 区民政局
预算:
  批复日期: 2026-01-20
  发布日期: 2026-01-25
  收入总计: 9874.10
  支出总计: 9874.10
  三公经费:
    合计: 18.80
    因公出国（境）: 0.00
    公务接待: 3.20
    公务用车: 15.60
    公务用车购置: 0.00
    公务用车运行维护: 15.60
"""
MEETING = """\
---
会议名称: 区民政局局长办公会
日期: 2026-11-03
议题:
  - 标题: 议题一
    意见建议:
      - {内容: 意见甲, 采纳情况: 采纳}
---
正文。
"""
FILES = {
    "data/budgets/2026/minzheng-ju.yml": BUDGET,
    "content/meetings/2026/hui.md": MEETING,
    f"{FOLDER}datapackage.yml": PACKAGE + "  - {名称: 金额, 说明: 收了多少, 类型: 小数}\n",
    f"{FOLDER}2026.csv": f"{HEAD.strip()},金额\n示-1,区民政局,2026-10-02,9.5\n"
    f"{NUMBER},区民政局,2026-10-03,\n",
}
CASTS: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": dt.date.fromisoformat,
    "boolean": {"是": True, "否": False}.__getitem__,
}


@pytest.fixture(scope="module")
def made(identity, tmp_path_factory):
    """What was told, and the folder with all of it."""
    root = tmp_path_factory.mktemp("described")
    for name, text in {**SMALL, **FILES}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    loaded = load(root)
    validated = validate(loaded.documents)
    assert not (loaded.problems or validated.problems), (loaded.problems, validated.problems)
    today = dt.date(2026, 11, 21)
    register = Register(validated.records, today, identity, files=loaded.files, tables=loaded.tables)
    (root / "stage").mkdir()
    places = door.Places(root, root / "stage", root / "work")
    return door.make(register, (), (), places, lambda _: None), root / "stage"


def _rows(stage, path):
    with (stage / path).open(encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file)]


def test_every_file_holds_what_the_package_says_of_it(made):
    told, stage = made
    package = json.loads((stage / "datapackage.json").read_text("utf-8"))
    resources = {each["name"]: each for each in package["resources"]}
    rows = {name: _rows(stage, each["path"]) for name, each in resources.items()}
    csvs = {f.path for each in told.datasets.values() for f in each.files if f.path.endswith(".csv")}
    assert csvs < {each["path"] for each in resources.values()}
    for name, each in resources.items():
        schema = each["schema"]
        for row in rows[name]:
            assert list(row) == [field["name"] for field in schema["fields"]]
            for field in schema["fields"]:
                assert row[field["name"]] == "" or CASTS[field["type"]](row[field["name"]]) is not None
        keys = [tuple(row[key] for key in schema.get("primaryKey", row)) for row in rows[name]]
        assert len(set(keys)) == len(keys), name
        for lead in schema.get("foreignKeys", ()):
            there = lead["reference"]
            known = {tuple(row[key] for key in there["fields"]) for row in rows[there["resource"]]}
            assert {tuple(row[key] for key in lead["fields"]) for row in rows[name]} <= known, name


def test_a_line_is_a_thing_and_its_figures_are_columns(made):
    _, stage = made
    (budget,) = _rows(stage, "data/budgets.csv")
    assert (budget["预算·收入总计"], budget["预算·三公经费·公务接待"]) == ("9874.10", "3.20")
    (meeting,) = (row for row in _rows(stage, "data/meetings.csv") if row["id"] == "meetings/2026/hui")
    assert meeting["议题·项数"] == "1"
    (opinion,) = _rows(stage, "data/meetings.agenda.opinions.csv")
    assert (opinion["id"], opinion["议题项次"], opinion["内容"]) == ("meetings/2026/hui", "1", "意见甲")
    assert not (stage / "data/meetings.delegates.csv").exists()


def test_numbers_are_numbers_and_rows_lead_to_what_they_belong_to(made):
    _, stage = made
    line = json.loads((stage / "data/budgets.jsonl").read_text("utf-8"))
    assert line["预算"]["三公经费"]["合计"] == 18.8
    with closing(sqlite3.connect(stage / "data/column.sqlite")) as file:

        def ask(words):
            return file.execute(words).fetchall()

        assert ask('SELECT count(*) FROM "财政预决算_预算_三公经费" WHERE "合计" > 100') == [(0,)]
        assert ask("PRAGMA foreign_key_check") == []
        assert ("会议_议题", "议题项次", "项次") in [
            row[2:5] for row in ask('PRAGMA foreign_key_list("会议_议题_意见建议")')
        ]
        names = {name for (name,) in ask("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert "会议_议题" in names and "会议_列席代表" not in names
        assert ask('SELECT "许可编号", "金额" FROM "数据行_xuke" ORDER BY "行号"') == [
            ("示-1", 9.5),
            (NUMBER, None),
        ]
        link = "SELECT 对象, 种类 FROM 关联 WHERE 来源 = 'interpretations/2026/jiazhuang-dianti-jiedu'"
        assert ("policies/2026/jiazhuang-dianti", "政策文件") in ask(link)


def test_long_numbers_are_texts_in_a_workbook_beside_the_file(made):
    told, stage = made
    (book,) = stage.rglob("*.xlsx")
    assert book.name == "xuke.xlsx"
    assert [f.size for f in told.tables["datasets/xuke"].files if f.path.endswith(".xlsx")] == [
        book.stat().st_size
    ]
    head, *rows = load_workbook(book).active.iter_rows(values_only=True)
    assert [row[head.index("许可编号")] for row in rows] == ["示-1", NUMBER]
    assert [row[head.index("金额")] for row in rows] == [9.5, None]
    assert rows[0][head.index("许可决定日期")] == dt.datetime(2026, 10, 2)


def test_the_catalogue_names_every_file_that_is_there(made):
    told, stage = made
    catalogue = json.loads((stage / "data/catalog.jsonld").read_text("utf-8"))
    named = {
        file["dcat:downloadURL"]["@id"]: int(file["dcat:byteSize"]["@value"])
        for each in catalogue["dcat:dataset"]
        for file in each["dcat:distribution"]
    }
    root = "https://www.example.gov.cn/zwgk/"
    sizes = {address: (stage / address.removeprefix(root)).stat().st_size for address in named}
    assert named == sizes
    described = {f"{root}datapackage.json", f"{root}data/catalog.jsonld"}
    files = [f for each in (*told.datasets.values(), *told.tables.values()) for f in each.files]
    assert {root + file.path for file in files} == set(named) | described
