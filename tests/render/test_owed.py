"""Who owes what in the demonstration: counted again in SQL from its plain files, and as readers see it."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from gongkai import pipeline
from gongkai.law.matrix import Matrix, matrix_of
from gongkai.records.vocabulary.norms import CellState

from ..conftest import PROJECT

DATA = PROJECT / "data"
#: departments, and all that 政府信息公开条例 binds
DEPARTMENTS = "('部门', '政府办公室')"
ORGANS = "('政府', '政府办公室', '部门', '街道', '镇', '乡', '管委会', '派出机构', '授权组织')"
#: norm → the units that owe it and have not shown it
MISSING = {
    "GJ-01": f"""SELECT slug FROM unit WHERE kind IN {DEPARTMENTS} AND active
        AND slug NOT IN (SELECT slug FROM report JOIN name USING (name) WHERE year = '2025')""",
    "GJ-06L": f"SELECT slug FROM unit WHERE kind IN {ORGANS} AND active AND leaders = 0",
    "GJ-11": f"""SELECT DISTINCT unit.slug FROM unit JOIN name USING (slug) JOIN power USING (name)
        WHERE unit.kind IN {ORGANS} AND active AND power.kind = '行政许可'
        AND unit.slug NOT IN (SELECT slug FROM permit JOIN name USING (name)
                              WHERE day >= '2025-11-01')""",
    "GJ-15": """SELECT slug FROM unit WHERE kind IN ('部门', '政府办公室', '街道', '镇', '乡') AND active
        AND slug NOT IN (SELECT slug FROM budget JOIN name USING (name) WHERE year = '2026' AND budget)""",
    "GJ-31": f"""SELECT slug FROM unit WHERE kind IN {ORGANS} AND active
        AND slug NOT IN (SELECT slug FROM line JOIN name USING (name) WHERE use = '信息公开咨询')""",
}


def plain(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def rows(folder: str) -> Iterator[dict[str, str]]:
    for path in sorted((DATA / "datasets" / folder).glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from csv.DictReader(stream)


def listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [*(value or ())]


@pytest.fixture(scope="module")
def tables() -> Iterator[sqlite3.Connection]:
    """The demonstration's files as plain tables; nothing of the program reads them."""
    found = sqlite3.connect(":memory:")
    found.executescript("""
        CREATE TABLE unit (slug, kind, active, leaders); CREATE TABLE name (slug, name);
        CREATE TABLE report (name, year); CREATE TABLE budget (name, year, budget);
        CREATE TABLE line (name, use); CREATE TABLE power (name, kind); CREATE TABLE permit (name, day)""")
    for path in sorted((DATA / "units").glob("*.yml")):
        unit = plain(path)
        active = unit.get("状态") != "撤并"
        kind = unit.get("类别", "部门")
        found.execute(
            "INSERT INTO unit VALUES (?, ?, ?, ?)", (path.stem, kind, active, len(unit.get("领导", ())))
        )
        names = [path.stem, unit["名称"], *listed(unit.get("简称")), *listed(unit.get("曾用名"))]
        found.executemany(
            "INSERT INTO name VALUES (?, ?)", [(path.stem, each) for each in dict.fromkeys(names)]
        )
    for path in (DATA / "annual-reports").glob("*.yml"):
        found.execute("INSERT INTO report VALUES (?, ?)", (plain(path)["单位"], plain(path)["年度"]))
    for path in (DATA / "budgets").glob("*/*.yml"):
        written = plain(path)
        found.execute(
            "INSERT INTO budget VALUES (?, ?, ?)", (written["单位"], path.parent.name, "预算" in written)
        )
    for path in (DATA / "contacts").glob("*.yml"):
        written = plain(path)
        found.executemany(
            "INSERT INTO line VALUES (?, ?)", [(written["单位"], x["用途"]) for x in written["电话"]]
        )
    found.executemany("INSERT INTO power VALUES (:行使主体, :职权类别)", rows("quanze-qingdan"))
    found.executemany("INSERT INTO permit VALUES (:许可机关, :许可决定日期)", rows("xingzheng-xuke"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def matrix(checked: pipeline.Checked) -> Matrix:
    return matrix_of(checked.register, checked.standards)


@pytest.mark.parametrize("number", MISSING)
def test_the_missing_are_those_that_a_count_by_hand_finds(number, matrix, tables):
    counted = sorted(slug for (slug,) in tables.execute(MISSING[number]))
    told = sorted(m.unit.slug for m in matrix.marks if m.norm.number == number and m.state.missing)
    assert told == counted != []


def test_every_norm_that_ended_has_its_page_and_every_unit_its_state(matrix):
    assert [norm.number for norm in matrix.norms if norm not in matrix.in_force] == ["BJ-09"]
    assert set(CellState) - {mark.state for mark in matrix.marks} <= {
        CellState.DUE_LATER,
        CellState.DUE_SOON,
    }


def test_one_finding_a_unit_and_none_where_another_rule_speaks(checked, matrix):
    found = [each for each in checked.problems if each.rule == "duty-silent"]
    assert len({each.path for each in found}) == len(found)
    silent = {
        cell.unit.source.path for cell in matrix.cells if cell.state.missing and not cell.told_elsewhere
    }
    assert {each.path for each in found} == silent
