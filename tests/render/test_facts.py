"""What pages look up in the facts of the day, and what the home page takes from them."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.common.problems import Problem
from gongkai.law.applied import Applied
from gongkai.render import Facts
from gongkai.render.gathering import home

PATH = "content/policies/2026/jiazhuang-dianti.md"
RULE = "interpretation-missing"
WAIVER = "规则: {rule}\n对象: {record}\n理由: 只涉及内部\n批准人: 办公室\n有效期至: 2027-12-31\n"


def facts_with(register, path=PATH, rule=RULE):
    problem = Problem(rule=rule, name="政策须有解读", path=path, message="没有解读", fix="写解读")
    return Facts(register, law=Applied(waived=[problem]))


@pytest.mark.parametrize(
    "name", [PATH, "policies/2026/jiazhuang-dianti", "jiazhuang-dianti", "示建发〔2026〕21号"]
)
def test_a_waiver_is_found_by_every_name_of_its_record(small_column, name):
    register = small_column({"data/waivers/mian.yml": WAIVER.format(rule=RULE, record=name)})
    policy = register.record("jiazhuang-dianti")
    found = facts_with(register).waiver(policy, RULE)
    assert found is not None and found.record == name


def test_a_waiver_of_another_rule_or_record_frees_nothing(small_column):
    other = {
        "data/waivers/jian.yml": WAIVER.format(rule="date-order", record="jiazhuang-dianti"),
        "data/waivers/mian.yml": WAIVER.format(rule=RULE, record="jiuzhu"),
    }
    register = small_column(other)
    policy = register.record("jiazhuang-dianti")
    assert facts_with(register).waiver(policy, RULE) is None
    assert facts_with(register, path="content/policies/2026/weilai.md").waiver(policy, RULE) is None


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        ("2026-11-23", ["cw-46", "cw-47", "cw-45"]),
        ("2026-11-24", ["cw-46", "cw-47", "cw-45"]),
        ("2026-11-25", ["cw-47", "cw-46", "cw-45"]),
    ],
)
def test_a_meeting_is_still_to_come_on_its_own_day(small_column, today, shown):
    text = "---\n会议名称: 常务会\n日期: {day}\n预告日期: 2026-11-10\n---\n会议安排。\n"
    files = {
        "content/meetings/2026/cw-45.md": text.format(day="2026-11-12"),
        "content/meetings/2026/cw-47.md": text.format(day="2026-12-01"),
    }
    facts = Facts(small_column(files, dt.date.fromisoformat(today)))
    assert [meeting.slug for meeting in home._meetings(facts)] == shown
