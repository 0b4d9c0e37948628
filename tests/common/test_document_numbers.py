"""文号: the forms that are right, what is offered, and which ways of writing are one number."""

from __future__ import annotations

import pytest

from gongkai.common.document_numbers import corrected, first_in, is_right, names_office, parts, plain, same


@pytest.mark.parametrize(
    "number",
    [
        "京兴政务公开发〔2023〕1号", "西政办发〔2020〕12号", "国发〔1999〕1234号", "京教人〔2021〕12345号",
        "通告〔2019〕1号", "财政部 税务总局公告2019年第74号", "国家税务总局公告2026年第5号",
        "财政部、税务总局公告2019年第74号", "通告2026年第3号", "2014年第9号通告", "国务院令第711号",
        "北京市人民政府令第302号", "北京市大兴区人民政府令第1号", "国家发展改革委令2019年第29号", "第5号",
        "示建发〔2026〕21-1号", "京财〔2021〕1号、京税〔2021〕2号", "(88)国函字第12号", "（88）国函字第12号",
    ],
)  # fmt: skip
def test_the_forms_of_real_numbers_are_right(number):
    assert is_right(number)
    assert corrected(number) is not None


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("国务院令 第 ７１１ 号", "国务院令第711号"),
        ("财政部　税务总局公告2019年第74号", "财政部 税务总局公告2019年第74号"),
        ("示财[2026]1号、示税(2026)02号", "示财〔2026〕1号、示税〔2026〕2号"),
        ("示建发〔2026〕21－1号", "示建发〔2026〕21-1号"),
    ],
)
def test_the_same_number_is_offered_in_its_own_form(written, offered):
    assert corrected(written) == offered


@pytest.mark.parametrize(
    "number", ["国家税务总局2026年第5号", "示财发2026年9号", "110101199003074514", "第0号"]
)
def test_nothing_is_offered_that_would_be_another_number(number):
    assert corrected(number) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("京政发[2023] 1 号", "京政发〔2023〕1号"),
        ("中华人民共和国国务院令第711号", "国务院令第711号"),
        ("2014年第9号通告", "通告2014年第9号"),
        ("财政部 税务总局公告2019年第74号", "财政部、税务总局公告2019年第74号"),
    ],
)
def test_ways_of_writing_one_number(one, other):
    assert plain(one) == plain(other)
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("北京市人民政府令第302号", "第302号", True),
        ("北京市人民政府令第302号", "第303号", False),
        ("通告2026年第3号", "2025年第3号", False),
        ("京财〔2021〕1号、京税〔2021〕2号", "京税〔2021〕2号", True),
        ("京财〔2021〕1号", "京税〔2021〕1号", False),
    ],
)
def test_a_number_without_its_office_is_compared_by_its_figures(one, other, agree):
    assert same(one, other) is agree


def test_a_joint_document_has_a_number_of_each_office():
    assert parts("京财〔2021〕1号、京税〔2021〕2号") == ("京财〔2021〕1号", "京税〔2021〕2号")
    assert parts("财政部、税务总局公告2019年第74号") == ("财政部、税务总局公告2019年第74号",)


def test_every_office_may_have_a_notice_of_that_number():
    assert not names_office("2026年第3号通告")
    assert names_office("国家税务总局公告2026年第5号")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("国务院令第711号，2019年修订", "国务院令第711号"),
        ("以下简称《办法》，示民发[2020]5号", "示民发[2020]5号"),
        ("京财〔2021〕1号、京税〔2021〕2号", "京财〔2021〕1号、京税〔2021〕2号"),
        ("2019年修订", ""),
        ("第5号", ""),
    ],
)
def test_the_number_cited_in_a_text(text, number):
    assert first_in(text) == number
