"""财政预决算: sums, days, and what readers see when."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from gongkai.common.problems import Level
from gongkai.exports import record_rows
from gongkai.law.example import CLEAN
from gongkai.records.types.budget import Budget

PATH = "data/budgets/2026/minzheng-ju.yml"
BOUGHT = "  政府采购:\n    合计: 9.00\n    货物: 3.00\n    工程: 0.00\n    服务: 6.00\n"
PARTS = "  基本支出: 2230.40\n  项目支出: 3000.00\n"
TEXT = Budget.EXAMPLE + PARTS + BOUGHT
ACCOUNTS = Budget.EXAMPLE.partition("预算:\n")[2].replace("2026-01-20", "2027-08-30")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  支出总计: 5230.40",
            "  支出总计: 5230.41",
            "预算的支出总计写的是 5230.41 万元，收入总计是 5230.40",
        ),
        ("    合计: 12.60", "    合计: 12.61", "预算的三公经费合计写的是 12.61 万元，三项之和是 12.60"),
        ("    合计: 9.00", "    合计: 9.10", "政府采购合计写的是 9.10 万元，货物、工程、服务之和是 9.00"),
        ("项目支出: 3000.00", "项目支出: 3000.01", "基本支出加项目支出是 5230.41 万元，多于支出总计"),
    ],
)
def test_each_sum_is_exact(run, old, new, message):
    assert run({**CLEAN, PATH: TEXT}).problems == ()
    found = [p for p in run({**CLEAN, PATH: TEXT.replace(old, new)}).problems if p.rule == "budget-sums"]
    assert any(message in problem.message for problem in found)


def test_a_district_may_allow_for_rounding(run):
    own = (
        "名称: 预决算数字须相合\n依据:\n  - 文件: 中华人民共和国预算法\n"
        "参数:\n  容许尾差: 0.01\n出处: {容许尾差: 本区自定}\n"
    )
    text = TEXT.replace("    合计: 12.60", "    合计: 12.61")
    assert run({**CLEAN, PATH: text, "data/standards/budget-sums.yml": own}).problems == ()


def test_published_before_it_was_approved_is_a_slip(run):
    text = Budget.EXAMPLE.replace("发布日期: 2026-02-04", "发布日期: 2026-01-04")
    (problem,) = run({**CLEAN, PATH: text}).problems
    assert problem.level is Level.ERROR and "早于批复日期" in problem.message


def test_accounts_are_seen_from_their_day_on(build):
    later = f"{Budget.EXAMPLE}决算:\n{ACCOUNTS.replace('2026-02-04', '2027-09-10')}"
    register = build({PATH: later})
    (record,) = register.public(Budget)
    assert [label for label, _ in record.statements_on(register.today)] == ["预算"]
    assert record.state_on(register.today) == "已公开预算"
    assert record.state_on(dt.date(2027, 9, 10)) == "已公开决算"
    row = record_rows.row(record, register)
    assert row["决算"] is None
    budget = row["预算"]
    assert isinstance(budget, dict) and budget["收入总计"] == Decimal("5230.40")


def test_a_year_without_either_is_refused(build):
    register = build({PATH: "单位: 区民政局\n"}, faulty=True)
    assert register.public(Budget) == []
