"""The four plans are complete: their tasks counted by plan, unit and deadline.

Every number here was read in the plans, item by item; none is worked out from the data.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.load import load
from gongkai.records.types.work_task import WorkTask
from gongkai.records.vocabulary.work import TaskState

PROJECT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 21)
PLANS = {
    "2016-xicheng": "1-47",
    "2020-xicheng": "1-42",
    "2023-xicheng": """1-1-1 1-1-2 1-1-3 1-1-4 1-1-5 1-2-1 1-2-2 1-2-3 1-2-4 1-2-5
        1-3-1 1-3-2 1-3-3 1-3-4 1-3-5 1-3-6 1-3-7 1-3-8 1-3-9 1-4-1 1-4-2 1-4-3 1-4-4
        2-1-1 2-1-2 2-2-1 2-2-2 2-2-3 2-3-1 2-3-2 2-4-1 2-4-2 2-4-3 2-5-1 2-5-2
        3-1-1 3-1-2 3-1-3 3-1-4 3-1-5 3-2-1 3-2-2""",
    "2023-daxing": "1-29",
}
#: deadline → the items that have it; "" are those for which the plan states none
DEADLINES = {
    "2016-xicheng": {
        "2016-10-01": [*range(1, 18), 42],
        "2016-10-31": [*range(18, 25), 41, 43, 46, 47],
        "2016-11-30": [*range(25, 41)],
        "2017-03-31": [45],
        "": [44],
    },
    "2020-xicheng": {"": [*range(1, 43)]},
    "2023-daxing": {
        "2023-10-31": [9, 10, 11, 12, 13, 14, 18, 19, 20, 21, 22, 24, 26, 27, 28],
        "2023-12-31": [1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 17, 23, 25, 29],
    },
}
XICHENG_2023_DEADLINES = {"2023-06-30": 1, "2023-10-31": 36, "2023-12-31": 5}
XICHENG_2023_NOT_OCTOBER = {"1-3-2", "1-4-3", "2-1-2", "2-4-3", "2-5-2", "3-1-1"}
#: unit → items that name it as leading or responsible, under its name of today
UNITS = {
    "2016-xicheng": """区编办 1; 区法制办 1 2 17; 区科信局 1 5 22 23 26 27 30 32 33 34;
        区政府办 2 7 17 18 41 42 47; 区财政局 3 8 35 36; 区应急局 4; 西城区工商分局 5 26 27;
        区发展改革委 6 10 24 31 32 35 36 39 42; 区国资委 9 35; 区卫生健康委 10 24 31; 区民政局 11;
        区人力社保局 12 32; 区住房城市建设委 13 14 35 38 42; 区房管局 13 16 42; 区棚改办 14; 区重大办 14 38;
        市规划自然资源委西城分局 14 16 35 38 39;
        区教委 15 31; 区环境办 16; 区城市管理委 16 31 38; 区民防局 16;
        区城管执法局 16; 区审计局 19; 区政务服务局 20 21 22 23 35 43; 区委宣传部 23; 区融媒体中心 23;
        区商务局 26 32; 区文旅局 28 43; 区食品药品监管局 29; 区双打办 30; 区生态环境局 31 37; 区交通委 31 39;
        区公安分局 31 39; 西城园管委会 33 34; 区金融办 33; 区质监局 40; 区档案局 43""",
    "2020-xicheng": """市规划自然资源委西城分局 1;
        区发展改革委 2 5 8 9; 区城市管理委 3 12 16; 区体育局 4; 区科信局 6 29;
        西城园管委会 7; 区政务服务局 9 10 26 27 30 32 34 35 36 38 39 41 42; 区财政局 9; 区市场监管局 9 18 29;
        区商务局 11 19; 区交通支队 13; 区园林绿化局 14; 区生态环境局 15; 区应急局 17; 区民政局 20 41;
        区人力社保局 21; 区教委 22; 区卫生健康委 23; 区房管局 24; 区住房城市建设委 24;
        区政府办 27 28 37 41; 区司法局 27 29 34 35; 区网信办 41""",
    "2023-xicheng": """区发展改革委 1-1-1; 西城园管委会 1-1-2; 区科信局 1-1-2 1-1-3 2-4-3; 区商务局 1-1-4;
        区市场监管局 1-1-5 1-3-6 1-4-4; 区住房城市建设委 1-2-1; 区房管局 1-2-1;
        区城市管理委 1-2-2 1-2-3 1-2-4 1-2-5 1-3-1; 市规划自然资源委西城分局 1-2-2; 区城管执法局 1-2-3;
        区生态环境局 1-2-5 1-3-1; 区教委 1-3-1 1-3-4 1-4-4; 区卫生健康委 1-3-1; 区政府办 1-3-2 2-1-1 2-2-3;
        区城指中心 1-3-2; 区人力社保局 1-3-3 1-4-4; 区民政局 1-3-5 1-4-4; 区医保局 1-3-6; 区体育局 1-3-7;
        区文旅局 1-3-8 1-4-4; 区退役军人局 1-3-9; 区司法局 1-4-1 2-1-1 2-2-2 2-2-3; 区财政局 1-4-2 2-4-3;
        区政务服务局 1-4-3 1-4-4 2-1-1 2-1-2 2-2-1 2-2-2 2-2-3 2-3-1 2-4-1 2-4-2 2-4-3
        3-1-1 3-1-2 3-1-3 3-1-4 3-1-5; 区融媒体中心 3-1-2""",
    "2023-daxing": """临空区管委会 1; 区经信局 1; 生物医药基地管委会 1; 大兴经济开发区 1; 区商务局 2;
        区金融办 3;
        区人力社保局 4; 区住房城市建设委 5; 区城市管理委 5; 区园林绿化局 6; 区农业农村局 7; 区市场监管局 8;
        区教委 9; 区民政局 10; 区城指中心 11; 区政务服务局 14 16 17 18 19 20 21 22 23 24 25 26 27 28 29;
        区司法局 23""",
}
#: items that name no unit, only 各部门, 各公开机构 and the like
NAMELESS = {
    "2016-xicheng": {"25", "44", "45", "46"},
    "2020-xicheng": {"25", "31", "33", "40"},
    "2023-xicheng": {"2-3-2", "2-5-1", "2-5-2", "3-2-1", "3-2-2"},
    "2023-daxing": {"12", "13", "15"},
}
each_plan = pytest.mark.parametrize("plan", PLANS)


@pytest.fixture(scope="module")
def register(identity):
    validated = validate(load(PROJECT, ("content", "data")).documents)
    return Register(validated.records, TODAY, identity)


@pytest.fixture(scope="module")
def tasks(register):
    found = defaultdict(list)
    for task in register.public(WorkTask):
        found[task.file].append(task)
    return found


def numbers(text):
    first, mark, last = text.partition("-")
    if mark and last.isdigit():
        return [str(number) for number in range(int(first), int(last) + 1)]
    return text.split()


@each_plan
def test_every_task_of_the_plan_is_there_once_in_its_order(tasks, plan):
    assert [task.number for task in tasks[plan]] == numbers(PLANS[plan])


def test_how_many_there_are(tasks):
    counts = {plan: len(tasks[plan]) for plan in PLANS}
    assert counts == {"2016-xicheng": 47, "2020-xicheng": 42, "2023-xicheng": 42, "2023-daxing": 29}


@pytest.mark.parametrize("plan", DEADLINES)
def test_deadlines_are_those_of_the_plan(tasks, plan):
    found = defaultdict(list)
    for task in tasks[plan]:
        found[task.due.isoformat() if task.due else ""].append(int(task.number))
    assert found == DEADLINES[plan]


def test_deadlines_of_xicheng_in_2023(tasks):
    plan = tasks["2023-xicheng"]
    assert Counter(task.due.isoformat() for task in plan) == XICHENG_2023_DEADLINES
    assert {task.number for task in plan if task.due != dt.date(2023, 10, 31)} == XICHENG_2023_NOT_OCTOBER


@each_plan
def test_units_are_those_of_the_plan(register, tasks, plan):
    found = defaultdict(set)
    for task in tasks[plan]:
        for unit in register.units_of(task):
            found[unit.label].add(task.number)
    rows = (row.split() for row in UNITS[plan].split(";"))
    assert found == {unit: set(items) for unit, *items in rows}


@each_plan
def test_tasks_without_a_named_unit_say_who_in_words(tasks, plan):
    nameless = {task.number for task in tasks[plan] if not task.unit_names}
    assert nameless == NAMELESS[plan]
    assert all(task.others for task in tasks[plan] if task.number in nameless)


@each_plan
def test_no_progress_is_made_up_for_a_plan_of_the_past(tasks, plan):
    assert all(task.unrecorded and not task.steps and not task.example for task in tasks[plan])
    states = {task.state_on(TODAY) for task in tasks[plan]}
    assert states <= {TaskState.UNKNOWN, TaskState.OPEN_ENDED}


def test_the_example_shows_every_state_a_current_task_can_have(tasks):
    shown = tasks["2026-shili"]
    assert len(shown) >= 8 and all(task.example for task in shown)
    assert {task.state_on(TODAY) for task in shown} == set(TaskState) - {TaskState.UNKNOWN}
