"""Rows of a dataset that went through Excel: cells that are known are mended, all others stay."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.desk import mending
from gongkai.law.example import CLEAN, a_unit
from gongkai.settings import SAMPLE, read_settings

FOLDER = "data/datasets/xuke"
PATH = f"{FOLDER}/2026.csv"
ABOUT = """\
标题: 行政许可信息
类别: 行政许可
单位: [区民政局]
依据: [行政许可“双公示”制度]
更新周期: 每月
发布日期: 2026-01-12
更新日期: 2026-11-16
字段:
  - {名称: 许可编号, 说明: 文书号, 用途: 编号, 必填: 是}
  - {名称: 名称, 说明: 许可的名称}
  - {名称: 许可决定日期, 说明: 决定的日期, 类型: 日期, 用途: 时间, 必填: 是}
  - {名称: 金额, 说明: 元, 类型: 小数}
  - {名称: 件数, 说明: 几件, 类型: 整数}
"""
HEAD = "许可编号,名称,许可决定日期,金额,件数"


@pytest.fixture(scope="module")
def mend(tmp_path_factory):
    """The bytes of the rows → how many places were written, the bytes after, and what was shown."""
    root = tmp_path_factory.mktemp("rows")
    about = SAMPLE.replace("本区域名", "example.gov.cn").replace("十位数字", "1101150001")
    about = about.replace("某某区", "示例区").replace("区号-电话", "010-00000000")
    for path, text in {**CLEAN, **a_unit(), f"{FOLDER}/datapackage.yml": ABOUT, "mkdocs.yml": about}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")

    def go(data: bytes) -> tuple[int, bytes, str]:
        (root / PATH).write_bytes(data)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("GONGKAI_ROOT", str(root))
            patch.setenv("GONGKAI_DATE", "2026-11-21")
            plan = mending.plan(read_settings())
            mending.write(root, plan.changes)
            assert mending.plan(read_settings()).files == (), "a second run changes nothing"
        return plan.count, (root / PATH).read_bytes(), mending.shown(plan)

    return go


def test_dates_thousands_and_marks_of_excel_are_mended_and_nothing_else(mend):
    wrong = (
        f"{HEAD}\r\n"
        '示-1,"自2026/10/12起,甲",2026/10/12,"1,961.00",１２\r\n'
        '\'002 ,乙,2026年10月3日, 50 ,"1,200"\r\n'
        '"=""003""",丙,２０２６.10.4,20.5,3\r\n'
        '="004",丁,20261005,,\r\n'
    )
    right = (
        f"{HEAD}\r\n"
        '示-1,"自2026/10/12起,甲",2026-10-12,"1961.00",12\r\n'
        '002 ,乙,2026-10-03, 50 ,"1200"\r\n'
        '"003",丙,2026-10-04,20.5,3\r\n'
        "004,丁,2026-10-05,,\r\n"
    )
    count, after, _ = mend(b"\xef\xbb\xbf" + wrong.encode())
    assert after.decode("utf-8-sig") == right
    assert after.startswith(b"\xef\xbb\xbf")
    assert count == 10


@pytest.mark.parametrize(
    "cells",
    [
        "示-1,甲,2026/2/30,1,1",
        "示-1,甲,10/12/2026,1,1",
        '示-1,甲,2026-10-12,"1,96",1',
        "示-1,甲,2026-10-12,约1,1",
    ],
)
def test_what_is_not_sure_stays(mend, cells):
    data = f"{HEAD}\n{cells}\n".encode()
    assert mend(data)[:2] == (0, data)


def test_thousands_of_cells_are_mended_in_one_run_and_shown_in_short(mend):
    rows = [f"示-{at},甲,2026/10/{at % 30 + 1},1,1" for at in range(2306)]
    count, after, shown = mend("\n".join([HEAD, *rows, ""]).encode())
    assert count == 2306
    assert b"/" not in after
    assert "这样改的还有 2286 行" in shown
    assert shown.count("\n") < 60


def test_the_letters_of_excel_are_known_by_the_names_of_the_columns(mend):
    text = f"{HEAD}\n示-1,甲,2026/10/12,1,1\n"
    count, after, _ = mend(text.encode("gb18030"))
    assert (count, after.decode()) == (2, text.replace("2026/10/12", "2026-10-12"))


_CELL = st.one_of(
    st.sampled_from(
        ["2026/10/12", "2026-10-12", "1,961.00", '="001"', "'12", "１２", "2026年2月30日", "", "是"]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=8),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(_CELL, min_size=5, max_size=5), min_size=1, max_size=3))
def test_whatever_the_cells_hold_a_second_run_changes_nothing(mend, rows):
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    mend("\n".join([HEAD, *quoted, ""]).encode("utf-8"))
