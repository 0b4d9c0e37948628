"""What people say for a matter: said twice, the same, another unit's name, nowhere in the column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gongkai.column.in_care import in_care
from gongkai.law.example import CLEAN, a_unit

PATH = "data/aliases/shili.yml"
#: the file, and for each problem its row, its place and what is said
FAULTY = {
    "twice in a row": (
        "- 说法: [老人吃饭, 老人 吃饭]\n  正式: [养老服务]\n",
        (0, ("说法", 1), "这一项里写过"),
    ),
    "twice in two rows": (
        "- 说法: [老人吃饭]\n  正式: [养老服务]\n- 说法: [老人吃饭]\n  正式: [养老]\n",
        (1, ("说法", 0), "在 data/aliases/shili.yml 第1项 已经写过"),
    ),
    "the same": ("- 说法: [养老服务]\n  正式: [养老, 养老服务]\n", (0, ("说法", 0), "一样")),
    "another unit": (
        "- 说法: [区民政局]\n  正式: [养老服务]\n",
        (0, ("说法", 0), "是一个单位的名称（data/units/minzheng-ju.yml）"),
    ),
    "nowhere": (
        "- 说法: [老人吃饭]\n  正式: [养老服务, 飞行汽车]\n",
        (0, ("正式", 1), "没有“飞行汽车”"),
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_faults_are_told_at_their_place(run: Callable[..., Any], name: str) -> None:
    text, (row, at, said) = FAULTY[name]
    (problem,) = [p for p in run({**CLEAN, PATH: text}).problems if p.rule == "alias-valid"]
    assert (problem.row, problem.at) == (row, at) and said in problem.message


def test_names_of_a_unit_and_words_of_any_record_are_right(run: Callable[..., Any]) -> None:
    right = "- 说法: [民政处电话]\n  正式: [区民政局]\n- 说法: [区民政局养老科]\n  正式: [区民政局, 第二条]\n"
    files = {**CLEAN, **a_unit(), PATH: right}
    assert not [p.message for p in run(files).problems if p.rule == "alias-valid"]


def test_what_is_in_the_care_of_a_unit_finds_it_by_any_of_its_names(build: Callable[..., Any]) -> None:
    text = "- 说法: [火化, 收养]\n  正式: [区民政局]\n  归口: 是\n- 说法: [民政处]\n  正式: [区民政局]\n"
    register = build({**CLEAN, PATH: text})
    assert [*in_care(register, register.unit("区民政局"))] == ["火化", "收养"]
