"""What is late is counted in two ways, and each page says what the other counts: both again in SQL."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

#: page → what its sentence tells of the other page, and the same from the published rows, by hand
TOLD = {
    "duties/index.html": (
        r"逾期 (\d+) 项，空白 (\d+) 项",
        "SELECT sum(状态 = '逾期'), sum(状态 = '空白') FROM 应公开事项",
    ),
    "duties/matrix/index.html": (
        r"已过期 (\d+) 项，空白 (\d+) 项",
        "SELECT sum(期限 < '2026-11-21'), sum(状态 = '空白') FROM 应办事项 WHERE 完成日期 IS NULL",
    ),
}


@pytest.mark.parametrize("page", TOLD)
def test_each_page_tells_what_the_other_counts(demo_site: Path, page: str) -> None:
    pattern, asked = TOLD[page]
    text = re.sub(r"<[^>]*>", "", (demo_site / page).read_text("utf-8"))
    [numbers] = re.findall(pattern, text)
    with closing(sqlite3.connect(demo_site / "data/column.sqlite")) as rows:
        assert tuple(map(int, numbers)) == rows.execute(asked).fetchone()
    assert "不能相加" in text


def test_the_two_counts_are_no_part_of_each_other(demo_site: Path) -> None:
    """Units are late by the norms that have nothing late by a record."""
    late = "SELECT 1 FROM 应办事项 WHERE 状态 = '逾期' AND instr(单位, 那.单位)"
    with closing(sqlite3.connect(demo_site / "data/column.sqlite")) as rows:
        [[silent]] = rows.execute(
            f"SELECT count(DISTINCT 单位) FROM 应公开事项 那 WHERE 状态 = '逾期' AND NOT EXISTS ({late})"
        )
    assert silent
