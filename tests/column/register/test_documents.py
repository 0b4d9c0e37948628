"""What a unit made, ended and had in force in a year, at the first and the last day of it."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.register.documents import documents_of
from gongkai.law.example import a_policy

YEAR = 2025
NONE = {
    "content/policies/2026/jiazhuang-dianti.md": None,
    "content/interpretations/2026/jiazhuang-dianti-jiedu.md": None,
}


@pytest.fixture
def counted(small_column):
    """Fields of one 规范性文件 of 区民政局 → how many were made, ended and in force in 2025."""

    def go(**fields: str):
        files = {**NONE, **a_policy("jiu", 审核=None, **fields)}
        register = small_column(files)
        found = documents_of(register, register.unit("区民政局"), YEAR)
        return len(found.made), len(found.ended), len(found.in_force)

    return go


OLD = {"成文日期": "2020-01-02", "发布日期": "2020-01-05", "施行日期": "2020-02-01"}


@pytest.mark.parametrize(("published", "found"), [("2025-12-31", (1, 0, 1)), ("2026-01-01", (0, 0, 0))])
def test_what_was_published_on_the_last_day_of_a_year_is_of_it(counted, published, found):
    assert counted(成文日期="2025-12-31", 发布日期=published, 施行日期="2025-12-31") == found


@pytest.mark.parametrize(
    ("ended", "found"),
    [
        ("2024-12-31", (0, 0, 0)),
        ("2025-01-01", (0, 1, 0)),
        ("2025-12-31", (0, 1, 0)),
        ("2026-01-01", (0, 0, 1)),
    ],
)
def test_what_ends_on_the_first_day_of_a_year_ends_in_it(counted, ended, found):
    assert counted(**OLD, 废止日期=ended, 废止依据="清理") == found


def test_the_government_counts_the_whole_districts(small_column):
    files = {
        **NONE,
        **a_policy("jiu", 审核=None, **OLD),
        "data/units/qu-zhengfu.yml": "名称: 区政府\n类别: 政府\n",
    }
    register = small_column(files, dt.date(2026, 11, 21))
    for unit, count in (("区政府", 1), ("区民政局", 1), ("区住房城市建设委", 0)):
        assert len(documents_of(register, register.unit(unit), YEAR).in_force) == count
