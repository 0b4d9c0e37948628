"""出处 and 采用: every figure says where it comes from, and no draft or other district's plan commands."""

from __future__ import annotations

import pytest

from gongkai.common.problems import Level
from gongkai.law.checking import in_force, rules
from gongkai.law.example import CLEAN
from gongkai.law.shipped import shipped
from gongkai.law.standards import origin_faults
from gongkai.records.types.standard import Standard

DRAFT = "依据: [{文件: 某区2026年要点（征求意见稿）}]\n"
PLAN = "依据: [{文件: 某区政务公开办法}]\n"
OFFERED = "event-report"
ADOPTED = f"data/rulebook/{OFFERED}.yml"


def a_standard(**more):
    basis = [{"文件": "某办法", "条款": "第一条"}]
    return Standard.model_validate({"名称": "规则", "依据": basis, "参数": {"天数": "3"}, **more})


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ({}, Level.ERROR),
        ({"天数": "依据（条文）"}, Level.WARNING),
        ({"天数": "依据 某办法第二条（记忆）"}, Level.WARNING),
        ({"天数": "依据 某办法（试行）第二条（二手）"}, None),
        ({"天数": "本区自定"}, None),
    ],
)
def test_a_figure_says_where_it_comes_from(written, level):
    found = [_.level for _ in origin_faults(a_standard(出处=written))]
    assert found == ([level] if level else [])


def test_an_origin_of_another_form_is_refused():
    with pytest.raises(ValueError, match="认不出来"):
        a_standard(出处={"天数": "上级要求"})


@pytest.fixture
def held(build):
    """The rule offered as it holds in a column whose adjustment says this, and what is wrong with it."""

    def of(text: str | None, today: str = "2026-11-21"):
        register = build({**CLEAN, **({ADOPTED: text} if text else {})}, today)
        return in_force(shipped().standards.values(), register)[OFFERED].on(register.today)

    return of


def test_what_only_plans_ask_is_asked_of_nobody_who_has_not_taken_it(held, run):
    assert held(None) is None and held(PLAN + "级别: 警告\n") is None
    taken = held(PLAN + "采用: 是\n")
    assert taken and taken.basis == "某区政务公开办法" and taken.parameters == {"公布天数": "30"}
    assert held(PLAN + "采用: 是\n生效日期: 2026-11-22\n") is None
    bad = rules()[OFFERED].example
    national = run({**bad.bad_tree}, bad.today)
    assert OFFERED in {each.rule for each in national.problems}, "where it is taken it speaks"


def test_a_draft_makes_no_error(held, run):
    assert shipped().standards[OFFERED].level is Level.ERROR
    assert held(DRAFT + "采用: 是\n") is None
    mild = held(DRAFT + "采用: 是\n级别: 提示\n")
    assert mild and mild.level is Level.NOTICE
    path = "data/rulebook/freshness.yml"
    (told,) = run({**CLEAN, path: DRAFT + "级别: 错误\n"}).problems
    assert (told.path, told.at) == (path, ("依据",)) and "没有施行效力" in told.message
    own = "名称: 更新\n" + DRAFT + "级别: 错误\n"
    path = "data/standards/row-number.yml"
    assert "没有施行效力" in " ".join(p.message for p in run({**CLEAN, path: own}).problems)


def test_a_figure_that_a_district_sets_is_its_own(build):
    register = build({**CLEAN, "data/rulebook/publish-in-time.yml": PLAN + "参数: {工作日: 10}\n"})
    law = shipped().standards
    assert law["publish-in-time"].origin("工作日").endswith("第二十六条（条文）")
    assert in_force(law.values(), register)["publish-in-time"].origin("工作日") == "本级自定"
