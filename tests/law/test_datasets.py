"""Rules on datasets: personal numbers in rows, units, rows there are, updates in time."""

from __future__ import annotations

import pytest
from stdnum.cn import ric

from gongkai.desk.reference.example_trial import problems
from gongkai.law.example import CLEAN, a_unit
from gongkai.law.rules.dataset_rows import FOLDER, HEAD, PACKAGE

DATASET = {f"{FOLDER}datapackage.yml": PACKAGE, f"{FOLDER}2026.csv": f"{HEAD}示-1,区民政局,2026-11-02\n"}


def told(files, today="2026-11-21"):
    return [each.as_text() for each in problems({**CLEAN, **DATASET, **files}, today)]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("13800138000", "提示：有形同手机号码的编号 138****8000"),
        ("11010519491231002X", "错误：有形同居民身份证号码的编号 110*************2X"),
        ("110102202601050003", "提示：有形同居民身份证号码的编号 110*************03"),
    ],
)
def test_a_column_of_numbers_is_weighed_by_the_birth_date_and_masked(number, said):
    (message,) = told(
        {f"{FOLDER}2026.csv": f"{HEAD}示-1,区民政局,2026-11-02\n示{number},区民政局,2026-11-03\n"}
    )
    assert message.startswith(f"{FOLDER}2026.csv:3:1 [不得公开个人信息") and said in message
    assert number not in message


@pytest.mark.parametrize("number", ["110101203605120011", "91110105MA01ABCD2X"])
def test_what_is_nobodys_number_passes(number):
    assert told({f"{FOLDER}2026.csv": f"{HEAD}{number},区民政局,2026-11-02\n"}) == []


def test_personal_numbers_in_other_columns_are_refused():
    package = PACKAGE.replace("  - {名称: 许可机关", "  - {名称: 联系方式, 说明: 备查}\n  - {名称: 许可机关")
    head = HEAD.replace("许可机关", "联系方式,许可机关")
    rows = f"{head}示-1,张三 **138**00138000,区民政局,2026-11-02\n"
    (message,) = told({f"{FOLDER}datapackage.yml": package, f"{FOLDER}2026.csv": rows})
    assert "错误：有手机号码 138****8000" in message


def serials(day, count):
    """Numbers of a district, a day and a count that pass the check of an identity number."""
    heads = (f"110115{day}{number:03}" for number in range(count))
    return [head + ric.calc_check_digit(head + "0") for head in heads]


def rows(numbers):
    return "".join(f"{number},区民政局,2026-11-02\n" for number in numbers)


def test_numbers_of_the_future_are_nobodys_however_many():
    assert told({f"{FOLDER}2026.csv": HEAD + rows(serials("20360512", 25))}) == []


def test_a_column_of_serials_is_one_question_however_long():
    """330 rows of 许可编号 made of district, day and count: as told as the first of them, not refused."""
    (message,) = told({f"{FOLDER}2026.csv": HEAD + rows(serials("20260105", 330))})
    assert message.startswith(f"{FOLDER}2026.csv:2:1 [不得公开个人信息")
    assert "提示：有形同居民身份证号码的编号 330 个，第一个是 110*************" in message
    assert "改法：是编号的不用改；是人的居民身份证号码的删去或遮盖" in message
    assert "例外" not in message


def test_a_person_behind_many_serials_is_refused_at_the_line():
    numbers = [*serials("20260105", 300), "11010519491231002X", *serials("20260106", 30)]
    question, refused = told({f"{FOLDER}2026.csv": HEAD + rows(numbers)})
    assert f"{FOLDER}2026.csv:302:1" in refused and "错误：有形同居民身份证号码的编号 110****" in refused
    assert "编号 330 个" in question


def test_what_is_refused_and_not_listed_is_counted_by_its_own_weight():
    numbers = [*serials("20260105", 300), *serials("19490105", 30)]
    messages = told({f"{FOLDER}2026.csv": HEAD + rows(numbers)})
    assert sum("错误：有形同" in each for each in messages) == 20
    assert sum("错误：这样的号码还有 10 处，没有一一列出" in each for each in messages) == 1
    assert sum("提示：有形同居民身份证号码的编号 300 个" in each for each in messages) == 1
    assert len(messages) == 22


def test_of_more_than_are_kept_every_one_is_weighed():
    messages = told({f"{FOLDER}2026.csv": HEAD + rows(serials("19490105", 330))})
    assert any("错误：这样的号码还有 310 处" in each for each in messages) and len(messages) == 21


