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


def asked(kinds: str, kept: str, missing: str, unknown: str = "0") -> str:
    """Who of some kinds owes it, and where each stands: excused, kept, not known to owe it, or missing."""
    return f"""SELECT slug, CASE
        WHEN slug IN (SELECT slug FROM excused JOIN name USING (name) WHERE number = :number) THEN '不适用'
        WHEN {kept} THEN '已公开' WHEN {unknown} THEN '未核' ELSE '{missing}' END
        FROM unit WHERE kind IN {kinds} AND active"""


def named(table: str) -> str:
    """Whether a unit stands in a table by any of its names."""
    return f"slug IN (SELECT slug FROM name JOIN {table} USING (name))"


PERMITS = "(SELECT name FROM power WHERE kind = '行政许可')"
GRANTED = "(SELECT name FROM permit WHERE day >= '2025-11-21')"
OWN_BUDGET = "('部门', '政府办公室', '街道', '镇', '乡')"
#: norm → each unit that is asked and its state; by hand, of the plain files
OWED = {
    "GJ-01": asked(DEPARTMENTS, named("(SELECT name FROM report WHERE year = '2025')"), "逾期"),
    "GJ-06": asked(ORGANS, "particulars", "空白"),
    "GJ-06L": asked(ORGANS, "leaders > 0", "空白"),
    "GJ-07": asked(ORGANS, named("normative"), "未核"),
    "GJ-11": asked(ORGANS, named(GRANTED), "空白", f"NOT {named('power')}")
    + f" AND ({named(PERMITS)} OR NOT {named('power')})",
    "GJ-15": asked(OWN_BUDGET, named("(SELECT name FROM budget WHERE year = '2026' AND budget)"), "空白"),
    "GJ-31": asked(ORGANS, named("(SELECT name FROM line WHERE use = '信息公开咨询')"), "空白"),
    "GJ-48": asked(f"({ORGANS[1:-1]}, '事业单位', '党委机构')", "0", "逾期", "kind = '党委机构'"),
    # what a district asks by the month, the half of a year and the year, of one office
    "QJ-02": asked("('政府办公室')", "0", "临期"),
    "QJ-06": asked("('政府办公室')", "0", "未到期"),
    "QJ-10": asked("('政府办公室')", "0", "逾期"),
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
        CREATE TABLE unit (slug, kind, active, leaders, particulars); CREATE TABLE name (slug, name);
        CREATE TABLE report (name, year); CREATE TABLE budget (name, year, budget);
        CREATE TABLE line (name, use); CREATE TABLE power (name, kind); CREATE TABLE permit (name, day);
        CREATE TABLE excused (name, number); CREATE TABLE normative (name)""")
    for path in sorted((DATA / "units").glob("*.yml")):
        unit = plain(path)
        active = unit.get("状态") != "撤并"
        kind = unit.get("类别", "部门")
        whole = all(unit.get(key) for key in ("职责", "内设机构", "地址", "办公时间"))
        facts = (path.stem, kind, active, len(unit.get("领导", ())), whole)
        found.execute("INSERT INTO unit VALUES (?, ?, ?, ?, ?)", facts)
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
    excused = plain(DATA / "norms/not-owed.yml")
    found.executemany("INSERT INTO excused VALUES (?, ?)", [(each["单位"], each["编号"]) for each in excused])
    found.executemany("INSERT INTO normative VALUES (?)", [(each,) for each in normative()])
    yield found
    found.close()


def normative() -> Iterator[str]:
    """Who issued a normative document in the last year, of the heads of the files alone."""
    for path in (PROJECT / "content/policies").glob("202[56]/*.md"):
        head = yaml.load(path.read_text("utf-8").split("\n---")[0].removeprefix("---"), yaml.CBaseLoader)
        if head["是否规范性文件"] == "是" and "2025-11-21" <= head["发布日期"] <= "2026-11-21":
            yield from listed(head["发文机关"])


@pytest.fixture(scope="module")
def matrix(checked: pipeline.Checked) -> Matrix:
    return matrix_of(checked.register, checked.standards)


@pytest.mark.parametrize("number", OWED)
def test_who_owes_what_and_where_each_stands_is_what_a_count_by_hand_finds(number, matrix, tables):
    counted = dict(tables.execute(OWED[number], {"number": number}))
    told = {mark.unit.slug: mark.state.value for mark in matrix.marks if mark.norm.number == number}
    assert told == counted != {}


def test_the_count_by_hand_knows_every_state(tables):
    seen = {state for number, query in OWED.items() for _, state in tables.execute(query, {"number": number})}
    assert seen == {state.value for state in CellState}


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


def test_every_place_of_the_matrix_is_shown_once_in_a_table_or_in_the_list(matrix, demo):
    page = demo.pages["duties/matrix/"]
    marks = page.xpath('//table[contains(@class, "owed")]//td[contains(@class, "mark")]')
    listed_states = page.xpath('//table[contains(@class, "owed-few")]//td/p')
    assert len(marks) + len(listed_states) == len(matrix.marks)
    assert len(page.xpath('//section[contains(@class, "owed-table")]//table')) == 4
