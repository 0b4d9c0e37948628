"""One recorded exception lets one number through at one place, for a time; nothing else does."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_page, a_waiver, an_item
from gongkai.records.types.personal_exception import PersonalException

FILE = "data/exceptions/cunyi.yml"
PAGE = "content/pages/zhinan.md"
EXAMPLE = PersonalException.EXAMPLE
HERE = {**CLEAN, **a_page(body="村医电话 13800138000。"), FILE: EXAMPLE}


def told(outcome):
    return [(p.rule, p.path, p.level) for p in outcome.problems]


def test_one_number_at_one_place_is_let_through(run):
    assert told(run(HERE)) == []


@pytest.mark.parametrize(
    "files",
    [
        a_page(body="村医电话 13800138000，护士 13811118000。"),
        an_item(body="村医电话 13800138000。"),
        a_page(body="村医电话 13800138000。", 摘要="电话 13800138000"),
        {"content/files/2026/m.csv": "村医,13800138000\n"},
    ],
    ids=["same look", "another file", "another field", "an attachment"],
)
def test_nothing_else_is(run, files):
    """Another number that looks the same when masked, the same number in another place."""
    (rule, _, level) = next(iter(told(run({**HERE, **files}))))
    assert rule in {"personal-data", "personal-data-attached"} and level == "错误"
    assert len(told(run({**HERE, **files}))) == 1


def test_an_attachment_may_have_one_at_its_line(run):
    held = EXAMPLE.replace(PAGE, "content/files/2026/m.csv").replace("正文", "第1行")
    files = {"content/files/2026/m.csv": "村医,13800138000\n护士,13900139000\n", FILE: held}
    (problem,) = run({**CLEAN, **files}).problems
    assert "第2行有手机号码 139****9000" in problem.message and "位置“第2行”" in problem.fix


def test_the_remedy_says_how_an_exception_names_the_place(run):
    problems = run({**CLEAN, **a_page(原文链接="https://a.example.cn/?tel=13800138000")}).problems
    (problem,) = [each for each in problems if each.rule == "personal-data"]
    assert "位置“原文链接”" in problem.fix and "条例第十五条" in problem.fix


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2027-11-30", []),
        ("2027-12-05", ["例外将于 2027-12-31 到期，到期后号码算错误"]),
        ("2028-01-01", ["有手机号码 138****8000", "例外已于 2027-12-31 到期，不再起作用"]),
    ],
)
def test_it_ends_on_its_day_and_is_told_before(run, today, said):
    rules = {"exception-valid", "personal-data"}
    assert [p.message for p in run(HERE, today).problems if p.rule in rules] == said


def test_one_that_names_nothing_is_told(run):
    (problem,) = run({**CLEAN, FILE: EXAMPLE}).problems
    assert (problem.level, problem.at) == ("警告", ("号码",))
    assert problem.message == "“content/pages/zhinan.md”的“正文”没有号码 138****8000"


def test_a_waiver_is_none(run):
    files = {**a_page(body="村医电话 13800138000。"), **a_waiver(规则="personal-data", 对象=PAGE)}
    assert ("personal-data", PAGE, "错误") in told(run({**CLEAN, **files}))