def test_a_units_telephone_in_every_row_is_free():
    package = PACKAGE.replace("  - {名称: 许可机关", "  - {名称: 联系方式, 说明: 备查}\n  - {名称: 许可机关")
    lines = "".join(f"示-{n},13800138000,区民政局,2026-11-02\n" for n in range(250))
    files = {f"{FOLDER}datapackage.yml": package, f"{FOLDER}2026.csv": _with_phone() + lines}
    assert len(told(files)) == 21
    assert told({**files, **a_unit(对外电话="13800138000")}) == []


def _with_phone():
    return HEAD.replace("许可机关", "联系方式,许可机关")


def test_a_unit_is_told_once_with_its_first_line():
    rows = "示-1,区民政居,2026-11-02\n示-2,区民政居,2026-11-03\n"
    (message,) = told({f"{FOLDER}2026.csv": HEAD + rows})
    assert f"{FOLDER}2026.csv:2:1" in message and "是不是“区民政" in message


def test_a_public_dataset_without_rows():
    (message,) = told({f"{FOLDER}2026.csv": HEAD})
    assert "没有一行数据" in message
    assert told({f"{FOLDER}2026.csv": HEAD, f"{FOLDER}datapackage.yml": PACKAGE + "草稿: 是\n"}) == []


def test_too_many_values_to_choose_from():
    package = PACKAGE.replace("用途: 编号", "用途: 筛选")
    rows = "".join(f"示-{n},区民政局,2026-11-02\n" for n in range(301))
    (message,) = told({f"{FOLDER}datapackage.yml": package, f"{FOLDER}2026.csv": HEAD + rows})
    assert "“许可编号”有 301 个不同的值" in message


@pytest.mark.parametrize(
    ("today", "said"),
    [("2026-12-17", ""), ("2026-12-18", "提示"), ("2026-12-27", "提示"), ("2026-12-28", "警告")],
)
def test_an_update_is_asked_for_when_the_cycle_is_over(today, said):
    found = [each for each in told({}, today) if "dataset-update" in each]
    assert [said in each for each in found] == ([True] if said else [])


def test_an_update_cannot_be_in_the_future():
    (message,) = told({f"{FOLDER}datapackage.yml": PACKAGE.replace("2026-11-16", "2026-11-22")})
    assert "晚于今天" in message


LESS = "数据减少:\n  - {{年份: {year}, 原行数: {old}, 现行数: {new}, 原因: 一行重复, 公布日期: {day}}}\n"


def rows_kept(before: int, less: str = "") -> list[str]:
    """What is said where so many rows were registered and one is there."""
    files = {
        "data/addresses/datasets.txt": f"datasets/xuke/xuke-2026.csv 行政许可信息2026年，{before}行\n",
        f"{FOLDER}datapackage.yml": PACKAGE + less,
    }
    return [each for each in told(files) if "dataset-rows-kept" in each]


def test_rows_that_were_published_do_not_get_fewer_without_a_reason():
    assert rows_kept(1) == []
    (message,) = rows_kept(3)
    assert message.startswith(f"{FOLDER}datapackage.yml:7:") and "错误" in message
    assert "2026年公布过 3 行，现在只有 1 行，没有写数据减少和原因" in message
    assert "年份 2026、原行数 3、现行数 1、原因、公布日期" in message


@pytest.mark.parametrize(
    ("less", "said"),
    [
        ({}, None),
        ({"old": 5, "new": 1}, None),
        ({"old": 2}, "没有写数据减少和原因"),
        ({"new": 2}, "没有写数据减少和原因"),
        ({"year": 2025}, "没有写数据减少和原因"),
        ({"new": 3}, "“数据减少”写由 3 行减为 3 行，没有减少"),
        ({"day": "2026-11-22"}, "公布日期 2026-11-22 还没有到"),
    ],
)
def test_a_reason_is_for_this_year_and_these_numbers(less, said):
    text = LESS.format(**{"year": 2026, "old": 3, "new": 1, "day": "2026-11-16", **less})
    found = rows_kept(3, text)
    assert any(said in each for each in found) if said else found == [], found


def test_a_year_that_is_gone_is_a_lost_address():
    files = {"data/addresses/datasets.txt": "datasets/xuke/xuke-2025.csv 行政许可信息2025年，64行\n"}
    assert any(
        "公布过的文件“datasets/xuke/xuke-2025.csv”没有了，也没有写去向" in each for each in told(files)
    )
