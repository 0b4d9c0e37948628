"""Days of publication that cannot be right: a slip in the year, a day that never comes."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_meeting, a_policy, an_item

ITEM = "content/items/minzheng-ju/2026/jiuzhu.md"


def told(run, files, today="2026-11-21"):
    return [each for each in run(files, today).problems if each.rule == "date-plausible"]


def moved(files, folder):
    return {path.replace("/2026/", f"/{folder}/"): text for path, text in files.items()}


@pytest.mark.parametrize(
    ("day", "message", "fix"),
    [
        ("2062-11-12", "要到 2062-11-12 才公布，离今天还有 35 年多", "是不是 2026-11-12？"),
        ("2027-11-12", "离今天还有 356 天", "是不是 2026-11-12？"),
        ("2006-11-12", "发布日期 2006-11-12 不在文件夹的 2026 年", "是不是 2026-11-12？"),
        ("2025-01-12", "发布日期 2025-01-12 不在文件夹的 2026 年", "是不是 2026-01-12？"),
        ("1900-01-01", "1900-01-01 早于 1949-10-01", "核对年份"),
        ("2028-02-29", "要到 2028-02-29 才公布", "年份是不是 2026？"),
    ],
)
def test_a_slip_in_the_year_is_told_with_what_was_meant(run, day, message, fix):
    (problem,) = told(run, {**CLEAN, **an_item(发布日期=day, 形成日期=None)})
    assert (problem.path, problem.at, problem.level.value) == (ITEM, ("发布日期",), "警告")
    assert message in problem.message and fix in problem.fix


@pytest.mark.parametrize("day", ["2026-01-01", "2026-12-31", "2025-12-20", "2027-02-20"])
def test_days_of_the_year_and_near_its_ends_pass(run, day):
    assert told(run, {**CLEAN, **an_item(发布日期=day, 形成日期=None)}) == []


def test_a_folder_of_another_century(run):
    (problem,) = told(run, {**CLEAN, **moved(an_item("er"), "2199")})
    assert "不在文件夹的 2199 年" in problem.message


def test_the_day_is_named_as_its_type_names_it(run):
    (problem,) = told(run, {**CLEAN, **a_meeting(日期="2062-11-03", 预告日期=None, 议题=None)})
    assert (problem.at, "2062-11-03 才公布" in problem.message) == (("日期",), True)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"成文日期": "2006-11-02"}, "成文日期"),
        ({"施行日期": "2062-12-01"}, "施行日期"),
    ],
)
def test_other_days_many_years_away_are_a_notice(run, fields, key):
    (problem,) = told(run, {**CLEAN, **a_policy(**fields)})
    assert (problem.at, problem.level.value) == ((key,), "提示")
    assert "是不是 2026-1" in problem.fix


@pytest.mark.parametrize("folder", ["2009", "2026"])
def test_an_old_document_entered_later_passes(run, folder):
    days = {"成文日期": "2009-03-02", "发布日期": "2009-03-05", "施行日期": "2009-04-01"}
    assert told(run, {**CLEAN, **moved(a_policy("jiu", **days), folder)}) == []


def test_a_day_before_all_content_is_told_once_and_blames_the_day(run):
    items = {path: text for at in range(6) for path, text in an_item(f"xin-{at}").items()}
    (problem,) = told(run, {**CLEAN, **items}, "2019-01-02")
    assert problem.level.value == "错误" and "--date 写早了" in problem.fix
    assert "今天按 2019-01-02 算" in problem.message
