"""How long records are kept, and where the records of a year stand on their way to the archive."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.register.retention import (
    Terms,
    as_month_day,
    rule_of,
    runs_out,
    state_of,
    state_on,
    years,
)
from gongkai.records.vocabulary.publishing import ArchiveState, Keeping

TERMS = Terms("06-30", 10)
BASIS = "  依据: [{文件: 某规定}]\n"
TABLE = (
    f"- 类别: 规范性文件\n  内容: [政策文件]\n  是否规范性文件: 是\n  保管期限: 永久\n{BASIS}"
    f"- 类别: 通知\n  内容: [政策文件]\n  体裁: [通知]\n  保管期限: 30年\n{BASIS}"
    f"- 类别: 信息和会议\n  内容: [信息, 会议]\n  保管期限: 10年\n{BASIS}"
    f"- 类别: 后写的不算\n  内容: [信息]\n  保管期限: 永久\n{BASIS}"
)


@pytest.fixture
def register(small_column):
    return small_column({"data/retention/wenshu.yml": TABLE})


def test_the_first_category_that_fits_counts(register):
    found = {record.id: rule_of(register, record) for record in register.all}
    named = {name.rsplit("/", 1)[-1]: rule.title if rule else None for name, rule in found.items()}
    assert named == {
        "jiazhuang-dianti": "规范性文件",
        "jiazhuang-dianti-jiedu": None,
        "cw-46": "信息和会议",
        "jiuzhu": "信息和会议",
    }


def test_a_genre_is_a_category_of_documents_only(small_column):
    policy = (
        "---\n标题: 通知\n发文机关: 区民政局\n成文日期: 2026-11-02\n发布日期: 2026-11-05\n"
        "是否规范性文件: 否\n体裁: {genre}\n---\n各单位：\n"
    )
    register = small_column(
        {
            "data/retention/wenshu.yml": TABLE,
            "content/policies/2026/a.md": policy.format(genre="通知"),
            "content/policies/2026/b.md": policy.format(genre="意见"),
        }
    )
    titles = [rule_of(register, register.policy(name)) for name in ("a", "b")]
    assert [rule.title if rule else None for rule in titles] == ["通知", None]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-12-31", ArchiveState.GATHERING),
        ("2027-01-01", ArchiveState.FILING),
        ("2027-06-30", ArchiveState.FILING),
        ("2027-07-01", ArchiveState.FILED),
        ("2036-12-31", ArchiveState.FILED),
        ("2037-01-01", ArchiveState.HANDED_OVER),
    ],
)
def test_the_records_of_a_year_are_filed_and_handed_over_by_their_days(day, state):
    assert state_on(TERMS, 2026, dt.date.fromisoformat(day)) is state


def test_years_count_records_by_their_period(register):
    (year,) = years(register, TERMS)
    assert (year.year, year.total, year.file_by) == (2026, 4, dt.date(2027, 6, 30))
    assert [year.count(each) for each in (*Keeping, None)] == [1, 0, 2, 1]


def test_a_period_runs_out_at_the_end_of_its_last_year(register):
    record = register.items[0]
    assert runs_out(record, Keeping.YEARS_10) == dt.date(2036, 12, 31)
    assert runs_out(record, Keeping.PERMANENT) is None


@pytest.mark.parametrize("text", ["6月30日", "02-30", "30-06"])
def test_the_day_of_filing_is_a_day_of_every_year(text):
    with pytest.raises(ValueError, match=r".+"):
        as_month_day(text)


DELIVERED = """\
- {环节: 归档, 年度: 2026, 内容: [信息, 会议], 日期: 2027-03-01, 接收单位: 档案室, 件数: 2, 凭证: 目录}
- 环节: 归档
  年度: 2026
  内容: [政策文件]
  单位: [区住房城市建设委]
  日期: 2027-06-30
  接收单位: 档案室
  件数: 2
  凭证: 目录
- {环节: 移交, 年度: 2026, 内容: [政策文件], 日期: 2036-12-30, 接收单位: 档案馆, 件数: 2, 凭证: 文据}
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # what is filed before its last day is told so, and only what was in the delivery
        ("2027-03-01", ["应当归档", "应当归档", "已归档", "已归档"]),
        ("2027-07-01", ["已归档", "应已归档", "已归档", "已归档"]),
        ("2036-12-30", ["已移交档案馆", "应已归档", "已归档", "已归档"]),
        # what is kept ten years goes no further; what was never filed is behind with both
        ("2037-01-01", ["已移交档案馆", "应已移交档案馆", "已归档", "已归档"]),
    ],
)
def test_what_was_delivered_is_due_no_more(small_column, day, expected):
    register = small_column({"data/retention/wenshu.yml": TABLE, "data/handovers/2026.yml": DELIVERED}).on(
        dt.date.fromisoformat(day)
    )
    names = ("jiazhuang-dianti", "jiazhuang-dianti-jiedu", "cw-46", "jiuzhu")
    found = {each.slug: state_of(register, TERMS, each).value for each in register.all}
    assert [found[name] for name in names] == expected
