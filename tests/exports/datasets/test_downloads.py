"""Downloads: every row once, typed, the same bytes for the same rows, nothing to be calculated."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
from decimal import Decimal

from pyarrow import parquet

PACKAGE = """\
标题: 行政处罚信息
类别: 行政处罚
单位: [区民政局]
依据: [双公示制度]
更新周期: 每月
发布日期: 2026-01-12
更新日期: 2026-11-16
字段:
  - {名称: 文号, 说明: 决定书文号, 用途: 编号, 必填: 是}
  - {名称: 名称, 说明: 相对人, 用途: 名称}
  - {名称: 单位, 说明: 机关, 用途: 单位}
  - {名称: 件数, 说明: 数, 类型: 整数}
  - {名称: 金额, 说明: 罚款, 类型: 小数, 计量单位: 万元}
  - {名称: 公开, 说明: 是否公开, 类型: 是否}
  - {名称: 日期, 说明: 决定日期, 类型: 日期, 用途: 时间, 必填: 是}
"""
HEAD = "文号,名称,单位,件数,金额,公开,日期\n"
FOLDER = "data/datasets/chufa/"
FILES = {
    "data/units/minzheng-ju.yml": "名称: 区民政局\n",
    f"{FOLDER}datapackage.yml": PACKAGE,
    f"{FOLDER}2025.csv": HEAD
    + "1号,=甲店,区民政局,-3,0.5,是,2025-03-02\n2号,乙店,区民政局,,,否,2025-02-01\n",
    f"{FOLDER}2026.csv": HEAD + "3号,丙店,区民政局,1,2,,2026-11-21\n4号,丁店,区民政局,1,2,,2026-11-22\n",
    f"{FOLDER}2027.csv": HEAD + "5号,戊店,区民政局,1,2,,2027-01-04\n",
}


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_by_year_and_whole_in_order_of_the_day(written):
    table, folder = written(FILES)
    whole = rows((folder / "chufa.csv").read_bytes())
    assert [row[0] for row in whole] == ["文号", "2号", "1号", "3号"]
    assert whole[2][1] == "'=甲店" and whole[2][3] == "-3"
    assert [row[0] for row in rows((folder / "chufa-2026.csv").read_bytes())] == ["文号", "3号"]
    assert (table.count, table.years) == (3, {2026: 1, 2025: 2})
    assert not list(folder.glob("*2027*"))
    assert [row[0] for row in table.newest] == ["3号", "1号", "2号"]


def test_large_files_are_offered_compressed(written, monkeypatch):
    monkeypatch.setattr("gongkai.exports.datasets.downloads.ALSO_PACKED", 10)
    monkeypatch.setattr("gongkai.exports.datasets.downloads.ONLY_PACKED", 100)
    monkeypatch.setattr("gongkai.exports.datasets.downloads.PIECE", 1)
    table, folder = written(FILES)
    assert {path.name for path in folder.glob("*.csv*")} == {
        "chufa.csv.gz", "chufa-2025.csv", "chufa-2025.csv.gz", "chufa-2026.csv", "chufa-2026.csv.gz"
    }  # fmt: skip
    assert (
        gzip.decompress((folder / "chufa-2025.csv.gz").read_bytes())
        == (folder / "chufa-2025.csv").read_bytes()
    )
    assert [row[0] for row in rows(gzip.decompress((folder / "chufa.csv.gz").read_bytes()))][1:] == [
        "2号", "1号", "3号"
    ]  # fmt: skip
    assert {(each.year, each.label) for each in table.files if each.year == 0} == {
        (0, "CSV（gzip）"),
        (0, "Parquet"),
    }
    assert all(each.size == (folder.parents[1] / each.path).stat().st_size for each in table.files)


def test_parquet_has_types_and_the_same_bytes(written):
    _, folder = written(FILES)
    found = parquet.read_table(folder / "chufa.parquet").to_pylist()
    assert found[1] == {
        "文号": "1号", "名称": "=甲店", "单位": "区民政局", "件数": -3, "金额": Decimal("0.5"), "公开": True,
        "日期": dt.date(2025, 3, 2),
    }  # fmt: skip
    assert (found[0]["件数"], found[0]["公开"], found[2]["公开"]) == (None, False, None)
    before = (folder / "chufa.parquet").read_bytes()
    _, folder = written({})
    assert (folder / "chufa.parquet").read_bytes() == before


def test_pages_hold_every_row_once(inspections):
    rows, table, _ = inspections
    group = max(table.groups, key=lambda each: each.count)
    found = [row for page in range(1, group.pages + 1) for row in table.page(group, page)]
    wanted = [row for row in rows if row[7].startswith(str(group.year)) and row[8] == group.value]
    assert found == wanted[::-1]
    assert sum(each.count for each in table.groups) == len(rows)


def test_two_names_of_a_unit_in_one_year_have_pages_of_their_own(written):
    unit = "名称: 区民政局\n曾用名: [区民政处]\n"
    lines = "6号,己店,区民政处,1,2,,2026-03-01\n7号,庚店,区民政局,1,2,,2026-11-02\n"
    files = {**FILES, "data/units/minzheng-ju.yml": unit, f"{FOLDER}2026.csv": HEAD + lines}
    table, _ = written(files)
    slugs = {group.value: group.slug for group in table.groups if group.year == 2026}
    assert slugs["区民政局"] == "minzheng-ju" and slugs["区民政处"].startswith("x")


def test_rows_without_days_stand_as_they_are_written(written):
    package = PACKAGE.replace(", 类型: 日期, 用途: 时间", "")
    table, folder = written({**FILES, f"{FOLDER}datapackage.yml": package})
    assert [row[0] for row in table.newest] == ["3号", "4号", "1号", "2号"]
    assert [row[0] for row in rows((folder / "chufa.csv").read_bytes())] == [
        "文号",
        "1号",
        "2号",
        "3号",
        "4号",
    ]


def test_rows_are_withdrawn_the_day_after_their_display_ends(written):
    package = PACKAGE + "  - {名称: 截止, 说明: 公示到哪一天, 类型: 日期, 用途: 公示截止}\n"
    days = ("2026-11-21", "2026-11-20", "")
    lines = "".join(f"{n}号,丙店,区民政局,1,2,,2026-08-20,{day}\n" for n, day in enumerate(days, 1))
    one = f"{HEAD.strip()},截止\n9号,丙店,区民政局,1,2,,2025-08-20,2025-11-20\n"
    files = {"data/units/minzheng-ju.yml": "名称: 区民政局\n", f"{FOLDER}datapackage.yml": package}
    table, folder = written(
        {**files, f"{FOLDER}2025.csv": one, f"{FOLDER}2026.csv": f"{HEAD.strip()},截止\n{lines}"}
    )
    assert (table.count, table.withdrawn) == (2, 2)
    whole = rows((folder / "chufa.csv").read_bytes())
    assert [row[0] for row in whole] == ["文号", "1号", "3号"]
    # the address of a year stays, with nothing in it
    assert [row[0] for row in rows((folder / "chufa-2025.csv").read_bytes())] == ["文号"]
    assert parquet.read_table(folder / "chufa.parquet").num_rows == 2
