"""The rules as open data: every shipped one, with what it said before, as it stands on the day."""

from __future__ import annotations

import json
import sqlite3

import pytest

from gongkai.exports import opendata
from gongkai.law.shipped import shipped
from gongkai.law.standards import in_force

from .test_schema import faults


@pytest.fixture(scope="module")
def held(demonstration):
    return in_force(shipped().standards.values(), demonstration)


@pytest.fixture(scope="module")
def folder(demonstration, held, tmp_path_factory):
    stage = tmp_path_factory.mktemp("stage")
    opendata.write(demonstration, stage, standards=held.values())
    return stage / opendata.FOLDER


def test_every_rule_is_a_line_that_fits_its_schema(folder, held):
    schema = json.loads((folder / "standards.schema.json").read_text("utf-8"))
    lines = [json.loads(line) for line in (folder / "standards.jsonl").read_text("utf-8").splitlines()]
    assert [fault for line in lines for fault in faults(schema, line)] == []
    assert {line["id"].split("/")[1] for line in lines} == set(held)
    found = {line["id"]: line for line in lines}
    assert found["standards/annual-report-march"]["状态"] == "已失效"
    timing = found["standards/interpretation-timing"]
    assert timing["状态"] == "现行" and timing["参数"] == {"工作日": "3"}
    assert timing["网址"].endswith("/zwgk/rulebook/interpretation-timing/")


def test_basis_and_earlier_versions_are_tables_of_the_database(folder, held):
    with sqlite3.connect(folder / "column.sqlite") as database:
        (bases,) = database.execute('SELECT count(*) FROM "标准_依据"').fetchone()
        versions = database.execute('SELECT id, "失效日期" FROM "标准_历次" ORDER BY id').fetchall()
    assert bases == sum(len(each.bases) for each in held.values())
    assert ("standards/publish-in-time", "2019-05-14") in versions
